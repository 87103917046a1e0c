package org.kith.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.kith.events.PublicEvent;

/**
 * The one way events are written as JSON: instants in RFC 3339, dates in ISO 8601, absent values left out, unknown
 * properties ignored when reading, so that a newer sender may add some.
 */
public final class PublicEventJson {
    /** How a record is written and read is found out when one first is: a service knows dozens of events, and a start sees few of them. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.EAGER_SERIALIZER_FETCH)
            .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private PublicEventJson() {}

    public static String write(PublicEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + event.getClass().getName());
        }
    }

    /** @throws IOException when the data is not JSON of that record */
    public static <T extends PublicEvent> T read(byte[] data, Class<T> record) throws IOException {
        return MAPPER.readValue(data, record);
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }
}
