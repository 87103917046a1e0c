package org.kith.referral.outreach.forms;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.outreach.domain.Kind;
import org.kith.referral.outreach.entries.Entries;
import org.kith.referral.outreach.entries.EntryAnswer;
import org.kith.referral.outreach.entries.EntryCheck;
import org.kith.referral.outreach.entries.ErrorRequest;
import org.kith.referral.outreach.entries.Listing;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.paging.Page;
import org.kith.web.precondition.ETags;

/** First contact forms. */
@Path("/api/first-contact-forms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FirstContactFormsResource {
    private static final String ADDRESS = "/api/first-contact-forms/";

    private final Entries entries;
    private final NamedForms named;
    private final ReferenceCopy reference;
    private final Asking asking;

    FirstContactFormsResource(Entries entries, NamedForms named, ReferenceCopy reference, Asking asking) {
        this.entries = entries;
        this.named = named;
        this.reference = reference;
        this.asking = asking;
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordFirstContactForm", summary = "A first contact form was completed", description = "Anonymous, unless the person agrees to be named. Each gap becomes an event of its own.")
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    public Uni<Response> record(FirstContactFormRequest sent) {
        var asked = asking.asked();
        var checked = sent.check(new EntryCheck(reference.current(), asked));
        return checked.person() == null
                ? entries.record(checked.command(), asked, ADDRESS)
                : named.record(checked.command(), checked.person(), asked, ADDRESS);
    }

    /** @param person absent where nobody gave a name, for who may not see it, and once the person was erased */
    @Schema(name = "FirstContactForm")
    record FormAnswer(@JsonUnwrapped EntryAnswer entry, @Nullable FormPerson person) {}

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "readFirstContactForm", summary = "A first contact form", description = "Every read of personal data is audited.")
    public Uni<RestResponse<FormAnswer>> read(@PathParam("id") UUID id) {
        var asked = asking.asked();
        return entries.seenBy(asked.caller(), Kind.FIRST_CONTACT_FORM, id).chain(row -> person(id, asked).map(person -> RestResponse.ResponseBuilder
                .ok(new FormAnswer(EntryAnswer.of(row), person.orElse(null)))
                .header(HttpHeaders.ETAG, ETags.of(row.version))
                .build()));
    }

    private Uni<Optional<FormPerson>> person(UUID form, Asked asked) {
        var caller = asked.caller();
        return caller.is(Role.WORKER) || caller.is(Role.COORDINATOR) ? named.of(form, asked) : Uni.createFrom().item(Optional.empty());
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "listFirstContactForms", summary = "First contact forms", description = "Of an area, of a day, in the order in which they were recorded.")
    public Uni<Page<EntryAnswer>> list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("area") @Nullable String area,
            @QueryParam("day") @Nullable String day,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return entries.list(Kind.FIRST_CONTACT_FORM, Listing.read(asking.asked().caller(), programme, area, day, after, limit));
    }

    @POST
    @Path("{id}/entered-in-error")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "enterFirstContactFormInError", summary = "It was recorded in error and no longer counts")
    @APIResponse(responseCode = "200", description = "It counts no longer; ETag is the new version")
    public Uni<Response> enterInError(@PathParam("id") UUID id, ErrorRequest sent) {
        var asked = asking.asked();
        return entries.enterInError(asked.caller(), Kind.FIRST_CONTACT_FORM, id, sent, asked);
    }
}
