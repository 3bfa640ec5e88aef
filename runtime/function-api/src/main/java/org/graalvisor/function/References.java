package org.graalvisor.function;

import com.oracle.svm.core.heap.Heap;
import com.oracle.svm.core.heap.ReferenceHandler;

/**
 * Handles references that a garbage collection has cleared: reference queues and cleaners.
 *
 * <p>
 * A reference handler thread for each isolate would cost 8 MB of address space, a system thread and a third of the
 * creation time, so function libraries are built without ({@code -R:-AutomaticReferenceHandling}) and the references
 * are handled between invocations instead.
 */
final class References {
    private References() {}

    static void process() {
        if (Heap.getHeap().hasReferencePendingList()) {
            ReferenceHandler.processPendingReferencesInRegularThread();
        }
    }
}
