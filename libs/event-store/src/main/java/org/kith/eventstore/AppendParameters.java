package org.kith.eventstore;

import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that a group's statement unnests: appends, events, outbox rows, then the columns of each companion table;
 * for the careful form also, for each outbox and companion row, the number of its append in the group, from 1.
 */
final class AppendParameters {
    private final List<@Nullable Object> arrays = new ArrayList<>(32);
    private final List<Long[]> numbers = new ArrayList<>();
    private final List<Append> group;

    AppendParameters(List<Append> group, List<CompanionTable> companions, long tables) {
        this.group = group;
        addAppends();
        addEvents();
        addOutbox();
        for (int i = 0; i < companions.size(); i++) if ((tables & 1L << i) != 0) addRows(companions.get(i));
    }

    Tuple plain() {
        return Tuple.wrap(arrays);
    }

    Tuple careful() {
        var all = new ArrayList<>(arrays);
        all.addAll(numbers);
        return Tuple.wrap(all);
    }

    private void addAppends() {
        int size = group.size();
        var streams = new String[size];
        var expected = new Long[size];
        var added = new Integer[size];
        for (int i = 0; i < size; i++) {
            var append = group.get(i);
            streams[i] = append.stream();
            expected[i] = append.expectedVersion();
            added[i] = append.events().size();
        }
        arrays.addAll(Arrays.asList(streams, expected, added));
    }

    private void addEvents() {
        int size = 0;
        for (var append : group) size += append.events().size();
        var streams = new String[size];
        var versions = new Long[size];
        var ids = new UUID[size];
        var types = new String[size];
        var schemas = new Integer[size];
        var occurredAt = new OffsetDateTime[size];
        var recordedAt = new OffsetDateTime[size];
        var actors = new String[size];
        var correlations = new UUID[size];
        var causations = new @Nullable UUID[size];
        var data = new String[size];
        int e = 0;
        for (var append : group) {
            long version = append.expectedVersion();
            var now = append.context().now().atOffset(ZoneOffset.UTC);
            for (var event : append.events()) {
                streams[e] = append.stream();
                versions[e] = ++version;
                ids[e] = event.id();
                types[e] = event.encoded().type();
                schemas[e] = event.encoded().version();
                occurredAt[e] = event.occurredAt().atOffset(ZoneOffset.UTC);
                recordedAt[e] = now;
                actors[e] = append.context().actor();
                correlations[e] = append.context().correlationId();
                causations[e] = append.context().causationId();
                data[e] = event.encoded().data();
                e++;
            }
        }
        arrays.addAll(Arrays.asList(streams, versions, ids, types, schemas, occurredAt, recordedAt, actors, correlations, causations, data));
    }

    private void addOutbox() {
        var envelopes = new ArrayList<String>();
        var data = new ArrayList<String>();
        var n = new ArrayList<Long>();
        for (int i = 0; i < group.size(); i++) {
            for (var event : group.get(i).events()) {
                var outgoing = event.outgoing();
                if (outgoing == null) continue;
                envelopes.add(outgoing.envelope());
                data.add(outgoing.data());
                n.add(i + 1L);
            }
        }
        arrays.add(envelopes.toArray(String[]::new));
        arrays.add(data.toArray(String[]::new));
        numbers.add(n.toArray(Long[]::new));
    }

    private void addRows(CompanionTable table) {
        var rows = new ArrayList<CompanionRow>();
        var n = new ArrayList<Long>();
        for (int i = 0; i < group.size(); i++) {
            for (var row : group.get(i).rows()) {
                if (!AppendStatements.same(row.table(), table)) continue;
                rows.add(row);
                n.add(i + 1L);
            }
        }
        for (int c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c).type().newArray(rows.size());
            for (int r = 0; r < column.length; r++) column[r] = rows.get(r).values().get(c);
            arrays.add(column);
        }
        numbers.add(n.toArray(Long[]::new));
    }
}
