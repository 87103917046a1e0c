package org.kith.directory.codelists.domain;

import static org.kith.directory.codelists.domain.CodeListRejection.VERSION_SUPERSEDED;
import static org.kith.directory.codelists.domain.CodeListRejection.VERSION_TAKEN;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.codelists.domain.CodeListEvent.VersionPublished;
import org.kith.testsupport.DeciderSpec;

class CodeListDeciderTest implements DeciderSpec<PublishCodeList, CodeList, CodeListEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");

    @Override
    public Decider<PublishCodeList, CodeList, CodeListEvent> decider() {
        return new CodeListDecider();
    }

    @Test
    void the_same_version_with_the_same_codes_is_published_once() {
        given().when(publish(1, "a", "b")).then(published(1, "a", "b"));
        given(published(1, "a", "b")).when(publish(1, "a", "b")).thenNothing();
    }

    @Test
    void a_higher_version_replaces_a_lower() {
        given(published(1, "a")).when(publish(2, "b")).then(published(2, "b"));
    }

    @Test
    void a_version_is_never_published_with_other_codes() {
        given(published(1, "a")).when(publish(1, "b")).thenRejected(VERSION_TAKEN);
    }

    @Test
    void a_lower_version_comes_too_late() {
        given(published(2, "a")).when(publish(1, "a")).thenRejected(VERSION_SUPERSEDED);
    }

    private static PublishCodeList publish(int version, String... codes) {
        return new PublishCodeList("gender", version, codes(codes), AT);
    }

    private static VersionPublished published(int version, String... codes) {
        return new VersionPublished("gender", version, codes(codes), AT);
    }

    private static List<Code> codes(String... codes) {
        return Arrays.stream(codes).map(code -> new Code(code, code)).toList();
    }
}
