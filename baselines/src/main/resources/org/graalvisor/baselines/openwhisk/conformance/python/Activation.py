import os


def main(args):
    names = ["api_host", "api_key", "namespace", "action_name", "action_version", "activation_id", "deadline"]
    return {name: os.environ.get("__OW_" + name.upper()) for name in names}
