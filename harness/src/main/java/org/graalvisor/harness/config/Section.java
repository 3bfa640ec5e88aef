package org.graalvisor.harness.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a configuration file that is read value by value. A wrong value is noted and replaced by a harmless one, so
 * that reading goes on and finds the other errors; {@link #finish} throws them all.
 */
public final class Section {
    private static final String NO_TEXT = "";

    private final String file;
    private final ConfigNode.Mapping mapping;
    private final List<String> errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Section> parts = new ArrayList<>();

    private Section(String file, ConfigNode.Mapping mapping, List<String> errors) {
        this.file = file;
        this.mapping = mapping;
        this.errors = errors;
    }

    /**
     * Opens a file.
     *
     * @param file name for error messages
     * @param text its content
     * @throws ConfigurationException when it is no YAML
     */
    public static Section open(String file, String text) {
        return new Section(file, YamlReader.read(file, text), new ArrayList<>());
    }

    /** Returns a text that must be there. */
    public String text(String name) {
        return scalar(name).map(ConfigNode.Scalar::text).orElse(NO_TEXT);
    }

    /** Returns a text that must be one of the given. */
    public String oneOf(String name, Collection<String> valid) {
        Optional<ConfigNode.Scalar> scalar = scalar(name);
        scalar.ifPresent(value -> requireOneOf(name, value, valid));
        return scalar.map(ConfigNode.Scalar::text).orElse(NO_TEXT);
    }

    /** Returns a list of texts, each one of the given; empty when absent. */
    public List<String> listOf(String name, Collection<String> valid) {
        List<ConfigNode.Scalar> items = items(name);
        items.forEach(item -> requireOneOf(name, item, valid));
        return items.stream().map(ConfigNode.Scalar::text).toList();
    }

    /** Returns a whole number that must be there and lie between the bounds, both included. */
    public long number(String name, long least, long most) {
        return scalar(name).map(value -> parse(name, value, least, most)).orElse(least);
    }

    /** Returns a number, with or without a fraction, that must be there and lie between the bounds, both included. */
    public double decimal(String name, double least, double most) {
        return scalar(name).map(value -> parse(name, value, least, most)).orElse(least);
    }

    /** Returns a list of whole numbers between the bounds, both included; at least one. */
    public List<Integer> numbers(String name, int least, int most) {
        List<ConfigNode.Scalar> items = items(name);
        if (items.isEmpty()) {
            error(mapping.line(), name + " is missing or empty; give a list of whole numbers");
        }
        return items.stream().map(item -> Math.toIntExact(parse(name, item, least, most))).toList();
    }

    /** Returns a part by name; an empty one when absent. */
    public Section part(String name) {
        known.add(name);
        ConfigNode node = mapping.entries().get(name);
        if (node != null && !(node instanceof ConfigNode.Mapping)) {
            error(node.line(), name + " must hold \"name: value\" lines");
        }
        Section part = new Section(file, node instanceof ConfigNode.Mapping found
                ? found
                : new ConfigNode.Mapping(mapping.line(), Map.of()), errors);
        parts.add(part);
        return part;
    }

    /** Returns the names in this part, in the order of the file. */
    public List<String> names() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** Marks every name as known, for parts of which another reader takes care. */
    public void skip() {
        known.addAll(mapping.entries().keySet());
    }

    /**
     * Returns this part with the values of another on top. Unknown names are found in the result.
     *
     * @param top values that win
     */
    public Section overriddenBy(Section top) {
        Map<String, ConfigNode> merged = new LinkedHashMap<>(mapping.entries());
        merged.putAll(top.mapping.entries());
        skip();
        top.skip();
        Section result = new Section(file, new ConfigNode.Mapping(mapping.line(), merged), errors);
        parts.add(result);
        return result;
    }

    /**
     * Ends reading.
     *
     * @throws ConfigurationException when any value or name was wrong
     */
    public void finish() {
        reportUnknown();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
    }

    private void reportUnknown() {
        mapping.entries().forEach((name, node) -> {
            if (!known.contains(name)) {
                error(node.line(), "unknown name " + name + "; " + NearestName.hint(name, known));
            }
        });
        parts.forEach(Section::reportUnknown);
    }

    private Optional<ConfigNode.Scalar> scalar(String name) {
        known.add(name);
        ConfigNode node = mapping.entries().get(name);
        if (node instanceof ConfigNode.Scalar scalar) {
            return Optional.of(scalar);
        }
        error(node == null ? mapping.line() : node.line(),
                node == null ? name + " is missing" : name + " must be a single value");
        return Optional.empty();
    }

    private List<ConfigNode.Scalar> items(String name) {
        known.add(name);
        ConfigNode node = mapping.entries().get(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ConfigNode.Sequence sequence
                && sequence.items().stream().allMatch(ConfigNode.Scalar.class::isInstance)) {
            return sequence.items().stream().map(ConfigNode.Scalar.class::cast).toList();
        }
        error(node.line(), name + " must be a list such as [a, b]");
        return List.of();
    }

    private void requireOneOf(String name, ConfigNode.Scalar value, Collection<String> valid) {
        if (!valid.contains(value.text())) {
            error(value.line(), name + ": unknown value " + value.text() + "; "
                    + NearestName.hint(value.text(), valid));
        }
    }

    private long parse(String name, ConfigNode.Scalar value, long least, long most) {
        try {
            long number = Long.parseLong(value.text().replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below, as for a number out of range.
        }
        error(value.line(), name + ": " + value.text() + " is no whole number from " + least + " to " + most);
        return least;
    }

    private double parse(String name, ConfigNode.Scalar value, double least, double most) {
        try {
            double number = Double.parseDouble(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below, as for a number out of range.
        }
        error(value.line(), name + ": " + value.text() + " is no number from " + least + " to " + most);
        return least;
    }

    private void error(int line, String message) {
        errors.add(file + ":" + line + ": " + message);
    }
}
