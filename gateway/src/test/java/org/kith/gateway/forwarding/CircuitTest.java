package org.kith.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Circuit circuit = new Circuit(2, Duration.ofSeconds(1));

    @Test
    void lets_everything_pass_until_failures_in_a_row() {
        circuit.failed(0);
        circuit.succeeded();
        circuit.failed(0);
        assertThat(circuit.mayPass(0)).isTrue();
        circuit.failed(0);
        assertThat(circuit.mayPass(0)).isFalse();
    }

    @Test
    void lets_one_try_after_the_pause_and_everybody_once_it_succeeded() {
        opened();
        assertThat(circuit.mayPass(SECOND)).isTrue();
        assertThat(circuit.mayPass(SECOND)).isFalse();
        circuit.succeeded();
        assertThat(circuit.mayPass(SECOND)).isTrue();
        assertThat(circuit.mayPass(SECOND)).isTrue();
    }

    @Test
    void pauses_longer_after_each_failed_try_but_not_for_ever() {
        opened();
        assertThat(circuit.mayPass(SECOND)).isTrue();
        circuit.failed(SECOND);
        assertThat(circuit.mayPass(2 * SECOND)).isFalse();
        assertThat(circuit.mayPass(3 * SECOND)).isTrue();
        for (int i = 0; i < 100; i++) circuit.failed(3 * SECOND);
        assertThat(circuit.mayPass(13 * SECOND)).isTrue();
    }

    @Test
    void a_try_that_ended_undecided_lets_another_try() {
        opened();
        assertThat(circuit.mayPass(SECOND)).isTrue();
        circuit.undecided();
        assertThat(circuit.mayPass(SECOND)).isTrue();
    }

    private void opened() {
        circuit.failed(0);
        circuit.failed(0);
    }
}
