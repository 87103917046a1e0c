package org.kith.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.kith.local.kafka.KafkaUser;

class RealPartsTest {

    @Test
    void each_database_is_new_and_empty() throws Exception {
        var first = RealParts.database("volunteer");
        var second = RealParts.database("volunteer");
        try (var owner = first.asOwner(); var other = second.asOwner(); var service = second.asService()) {
            owner.createStatement().execute("CREATE TABLE seen (id int)");
            other.createStatement().execute("CREATE TABLE seen (id int); GRANT SELECT ON seen TO volunteer_app");
            assertThat(service.createStatement().executeQuery("SELECT * FROM seen").next()).isFalse();
        }
    }

    @Test
    void emptied_topics_begin_again() throws Exception {
        RealParts.emptyTopics();
        try (var producer = new KafkaProducer<>(RealParts.kafkaUser("volunteer").client(RealParts.kafka().bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(KafkaUser.VOLUNTEER, 0, "volunteer-1", "{}")).get();
        }
        assertThat(end()).isEqualTo(1);

        RealParts.emptyTopics();
        assertThat(end()).isZero();
    }

    private static long end() throws Exception {
        var partition = new TopicPartition(KafkaUser.VOLUNTEER, 0);
        try (var admin = RealParts.kafka().admin()) {
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all().get();
            return ends.get(partition).offset();
        }
    }
}
