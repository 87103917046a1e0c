package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.directory.partners.domain.PartnerKind;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;

/** What the gateway, and nobody else, needs to keep the doors: the practices' secrets, and who is suspended. */
@Path("/internal/partner-doors")
@Produces(MediaType.APPLICATION_JSON)
final class DoorsResource {
    /** Other replicas' changes are seen after this at the latest. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** @param until from when it is good no longer; absent where it has no end */
    record Secret(String secret, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** @param state to be sent as {@code after}; {@code practices} by code, without secrets while suspended; {@code suspended} ids of clients */
    record Doors(long state, Map<String, List<Secret>> practices, List<String> suspended) {}

    private final PartnerStore partners;
    private final PartnerSecrets secrets;
    private final Doorkeepers doorkeepers;

    DoorsResource(PartnerStore partners, PartnerSecrets secrets, Doorkeepers doorkeepers) {
        this.partners = partners;
        this.secrets = secrets;
        this.doorkeepers = doorkeepers;
    }

    /** Answered at once when anything has changed since {@code after}, else after a while. */
    @GET
    @RolesAllowed(Role.GATEWAY)
    @Operation(hidden = true)
    public Uni<Doors> doors(@QueryParam("after") @Nullable String after) {
        var invalid = new Invalid();
        int known = invalid.wholeNumber("after", after, 0, Integer.MAX_VALUE, 0);
        invalid.throwIfAny();
        doorkeepers.knows(known);
        return partners.state()
                .chain(state -> after == null || state != known ? Uni.createFrom().item(true) : doorkeepers.after(known, WAIT))
                // the state first: a change in between is then told again, and none is missed
                .chain(() -> partners.state())
                .chain(state -> partners.all().map(all -> doors(state, all)));
    }

    private Doors doors(long state, List<PartnerRow> all) {
        var practices = new TreeMap<String, List<Secret>>();
        var suspended = new ArrayList<String>();
        for (var row : all) {
            if (row.kind.equals(PartnerKind.PRACTICE.code())) practices.put(row.code, row.suspended == null ? good(row) : List.of());
            else if (row.suspended != null) suspended.add(PartnerDetails.clientOf(row.code));
        }
        return new Doors(state, practices, suspended);
    }

    private List<Secret> good(PartnerRow row) {
        var good = new ArrayList<Secret>();
        good.add(new Secret(secrets.of(PartnerKind.PRACTICE, row.id, row.generation), null));
        if (row.previousUntil != null) good.add(new Secret(secrets.of(PartnerKind.PRACTICE, row.id, row.generation - 1), row.previousUntil));
        return good;
    }
}
