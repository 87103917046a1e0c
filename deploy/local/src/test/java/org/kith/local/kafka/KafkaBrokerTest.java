package org.kith.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;

class KafkaBrokerTest {

    @TempDir static Path home;

    static KafkaBroker broker;
    static RunningProcess process;

    @BeforeAll
    static void start() {
        broker = new KafkaBroker(Installation.here(), home.resolve("kafka"), Ports.free(), Ports.free(),
                new KafkaCredentials("broker", "broker-password-1"), new KafkaCredentials("operator", "operator-password"), List.of("-Xmx256m", "-XX:+UseSerialGC"));
        process = broker.start();
        try (var admin = broker.admin()) {
            var setup = new KafkaSetup(admin);
            setup.users(KafkaUser.SERVICES.stream().collect(Collectors.toMap(KafkaUser::name, user -> password(user.name()))));
            setup.topics();
        }
    }

    @AfterAll
    static void stop() {
        broker.stop(process);
    }

    @Test
    void the_owner_publishes_and_a_permitted_service_reads_with_the_brokers_clock() throws Exception {
        try (var producer = producer("directory", password("directory")); var consumer = consumer("referral", "referral-directory")) {
            producer.send(new ProducerRecord<>(KafkaUser.DIRECTORY, null, 1L, "group-1", "{}")).get();
            consumer.subscribe(List.of(KafkaUser.DIRECTORY));
            var records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("group-1");
                assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                assertThat(record.timestamp()).isGreaterThan(1L);
            });
        }
    }

    @Test
    void a_topic_keeps_everything_in_six_partitions() throws Exception {
        try (var admin = broker.admin()) {
            assertThat(admin.describeTopics(List.of(KafkaUser.REFERRAL)).allTopicNames().get().get(KafkaUser.REFERRAL).partitions()).hasSize(6);
        }
    }

    @Test
    void only_the_owner_may_publish() {
        try (var producer = producer("reporting", password("reporting"))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(KafkaUser.REFERRAL, "referral-1", "{}")).get())
                    .isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void a_service_reads_only_what_it_needs_and_only_in_groups_of_its_own() {
        try (var consumer = consumer("directory", "directory-outcomes"); var other = consumer("directory", "reporting")) {
            consumer.subscribe(List.of(KafkaUser.OUTCOMES));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20))).isInstanceOf(TopicAuthorizationException.class);
            other.subscribe(List.of(KafkaUser.DIRECTORY));
            assertThatThrownBy(() -> other.poll(Duration.ofSeconds(20))).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (var producer = producer("referral", "not-the-password-1")) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(KafkaUser.REFERRAL, "referral-1", "{}")).get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static String password(String user) {
        return user + "-password-of-tests";
    }

    private static KafkaProducer<String, String> producer(String user, String password) {
        return new KafkaProducer<>(client(user, password, Map.of("acks", "all", "max.block.ms", 20_000)), new StringSerializer(), new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(String user, String group) {
        var settings = client(user, password(user), Map.of("group.id", group, "auto.offset.reset", "earliest"));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> client(String user, String password, Map<String, Object> more) {
        var settings = new HashMap<>(new KafkaCredentials(user, password).client(broker.bootstrap()));
        settings.putAll(more);
        return settings;
    }
}
