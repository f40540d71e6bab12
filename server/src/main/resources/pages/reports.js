// Draws each chart from the table behind it.
(() => {
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const drawn = [];
  const divisor = (unit, most) => unit === 'share' ? 0.01 : unit !== 'seconds' ? 1 : most > 172800 ? 86400 : most > 5400 ? 3600 : 60;
  const suffix = {0.01: ' %', 86400: ' d', 3600: ' h', 60: ' min'};
  function series(table) {
    return [...table.querySelectorAll('thead th[data-unit]')].map((head, i) => ({
      name: head.textContent, unit: head.dataset.unit,
      now: [...table.tBodies[0].rows].map(row => number(row.cells[1 + 2 * i].dataset.value) ?? (head.dataset.unit === 'tickets' ? 0 : null)),
      before: [...table.tBodies[0].rows].map(row => number(row.cells[2 + 2 * i].dataset.before))}));
  }
  const number = text => text === undefined || text === '' ? null : Number(text);
  function draw(box) {
    const table = document.getElementById(box.dataset.table);
    const all = series(table);
    if (!all.length || !table.tBodies[0].rows.length) { box.hidden = true; return; }
    const shown = all.filter(s => s.unit === all[0].unit).slice(0, 3);
    const by = divisor(shown[0].unit, Math.max(...shown.flatMap(s => s.now)));
    const colors = [color('--accent-ink'), color('--amber-bar'), color('--green')];
    const line = box.dataset.chart === 'line';
    const sets = shown.map((s, i) => ({label: s.name, data: s.now.map(v => v === null ? null : v / by), borderColor: colors[i], backgroundColor: colors[i], borderWidth: 2, pointRadius: 2, spanGaps: true}));
    if (shown.length === 1 && line) sets.push({label: table.querySelectorAll('thead th')[2].textContent, data: shown[0].before.map(v => v === null ? null : v / by), borderColor: color('--quiet'), backgroundColor: color('--quiet'), borderDash: [4, 4], borderWidth: 1, pointRadius: 0, spanGaps: true});
    const ink = {color: color('--quiet')};
    drawn.push(new Chart(box.querySelector('canvas'), {
      type: line ? 'line' : 'bar',
      data: {labels: [...table.tBodies[0].rows].map(row => row.cells[0].textContent), datasets: sets},
      options: {animation: false, responsive: true, maintainAspectRatio: false,
        plugins: {legend: {display: sets.length > 1, labels: ink}},
        scales: {y: {beginAtZero: true, grid: {color: color('--line')}, ticks: {...ink, precision: by === 1 ? 0 : undefined, callback: v => v + (suffix[by] || '')}},
          x: {grid: {display: false}, ticks: {...ink, maxRotation: 0, autoSkip: true}}}}}));
  }
  function all() {
    drawn.splice(0).forEach(chart => chart.destroy());
    document.querySelectorAll('[data-chart]').forEach(draw);
  }
  document.addEventListener('htmx:afterSettle', e => { if (document.querySelector('[data-chart]') && e.detail.elt.id === 'main') all(); });
  new MutationObserver(all).observe(document.documentElement, {attributes: true, attributeFilter: ['data-bs-theme']});
  all();
})();
