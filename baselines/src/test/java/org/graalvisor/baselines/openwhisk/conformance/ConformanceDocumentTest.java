package org.graalvisor.baselines.openwhisk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.junit.jupiter.api.Test;

class ConformanceDocumentTest {
    private static final Map<ActionLanguage, String> NAMES = Map.of(ActionLanguage.JAVA, "Java",
            ActionLanguage.JAVASCRIPT, "JavaScript", ActionLanguage.PYTHON, "Python");

    @Test
    void theDocumentListsExactlyTheItemsInTheirOrder() throws IOException {
        Path document = Path.of(System.getProperty("graalvisor.root"), "docs", "openwhisk-conformance.md");
        List<String> rows = Files.readAllLines(document).stream().filter(line -> line.matches("\\| [A-Z][0-9]+ \\|.*"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(ConformanceSuite.items().stream().map(item -> "| " + item.id()
                + " | " + item.title() + " | " + languages(item.languages()) + " |").toList());
    }

    private static String languages(Set<ActionLanguage> languages) {
        return languages.size() == ActionLanguage.values().length
                ? "all"
                : NAMES.get(languages.iterator().next());
    }
}
