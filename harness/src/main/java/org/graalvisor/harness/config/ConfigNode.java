package org.graalvisor.harness.config;

import java.util.List;
import java.util.Map;

/** A value of a configuration file that knows its line, counted from 1. */
sealed interface ConfigNode {

    /** Returns the line the value begins in. */
    int line();

    /** A number, a text or a truth value, as written. */
    record Scalar(int line, String text) implements ConfigNode {}

    /** A list. */
    record Sequence(int line, List<ConfigNode> items) implements ConfigNode {}

    /** Named values in the order of the file. */
    record Mapping(int line, Map<String, ConfigNode> entries) implements ConfigNode {}
}
