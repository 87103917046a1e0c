package org.kith.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.Problems;

/** One resource of each kind that services have. */
@Path("/api/samples")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {
    public record Person(@Size(max = 5) String name, LocalDate born) {}

    public record Sample(@NotBlank String title, @NotNull @Valid Person person, List<@Size(max = 3) String> reasons, int count) {}

    private final Callers callers;

    SampleResource(Callers callers) {
        this.callers = callers;
    }

    @POST
    @RolesAllowed(Role.REFERRER)
    public Uni<Sample> echo(@Valid Sample sample) {
        return Uni.createFrom().item(sample);
    }

    @GET
    @Path("/caller")
    @RolesAllowed({Role.REFERRER, Role.WORKER})
    public Uni<Caller> caller() {
        return Uni.createFrom().item(callers.current());
    }

    @GET
    @Path("/of/{programme}/{owner}")
    @RolesAllowed({Role.REFERRER, Role.WORKER})
    public Uni<Map<String, String>> row(@PathParam("programme") String programme, @PathParam("owner") String owner) {
        callers.current().mustSee(programme, owner);
        return Uni.createFrom().item(Map.of("owner", owner));
    }

    @PUT
    @Path("/{version}")
    @RolesAllowed(Role.REFERRER)
    public Uni<Map<String, Boolean>> change(@PathParam("version") long version, @HeaderParam("If-Match") String ifMatch) {
        if (!IfMatch.required(ifMatch).allows(version)) throw Problems.stale();
        return Uni.createFrom().item(Map.of("changed", true));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public Uni<String> broken() {
        return Uni.createFrom().failure(new IllegalStateException("secret detail"));
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "\"nobody gets here\"";
    }
}
