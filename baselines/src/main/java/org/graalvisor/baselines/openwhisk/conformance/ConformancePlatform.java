package org.graalvisor.baselines.openwhisk.conformance;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.ActionLanguage;

/** A runtime that says it speaks OpenWhisk's protocol, for one language. */
public interface ConformancePlatform {

    /** The name results are listed under. */
    String name();

    /** What its actions are written in. */
    ActionLanguage language();

    /** Why it cannot run on this machine, empty when it can. */
    Optional<String> unavailable();

    /**
     * Starts a fresh runtime without an action.
     *
     * @param environment additional environment of its process
     * @throws IOException when it does not start
     */
    RuntimeInstance start(Map<String, String> environment) throws IOException;

    /**
     * One of the suite's own actions, in the form this platform is initialised with.
     *
     * @param fixture name of the action's source among the resources of this package
     * @param function name of the function in it
     * @throws IOException when it cannot be compiled
     */
    ActionCode action(String fixture, String function) throws IOException;
}
