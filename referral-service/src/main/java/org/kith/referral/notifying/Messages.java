package org.kith.referral.notifying;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.fhir.FhirNotices;

/** What is sent: codes and references. Whoever may know more reads the referral, which is audited. */
@Singleton
final class Messages {
    private final ObjectMapper json;
    private final FhirNotices fhir;

    Messages(ObjectMapper json, FhirNotices fhir) {
        this.json = json;
        this.fhir = fhir;
    }

    /** As Standard Webhooks advises. */
    record Body(String type, Instant timestamp, Data data) {}

    record Data(UUID referral, String address, String programme, String area, @Nullable String reason, @Nullable String outcome) {}

    Uni<Sender.Message> of(DueStore.Due due) {
        if (!due.format().equals(EndpointRequest.FHIR)) return Uni.createFrom().item(new Sender.Message(due.id(), MediaType.APPLICATION_JSON, plain(due)));
        var notice = new FhirNotices.Notice(due.id(), due.referral(), due.person(), due.organisation(), due.programme(), due.area(), due.kind(), due.detail(), due.occurredAt());
        return fhir.write(notice).map(message -> new Sender.Message(due.id(), FhirNotices.MEDIA_TYPE, message));
    }

    private String plain(DueStore.Due due) {
        boolean declined = due.kind().equals(NoticeKind.DECLINED.code());
        var data = new Data(
                due.referral(), "/api/referrals/" + due.referral(), due.programme(), due.area(), declined ? due.detail() : null, declined ? null : due.detail());
        try {
            return json.writeValueAsString(new Body(due.kind(), due.occurredAt(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of ours cannot be written", e);
        }
    }
}
