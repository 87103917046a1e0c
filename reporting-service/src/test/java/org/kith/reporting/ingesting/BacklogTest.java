package org.kith.reporting.ingesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final List<List<Long>> taken = new CopyOnWriteArrayList<>();
    private final Semaphore may = new Semaphore(0);
    private final Backlog backlog = new Backlog(this::take, 4);

    @AfterEach
    void end() {
        may.release(100);
        backlog.close();
    }

    @Test
    void what_comes_while_a_batch_is_taken_in_is_the_next_batch_in_its_order() {
        backlog.add(records(0));
        await().until(may::hasQueuedThreads);
        backlog.add(records(1));
        backlog.add(records(2, 3));
        may.release(2);

        await().untilAsserted(() -> assertThat(taken).containsExactly(List.of(0L), List.of(1L, 2L, 3L)));
    }

    @Test
    void the_reader_waits_while_there_is_no_room() {
        backlog.add(records(0));
        await().until(may::hasQueuedThreads);
        backlog.add(records(1, 2, 3));
        var reader = Thread.ofPlatform().start(() -> backlog.add(records(4, 5)));
        await().until(() -> reader.getState() == Thread.State.WAITING);
        may.release(3);

        await().untilAsserted(() -> assertThat(taken).containsExactly(List.of(0L), List.of(1L, 2L, 3L), List.of(4L, 5L)));
    }

    @Test
    void after_a_failure_nothing_is_taken_in_until_it_has_been_settled() {
        backlog.add(records(13));
        backlog.add(records(14));
        may.release(10);
        await().untilAsserted(() -> assertThatThrownBy(() -> backlog.add(records(15))).hasMessage("thirteen"));
        assertThatThrownBy(backlog::mustNotHaveFailed).hasMessage("thirteen");

        backlog.settle();
        backlog.add(records(16));

        await().untilAsserted(() -> assertThat(taken.getLast()).containsExactly(16L));
        assertThat(taken).doesNotContain(List.of(15L));
    }

    @Test
    void settling_waits_for_what_is_being_taken_in_and_forgets_the_rest() {
        backlog.add(records(0));
        await().until(may::hasQueuedThreads);
        backlog.add(records(1));
        var settling = Thread.ofPlatform().start(backlog::settle);
        await().until(() -> settling.getState() == Thread.State.WAITING);
        assertThat(taken).isEmpty();
        may.release(1);
        await().until(() -> !settling.isAlive());

        assertThat(taken).containsExactly(List.of(0L));
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        may.acquireUninterruptibly();
        var offsets = records.records(PARTITION).stream().map(ConsumerRecord::offset).toList();
        if (offsets.contains(13L)) throw new IllegalStateException("thirteen");
        taken.add(offsets);
    }

    private static ConsumerRecords<byte[], byte[]> records(long... offsets) {
        var records = java.util.Arrays.stream(offsets).mapToObj(offset -> new ConsumerRecord<byte[], byte[]>("topic", 0, offset, new byte[0], new byte[0])).toList();
        return new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
    }
}
