package org.kith.vault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultKeysTest {
    private static final String GOOD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            key.k1=GOOD,hash=GOOD            | 'current' must name one of the keys in the file
            current=k2,key.k1=GOOD,hash=GOOD | 'current' must name one of the keys in the file
            current=k1,key.k1=GOOD           | 'hash' is missing
            current=k1,key.k1=c2hvcnQ=,hash=GOOD | 'key.k1' must be 32 bytes, not 5
            current=k1,key.k1=GOOD,hash=***  | 'hash' is not base64
            """)
    void names_the_entry_at_fault_and_never_its_value(String entries, String says) {
        assertThatThrownBy(() -> VaultKeys.parse(entries.replace(",", "\n").replace("GOOD", GOOD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("c2hvcnQ");
    }
}
