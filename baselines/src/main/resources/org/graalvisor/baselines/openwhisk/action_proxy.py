"""OpenWhisk action proxy for Python: CPython and its standard library only, the action in the proxy's own process.

One thread polls all connections and runs the action itself, so that the action is on the main thread, as in a program
of its own, and activations cannot overlap. With __OW_ALLOW_CONCURRENT=true every connection gets a thread instead.
HTTP is parsed here because http.server takes about as long for one request as everything else together.
"""

import argparse
import base64
import binascii
import importlib.util
import io
import json
import os
import selectors
import shutil
import signal
import site
import socket
import sys
import tempfile
import threading
import traceback
import types
import zipfile

SENTINEL = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX"
EXIT_FAILED = 5
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

RECEIVE_BYTES = 1 << 18
MAX_HEAD_BYTES = 16 * 1024
MAX_CONNECTIONS = 1024
# A client that stops reading its reply must not hold the proxy for ever.
SEND_TIMEOUT_S = 30
REASONS = {200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
           411: "Length Required", 413: "Content Too Large", 431: "Request Header Fields Too Large",
           500: "Internal Server Error", 502: "Bad Gateway"}

# The streams the proxy logs to, even when the action puts others into sys.
STDOUT = sys.stdout
STDERR = sys.stderr


class ProxyError(Exception):
    """A request that is answered with an error."""

    def __init__(self, status, message, close=False):
        super().__init__(message)
        self.status = status
        self.close = close


def log_sentinels():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            # The action closed or replaced the stream; the sentinels go to the proxy's own.
            continue
    for stream in (STDOUT, STDERR):
        stream.write(SENTINEL + "\n")
        stream.flush()


def log(message):
    STDERR.write(message.rstrip("\n") + "\n")
    STDERR.flush()


def as_text(value):
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def parse_json(body):
    def refuse(constant):
        raise ValueError(constant + " is not JSON")
    try:
        parsed = json.loads(body.decode("utf-8"), parse_constant=refuse)
    except (ValueError, RecursionError) as failure:
        raise ProxyError(400, "Error unmarshaling request: %s" % failure) from failure
    if not isinstance(parsed, dict):
        raise ProxyError(400, "Error unmarshaling request: the body must be an object")
    return parsed


class Action:
    """The code of one action, loaded."""

    def __init__(self, function):
        self.function = function

    @staticmethod
    def load(value, work_directory):
        """Runs the action's module; raises whatever it raises."""
        code = value["code"]
        entry = value.get("main") or "main"
        if value.get("binary"):
            module = Action._load_archive(code, work_directory)
        else:
            module = types.ModuleType("main__")
            sys.modules["main__"] = module
            exec(compile(code, "__main__.py", "exec"), module.__dict__)
        function = getattr(module, entry, None)
        if not callable(function):
            raise ValueError("the action has no function named %r" % entry)
        return Action(function)

    @staticmethod
    def _load_archive(code, work_directory):
        try:
            archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(code)))
        except (binascii.Error, zipfile.BadZipFile) as failure:
            raise ValueError("the code is no base64-encoded zip archive: %s" % failure) from failure
        directory = tempfile.mkdtemp(prefix="action-", dir=work_directory)
        with archive:
            archive.extractall(directory)
        entry_file = os.path.join(directory, "__main__.py")
        if not os.path.isfile(entry_file):
            raise ValueError("the zip archive does not contain __main__.py at its root")
        os.chdir(directory)
        sys.path.insert(0, directory)
        libraries = os.path.join(directory, "virtualenv", "lib")
        if os.path.isdir(libraries):
            for version in sorted(os.listdir(libraries)):
                site.addsitedir(os.path.join(libraries, version, "site-packages"))
        spec = importlib.util.spec_from_file_location("main__", entry_file)
        module = importlib.util.module_from_spec(spec)
        sys.modules["main__"] = module
        spec.loader.exec_module(module)
        return module


class Proxy:
    """What /init and /run do."""

    def __init__(self, work_directory):
        self.work_directory = work_directory
        self.initialized = False
        self.action = None
        self.init_lock = threading.Lock()

    def answer(self, method, path, body):
        """Returns (status, bytes of JSON)."""
        if path not in ("/init", "/run"):
            raise ProxyError(404, "there is only POST /init and POST /run")
        if method != "POST":
            raise ProxyError(405, path + " answers POST only")
        if path == "/init":
            with self.init_lock:
                return 200, self.init(body)
        return 200, self.run(body)

    def init(self, body):
        if self.initialized:
            message = "Cannot initialize the action more than once."
            log(message)
            raise ProxyError(403, message)
        value = parse_json(body).get("value")
        if not isinstance(value, dict) or not isinstance(value.get("code"), str) or not value["code"]:
            raise ProxyError(403, "Missing main/no code to execute.")
        environment = value.get("env")
        if isinstance(environment, dict):
            for name, setting in environment.items():
                os.environ[name] = as_text(setting)
        try:
            self.action = Action.load(value, self.work_directory)
        except BaseException as failure:  # an action may call sys.exit while it loads
            log("".join(traceback.format_exception(failure)))
            log_sentinels()
            raise ProxyError(502, "Cannot start action. Check logs for details.") from failure
        self.initialized = True
        return b'{"ok":true}\n'

    def run(self, body):
        action = self.action
        if action is None:
            raise ProxyError(500, "no action defined yet")
        request = parse_json(body)
        arguments = request.pop("value", None)
        if arguments is None:
            arguments = {}
        if not isinstance(arguments, (dict, list)):
            raise ProxyError(400, "Error unmarshaling request: value must be an object or an array")
        for name, setting in request.items():
            os.environ["__OW_" + name.upper()] = as_text(setting)
        try:
            return self.invoke(action, arguments)
        finally:
            log_sentinels()

    def invoke(self, action, arguments):
        try:
            result = action.function(arguments)
        except Exception as failure:
            log("".join(traceback.format_exception(failure)))
            return self.encode({"error": str(failure)})
        except BaseException as failure:
            self.action = None
            log("the action ended its process: %r" % failure)
            raise ProxyError(400, "command exited") from failure
        if not isinstance(result, (dict, list, tuple)):
            raise ProxyError(502, "The action did not return a dictionary or array.")
        try:
            return self.encode(result)
        except (TypeError, ValueError, RecursionError) as failure:
            log("".join(traceback.format_exception(failure)))
            raise ProxyError(502, "The action did not return a dictionary or array.") from failure

    @staticmethod
    def encode(result):
        text = json.dumps(result, ensure_ascii=False, allow_nan=False)
        try:
            return text.encode("utf-8")
        except UnicodeEncodeError:
            # A lone surrogate has no UTF-8 form; JSON can still carry it as an escape.
            return json.dumps(result, allow_nan=False).encode("ascii")


class Connection:
    """One client's bytes; requests are cut out of them as they arrive."""

    def __init__(self, peer, proxy, max_body_bytes):
        self.peer = peer
        self.proxy = proxy
        self.max_body_bytes = max_body_bytes
        self.received = bytearray()
        self.head = None
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        peer.settimeout(SEND_TIMEOUT_S)

    def read(self):
        """Receives once and answers every complete request; returns whether the connection lives on."""
        try:
            chunk = self.peer.recv(RECEIVE_BYTES)
            if not chunk:
                return False
            self.received += chunk
            while self.answer_one():
                pass
            return True
        except ProxyError as failure:
            self.reply_error(failure)
            return False
        except OSError:
            # Includes the time-out of a client that does not read.
            return False

    def answer_one(self):
        """Answers one request if it is complete; raises ProxyError when the connection cannot go on."""
        if self.head is None and not self.parse_head():
            return False
        method, path, length, keep_alive = self.head
        if len(self.received) < length:
            return False
        body = bytes(self.received[:length])
        del self.received[:length]
        self.head = None
        try:
            status, content = self.proxy.answer(method, path, body)
        except ProxyError as failure:
            if not keep_alive:
                failure.close = True
                raise
            self.reply_error(failure)
            return bool(self.received)
        self.reply(status, content, not keep_alive)
        if not keep_alive:
            raise ConnectionAbortedError("the client wants the connection closed")
        return bool(self.received)

    def parse_head(self):
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            if len(self.received) > MAX_HEAD_BYTES:
                raise ProxyError(431, "the head may have %d bytes" % MAX_HEAD_BYTES, close=True)
            return False
        lines = bytes(self.received[:end]).decode("latin-1").split("\r\n")
        del self.received[:end + 4]
        words = lines[0].split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            raise ProxyError(400, "not an HTTP/1.x request", close=True)
        fields = {}
        for line in lines[1:]:
            name, colon, content = line.partition(":")
            if not colon:
                raise ProxyError(400, "a header line without a colon", close=True)
            fields[name.strip().lower()] = content.strip()
        if "transfer-encoding" in fields:
            raise ProxyError(411, "bodies need a Content-Length", close=True)
        length_text = fields.get("content-length", "0")
        if not (length_text.isascii() and length_text.isdigit()) or len(length_text) > 18:
            raise ProxyError(400, "the Content-Length is no number", close=True)
        length = int(length_text)
        if length > self.max_body_bytes:
            raise ProxyError(413, "the body may have %d bytes, this one has %d" % (self.max_body_bytes, length),
                             close=True)
        if fields.get("expect", "").lower() == "100-continue":
            self.peer.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        connection = fields.get("connection", "").lower()
        keep_alive = "close" not in connection and (words[2] != "HTTP/1.0" or "keep-alive" in connection)
        self.head = (words[0], words[1].split("?", 1)[0], length, keep_alive)
        return True

    def reply_error(self, failure):
        content = json.dumps({"error": str(failure)}).encode("ascii")
        try:
            self.reply(failure.status, content, failure.close)
        except OSError:
            # Whoever asked is gone.
            return

    def reply(self, status, content, close):
        # HTTP/1.0 clients such as ab must be told that the connection lives on.
        head = "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n" % (
            status, REASONS[status], len(content), "close" if close else "keep-alive")
        self.peer.sendall(head.encode("ascii") + content)


def serve_one_at_a_time(listener, proxy, max_body_bytes):
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                peer, _ = listener.accept()
                if len(selector.get_map()) > MAX_CONNECTIONS:
                    peer.close()
                    continue
                selector.register(peer, selectors.EVENT_READ, Connection(peer, proxy, max_body_bytes))
            elif not key.data.read():
                selector.unregister(key.fileobj)
                key.fileobj.close()


def serve_concurrently(listener, proxy, max_body_bytes):
    places = threading.BoundedSemaphore(MAX_CONNECTIONS)

    def converse(peer):
        connection = Connection(peer, proxy, max_body_bytes)
        peer.settimeout(None)
        try:
            while connection.read():
                pass
        finally:
            peer.close()
            places.release()

    while True:
        places.acquire()
        peer, _ = listener.accept()
        threading.Thread(target=converse, args=(peer,), daemon=True).start()


def parse_arguments():
    parser = argparse.ArgumentParser(prog="action_proxy.py", description="OpenWhisk action proxy for Python")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="port, 0 for any free one, which is then printed")
    parser.add_argument("--max-body-bytes", type=int, default=64 << 20, help="longest body accepted (%(default)s)")
    parser.add_argument("--end-with-stdin", action="store_true", help="end when standard input ends")
    options = parser.parse_args()
    if not 0 <= options.port <= 65535:
        parser.error("--port must be from 0 to 65535, got: %d" % options.port)
    return options


def main():
    options = parse_arguments()
    for stream in (STDOUT, STDERR):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    work_directory = tempfile.mkdtemp(prefix="openwhisk-python-%d-" % os.getpid())

    def end(code):
        shutil.rmtree(work_directory, ignore_errors=True)
        # Not sys.exit: an action may be running and must not be able to catch it.
        os._exit(code)

    def end_with_stdin():
        # The bare descriptor: an object that holds sys.stdin's lock would make the interpreter's own end wait for it.
        while os.read(0, 4096):
            pass
        end(0)

    signal.signal(signal.SIGTERM, lambda *_: end(EXIT_TERMINATED))
    signal.signal(signal.SIGINT, lambda *_: end(EXIT_INTERRUPTED))
    try:
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        listener = socket.create_server((options.host, options.port), family=family, backlog=1024)
    except OSError as failure:
        print("Cannot listen on %s port %d: %s; choose another --port, or 0 for any free one"
              % (options.host, options.port, failure), file=sys.stderr)
        end(EXIT_FAILED)
    if options.end_with_stdin:
        threading.Thread(target=end_with_stdin, daemon=True).start()
    if options.port == 0:
        host = "[%s]" % options.host if ":" in options.host else options.host
        print("openwhisk-python listening on http://%s:%d" % (host, listener.getsockname()[1]), flush=True)
    proxy = Proxy(work_directory)
    if os.environ.get("__OW_ALLOW_CONCURRENT", "").lower() == "true":
        serve_concurrently(listener, proxy, options.max_body_bytes)
    else:
        serve_one_at_a_time(listener, proxy, options.max_body_bytes)


if __name__ == "__main__":
    main()
