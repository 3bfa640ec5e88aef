package org.graalvisor.harness.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.Phase;
import org.graalvisor.results.StartKind;

/**
 * What one worker saw, kept in plain arrays so that recording costs a few stores and makes next to no garbage while load
 * runs. Stamps are nanoseconds since the start of the load. Used by one thread until the load has ended.
 */
final class InvocationBuffer {
    private static final int BLOCK_ROWS = 1 << 13;
    private static final int MOST_FAILURES = 3;

    private final List<Block> blocks = new ArrayList<>(List.of(new Block()));
    private final List<String> failures = new ArrayList<>();
    private Block current = blocks.getFirst();

    private static final class Block {
        private final long[] index = new long[BLOCK_ROWS];
        private final long[] intendedNs = new long[BLOCK_ROWS];
        private final long[] sentNs = new long[BLOCK_ROWS];
        private final long[] completedNs = new long[BLOCK_ROWS];
        private final int[] status = new int[BLOCK_ROWS];
        private final Phase[] phase = new Phase[BLOCK_ROWS];
        private final Outcome[] outcome = new Outcome[BLOCK_ROWS];
        private int rows;

        InvocationRecord row(int row, String function) {
            boolean answered = outcome[row] == Outcome.COMPLETED || outcome[row] == Outcome.FAILED;
            return new InvocationRecord(index[row], function, intendedNs[row],
                    outcome[row] == Outcome.DROPPED ? OptionalLong.empty() : OptionalLong.of(sentNs[row]),
                    answered ? OptionalLong.of(completedNs[row]) : OptionalLong.empty(), status[row],
                    StartKind.UNKNOWN, OptionalLong.empty(), phase[row], outcome[row]);
        }
    }

    /** Begins a row; until it ends it counts as unfinished. */
    void begin(long index, Phase phase, long intendedNs, long sentNs) {
        add(index, phase, intendedNs, sentNs, Outcome.UNFINISHED);
    }

    /** Adds a row for an arrival that was never sent. */
    void drop(long index, Phase phase, long intendedNs) {
        add(index, phase, intendedNs, 0, Outcome.DROPPED);
    }

    private void add(long index, Phase phase, long intendedNs, long sentNs, Outcome outcome) {
        if (current.rows == BLOCK_ROWS) {
            current = new Block();
            blocks.add(current);
        }
        int row = current.rows++;
        current.index[row] = index;
        current.phase[row] = phase;
        current.intendedNs[row] = intendedNs;
        current.sentNs[row] = sentNs;
        current.outcome[row] = outcome;
    }

    /** Ends the row that was begun last. */
    void end(long completedNs, boolean correct, int status) {
        int row = current.rows - 1;
        current.completedNs[row] = completedNs;
        current.status[row] = status;
        current.outcome[row] = correct ? Outcome.COMPLETED : Outcome.FAILED;
    }

    /**
     * Keeps why the row that was begun last failed, unless there are enough reasons.
     *
     * @param reason said by the platform, or by the connection to it
     */
    void explain(String reason) {
        if (failures.size() < MOST_FAILURES) {
            failures.add("invocation " + current.index[current.rows - 1] + ": " + reason);
        }
    }

    /** Why the first failed rows did. */
    List<String> failures() {
        return failures;
    }

    /** Hands out every row in the order it was begun. */
    void forEach(String function, Consumer<InvocationRecord> consumer) {
        for (Block block : blocks) {
            for (int row = 0; row < block.rows; row++) {
                consumer.accept(block.row(row, function));
            }
        }
    }
}
