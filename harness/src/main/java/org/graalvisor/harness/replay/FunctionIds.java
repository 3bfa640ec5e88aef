package org.graalvisor.harness.replay;

import org.graalvisor.trace.model.FunctionKey;

/** How functions of a trace are called when they are registered. */
final class FunctionIds {
    private FunctionIds() {}

    /** Functions of different applications of one owner may have the same name. */
    static String of(FunctionKey key) {
        return key.app().equals(key.function()) ? key.function() : key.app() + "-" + key.function();
    }
}
