package org.graalvisor.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.InvocationReply;
import org.graalvisor.harness.platform.Invoker;
import org.junit.jupiter.api.Test;

class InvokerPoolTest {
    private final AtomicLong clockNs = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<FakeInvoker> opened = new ArrayList<>();
    private final InvokerPool pool = new InvokerPool(this::open, clockNs::get);

    @Test
    void theConnectionUsedLastIsUsedNext() {
        Invoker first = pool.take();
        Invoker second = pool.take();
        pool.giveBack(first);
        pool.giveBack(second);

        assertThat(pool.take()).isSameAs(second);
        assertThat(pool.take()).isSameAs(first);
        assertThat(opened).hasSize(2);
    }

    @Test
    void aConnectionThatWasSilentForLongIsClosedAndNotUsed() {
        Invoker first = pool.take();
        Invoker second = pool.take();
        pool.giveBack(first);
        clockNs.addAndGet(InvokerPool.LONGEST_IDLE_NS);
        pool.giveBack(second);
        clockNs.addAndGet(1);

        assertThat(pool.take()).isSameAs(second);
        assertThat(opened).extracting(FakeInvoker::isClosed).containsExactly(true, false);
        assertThat(pool.take()).isNotSameAs(first);
        assertThat(opened).hasSize(3);
    }

    @Test
    void closingItClosesWhatIsIdle() {
        Invoker first = pool.take();
        pool.take();
        pool.giveBack(first);
        pool.close();

        assertThat(opened).extracting(FakeInvoker::isClosed).containsExactly(true, false);
    }

    private Invoker open() {
        FakeInvoker invoker = new FakeInvoker();
        opened.add(invoker);
        return invoker;
    }

    private static final class FakeInvoker implements Invoker {
        private boolean closed;

        @Override
        public InvocationReply invoke(Invocation invocation) {
            throw new IllegalStateException("nothing is invoked here");
        }

        @Override
        public void close() {
            closed = true;
        }

        boolean isClosed() {
            return closed;
        }
    }
}
