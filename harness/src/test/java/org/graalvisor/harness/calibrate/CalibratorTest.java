package org.graalvisor.harness.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvisor.harness.experiment.Workbench;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    @Test
    void everyPrimitiveCostsSomething() {
        try (Workbench workbench = new Workbench()) {
            Calibration calibration = new Calibrator(workbench.spawner()).measure();

            assertThat(calibration.pageFaultNs()).isPositive();
            assertThat(calibration.mapAndUnmapNs()).isPositive();
            assertThat(calibration.systemCallNs()).isPositive();
            assertThat(calibration.spawnNs()).isPositive();
        }
    }
}
