// Returns a greeting: the smallest function of Table 1.
'use strict';

function main(json) {
  const start = now();
  const name = JSON.parse(json).name ?? 'World';
  return JSON.stringify({ result: `Hello ${name}!`, exec_time_us: elapsedUs(start) });
}

// GraalJS has performance only with the option js.performance; milliseconds.
function now() {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

function elapsedUs(start) {
  return Math.round((now() - start) * 1000);
}

if (typeof module !== 'undefined') {
  module.exports = { main };
}
