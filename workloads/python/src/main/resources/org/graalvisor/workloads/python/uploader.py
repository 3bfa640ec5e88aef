"""Fetches an object and stores its bytes elsewhere (SeBS 120.uploader). Arguments: url, output."""

import json
import time

if "graalvisor" in globals():

    def get(url):
        return checked(graalvisor.http.get(url), url)

    def post(url, body):
        return checked(graalvisor.http.post(url, body), url)

    def checked(answer, url):
        if answer.status != 200:
            raise RuntimeError(f"{url} answered {answer.status}")
        return answer.body

else:
    import urllib.request

    def get(url):
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read()

    def post(url, body):
        return get(urllib.request.Request(url, data=body, headers={"Content-Type": "application/octet-stream"}))


def main(arguments):
    start = time.perf_counter_ns()
    values = json.loads(arguments)
    stored = json.loads(post(values["output"], get(values["url"])))
    return json.dumps({"bytes": stored["bytes"], "sha256": stored["sha256"],
                       "exec_time_us": (time.perf_counter_ns() - start) // 1000})
