package org.kith.referral.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Reference;

/** The answer to a message that was taken. It is the same whenever it is made: its ids and its time follow from an id of what was made. */
final class MessageAnswer {
    static final String RESPONSE = "servicerequest-response";
    static final String ENDPOINT = "urn:kith:fhir";

    private MessageAnswer() {}

    /**
     * @param message id of the message that is answered
     * @param reason as the message had it
     * @param made the referral's own id; the event's when it was cancelled
     */
    static Bundle to(String message, String reason, UUID referral, UUID made) {
        var header = new MessageHeader();
        var id = derived("message-header", made);
        header.setId(id.toString());
        header.setEvent(new Coding().setSystem(Message.EVENTS).setCode(RESPONSE));
        header.setReason(Written.concept(Message.REASONS, reason));
        header.getSource().setEndpoint(ENDPOINT);
        header.getResponse().setIdentifier(message).setCode(ResponseType.OK);
        header.addFocus(new Reference("ServiceRequest/" + referral));
        var bundle = new Bundle();
        bundle.setId(derived("message", made).toString());
        bundle.setType(BundleType.MESSAGE).setTimestamp(madeAt(made));
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(header);
        return bundle;
    }

    static UUID derived(String kind, UUID made) {
        return UUID.nameUUIDFromBytes((kind + "/" + made).getBytes(StandardCharsets.UTF_8));
    }

    /** A UUID of version 7 begins with the milliseconds of its making. */
    private static Date madeAt(UUID made) {
        return new Date(made.getMostSignificantBits() >>> 16);
    }
}
