package org.graalvisor.baselines.photons.state;

/** One invocation's copy of one class's static fields. Subclasses are generated, with one field for each static field. */
public abstract class StaticState {

    /** Runs what was the class's static initialiser. */
    public abstract void initialize();
}
