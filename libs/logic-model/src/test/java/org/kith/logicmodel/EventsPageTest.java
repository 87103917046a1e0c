package org.kith.logicmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

class EventsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("kith.root"));
    private static final String WRITE = "kith.docs.write";

    @Test
    void the_committed_page_is_current() throws IOException {
        var page = ROOT.resolve("docs/events.md");
        var content = EventsPage.of(LogicModels.loadAll(ROOT.resolve("programmes"), EventVocabulary.ofCatalogue()));
        if (Boolean.getBoolean(WRITE)) Files.writeString(page, content);

        assertThat(Files.readString(page)).as("docs/events.md is stale: run the tests of this module with -D" + WRITE + "=true").isEqualTo(content);
    }
}
