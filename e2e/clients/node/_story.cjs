// The step runner that the drivers share.
// Environment: BASE (http address), FD_HOST (host:port of HTTPS), FD_KEY, NCONV (notes to add for paging).
const fs = require('fs');
const os = require('os');
const path = require('path');

const env = {
  BASE: process.env.BASE || 'http://127.0.0.1:8080',
  HOST: process.env.FD_HOST || '127.0.0.1:8443',
  KEY: process.env.FD_KEY || 'demo',
  NCONV: +(process.env.NCONV || 35),
};

// Makes addresses and names of this run its own, so that a story can be told twice to one server.
const RUN = Date.now().toString(36);
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/;
const ABSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|fetch failed|UND_ERR_CONNECT/i;
const LONGEST_STEP_MS = 60000;

function show(error) {
  const code = error?.cause?.code || error?.code || error?.status || '';
  const text = error?.message || error?.stack || String(error);
  const data = error?.data ? ' ' + JSON.stringify(error.data) : '';
  return `${code} ${text.toString().split('\n')[0].slice(0, 200)}${data.slice(0, 400)}`;
}

function expired() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the step took longer than a minute')), LONGEST_STEP_MS).unref();
  });
}

async function story(name, steps) {
  const count = { PASS: 0, FAIL: 0, SKIP: 0 };
  const say = (verdict, label, note) => {
    count[verdict]++;
    console.log(`${verdict} ${name} ${label}${note ? ' (' + note + ')' : ''}`);
  };
  const context = {};
  for (const [label, step] of steps) {
    if (typeof step === 'string') {
      say('SKIP', label, step);
      continue;
    }
    try {
      say('PASS', label, await Promise.race([step(context), expired()]));
    } catch (error) {
      say('FAIL', label, show(error));
      if (count.PASS === 0 && ABSENT.test(show(error))) {
        console.log(`ABORT ${name}: no server`);
        process.exit(2);
      }
    }
  }
  console.log(`${name}: ${count.PASS} passed, ${count.FAIL} failed, ${count.SKIP} skipped`);
  process.exit(count.FAIL ? 1 : 0);
}

function ok(condition, expectation) {
  if (!condition) throw new Error('expected ' + expectation);
}

async function mustThrow(promise, test, expectation) {
  let result;
  try {
    result = await promise;
  } catch (error) {
    ok(test(error), expectation + ', got ' + show(error));
    return;
  }
  throw new Error(`expected an error (${expectation}), got ${JSON.stringify(result).slice(0, 120)}`);
}

// Asks again until the answer holds, as one does of a search index or a job that works in the background.
async function eventually(ask, holds, expectation) {
  let last;
  for (let tries = 0; tries < 100; tries++) {
    last = await ask();
    if (holds(last)) return last;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`expected ${expectation}, got at last ${JSON.stringify(last).slice(0, 200)}`);
}

function tmpfile(content = 'hello attachment\n', suffix = '.txt') {
  const file = path.join(os.tmpdir(), `attach-${process.pid}-${RUN}${suffix}`);
  fs.writeFileSync(file, content);
  return file;
}

module.exports = { env, story, ok, ISO, RUN, tmpfile, mustThrow, eventually };
