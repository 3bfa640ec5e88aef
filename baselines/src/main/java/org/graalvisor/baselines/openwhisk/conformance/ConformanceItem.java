package org.graalvisor.baselines.openwhisk.conformance;

import java.util.Set;
import org.graalvisor.baselines.openwhisk.ActionLanguage;

/**
 * One thing a runtime must do.
 *
 * @param id short name, unique in the list
 * @param title what must hold, for people
 * @param languages the languages it says something about
 * @param check tries it
 */
public record ConformanceItem(String id, String title, Set<ActionLanguage> languages, ConformanceCheck check) {
    private static final Set<ActionLanguage> ALL = Set.of(ActionLanguage.values());

    /** Copies the set. */
    public ConformanceItem {
        languages = Set.copyOf(languages);
    }

    static ConformanceItem ofAll(String id, String title, ConformanceCheck check) {
        return new ConformanceItem(id, title, ALL, check);
    }

    static ConformanceItem of(ActionLanguage language, String id, String title, ConformanceCheck check) {
        return new ConformanceItem(id, title, Set.of(language), check);
    }

    @Override
    public String toString() {
        return id + ' ' + title;
    }
}
