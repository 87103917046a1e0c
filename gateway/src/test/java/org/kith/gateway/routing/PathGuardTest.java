package org.kith.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "/", "/api/referrals", "/api/programmes/norfolk-living-well/report?period=2025-Q2&area=ketts-oak", "/api/practices/KITH-NLW-01",
            "/api/groups/a%20b", "/api/x?next=%2Fapi%2F..;//", "/api/caf%C3%A9"
    })
    void what_reads_in_one_way_only_passes(String uri) {
        assertThat(PathGuard.isPlain(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/api/referrals;x=1", "/api/referrals;/internal", "/api/referrals%3b", "/api/referrals%3B", "/api%2freferrals", "/api%2Freferrals",
            "/api%5creferrals", "/api%5Creferrals", "/api\\referrals", "//api/referrals", "/api//referrals", "/api/../internal",
            "/api/..", "/api/x..y", "/api/./x", "/api/.", "/api/%2e%2e/internal", "/api/%2E./internal", "/api/%00", "/api/%0d%0aX", "/api/%1f",
            "/api/%7f", "/api/\t", "/api/\u0001", "/api/%252f", "/api/%zz", "/api/%2", "/api/ü", "/api/a b", "http://elsewhere/api", "*", "",
            "api/referrals", "/api/x?a=\u0001", "/api/<x>", "/api/\"x\""
    })
    void what_could_be_read_in_two_ways_is_refused(String uri) {
        assertThat(PathGuard.isPlain(uri)).isFalse();
    }

    @Test
    void a_long_path_takes_no_deep_stack() {
        assertThat(PathGuard.isPlain("/" + "a".repeat(1_000_000))).isTrue();
        assertThat(PathGuard.isPlain("/" + "%C3%A9".repeat(200_000) + "<")).isFalse();
    }
}
