package org.kith.referral.outreach.enquiries;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.kith.web.command.Asking;
import org.kith.web.paging.Page;

/** Information given to somebody who was not referred, alone or in a group. */
@Path("/api/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EnquiriesResource {
    private static final String ADDRESS = "/api/enquiries/";

    private final Entries entries;
    private final ReferenceCopy reference;
    private final Asking asking;

    EnquiriesResource(Entries entries, ReferenceCopy reference, Asking asking) {
        this.entries = entries;
        this.reference = reference;
        this.asking = asking;
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordEnquiry", summary = "An enquiry was answered", description = "A headcount is of contacts: nobody is told from anybody else by it. Each gap becomes an event of its own.")
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    public Uni<Response> record(EnquiryRequest sent) {
        var asked = asking.asked();
        return entries.record(sent.check(new EntryCheck(reference.current(), asked)), asked, ADDRESS);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "readEnquiry", summary = "An enquiry")
    public Uni<RestResponse<EntryAnswer>> read(@PathParam("id") UUID id) {
        return entries.read(asking.asked().caller(), Kind.ENQUIRY, id);
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "listEnquiries", summary = "Enquiries", description = "Of an area, of a day, in the order in which they were recorded.")
    public Uni<Page<EntryAnswer>> list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("area") @Nullable String area,
            @QueryParam("day") @Nullable String day,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return entries.list(Kind.ENQUIRY, Listing.read(asking.asked().caller(), programme, area, day, after, limit));
    }

    @POST
    @Path("{id}/entered-in-error")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "enterEnquiryInError", summary = "It was recorded in error and no longer counts")
    @APIResponse(responseCode = "200", description = "It counts no longer; ETag is the new version")
    public Uni<Response> enterInError(@PathParam("id") UUID id, ErrorRequest sent) {
        var asked = asking.asked();
        return entries.enterInError(asked.caller(), Kind.ENQUIRY, id, sent, asked);
    }
}
