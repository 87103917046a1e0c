package org.kith.volunteer.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.vault.PersonKey;

/** What identifies a volunteer: never in an event, sealed wherever it is stored. */
public record PersonalDetails(String givenName, String familyName, @Nullable String email, @Nullable String phone) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public byte[] seal(PersonKey key, UUID volunteer) {
        try {
            return key.seal(volunteer, JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details cannot be written");
        }
    }

    public static PersonalDetails open(PersonKey key, UUID volunteer, byte[] sealed) {
        try {
            return JSON.readValue(key.open(volunteer, sealed), PersonalDetails.class);
        } catch (IOException e) {
            throw new IllegalStateException("details cannot be read");
        }
    }

    @Override
    public String toString() {
        return "PersonalDetails";
    }
}
