package org.kith.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes(
            Map.of(
                    "directory", List.of("/api/programmes/**"),
                    "reporting", List.of("GET /api/programmes", "GET /api/programmes/*/report/**"),
                    "referral", List.of("/api/referrals/**")),
            List.of("GET /api/certificates/*"));

    @Test
    void an_open_route_takes_its_own_path_and_everything_below() {
        assertThat(routes.service("POST", "/api/referrals")).contains("referral");
        assertThat(routes.service("POST", "/api/referrals/1/accept")).contains("referral");
        assertThat(routes.service("GET", "/api/referrals-of-others")).isEmpty();
    }

    @Test
    void the_most_exact_route_wins() {
        assertThat(routes.service("GET", "/api/programmes")).contains("reporting");
        assertThat(routes.service("HEAD", "/api/programmes")).contains("reporting");
        assertThat(routes.service("GET", "/api/programmes/clics")).contains("directory");
        assertThat(routes.service("PUT", "/api/programmes/clics")).contains("directory");
        assertThat(routes.service("GET", "/api/programmes/clics/report")).contains("reporting");
        assertThat(routes.service("GET", "/api/programmes/clics/report/x")).contains("reporting");
    }

    @Test
    void a_path_whose_methods_are_named_has_no_others() {
        assertThat(routes.service("POST", "/api/programmes")).isEmpty();
        assertThat(routes.methods("/api/programmes")).containsExactly("GET", "HEAD");
        assertThat(routes.service("PUT", "/api/programmes/clics/report")).isEmpty();
        assertThat(routes.methods("/api/programmes/clics")).as("its service knows").isEmpty();
        assertThat(routes.methods("/api/nowhere")).isEmpty();
    }

    @Test
    void what_no_route_names_does_not_exist() {
        assertThat(routes.service("POST", "/internal/webhook-referrals")).isEmpty();
        assertThat(routes.service("GET", "/q/health")).isEmpty();
        assertThat(routes.service("GET", "/")).isEmpty();
    }

    @Test
    void only_open_routes_need_no_token() {
        assertThat(routes.isOpen("GET", "/api/certificates/K-1")).isTrue();
        assertThat(routes.isOpen("POST", "/api/certificates/K-1")).isFalse();
        assertThat(routes.isOpen("GET", "/api/certificates/K-1/holder")).isFalse();
        assertThat(routes.isOpen("GET", "/api/programmes")).isFalse();
    }

    @Test
    void a_route_that_is_none_is_refused_at_start() {
        assertThatThrownBy(() -> new Routes(Map.of("x", List.of("api")), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
