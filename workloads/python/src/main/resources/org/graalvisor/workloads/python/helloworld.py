"""Returns a greeting: the smallest function of Table 1."""

import json
import time


def main(arguments):
    start = time.perf_counter_ns()
    name = json.loads(arguments).get("name", "World")
    return json.dumps({"result": f"Hello {name}!", "exec_time_us": (time.perf_counter_ns() - start) // 1000})
