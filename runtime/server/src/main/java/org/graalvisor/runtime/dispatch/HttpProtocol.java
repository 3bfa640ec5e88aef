package org.graalvisor.runtime.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.http.BodySink;
import org.graalvisor.runtime.http.DiscardingSink;
import org.graalvisor.runtime.http.ErrorReply;
import org.graalvisor.runtime.http.HttpLimits;
import org.graalvisor.runtime.http.Replies;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.http.RequestHead;
import org.graalvisor.runtime.http.RequestMethod;

/** Serves a connection that has something to read or room to write: one read and one write for the common request. */
final class HttpProtocol {
    /** A body up to here is read even if its request is refused, so that the connection can be used further. */
    private static final int MAX_DISCARDED_BODY_BYTES = 64 * 1024;
    /** Receiving more than this takes long enough to let another thread poll meanwhile. */
    private static final int MAX_INLINE_BODY_BYTES = 256 * 1024;

    private final HttpService service;
    private final HttpLimits limits;
    private final Dispatcher dispatcher;
    private final LongAdder brokenConnections = new LongAdder();
    private final LongAdder internalErrors = new LongAdder();

    HttpProtocol(HttpService service, HttpLimits limits, Dispatcher dispatcher) {
        this.service = service;
        this.limits = limits;
        this.dispatcher = dispatcher;
    }

    /** Serves until the connection has nothing more to offer, then gives it back to the poller. */
    void serve(Connection connection, Worker worker) {
        try {
            if (connection.hasPendingOutput() && !outputWent(connection, connection.flush())) {
                return;
            }
            serveRequests(connection, worker);
        } catch (IOException e) {
            brokenConnections.increment();
            connection.close();
        } catch (RuntimeException | Error e) {
            internalErrors.increment();
            connection.close();
        }
    }

    /** Answers a call whose deadline passed; the calling thread became the connection's owner by claiming the call. */
    void expire(TimedCall call) {
        Connection connection = call.connection();
        try {
            if (send(connection, call.expire(), connection.reader().head())) {
                dispatcher.enqueue(connection);
            }
        } catch (IOException e) {
            brokenConnections.increment();
            connection.close();
        }
    }

    /** Ends a connection that has been silent for too long. The calling thread owns it. */
    void timeOut(Connection connection) {
        try {
            if (connection.reader().isPartial() && !connection.isClosing() && !connection.hasPendingOutput()) {
                connection.closeAfterOutput();
                connection.send(Replies.closing(ErrorReply.of(ErrorKind.REQUEST_TIMEOUT,
                        "The request did not arrive within " + limits.readTimeoutMs() + " ms")));
            }
        } catch (IOException e) {
            brokenConnections.increment();
        }
        connection.close();
    }

    long brokenConnections() {
        return brokenConnections.sum();
    }

    long internalErrors() {
        return internalErrors.sum();
    }

    private void serveRequests(Connection connection, Worker worker) throws IOException {
        boolean mayRead = true;
        for (;;) {
            if (connection.isDraining()) {
                if (connection.drain()) {
                    connection.close();
                } else {
                    connection.release();
                }
                return;
            }
            try {
                switch (connection.reader().next()) {
                    case NEEDS_BYTES -> {
                        if (!mayRead) {
                            connection.release();
                            return;
                        }
                        ByteBuffer space = connection.reader().space();
                        int count = connection.read(space);
                        if (count < 0) {
                            connection.close();
                            return;
                        }
                        connection.reader().received(count);
                        // A read that did not fill the buffer emptied the socket: asking again would cost a call for nothing.
                        mayRead = !space.hasRemaining();
                        if (count == 0) {
                            connection.release();
                            return;
                        }
                    }
                    case HEAD -> {
                        if (!begin(connection, worker)) {
                            return;
                        }
                    }
                    case COMPLETE -> {
                        if (!complete(connection, worker)) {
                            return;
                        }
                    }
                }
            } catch (RequestException e) {
                // Where the next request would begin is unknown, so the connection ends.
                refuse(connection, e);
                if (!connection.isDraining()) {
                    return;
                }
            }
        }
    }

    /** Returns whether the caller still owns the connection. */
    private boolean begin(Connection connection, Worker worker) throws IOException {
        RequestHead head = connection.reader().head();
        BodySink sink;
        Optional<RequestException> rejection = Optional.empty();
        try {
            if (!head.chunked() && head.contentLength() > limits.maxBodyBytes()) {
                throw new RequestException(ErrorKind.CONTENT_TOO_LARGE,
                        "The body has " + head.contentLength() + " bytes, the limit is " + limits.maxBodyBytes()
                                + " bytes");
            }
            if (head.contentLength() > MAX_INLINE_BODY_BYTES && !worker.aboutToBlock()) {
                throw Worker.noCapacity();
            }
            sink = service.begin(head);
        } catch (RequestException e) {
            if (head.chunked() || (head.expectsContinue() && head.hasBody()) || head
                    .contentLength() > MAX_DISCARDED_BODY_BYTES) {
                throw e;
            }
            sink = DiscardingSink.INSTANCE;
            rejection = Optional.of(e);
        }
        connection.reject(rejection);
        connection.reader().accept(sink);
        if (head.expectsContinue() && head.hasBody() && !connection.reader().hasBuffered() && !connection.send(Replies
                .interimContinue())) {
            connection.release();
            return false;
        }
        return true;
    }

    private boolean complete(Connection connection, Worker worker) throws IOException {
        RequestHead head = connection.reader().head();
        Reply reply;
        try {
            if (connection.rejection().isPresent()) {
                throw connection.rejection().get();
            }
            Optional<Reply> answer = service.complete(head, connection.reader().sink(), connection, worker);
            if (answer.isEmpty()) {
                return false;
            }
            reply = answer.get();
        } catch (RequestException e) {
            reply = ErrorReply.of(e);
        } catch (IOException | RuntimeException | Error e) {
            internalErrors.increment();
            reply = ErrorReply.of(ErrorKind.INTERNAL, "The runtime failed: " + e);
        }
        return send(connection, reply, head);
    }

    private void refuse(Connection connection, RequestException failure) throws IOException {
        connection.reader().abandon();
        connection.drainAfterOutput();
        outputWent(connection, connection.send(Replies.closing(ErrorReply.of(failure))));
    }

    private boolean send(Connection connection, Reply reply, RequestHead head) throws IOException {
        boolean keepAlive = head.keepAlive() && !dispatcher.isStopping();
        if (!keepAlive) {
            connection.closeAfterOutput();
        }
        boolean headOnly = head.method() == RequestMethod.HEAD;
        return outputWent(connection, connection.send(Replies.encode(reply, headOnly, keepAlive, head.version10())));
    }

    /** Goes on after a write. Returns whether the caller still owns the connection and may read from it. */
    private boolean outputWent(Connection connection, boolean complete) throws IOException {
        if (!complete) {
            connection.release();
            return false;
        }
        if (connection.isDraining()) {
            connection.shutdownOutput();
            return true;
        }
        if (connection.isClosing()) {
            connection.close();
            return false;
        }
        return true;
    }
}
