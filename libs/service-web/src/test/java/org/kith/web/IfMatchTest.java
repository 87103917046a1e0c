package org.kith.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.web.precondition.ETags;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.ProblemException;

class IfMatchTest {

    @Test
    void a_version_matches_its_own_etag_only() {
        assertThat(IfMatch.read(ETags.of(3)).allows(3)).isTrue();
        assertThat(IfMatch.read(ETags.of(3)).allows(4)).isFalse();
        assertThat(IfMatch.read(ETags.of(3)).expected()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void any_of_a_list_matches() {
        IfMatch match = IfMatch.read("\"1\", \"a,b\" , W/\"7\",\"3\"");
        assertThat(match.allows(1)).isTrue();
        assertThat(match.allows(3)).isTrue();
        assertThat(match.allows(7)).as("a weak tag never matches").isFalse();
    }

    @Test
    void a_star_and_an_absent_header_allow_any_version() {
        assertThat(IfMatch.read("*").allows(9)).isTrue();
        assertThat(IfMatch.read(null).allows(9)).isTrue();
        assertThat(IfMatch.read(" * ").expected()).isEmpty();
    }

    @Test
    void a_weak_or_foreign_tag_is_stale() {
        assertThatThrownBy(() -> IfMatch.read("W/\"3\"").expected()).satisfies(e -> assertStatus(e, 412));
        assertThatThrownBy(() -> IfMatch.read("\"abc\"").expected()).satisfies(e -> assertStatus(e, 412));
    }

    @Test
    void an_absent_header_is_refused_where_it_is_required() {
        assertThatThrownBy(() -> IfMatch.required(null)).satisfies(e -> assertStatus(e, 428));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"3", "3\"", "\"3\" \"4\"", "w/\"3\"", "\"3\",*", "* , \"3\"", "\"a\nb\""})
    void what_is_no_list_of_tags_is_refused(String header) {
        assertThatThrownBy(() -> IfMatch.read(header)).satisfies(e -> assertStatus(e, 400));
    }

    private static void assertStatus(Throwable e, int status) {
        assertThat(e).isInstanceOfSatisfying(ProblemException.class, p -> assertThat(p.problem().status()).isEqualTo(status));
    }
}
