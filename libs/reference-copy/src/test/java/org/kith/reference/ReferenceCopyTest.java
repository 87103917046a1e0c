package org.kith.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.local.testing.RealParts;
import org.kith.testsupport.DirectoryTopic;

/** Against a real broker, as the user that the volunteer service signs in with. */
class ReferenceCopyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void an_empty_topic() {
        RealParts.emptyTopics();
    }

    @Test
    void knows_what_stood_in_the_topic_before_it_says_that_it_has_caught_up() throws Exception {
        try (var directory = new DirectoryTopic()) {
            directory.programme("clics", "CP4");
            for (int i = 0; i < 500; i++) directory.codeList("list-" + i, "a", "b");
        }
        try (var copy = copy()) {
            await().atMost(PATIENCE).until(copy::caughtUp);

            assertThat(copy.current().hasArea("clics", "CP4")).isTrue();
            assertThat(copy.current().codeLists()).hasSize(500);
        }
    }

    @Test
    void goes_on_reading_and_passes_over_what_it_cannot_read() throws Exception {
        try (var copy = copy(); var directory = new DirectoryTopic()) {
            await().atMost(PATIENCE).until(copy::caughtUp);
            directory.poison("code-list-broken", "code-list.published").codeList("gender", "female", "male");
            await().atMost(PATIENCE).until(() -> copy.current().hasCode("gender", "female"));

            assertThat(copy.current().codeLists()).hasSize(1);
        }
    }

    private static ReferenceCopy copy() {
        var user = RealParts.kafkaUser("volunteer");
        return new ReferenceCopy(new KafkaAccess(RealParts.kafka().bootstrap(), user.user(), user.password())).start();
    }
}
