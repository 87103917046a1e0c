package org.kith.referral.uploading;

import java.util.Arrays;
import java.util.Optional;

/** A column that a file may have; named in the first row, in any order. */
enum Column {
    PROGRAMME("programme", "programme", true),
    EXTERNAL_REFERENCE("externalReference", "externalReference", true),
    SOURCE("source", "source", true),
    PRACTICE("practice", "practice", false),
    AREA("area", "area", false),
    NHS_NUMBER("nhsNumber", "person.nhsNumber", false),
    CHI_NUMBER("chiNumber", "person.chiNumber", false),
    GIVEN_NAME("givenName", "person.givenName", true),
    FAMILY_NAME("familyName", "person.familyName", true),
    BIRTH_DATE("birthDate", "person.birthDate", true),
    POSTCODE("postcode", "person.postcode", false),
    GENDER("gender", "person.gender", false),
    ETHNICITY("ethnicity", "person.ethnicity", false),
    PHONE("phone", "person.phone", false),
    EMAIL("email", "person.email", false),
    /** Several are separated by {@code |}. */
    REASONS("reasons", "reasons", true),
    CONSENT_GIVEN("consentGiven", "consent.given", true),
    CONSENT_HOW("consentHow", "consent.how", false),
    CONSENT_AT("consentAt", "consent.at", false),
    /** Who gave it, for a person under 18. */
    CONSENT_BY("consentBy", "consent.by", false),
    SAFEGUARDING("safeguarding", "safeguarding", false),
    NOTE("note", "note", false),
    OCCURRED_AT("occurredAt", "occurredAt", false),
    /** How far it had come where it began elsewhere; the columns after it say when, and by whom. */
    STATUS("status", "status", false),
    ACCEPTED_AT("acceptedAt", "acceptedAt", false),
    WAITING_SINCE("waitingSince", "waitingSince", false),
    WAITING_REASON("waitingReason", "waitingReason", false),
    WORKER("worker", "worker", false),
    ALLOCATED_AT("allocatedAt", "allocatedAt", false),
    FIRST_CONTACT_AT("firstContactAt", "firstContactAt", false),
    FIRST_CONTACT_MODE("firstContactMode", "firstContactMode", false),
    FIRST_CONTACT_MINUTES("firstContactMinutes", "firstContactMinutes", false),
    ENDED_AT("endedAt", "endedAt", false),
    OUTCOME("outcome", "outcome", false);

    private final String title;
    private final String field;
    private final boolean required;

    /**
     * @param title as in the first row
     * @param field of the request that the other doors take
     * @param required whether a file must have it
     */
    Column(String title, String field, boolean required) {
        this.title = title;
        this.field = field;
        this.required = required;
    }

    String title() {
        return title;
    }

    boolean isRequired() {
        return required;
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values()).filter(column -> column.title.equalsIgnoreCase(title.strip())).findFirst();
    }

    /** The column in which a fault of that field stands; the whole row's faults stand in the first. */
    static Column of(String field) {
        if (field.startsWith("reasons")) return REASONS;
        if (field.equals("consent")) return CONSENT_GIVEN;
        return Arrays.stream(values()).filter(column -> column.field.equals(field)).findFirst().orElse(PROGRAMME);
    }
}
