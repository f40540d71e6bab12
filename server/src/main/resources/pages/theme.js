// Runs before the page is drawn, so that no wrong colours flash.
(function () {
  var root = document.documentElement, dark = matchMedia('(prefers-color-scheme: dark)');
  function paint() {
    var theme = root.dataset.theme;
    root.setAttribute('data-bs-theme', theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme);
  }
  dark.addEventListener('change', paint);
  paint();
})();
