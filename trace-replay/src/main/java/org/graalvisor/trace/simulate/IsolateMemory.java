package org.graalvisor.trace.simulate;

/**
 * An isolate for each invocation. One whose invocation has ended is idle: it serves the next invocation of its function in
 * its instance, the one that became idle last first, or ends after some time.
 */
final class IsolateMemory implements ResidentMemory {
    private final IsolateTable isolates = new IsolateTable();
    private final long idleUs;
    private final double reuseFactor;
    private long residentBytes;

    /**
     * @param idleUs how long an idle isolate stays
     * @param reuseFactor what an isolate holds from its second invocation on, as a multiple of what the invocation uses
     */
    IsolateMemory(long idleUs, double reuseFactor) {
        this.idleUs = idleUs;
        this.reuseFactor = reuseFactor;
    }

    @Override
    public void started(int instance) {
        isolates.addInstance(instance);
    }

    @Override
    public void begins(int instance, int slot, int function, long bytes, long nowUs) {
        if (idleUs == 0) {
            residentBytes += bytes;
            return;
        }
        int isolate = isolates.firstIdle(instance);
        while (isolate != IsolateTable.NONE && isolates.function(isolate) != function) {
            isolate = isolates.olderIdle(isolate);
        }
        if (isolate == IsolateTable.NONE || isolates.idleSinceUs(isolate) + idleUs < nowUs) {
            isolates.use(slot, isolates.add(instance, function, bytes));
            residentBytes += bytes;
            return;
        }
        isolates.leaveIdle(isolate);
        isolates.use(slot, isolate);
        long held = isolates.bytes(isolate);
        long needed = Math.max(held, (long) (bytes * reuseFactor));
        isolates.setBytes(isolate, needed);
        residentBytes += needed - held;
    }

    @Override
    public void ends(int instance, int slot, long bytes, long nowUs) {
        if (idleUs == 0) {
            residentBytes -= bytes;
            return;
        }
        isolates.becomeIdle(isolates.used(slot), nowUs);
    }

    @Override
    public void stopped(int instance) {
        for (int isolate = isolates.firstIdle(instance); isolate != IsolateTable.NONE; isolate = isolates.firstIdle(
                instance)) {
            end(isolate);
        }
    }

    @Override
    public long bytes(long nowUs) {
        for (int oldest = isolates.oldestIdle(); oldest != IsolateTable.NONE && isolates.idleSinceUs(oldest)
                + idleUs < nowUs; oldest = isolates.oldestIdle()) {
            end(oldest);
        }
        return residentBytes;
    }

    private void end(int isolate) {
        isolates.leaveIdle(isolate);
        residentBytes -= isolates.bytes(isolate);
        isolates.remove(isolate);
    }
}
