# Wraps an action of OpenWhisk: dictionaries instead of JSON text, the activation in the environment, logs that are flushed.
# A message is a letter, variables parted by NUL, two NUL and the arguments' JSON; a reply is a letter and a text: r result,
# e thrown, n neither dictionary nor array, x the action ended its process.
import json
import os
import sys
import types


def __owTrace():
    import traceback
    traceback.print_exc()


def __owFlush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue


def __owLoad(environment, code, name):
    global __owAction
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    os.environ.update(environment)
    module = types.ModuleType("main__")
    sys.modules["main__"] = module
    if "/function" in sys.path:
        sys.path.insert(0, "/function/__ow__")
    try:
        exec(compile(code, "__main__.py", "exec"), module.__dict__)
        __owAction = getattr(module, name, None)
        if not callable(__owAction):
            raise ValueError("the action has no function named %r" % name)
    except MemoryError:
        raise
    except BaseException as failure:
        __owTrace()
        raise RuntimeError("%s: %s" % (type(failure).__name__, failure)) from None
    finally:
        __owFlush()


def __owInvoke(message):
    end = message.index("\0\0")
    try:
        if end > 1:
            for pair in message[1:end].split("\0"):
                name, _, setting = pair.partition("=")
                os.environ[name] = setting
        return __owActivate(json.loads(message[end + 2:]))
    finally:
        __owFlush()


def __owActivate(arguments):
    try:
        result = __owAction(arguments)
    except MemoryError:
        raise
    except Exception as failure:
        __owTrace()
        return "e" + str(failure)
    except BaseException as failure:
        print("the action ended its process: %r" % (failure,), file=sys.stderr)
        return "x"
    if not isinstance(result, (dict, list, tuple)):
        return "n"
    try:
        return "r" + json.dumps(result, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        __owTrace()
        return "n"
