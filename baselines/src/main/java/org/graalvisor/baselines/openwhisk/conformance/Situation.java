package org.graalvisor.baselines.openwhisk.conformance;

import org.graalvisor.baselines.openwhisk.ActionLanguage;

/** Situations in which OpenWhisk's own proxies reply differently for each language. */
enum Situation {
    INIT_OK, INIT_WITHOUT_CODE, SECOND_INIT, UNLOADABLE_CODE, RUN_BEFORE_INIT, BAD_JSON, ACTION_THROWS, NOT_AN_OBJECT;

    /** What the proxy for a language replies. */
    ExpectedReply expected(ActionLanguage language) {
        return switch (language) {
            case JAVA -> java();
            case JAVASCRIPT -> javaScript();
            case PYTHON -> python();
        };
    }

    private ExpectedReply java() {
        return switch (this) {
            case INIT_OK -> new ExpectedReply(200, "OK");
            case INIT_WITHOUT_CODE -> new ExpectedReply(502, "Missing main/no code to execute.");
            case SECOND_INIT -> new ExpectedReply(502, "Cannot initialize the action more than once.");
            case UNLOADABLE_CODE, BAD_JSON -> new ExpectedReply(502, "An error has occurred (see logs for details): ");
            case RUN_BEFORE_INIT -> new ExpectedReply(502, "Cannot invoke an uninitialized action.");
            case ACTION_THROWS -> new ExpectedReply(502,
                    "An error has occurred while invoking the action (see logs for details): ");
            case NOT_AN_OBJECT -> new ExpectedReply(502, "The action returned null");
        };
    }

    private ExpectedReply javaScript() {
        return switch (this) {
            case INIT_OK -> new ExpectedReply(200, "{\"OK\":true}");
            case INIT_WITHOUT_CODE -> new ExpectedReply(403, "Missing main/no code to execute.");
            case SECOND_INIT -> new ExpectedReply(403, "Cannot initialize the action more than once.");
            case UNLOADABLE_CODE -> new ExpectedReply(502, "Initialization has failed due to: ");
            case RUN_BEFORE_INIT -> new ExpectedReply(403, "System not initialized.");
            case BAD_JSON -> new ExpectedReply(500, "Bad request.");
            case ACTION_THROWS -> new ExpectedReply(502, "An error has occurred: ");
            case NOT_AN_OBJECT -> new ExpectedReply(502, "The action did not return a dictionary.");
        };
    }

    private ExpectedReply python() {
        return switch (this) {
            case INIT_OK -> new ExpectedReply(200, "{\"ok\":true}");
            case INIT_WITHOUT_CODE -> new ExpectedReply(403, "Missing main/no code to execute.");
            case SECOND_INIT -> new ExpectedReply(403, "Cannot initialize the action more than once.");
            case UNLOADABLE_CODE -> new ExpectedReply(502, "Cannot start action. Check logs for details.");
            case RUN_BEFORE_INIT -> new ExpectedReply(500, "no action defined yet");
            case BAD_JSON -> new ExpectedReply(400, "");
            case ACTION_THROWS -> new ExpectedReply(200, "nooooo");
            case NOT_AN_OBJECT -> new ExpectedReply(502, "The action did not return a dictionary or array.");
        };
    }
}
