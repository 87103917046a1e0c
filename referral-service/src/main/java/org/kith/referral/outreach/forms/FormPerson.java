package org.kith.referral.outreach.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.vault.PersonKey;

/** Who a form is of, as they said; stored under their key only. */
@Schema(name = "FirstContactPersonDetails")
record FormPerson(
        String givenName,
        String familyName,
        @Nullable String nhsNumber,
        @Nullable LocalDate birthDate,
        @Nullable String postcode,
        @Nullable String phone,
        @Nullable String email,
        String consent) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(FormPerson.class);
    private static final ObjectReader READER = JSON.readerFor(FormPerson.class);

    /** Bound to the form: opens for no other row. */
    byte[] seal(PersonKey key, UUID form) {
        try {
            return key.seal(form, WRITER.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new IllegalStateException("content of ours cannot be written"); // its message could quote the content
        }
    }

    /** @throws org.kith.vault.VaultException if the bytes are not this form's, or not this person's */
    static FormPerson open(PersonKey key, UUID form, byte[] sealed) {
        try {
            return READER.readValue(key.open(form, sealed));
        } catch (IOException e) {
            throw new IllegalStateException("sealed content of ours cannot be read");
        }
    }

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "FormPerson[…]";
    }
}
