"""Packs a directory into a zip archive and stores that (SeBS 311.compression). Arguments: directory, output."""

import io
import json
import time
import zipfile

if "graalvisor" in globals():

    def names(directory):
        return list(graalvisor.file.list(directory))

    def read(path):
        return graalvisor.file.read(path)

    def post(url, body):
        answer = graalvisor.http.post(url, body)
        if answer.status != 200:
            raise RuntimeError(f"{url} answered {answer.status}")
        return answer.body

else:
    import os
    import urllib.request

    def names(directory):
        return sorted(os.listdir(directory))

    def read(path):
        with open(path, "rb") as file:
            return file.read()

    def post(url, body):
        request = urllib.request.Request(url, data=body, headers={"Content-Type": "application/octet-stream"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()


# The earliest time a zip archive can hold, so that two runs give the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def main(arguments):
    start = time.perf_counter_ns()
    values = json.loads(arguments)
    directory = values["directory"]
    files = names(directory)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for name in files:
            target.writestr(zipfile.ZipInfo(name, EPOCH), read(f"{directory}/{name}"), zipfile.ZIP_DEFLATED)
    stored = json.loads(post(values["output"], archive.getvalue()))
    return json.dumps({"files": len(files), "bytes": stored["bytes"], "sha256": stored["sha256"],
                       "exec_time_us": (time.perf_counter_ns() - start) // 1000})
