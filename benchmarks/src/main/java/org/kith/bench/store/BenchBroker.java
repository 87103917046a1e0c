package org.kith.bench.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.kith.local.Installation;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.kafka.KafkaCredentials;
import org.kith.local.kafka.KafkaUser;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;

/** A broker of the benchmark's own, with a topic as the services have it and one for the peer. */
final class BenchBroker implements AutoCloseable {
    static final String PEER_TOPIC = "peer";

    private final KafkaBroker broker;
    private final RunningProcess process;

    BenchBroker() throws ExecutionException, InterruptedException {
        var installation = Installation.here();
        broker = new KafkaBroker(
                installation, BenchDatabase.folder(installation).resolve("kafka-" + ProcessHandle.current().pid()), Ports.free(), Ports.free(),
                new KafkaCredentials("broker", UUID.randomUUID().toString()), new KafkaCredentials("operator", UUID.randomUUID().toString()),
                List.of("-Xmx512m", "-XX:+UseSerialGC"));
        process = broker.start();
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(KafkaUser.REFERRAL, 6, (short) 1), new NewTopic(PEER_TOPIC, 6, (short) 1))).all().get();
        }
    }

    Map<String, Object> client() {
        return broker.operator().client(broker.bootstrap());
    }

    @Override
    public void close() {
        broker.stop(process);
        Folders.delete(broker.home());
    }
}
