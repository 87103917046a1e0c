package org.kith.referral.supporting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.SupportCommand.AnswerOnward;
import org.kith.referral.domain.SupportCommand.FollowUp;
import org.kith.referral.domain.TakeUp;
import org.kith.referral.domain.SupportCommand.ReferOnward;
import org.kith.referral.domain.SupportCommand.ReportServiceUse;
import org.kith.referral.domain.SupportCommand.ReportUnmetNeed;
import org.kith.referral.domain.SupportCommand.Signpost;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** Where the person was led on to, and what could not be found for them. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LinkingResource {
    private final Sheets sheets;

    LinkingResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Signposting", requiredProperties = {"kind", "destination"})
    public record Signposting(
            @Schema(description = "Code list 'signpost-kind'", examples = "group") @Nullable String kind,
            @Schema(description = "Reference of the group, service, organisation …", examples = "group-1") @Nullable String destination,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Signposting[…]";
        }
    }

    @Schema(name = "TakeUp", requiredProperties = {"kind", "destination", "stage"})
    public record TakeUpSaid(
            @Schema(description = "As it was signposted", examples = "group") @Nullable String kind,
            @Schema(description = "As it was signposted", examples = "group-1") @Nullable String destination,
            @Schema(description = "first-attended, then sustained; or did-not-come", examples = "first-attended") @Nullable String stage,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "TakeUpSaid[…]";
        }
    }

    @Schema(name = "OnwardReferral", requiredProperties = {"kind", "destination"})
    public record Onward(
            @Schema(description = "Code list 'onward-kind'", examples = "befriending") @Nullable String kind,
            @Schema(description = "Reference of the service, organisation, group …", examples = "group-2") @Nullable String destination,
            @Schema(description = "True where it is to a formal service; absent: false") @Nullable Boolean formal,
            @Schema(description = "Reference of the community asset that refers, where one does", examples = "group-1") @Nullable String from,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Onward[…]";
        }
    }

    @Schema(name = "OnwardReply", requiredProperties = "reply")
    public record Reply(
            @Schema(description = "Code list 'onward-reply'", examples = "accepted") @Nullable String reply,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @Schema(name = "UnmetNeed", requiredProperties = "need")
    public record UnmetNeed(
            @Schema(description = "Code list 'need'", examples = "transport") @Nullable String need,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "UnmetNeed[…]";
        }
    }

    @Schema(name = "ServiceUse", requiredProperties = "uses")
    public record ServiceUse(
            @Schema(description = "Code list 'service-used'", examples = "[\"general-practice\", \"hospital\"]") @Nullable List<@Nullable String> uses,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "ServiceUse[…]";
        }
    }

    @POST
    @Path("/signposts")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordSignposting", summary = "The person was signposted to something")
    public Uni<Response> signpost(@PathParam("id") UUID id, Signposting sent) {
        var sheet = sheets.open();
        var kind = sheet.code("kind", "signpost-kind", sent.kind());
        var destination = sheet.destination("destination", sent.destination());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new Signpost(kind, destination, at));
    }

    @POST
    @Path("/signposts/take-up")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordTakeUp", summary = "The person did attend what they were signposted to, goes on attending, or did not come, be it after this referral's end")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "409", description = "not-signposted, not-attended-yet or already-taken-up")
    public Uni<Response> takeUp(@PathParam("id") UUID id, TakeUpSaid sent) {
        var sheet = sheets.open();
        var kind = sheet.code("kind", "signpost-kind", sent.kind());
        var destination = sheet.destination("destination", sent.destination());
        var stage = TakeUp.said(sent.stage());
        sheet.check(stage.isPresent(), "stage", "unknown", "One of " + String.join(", ", TakeUp.SAYABLE) + ".");
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new FollowUp(kind, destination, stage.orElse(TakeUp.FIRST_ATTENDED), at));
    }

    @POST
    @Path("/onward-referrals")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "referOnward", summary = "The person was referred onward; the answer names the onward referral")
    public Uni<Response> onward(@PathParam("id") UUID id, Onward sent) {
        var sheet = sheets.open();
        var kind = sheet.code("kind", "onward-kind", sent.kind());
        var destination = sheet.destination("destination", sent.destination());
        var from = sheet.optionalDestination("from", sent.from());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.make(id, "onward", onward -> new ReferOnward(onward, kind, destination, Boolean.TRUE.equals(sent.formal()), from, at));
    }

    @POST
    @Path("/onward-referrals/{onward}/reply")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "answerOnwardReferral", summary = "An onward referral was answered, be it after this referral's end")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "409", description = "no-such-onward-referral: it was not made in this referral")
    public Uni<Response> reply(@PathParam("id") UUID id, @PathParam("onward") UUID onward, Reply sent) {
        var sheet = sheets.open();
        var reply = sheet.code("reply", "onward-reply", sent.reply());
        return sheet.take(id, new AnswerOnward(onward, reply, sheet.at("occurredAt", sent.occurredAt())));
    }

    @POST
    @Path("/unmet-needs")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "reportUnmetNeed", summary = "Nothing was found that meets a need of the person")
    public Uni<Response> unmet(@PathParam("id") UUID id, UnmetNeed sent) {
        var sheet = sheets.open();
        var need = sheet.code("need", "need", sent.need());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new ReportUnmetNeed(need, at));
    }

    @POST
    @Path("/service-use")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "reportServiceUse", summary = "Which other services the person uses, as they say")
    public Uni<Response> uses(@PathParam("id") UUID id, ServiceUse sent) {
        var sheet = sheets.open();
        var uses = sheet.codes("uses", "service-used", sent.uses());
        sheet.check(sent.uses() != null && !sent.uses().isEmpty(), "uses", "required", "At least one; 'none' where they use none.");
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new ReportServiceUse(uses, at));
    }
}
