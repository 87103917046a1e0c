package org.kith.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.kith.decider.DomainEvent;

/**
 * Stored events ↔ JSON. Names are given, explicit and permanent; an event whose record changed shape keeps its name and
 * gets the next version, with one upcaster for each older one.
 */
public final class EventCodec<E extends DomainEvent> {

    /** An event as it lies in the table. */
    public record Encoded(String type, int version, String data) {}

    private record Entry<E>(String type, Class<? extends E> record, List<Upcaster> upcasters, ObjectWriter writer, ObjectReader reader) {
        int version() {
            return upcasters.size() + 1;
        }
    }

    private final Map<String, Entry<E>> byType;
    private final Map<Class<?>, Entry<E>> byRecord = new HashMap<>();

    private EventCodec(Map<String, Entry<E>> byType) {
        this.byType = Map.copyOf(byType);
        byType.values().forEach(entry -> byRecord.put(entry.record(), entry));
    }

    /** @param family the sealed interface of the events; {@link Builder#build()} checks that none is forgotten */
    public static <E extends DomainEvent> Builder<E> of(Class<E> family) {
        return new Builder<>(family);
    }

    public Encoded encode(E event) {
        var entry = byRecord.get(event.getClass());
        if (entry == null) throw new IllegalArgumentException(event.getClass() + " has no stored name");
        try {
            return new Encoded(entry.type(), entry.version(), entry.writer().writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw unreadable("cannot write", entry.type(), entry.version());
        }
    }

    /** @throws IllegalStateException when the type or version is unknown, or the data is not that of the type */
    public E decode(String type, int version, String data) {
        var entry = byType.get(type);
        if (entry == null) throw unreadable("unknown type", type, version);
        if (version < 1 || version > entry.version()) throw unreadable("unknown version", type, version);
        try {
            if (version == entry.version()) return entry.reader().readValue(data);
            var node = (ObjectNode) PublicEventJson.mapper().readTree(data);
            for (var upcaster : entry.upcasters().subList(version - 1, entry.upcasters().size())) node = upcaster.next(node);
            return entry.reader().readValue(node);
        } catch (java.io.IOException e) {
            throw unreadable("cannot read", type, version);
        }
    }

    /** Without data and without Jackson's message, which quotes it. */
    private static IllegalStateException unreadable(String what, String type, int version) {
        return new IllegalStateException("stored event: " + what + " (" + type + " version " + version + ")");
    }

    /** Collects the events of one family. */
    public static final class Builder<E extends DomainEvent> {
        private final Class<E> family;
        private final Map<String, Entry<E>> entries = new HashMap<>();

        private Builder(Class<E> family) {
            this.family = family;
        }

        /** @param older one upcaster per older version: from 1 to 2 first; none while the event is at version 1 */
        public Builder<E> event(String type, Class<? extends E> record, Upcaster... older) {
            if (!record.isRecord()) throw new IllegalArgumentException(record + " is not a record");
            var mapper = PublicEventJson.mapper();
            var entry = new Entry<E>(type, record, List.of(older), mapper.writerFor(record), mapper.readerFor(record));
            if (entries.put(type, entry) != null) throw new IllegalArgumentException("two events are called " + type);
            return this;
        }

        /** @throws IllegalStateException naming the events of the sealed family that have no name, or have two */
        public EventCodec<E> build() {
            var named = new ArrayList<Class<?>>();
            entries.values().forEach(entry -> named.add(entry.record()));
            if (new HashSet<>(named).size() != named.size()) throw new IllegalStateException("an event of " + family + " has two names");
            var missing = records(family);
            missing.removeAll(named);
            if (!missing.isEmpty()) throw new IllegalStateException("events without a stored name: " + missing);
            return new EventCodec<>(entries);
        }

        private static List<Class<?>> records(Class<?> type) {
            var found = new ArrayList<Class<?>>();
            if (type.isRecord()) found.add(type);
            if (type.isSealed()) for (var permitted : type.getPermittedSubclasses()) found.addAll(records(permitted));
            return found;
        }
    }
}
