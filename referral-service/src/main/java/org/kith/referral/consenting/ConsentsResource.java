package org.kith.referral.consenting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Consents;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.people.KnownPeople;
import org.kith.referral.steps.Sheets;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** A person's consents, and to whom they were disclosed. */
@Path("/api/people/{person}")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConsentsResource {
    private final ConsentHistory history;
    private final Disclosures disclosures;
    private final KnownPeople people;
    private final VaultStore vault;
    private final Sheets sheets;
    private final Asking asking;

    ConsentsResource(ConsentHistory history, Disclosures disclosures, KnownPeople people, VaultStore vault, Sheets sheets, Asking asking) {
        this.history = history;
        this.disclosures = disclosures;
        this.people = people;
        this.vault = vault;
        this.sheets = sheets;
        this.asking = asking;
    }

    @Schema(name = "Disclosures")
    public record Disclosed(List<Disclosures.Disclosure> items) {}

    @GET
    @Path("/consents")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "readConsents", summary = "What a person agreed to and took back, and what holds", description = "In the referrals to your programmes. Every read is audited.")
    @APIResponse(responseCode = "200", description = "What was said until asOf, and what held then")
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see, or no longer")
    public Uni<ConsentsAnswer> consents(@PathParam("person") UUID person, @QueryParam("asOf") @Nullable String asOf) {
        var asked = asking.asked();
        var caller = asked.caller();
        var invalid = new Invalid();
        var sent = invalid.instant("asOf", asOf);
        invalid.throwIfAny();
        var access = new Access(person, "person/" + person + "/consents", caller.subject(), caller.organisation(), asked.correlationId());
        return people.seenBy(caller, person).chain(() -> vault.keyFor(access))
                .chain(key -> history.of(key.orElseThrow(Problems::notFound), caller.programmes()))
                .map(all -> ConsentsAnswer.asOf(sent == null ? asked.now() : sent, all));
    }

    @POST
    @Path("/consents")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "sayConsent", summary = "A person gave a consent, or withdrew one", description = "Whatever has become of the referral. Without a purpose it is about the referral as a whole, and withdrawing that withdraws everything narrower. "
            + "Where tell-referrer is withdrawn, who referred is shown the referral no more; where share-with is, nobody of that reference can be referred onward to.")
    @APIResponse(responseCode = "200", description = "Done; ETag is the referral's new version")
    @APIResponse(responseCode = "409", description = "It was withdrawn already, or the referral was entered in error")
    public Uni<Response> say(@PathParam("person") UUID person, ConsentRequest sent) {
        var sheet = sheets.open();
        sheet.required("given", sent.given());
        var purpose = sheet.optionalCode("purpose", "consent-purpose", sent.purpose());
        var recipient = sheet.optionalDestination("recipient", sent.recipient());
        sheet.check(purpose != null || recipient == null, "purpose", "required", "For what may the recipient be told?");
        var how = sheet.code("how", "consent-how", sent.how());
        var by = sheet.optionalCode("by", "consent-by", sent.by());
        var at = sheet.at("at", sent.at());
        sheet.note(sent.note());
        var scope = new Consents.Scope(purpose, recipient);
        return sheet.takeIn("referral", sent.referral(), view -> {
            sheet.check(view.person.equals(person), "referral", "of-another", "This is another person's referral.");
            return Boolean.TRUE.equals(sent.given())
                    ? new ReferralCommand.GiveConsent(scope, how, by, at)
                    : new ReferralCommand.WithdrawConsent(scope, how, by, at);
        });
    }

    @GET
    @Path("/disclosures")
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "readDisclosures", summary = "Who was shown what of a person, or told of them", description = "The latest thousand, also of who was erased.")
    @APIResponse(responseCode = "200", description = "The disclosures, the latest first")
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
    public Uni<Disclosed> disclosures(@PathParam("person") UUID person) {
        return people.whollySeenBy(asking.asked().caller(), person).chain(() -> disclosures.of(person)).map(Disclosed::new);
    }
}
