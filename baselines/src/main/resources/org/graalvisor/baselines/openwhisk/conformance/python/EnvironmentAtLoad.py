import os

loaded = {
    "some": os.environ.get("SOME_VARIABLE"),
    "other": os.environ.get("OTHER_VARIABLE"),
    "empty": os.environ.get("EMPTY_VARIABLE"),
}


def main(args):
    return loaded
