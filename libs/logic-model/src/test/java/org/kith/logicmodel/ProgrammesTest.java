package org.kith.logicmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

class ProgrammesTest {
    static final Path PROGRAMMES = Path.of(System.getProperty("kith.root"), "programmes");

    @Test
    void all_load() {
        assertThat(LogicModels.loadAll(PROGRAMMES, EventVocabulary.ofCatalogue())).isNotEmpty();
    }
}
