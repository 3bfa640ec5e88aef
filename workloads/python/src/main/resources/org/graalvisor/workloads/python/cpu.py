"""Counts the ways to place n queens on an n×n board: pure computation for a just-in-time compiler. Argument: n, 1 to 15."""

import json
import time


def main(arguments):
    start = time.perf_counter_ns()
    n = json.loads(arguments)["n"]
    solutions = place(0, 0, 0, (1 << n) - 1)
    return json.dumps({"solutions": solutions, "exec_time_us": (time.perf_counter_ns() - start) // 1000})


def place(columns, left, right, full):
    # Bits are columns of the next row: taken, and attacked along the two diagonals.
    if columns == full:
        return 1
    solutions = 0
    free = full & ~(columns | left | right)
    while free != 0:
        queen = free & -free
        solutions += place(columns | queen, ((left | queen) << 1) & full, (right | queen) >> 1, full)
        free &= free - 1
    return solutions
