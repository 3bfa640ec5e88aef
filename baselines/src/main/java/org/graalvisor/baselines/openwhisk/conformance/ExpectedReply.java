package org.graalvisor.baselines.openwhisk.conformance;

/**
 * A reply as OpenWhisk's own proxies give it.
 *
 * @param status HTTP status
 * @param text what the body holds, as a JSON string holds it
 */
record ExpectedReply(int status, String text) {

    /**
     * Compares.
     *
     * @param what the request, for the message
     * @throws ConformanceFailure when the reply is another one
     */
    void require(String what, HttpAnswer answer) {
        if (answer.status() != status || !answer.body().contains(text)) {
            throw new ConformanceFailure(what + " has to be answered with status " + status + " and '" + text
                    + "', the answer was " + answer);
        }
    }
}
