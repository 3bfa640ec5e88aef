"""Serves functions over HTTP at 127.0.0.1: GET /health, POST /register?fid=NAME&fep=NAME, POST /invoke?fid=NAME.

Argument: the port. By hand on sockets: http.server would double the time to start."""

import _thread
import socket
import sys

functions = {}


def fields(query):
    return dict(field.split("=", 1) for field in query.split("&") if field)


def register(query, source):
    names = {"__name__": query["fid"]}
    exec(compile(source, query["fid"] + ".py", "exec"), names)
    functions[query["fid"]] = names[query["fep"]]
    return "true"


def answer(method, target, body):
    path, _, query = target.partition("?")
    if method == "GET":
        return "200 OK", '{"status":"up"}'
    try:
        if path == "/register":
            return "200 OK", register(fields(query), body)
        return "200 OK", functions[fields(query)["fid"]](body)
    except Exception as failure:
        import json

        return "500 Internal Server Error", json.dumps({"error": repr(failure)})


def content_length(lines):
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            return int(value)
    return 0


def serve(connection):
    stream = connection.makefile("rb")
    with connection, stream:
        while request := stream.readline():
            method, target, _ = request.decode().split(" ", 2)
            lines = []
            while (line := stream.readline().decode().strip()):
                lines.append(line)
            body = stream.read(content_length(lines)).decode()
            status, reply = answer(method, target, body)
            content = reply.encode()
            head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
            connection.sendall(head.encode() + content)


def serve_quietly(connection):
    try:
        serve(connection)
    except OSError:
        pass  # The caller went away.


def main():
    listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _thread.start_new_thread(serve_quietly, (connection,))


main()
