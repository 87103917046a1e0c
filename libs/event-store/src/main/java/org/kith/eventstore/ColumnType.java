package org.kith.eventstore;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL types that a companion column may have, and the Java values that go into each. */
public enum ColumnType {
    TEXT("text", String[]::new, String.class::cast),
    /** {@code byte[]} or a Vert.x buffer. */
    BYTEA("bytea", Buffer[]::new, value -> value instanceof byte[] bytes ? Buffer.buffer(bytes) : (Buffer) value),
    UUID("uuid", UUID[]::new, UUID.class::cast),
    INT("int4", Integer[]::new, Integer.class::cast),
    BIGINT("int8", Long[]::new, Long.class::cast),
    BOOLEAN("bool", Boolean[]::new, Boolean.class::cast),
    DATE("date", LocalDate[]::new, LocalDate.class::cast),
    /** {@link Instant}. */
    TIMESTAMPTZ("timestamptz", OffsetDateTime[]::new, value -> OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC)),
    /** JSON as a {@link String}, into a column of type json or jsonb. */
    JSON("text", String[]::new, String.class::cast),
    JSONB("text", String[]::new, String.class::cast);

    private final String arrayElement;
    private final IntFunction<Object[]> array;
    private final Function<Object, Object> converter;

    ColumnType(String arrayElement, IntFunction<Object[]> array, Function<Object, Object> converter) {
        this.arrayElement = arrayElement;
        this.array = array;
        this.converter = converter;
    }

    String arrayElement() {
        return arrayElement;
    }

    /** The SQL that reads a column of the unnested array as this type. */
    String read(String expression) {
        return switch (this) {
            case JSON -> expression + "::json";
            case JSONB -> expression + "::jsonb";
            default -> expression;
        };
    }

    Object[] newArray(int length) {
        return array.apply(length);
    }

    /** @throws ClassCastException when the value is of another Java type */
    @Nullable
    Object convert(@Nullable Object value) {
        return value == null ? null : converter.apply(value);
    }
}
