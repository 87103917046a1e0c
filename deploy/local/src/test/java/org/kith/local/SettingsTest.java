package org.kith.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.local.process.StartFailed;
import org.kith.local.services.Service;

class SettingsTest {

    private static final Path ROOT = Path.of("/somewhere/kith");

    @Test
    void without_any_choice_the_usual_ports_and_folder_hold() {
        var settings = settings(Map.of(), Map.of());
        assertThat(settings.port(Service.GATEWAY)).isEqualTo(8080);
        assertThat(settings.keycloakPort()).isEqualTo(8180);
        assertThat(settings.data()).isEqualTo(ROOT.resolve("data"));
    }

    @Test
    void the_environment_goes_above_the_file() {
        var settings = settings(Map.of("port.kafka-controller", "7001", "port.kafka", "7000"), Map.of("KITH_PORT_KAFKA_CONTROLLER", "7002"));
        assertThat(settings.kafkaPort()).isEqualTo(7000);
        assertThat(settings.kafkaControllerPort()).isEqualTo(7002);
    }

    @Test
    void a_base_moves_every_port_and_none_to_the_place_of_another() {
        var settings = settings(Map.of(), Map.of("KITH_PORT_BASE", "28080", "KITH_PORT_REPORTING", "29000"));
        assertThat(settings.port(Service.GATEWAY)).isEqualTo(28080);
        assertThat(settings.port(Service.REPORTING)).isEqualTo(29000);
        assertThat(settings.ports().values()).doesNotHaveDuplicates();
    }

    @Test
    void a_base_in_the_environment_goes_above_single_ports_in_the_file_and_below_those_beside_it() {
        var file = Map.of("port.gateway", "7000", "port.kafka", "7001", "port.base", "6000");
        var settings = settings(file, Map.of("KITH_PORT_BASE", "28080", "KITH_PORT_KAFKA", "29000"));
        assertThat(settings.port(Service.GATEWAY)).isEqualTo(28080);
        assertThat(settings.kafkaPort()).isEqualTo(29000);
        assertThat(settings(file, Map.of()).port(Service.GATEWAY)).isEqualTo(7000);
        assertThat(settings(file, Map.of()).port(Service.REFERRAL)).isEqualTo(6001);
    }

    @Test
    void what_was_chosen_is_a_file_that_means_the_same() {
        var settings = settings(Map.of("port.gateway", "7000", "without", "referral, volunteer", "heap.kafka", "300"), Map.of("KITH_PORT_BASE", "28080", "KITH_DATA", "here"));
        var again = new Settings(Path.of("/elsewhere"), settings.chosen(), Map.of());
        assertThat(again.chosen()).isEqualTo(settings.chosen());
        assertThat(again.data()).isEqualTo(ROOT.resolve("here"));
        assertThat(again.ports()).isEqualTo(settings.ports()).containsEntry("port.gateway", 28080);
        assertThat(again.without()).containsExactlyInAnyOrder("referral", "volunteer");
        assertThat(again.kafkaHeap()).isEqualTo(300);
    }

    @Test
    void a_service_that_there_is_not_cannot_be_left_out() {
        assertThatThrownBy(() -> settings(Map.of("without", "volunteer,referal"), Map.of()).without())
                .isInstanceOf(StartFailed.class).hasMessageContainingAll("without=volunteer,referal", "referral", "KITH_WITHOUT");
    }

    @Test
    void a_name_of_no_known_kind_is_told_all_names() {
        assertThatThrownBy(() -> SettingNames.check(ROOT.resolve("kith.properties"), Set.of("data", "colour")))
                .isInstanceOf(StartFailed.class).hasMessageContainingAll("kith.properties: there is no setting colour", "data", "heap.referral", "without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "0", "70000", "-1"})
    void what_is_no_port_is_refused_with_the_place_to_change_it(String port) {
        assertThatThrownBy(() -> settings(Map.of("port.postgres", port), Map.of()).postgresPort())
                .isInstanceOf(StartFailed.class).hasMessageContaining("port.postgres=" + port).hasMessageContaining("KITH_PORT_POSTGRES");
    }

    @Test
    void options_of_every_jvm_are_told_apart_by_spaces() {
        assertThat(settings(Map.of("jvm.options", ""), Map.of()).jvmOptions()).isEmpty();
        assertThat(settings(Map.of(), Map.of("KITH_JVM_OPTIONS", "-XX:TieredStopAtLevel=1  -Xlog:gc")).jvmOptions()).containsExactly("-XX:TieredStopAtLevel=1", "-Xlog:gc");
    }

    @Test
    void an_absolute_folder_is_taken_as_it_is() {
        assertThat(settings(Map.of("data", "/elsewhere/data"), Map.of()).data()).isEqualTo(Path.of("/elsewhere/data"));
    }

    private static Settings settings(Map<String, String> file, Map<String, String> environment) {
        return new Settings(ROOT, file, environment);
    }
}
