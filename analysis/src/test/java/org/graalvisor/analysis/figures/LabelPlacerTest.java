package org.graalvisor.analysis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
    private static final double TEXT_HEIGHT = 34;

    @Test
    void labelsOfNeighboursDoNotOverlap() {
        LabelPlacer placer = new LabelPlacer(1_000, 600);
        List<Rectangle2D> labels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            placer.reserve(500 + 5 * i, 300 + 5 * i);
        }
        for (int i = 0; i < 4; i++) {
            LabelPlacer.Place place = placer.place(500 + 5 * i, 300 + 5 * i, 150);
            labels.add(new Rectangle2D.Double(place.leftPixels(), place.middlePixels() - TEXT_HEIGHT / 2, 150,
                    TEXT_HEIGHT));
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels.get(i).intersects(labels.get(j))).as(i + " and " + j).isFalse();
            }
        }
    }

    @Test
    void aLabelStaysWithinThePlot() {
        LabelPlacer.Place place = new LabelPlacer(1_000, 600).place(990, 10, 200);
        assertThat(place.leftPixels()).isBetween(0.0, 800.0);
        assertThat(place.middlePixels()).isBetween(TEXT_HEIGHT / 2, 600.0);
    }

    @Test
    void withoutAnyRoomTheLabelStandsBesideItsPoint() {
        assertThat(new LabelPlacer(50, 50).place(25, 25, 200)).isEqualTo(new LabelPlacer.Place(45, 25));
    }
}
