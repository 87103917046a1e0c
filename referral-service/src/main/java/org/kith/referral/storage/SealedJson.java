package org.kith.referral.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kith.vault.PersonKey;

/** Records about a person as JSON under the person's key. Its failures say nothing of what was written or read. */
public final class SealedJson<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectWriter writer;
    private final ObjectReader reader;

    public SealedJson(Class<T> type) {
        this.writer = JSON.writerFor(type);
        this.reader = JSON.readerFor(type);
    }

    /** @param row to which it is bound: opens for no other */
    public byte[] seal(PersonKey key, UUID row, T content) {
        try {
            return key.seal(row, writer.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new IllegalStateException("content of ours cannot be written"); // its message could quote the content
        }
    }

    /** @throws org.kith.vault.VaultException if the bytes are not this row's, or not this person's */
    public T open(PersonKey key, UUID row, byte[] sealed) {
        try {
            return reader.readValue(key.open(row, sealed));
        } catch (IOException e) {
            throw new IllegalStateException("sealed content of ours cannot be read");
        }
    }

    /** Whatever record it was, as the fields that it has. */
    public static Map<String, Object> fields(PersonKey key, UUID row, byte[] sealed) {
        return fields(new String(key.open(row, sealed), StandardCharsets.UTF_8));
    }

    public static Map<String, Object> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (IOException e) {
            throw new IllegalStateException("content of ours cannot be read");
        }
    }
}
