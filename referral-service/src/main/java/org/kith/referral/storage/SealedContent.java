package org.kith.referral.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Identity;
import org.kith.vault.PersonKey;

/** What a referral says about a person that no event may say; stored under their key only. */
public record SealedContent(Identity identity, @Nullable String note, @Nullable String externalReference) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(SealedContent.class);
    private static final ObjectReader READER = JSON.readerFor(SealedContent.class);

    /** Bound to the referral: opens for no other row. */
    public byte[] seal(PersonKey key, UUID referral) {
        try {
            return key.seal(referral, WRITER.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new IllegalStateException("content of ours cannot be written"); // its message could quote the content
        }
    }

    /** @throws org.kith.vault.VaultException if the bytes are not this referral's, or not this person's */
    public static SealedContent open(PersonKey key, UUID referral, byte[] sealed) {
        try {
            return READER.readValue(key.open(referral, sealed));
        } catch (IOException e) {
            throw new IllegalStateException("sealed content of ours cannot be read");
        }
    }

    @Override
    public String toString() {
        return "SealedContent[…]";
    }
}
