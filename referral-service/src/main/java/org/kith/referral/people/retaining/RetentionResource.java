package org.kith.referral.people.retaining;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Whose data have been kept as long as they are to be. */
@Path("/api/people/due-for-erasure")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Retention retention;
    private final Asking asking;

    RetentionResource(Retention retention, Asking asking) {
        this.retention = retention;
        this.asking = asking;
    }

    /** @param next what {@code after} is to be for the next page; absent on the last */
    @Schema(name = "DueForErasurePage")
    public record Page(List<DueForErasure> items, @Nullable UUID next) {}

    @GET
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "listDueForErasure", summary = "Whose data have been kept long enough", description = "People all of whose referrals ended, each longer ago than its programme keeps people's data (kith.retention), and whom "
            + "no programme but yours knows. Nobody is erased by themselves: erase them one by one. Who is kept for another reason is said with it.")
    @APIResponse(responseCode = "200", description = "References only, nothing personal")
    public Uni<Page> list(@QueryParam("on") @Nullable String on, @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var day = on == null ? null : Shapes.day(invalid, "on", on);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        var from = invalid.uuid("after", after);
        invalid.throwIfAny();
        var moment = day == null ? asked.now() : day.plusDays(1).atStartOfDay(Shapes.LONDON).toInstant();
        return retention.due(asked.caller().programmes(), moment, from, most)
                .map(found -> new Page(found, found.size() < most ? null : found.getLast().person()));
    }
}
