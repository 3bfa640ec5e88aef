// Counts the ways to place n queens on an n×n board: pure computation for a just-in-time compiler. Argument: n, 1 to 15.
'use strict';

function main(json) {
  const start = now();
  const { n } = JSON.parse(json);
  const solutions = place(0, 0, 0, (1 << n) - 1);
  return JSON.stringify({ solutions, exec_time_us: elapsedUs(start) });
}

// Bits are columns of the next row: taken, and attacked along the two diagonals.
function place(columns, left, right, full) {
  if (columns === full) {
    return 1;
  }
  let solutions = 0;
  let free = full & ~(columns | left | right);
  while (free !== 0) {
    const queen = free & -free;
    solutions += place(columns | queen, ((left | queen) << 1) & full, (right | queen) >> 1, full);
    free &= free - 1;
  }
  return solutions;
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
