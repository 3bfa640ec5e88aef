package org.graalvisor.runtime.dispatch;

import java.io.IOException;
import java.util.Optional;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.http.BodySink;
import org.graalvisor.runtime.http.Reply;
import org.graalvisor.runtime.http.RequestHead;

/** What the server does with requests. Called by many threads. */
public interface HttpService {

    /**
     * A head arrived.
     *
     * @return where its body goes
     * @throws RequestException to answer without reading the body
     */
    BodySink begin(RequestHead head);

    /**
     * A request is complete.
     *
     * @param body what {@link #begin} returned
     * @param connection where the request came from
     * @param worker the calling thread; to be told before anything slow
     * @return the answer, or empty when a {@link TimedCall} was claimed by the overseer, who answered
     * @throws RequestException to answer with an error
     * @throws IOException when the body could not be kept
     */
    Optional<Reply> complete(RequestHead head, BodySink body, Connection connection, Worker worker) throws IOException;
}
