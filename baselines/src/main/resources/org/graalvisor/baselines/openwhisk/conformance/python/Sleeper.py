import time


def main(args):
    start = int(time.time() * 1000)
    time.sleep(0.4)
    return {"start": start, "end": int(time.time() * 1000)}
