package org.graalvisor.trace.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what the manager wants; tests decide what happens. Fails a test that breaks the provider's contract. */
final class FakeProvider implements InstanceProvider {
    final Set<Instance> living = new LinkedHashSet<>();
    final Set<Instance> ready = new LinkedHashSet<>();
    final Map<Integer, Instance> running = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();

    @Override
    public void start(Instance instance) {
        if (living.stream().anyMatch(other -> other.index() == instance.index())) {
            throw new IllegalStateException("the index " + instance.index() + " is taken");
        }
        living.add(instance);
        log.add("start " + instance.id());
    }

    @Override
    public void invoke(Instance instance, int slot) {
        if (!ready.contains(instance) || running.put(slot, instance) != null) {
            throw new IllegalStateException("cannot run " + slot + " on " + instance);
        }
        log.add("invoke " + instance.id());
    }

    @Override
    public void stop(Instance instance) {
        if (!living.remove(instance)) {
            throw new IllegalStateException(instance + " is not there");
        }
        ready.remove(instance);
        running.values().removeIf(instance::equals);
        log.add("stop " + instance.id());
    }

    /** Lets all instances that are starting be ready. */
    void allReady(ResourceManager manager, long nowUs) {
        for (Instance instance : List.copyOf(living)) {
            if (ready.add(instance)) {
                manager.instanceReady(instance, nowUs);
            }
        }
    }

    void end(ResourceManager manager, int slot, long nowUs) {
        running.remove(slot);
        manager.invocationEnded(slot, true, nowUs);
    }
}
