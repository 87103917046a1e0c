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

/** The answer to a message that was taken. It is the same whenever it is made: its ids and its time follow from the referral's id. */
final class MessageAnswer {
    static final String RESPONSE = "servicerequest-response";
    static final String ENDPOINT = "urn:kith:fhir";

    private MessageAnswer() {}

    /** @param message id of the message that is answered */
    static Bundle to(String message, UUID referral) {
        var header = new MessageHeader();
        var id = derived("message-header", referral);
        header.setId(id.toString());
        header.setEvent(new Coding().setSystem(Message.EVENTS).setCode(RESPONSE));
        header.setReason(Written.concept(Message.REASONS, Message.NEW));
        header.getSource().setEndpoint(ENDPOINT);
        header.getResponse().setIdentifier(message).setCode(ResponseType.OK);
        header.addFocus(new Reference("ServiceRequest/" + referral));
        var bundle = new Bundle();
        bundle.setId(derived("message", referral).toString());
        bundle.setType(BundleType.MESSAGE).setTimestamp(madeAt(referral));
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(header);
        return bundle;
    }

    static UUID derived(String kind, UUID referral) {
        return UUID.nameUUIDFromBytes((kind + "/" + referral).getBytes(StandardCharsets.UTF_8));
    }

    /** A UUID of version 7 begins with the milliseconds of its making. */
    private static Date madeAt(UUID referral) {
        return new Date(referral.getMostSignificantBits() >>> 16);
    }
}
