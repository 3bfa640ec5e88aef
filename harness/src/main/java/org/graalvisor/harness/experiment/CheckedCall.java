package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.time.Clock;

/** Single calls that have to succeed. */
final class CheckedCall {
    private CheckedCall() {}

    /**
     * Calls a function and checks its reply.
     *
     * @param number of the request, from 0
     * @param clock of the rig
     * @return nanoseconds the call took, without the check
     * @throws SystemUnderTestException when there is no reply, or a wrong one
     */
    static long invoke(Invoker invoker, FunctionUnderTest function, int number, Clock clock) {
        try {
            long sentNs = clock.nanoTime();
            InvocationReply reply = invoker.invoke(function.invocation());
            long tookNs = clock.nanoTime() - sentNs;
            if (reply.status() != 200 || !function.check().accepts(reply.body())) {
                throw new SystemUnderTestException("request " + number + " of " + function.workload()
                        + " was answered with status " + reply.status() + ": " + new String(reply.body(),
                                StandardCharsets.UTF_8));
            }
            return tookNs;
        } catch (IOException failure) {
            throw new SystemUnderTestException("request " + number + " of " + function.workload()
                    + " was not answered: " + failure.getMessage(), failure);
        }
    }
}
