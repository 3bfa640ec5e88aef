package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.InvocationRequest;
import org.graalvisor.trace.replay.WorkloadChoice;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.junit.jupiter.api.Test;

class TableOneTest {
    private final TableOne model = TableOne.of(List.of(new WorkloadChoice.Workload("short", 100),
            new WorkloadChoice.Workload("long", 1_000_000)), TableOneTest::workload);

    @Test
    void theRealFunctionWithTheNearestDurationIsRegisteredUnderTheNameOfTheTracesFunction() {
        assertThat(model.registered(function("a", 500)).workload()).isEqualTo("short");
        assertThat(model.registered(function("b", 300_000)).workload()).isEqualTo("long");
        assertThat(model.registered(function("b", 300_000)).invocation().functionId()).isEqualTo("app-b");
        assertThat(model.heapBytes(function("a", 500))).isGreaterThan(workload("short").memoryBytes());
    }

    @Test
    void repliesAreCheckedAsThoseOfTheRealFunction() {
        InvocationRequest request = new InvocationRequest(0, function("a", 500), 500, 1);

        assertThat(new String(model.sent(request).argumentJson(), StandardCharsets.UTF_8)).isEqualTo(
                "{\"of\":\"short\"}");
        assertThat(model.isCorrect(request, reply(200, "{\"is\":\"short\"}"))).isTrue();
        assertThat(model.isCorrect(request, reply(200, "{\"is\":\"long\"}"))).isFalse();
        assertThat(model.isCorrect(request, reply(500, "{\"is\":\"short\"}"))).isFalse();
    }

    private static InvocationReply reply(int status, String body) {
        return new InvocationReply(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ScheduledFunction function(String name, long durationUs) {
        return new ScheduledFunction(new FunctionKey("owner", "app", name), durationUs, 1 << 20);
    }

    private static FunctionUnderTest workload(String name) {
        return new FunctionUnderTest(name, new FunctionCode.Library(), "Some#main", 16 << 20, new Invocation(name,
                ("{\"of\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8)), ReplyCheck.objectContaining("\"is\":\""
                        + name));
    }
}
