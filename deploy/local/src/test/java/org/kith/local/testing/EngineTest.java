package org.kith.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.local.Installation;
import org.kith.local.process.Ports;
import org.testcontainers.DockerClientFactory;

class EngineTest {

    @Test
    void parts_are_containers_where_a_container_engine_answers_and_processes_where_none_does() {
        assertThat(Engine.of(() -> true)).isInstanceOf(Containers.class);
        assertThat(Engine.of(() -> false)).isInstanceOf(Processes.class);
    }

    @Test
    void what_runs_here_is_what_the_machine_has() {
        assertThat(Engine.available() instanceof Containers).isEqualTo(DockerClientFactory.instance().isDockerAvailable());
        assertThat(RealParts.postgres().answers()).isTrue();
        assertThat(RealParts.postgres().pidFile().running().isPresent()).isNotEqualTo(DockerClientFactory.instance().isDockerAvailable());
    }

    @Test
    void a_container_gets_the_same_addresses_and_no_secret_among_its_arguments() {
        var server = SharedKeycloak.server(Installation.here(), RealParts.folder(), RealParts.running(SharedStores.NAME), Ports.free());
        assertThat(server.starting()).startsWith("start").contains("--http-host=127.0.0.1", "--http-port=" + server.port()).doesNotContain("--optimized")
                .noneMatch(argument -> argument.contains(server.operatorSecret()));
        assertThat(server.environment()).containsValue(server.operatorSecret());
    }
}
