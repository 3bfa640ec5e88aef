"""Makes an animated GIF of a video clip and stores it (SeBS 220.video-processing). Arguments: clip, seconds, output."""

import json
import time

if "graalvisor" in globals():

    def run(command):
        ended = graalvisor.run(command)
        return ended.exit, ended.output, ended.error

    def post(url, body):
        answer = graalvisor.http.post(url, body)
        if answer.status != 200:
            raise RuntimeError(f"{url} answered {answer.status}")
        return answer.body

else:
    import subprocess
    import urllib.request

    def run(command):
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return ended.returncode, ended.stdout, ended.stderr.decode()

    def post(url, body):
        request = urllib.request.Request(url, data=body, headers={"Content-Type": "application/octet-stream"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()


FILTER = "fps=10,scale=320:-1:flags=lanczos,split[s0][s1];[s0]palettegen[p];[s1][p]paletteuse"


def main(arguments):
    start = time.perf_counter_ns()
    values = json.loads(arguments)
    # -t before -i: the palette is made of what is read, so the clip is cut first.
    status, gif, error = run(["ffmpeg", "-nostdin", "-loglevel", "error", "-t", str(values["seconds"]), "-i", values["clip"],
                              "-vf", FILTER, "-loop", "0", "-f", "gif", "pipe:1"])
    if status != 0:
        raise RuntimeError(f"ffmpeg ended with status {status}: {error}")
    stored = json.loads(post(values["output"], gif))
    return json.dumps({"bytes": stored["bytes"], "sha256": stored["sha256"],
                       "exec_time_us": (time.perf_counter_ns() - start) // 1000})
