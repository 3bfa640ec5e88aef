"""Fetches a photo, shrinks it into a box and stores the JPEG (SeBS 210.thumbnailer). Arguments: url, output, width, height."""

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

    def thumbnail(photo, width, height):
        return graalvisor.image.thumbnail(photo, width, height)

else:
    import io
    import urllib.request

    from PIL import Image

    def get(url):
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read()

    def post(url, body):
        return get(urllib.request.Request(url, data=body, headers={"Content-Type": "application/octet-stream"}))

    def thumbnail(photo, width, height):
        image = Image.open(io.BytesIO(photo))
        image.thumbnail((width, height))
        made = io.BytesIO()
        image.save(made, "jpeg")
        return made.getvalue()


def main(arguments):
    start = time.perf_counter_ns()
    values = json.loads(arguments)
    made = thumbnail(get(values["url"]), values["width"], values["height"])
    stored = json.loads(post(values["output"], made))
    return json.dumps({"bytes": stored["bytes"], "sha256": stored["sha256"],
                       "exec_time_us": (time.perf_counter_ns() - start) // 1000})
