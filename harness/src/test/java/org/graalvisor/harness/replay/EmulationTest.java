package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.graalvisor.workloads.java.AllocateAndRun;
import org.junit.jupiter.api.Test;

class EmulationTest {
    private static final ScheduledFunction FUNCTION = new ScheduledFunction(new FunctionKey("owner", "app", "function"),
            3_000, 3_000_000);
    private static final InvocationRequest REQUEST = new InvocationRequest(7, FUNCTION, 3_000, 3_000_000);
    private static final FunctionUnderTest TEMPLATE = new FunctionUnderTest("allocate-and-run",
            new FunctionCode.Library(), "Some#main", 1, new Invocation("allocate-and-run", new byte[0]), ReplyCheck
                    .any());

    private final Emulation emulation = new Emulation(TEMPLATE, Emulation.Work.SPIN);

    @Test
    void theRealFunctionTakesItsArgumentsAndItsReplyIsCorrect() throws Exception {
        String reply = AllocateAndRun.main(text(emulation.sent(REQUEST).argumentJson()));

        assertThat(emulation.isCorrect(REQUEST, reply(200, reply))).as(reply).isTrue();
    }

    @Test
    void aReplyOfLessMemoryOrTimeOrOfAnotherStatusIsWrong() {
        assertThat(emulation.isCorrect(REQUEST, reply(200, "{\"bytes\":3000000,\"exec_time_us\":3000}"))).isTrue();
        assertThat(emulation.isCorrect(REQUEST, reply(200, "{\"bytes\":300000,\"exec_time_us\":3000}"))).isFalse();
        assertThat(emulation.isCorrect(REQUEST, reply(200, "{\"bytes\":3000000,\"exec_time_us\":2999}"))).isFalse();
        assertThat(emulation.isCorrect(REQUEST, reply(200, "{\"bytes\":3000000}"))).isFalse();
        assertThat(emulation.isCorrect(REQUEST, reply(507, "{\"bytes\":3000000,\"exec_time_us\":3000}"))).isFalse();
    }

    @Test
    void functionsAreRegisteredUnderTheNameTheyHaveWithinTheirOwnerAndWithRoomForTheirMemory() {
        FunctionUnderTest registered = emulation.registered(FUNCTION);

        assertThat(registered.invocation().functionId()).isEqualTo("app-function").isEqualTo(emulation.sent(REQUEST)
                .functionId());
        assertThat(registered.workload()).isEqualTo("allocate-and-run");
        assertThat(registered.memoryBytes()).isGreaterThan(3_000_000).isEqualTo(emulation.heapBytes(FUNCTION));
    }

    @Test
    void durationsAreInWholeMillisecondsAsInTheTraceAndAtLeastOne() {
        assertThat(text(emulation.sent(new InvocationRequest(1, FUNCTION, 500, 10)).argumentJson())).isEqualTo(
                "{\"bytes\":10,\"durationMs\":1,\"mode\":\"spin\"}");
        assertThat(text(emulation.sent(new InvocationRequest(1, FUNCTION, 7_400, 10)).argumentJson())).contains(
                "\"durationMs\":7,");
    }

    @Test
    void theSameInvocationIsBuiltOnce() {
        assertThat(emulation.sent(REQUEST)).isSameAs(emulation.sent(new InvocationRequest(8, FUNCTION, 3_000,
                3_000_000)));
    }

    private static InvocationReply reply(int status, String body) {
        return new InvocationReply(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
