package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void holds_what_was_added_and_nothing_else() {
        var random = new Random(7);
        var ids = new ArrayList<UUID>();
        var set = new IdSet();
        for (int i = 0; i < 50_000; i++) ids.add(new UUID(random.nextLong(), random.nextLong()));
        for (var id : ids) assertThat(set.add(id)).isTrue();
        for (var id : ids) assertThat(set.add(id)).isFalse();
        assertThat(set.size()).isEqualTo(50_000);
        for (var id : ids) assertThat(set.contains(id)).isTrue();
        for (int i = 0; i < 50_000; i++) assertThat(set.contains(new UUID(random.nextLong(), random.nextLong()))).isFalse();
    }
}
