package org.graalvisor.analysis.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE"})
    void numbersReadTheSameUnderEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(List.of(0.0, 0.0421, 0.21249, 12.25, 446.4, 999.6, 4155.0, 12_346.0, 15e6, -3.14159).stream()
                .map(Numbers::readable))
                .containsExactly("0", "0.0421", "0.212", "12.3", "446", "1,000", "4,155", "12,350", "15,000,000",
                        "-3.14");
        assertThat(Numbers.exact(1024)).isEqualTo("1024");
        assertThat(Numbers.exact(0.1)).isEqualTo("0.1");
    }

    @Test
    void aTableQuotesWhatNeedsQuoting() {
        assertThat(new Table(List.of("a", "b"), List.of(List.of("x,y", "say \"no\""))).toCsv())
                .isEqualTo("a,b\n\"x,y\",\"say \"\"no\"\"\"\n");
    }
}
