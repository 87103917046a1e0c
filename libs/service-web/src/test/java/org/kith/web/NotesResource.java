package org.kith.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.kith.web.caller.Role;

/** Below another resource's path, in a class of its own. */
@Path("/api/samples/{version}/notes")
@RolesAllowed(Role.REFERRER)
public class NotesResource {

    @GET
    public Uni<Map<String, String>> list(@PathParam("version") long version, @QueryParam("after") String after, @RestQuery String period) {
        return Uni.createFrom().item(Map.of("after", String.valueOf(after), "period", String.valueOf(period)));
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, "text/csv"})
    public Uni<String> add(@PathParam("version") long version, String note) {
        return Uni.createFrom().item(note);
    }
}
