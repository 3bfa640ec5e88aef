package org.graalvisor.trace.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.replay.WorkloadChoice.Workload;
import org.graalvisor.trace.schedule.ScheduledFunction;
import org.junit.jupiter.api.Test;

class WorkloadChoiceTest {
    @Test
    void theNearestDurationIsNearestByRatio() {
        WorkloadChoice choice = new WorkloadChoice(List.of(new Workload("helloworld", 10),
                new Workload("thumbnail", 100_000), new Workload("video", 10_000_000)));
        assertThat(choice.nearest(lasting(500)).name()).isEqualTo("helloworld");
        assertThat(choice.nearest(lasting(2_000)).name()).isEqualTo("thumbnail");
        assertThat(choice.nearest(lasting(900_000)).name()).isEqualTo("thumbnail");
        assertThat(choice.nearest(lasting(60_000_000)).name()).isEqualTo("video");
    }

    @Test
    void withoutAMeasuredWorkloadThereIsNoChoice() {
        assertThatThrownBy(() -> new WorkloadChoice(List.of())).isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> new WorkloadChoice(List.of(new Workload("helloworld", 0))))
                .hasMessageContaining("above 0");
    }

    private static ScheduledFunction lasting(long durationUs) {
        return new ScheduledFunction(new FunctionKey("o", "a", "f"), durationUs, 1);
    }
}
