package org.kith.bench.reporting;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.kith.local.kafka.KafkaBroker;

/** A topic of as many partitions as the services' own, for as long as the measurement takes. */
record PeerTopic(KafkaBroker broker, String name) implements AutoCloseable {
    private static final int PARTITIONS = 6;

    static PeerTopic made(KafkaBroker broker) throws ExecutionException, InterruptedException {
        var topic = new PeerTopic(broker, "bench.peer-" + ProcessHandle.current().pid());
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name, PARTITIONS, (short) 1))).all().get();
        }
        return topic;
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        try (var admin = broker.admin()) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }
}
