// Renders a page with a greeting and n random numbers (SeBS 110.dynamic-html). Arguments: username, n, seed.
'use strict';

const Mustache = require('./mustache.js');

const TEMPLATE = `<!DOCTYPE html>
<html>
  <head><title>Randomly generated data.</title></head>
  <body>
    <h1>Welcome {{username}}!</h1>
    <p>Requested random numbers:</p>
    <ul>
      {{#numbers}}
      <li>{{.}}</li>
      {{/numbers}}
    </ul>
  </body>
</html>
`;

function main(json) {
  const start = now();
  const { username, n, seed } = JSON.parse(json);
  const html = Mustache.render(TEMPLATE, { username, numbers: randomNumbers(n, seed) });
  return JSON.stringify({ html, exec_time_us: elapsedUs(start) });
}

// Park and Miller's generator with the multiplier 48271: exact in doubles, so that a validator can repeat it.
function randomNumbers(n, seed) {
  const numbers = [];
  let state = seed;
  for (let i = 0; i < n; i++) {
    state = state * 48271 % 2147483647;
    numbers.push(state % 1000000);
  }
  return numbers;
}

function now() {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

function elapsedUs(start) {
  return Math.round((now() - start) * 1000);
}

if (typeof module !== 'undefined') {
  module.exports = { main };
}
