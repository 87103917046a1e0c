package org.kith.reporting.rebuilding;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/** Rows in COPY's binary format, sent in pieces of some size: neither side writes or parses texts of dates and numbers. */
final class CopyRows implements AutoCloseable {
    private static final int PIECE = 256 * 1024;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int ELEMENT_INT4 = 23;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private final CopyIn copy;
    private byte[] bytes = new byte[PIECE + 16 * 1024];
    private int length;

    /** @param columns the table with its columns in parentheses; it must have been made in this transaction */
    CopyRows(Connection connection, String columns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + columns + " FROM STDIN (FORMAT binary, FREEZE)");
        raw(SIGNATURE);
    }

    CopyRows row(int fields) throws SQLException {
        if (length >= PIECE) send();
        int2(fields);
        return this;
    }

    CopyRows shortField(int value) {
        int4(2);
        int2(value);
        return this;
    }

    CopyRows intField(int value) {
        int4(4);
        int4(value);
        return this;
    }

    CopyRows longField(long value) {
        int4(8);
        int8(value);
        return this;
    }

    CopyRows field(LocalDate day) {
        return intField((int) (day.toEpochDay() - EPOCH_DAY));
    }

    CopyRows field(@Nullable Instant moment) {
        if (moment == null) return nothing();
        return longField((moment.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + moment.getNano() / 1_000);
    }

    CopyRows field(UUID id) {
        int4(16);
        int8(id.getMostSignificantBits());
        int8(id.getLeastSignificantBits());
        return this;
    }

    CopyRows field(BigDecimal number) {
        return field(ByteConverter.numeric(number));
    }

    CopyRows field(@Nullable String text) {
        return text == null ? nothing() : field(text.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows field(int[] numbers) {
        room(20 + 8 * numbers.length + 4);
        int4(20 + 8 * numbers.length);
        int4(1);
        int4(0);
        int4(ELEMENT_INT4);
        int4(numbers.length);
        int4(1);
        for (int number : numbers) intField(number);
        return this;
    }

    /** Ends the statement, or takes it back when something failed before. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) copy.cancelCopy();
    }

    void end() throws SQLException {
        int2(-1);
        send();
        copy.endCopy();
    }

    private CopyRows field(byte[] value) {
        int4(value.length);
        raw(value);
        return this;
    }

    private CopyRows nothing() {
        int4(-1);
        return this;
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int2(int value) {
        room(2);
        ByteConverter.int2(bytes, length, value);
        length += 2;
    }

    private void int4(int value) {
        room(4);
        ByteConverter.int4(bytes, length, value);
        length += 4;
    }

    private void int8(long value) {
        room(8);
        ByteConverter.int8(bytes, length, value);
        length += 8;
    }

    private void room(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
}
