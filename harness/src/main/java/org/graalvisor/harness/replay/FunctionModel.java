package org.graalvisor.harness.replay;

import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.schedule.ScheduledFunction;

/** What runs in place of the functions of a trace, of which only numbers are known. Used by many threads. */
public interface FunctionModel {

    /**
     * Returns what is registered for a function.
     *
     * @param function of the schedule
     */
    FunctionUnderTest registered(ScheduledFunction function);

    /**
     * Returns what is sent for an invocation.
     *
     * @param request of the replay
     */
    Invocation sent(InvocationRequest request);

    /**
     * Tells whether a reply is correct.
     *
     * @param request what was asked for
     * @param reply what came back
     */
    boolean isCorrect(InvocationRequest request, InvocationReply reply);

    /**
     * Returns the memory a heap needs so that the function can run in it.
     *
     * @param function of the schedule
     */
    long heapBytes(ScheduledFunction function);
}
