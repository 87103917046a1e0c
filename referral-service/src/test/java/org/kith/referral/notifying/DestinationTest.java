package org.kith.referral.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @Test
    void is_an_address_with_all_its_parts() {
        var destination = Destination.read("https://hooks.example.org:8443/a/b?c=d", false);
        assertThat(destination).extracting(Destination::host, Destination::port, Destination::target, Destination::secure)
                .containsExactly("hooks.example.org", 8443, "/a/b?c=d", true);
        assertThat(Destination.read("https://[2606:4700::1111]", false)).extracting(Destination::host, Destination::port, Destination::target)
                .containsExactly("2606:4700::1111", 443, "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "hooks.example.org", "http://hooks.example.org/", "ftp://hooks.example.org/", "file:///etc/passwd", "https:///nowhere", "https://user:word@hooks.example.org/",
            "https://hooks.example.org/#here", "https://hooks.example.org:0/", "https://hooks.example.org:70000/", "https://ho_oks.example.org/", "https://hooks.example.org/a b"})
    void anything_else_is_none(String text) {
        assertThat(Destination.read(text, false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://169.254.169.254/latest", "https://10.0.0.1/", "https://2130706433/",
            "https://nobody.invalid/"})
    void no_private_address_is_connected_to_even_if_it_was_registered(String text) {
        var destination = Destination.read(text, false);
        assertThat(destination == null ? null : destination.resolve()).isNull();
    }

    @Test
    void in_development_this_machine_will_do() {
        var destination = Destination.read("http://127.0.0.1:8080/", true);
        assertThat(destination).isNotNull().extracting(Destination::resolve).isNotNull();
    }
}
