package org.kith.volunteer.certificates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kith.volunteer.domain.CertificateNumber;
import org.kith.volunteer.storage.CertificateRow;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;

@Path("/api/certificates")
@Produces(MediaType.APPLICATION_JSON)
public class CertificatesResource {
    private static final int SHOWN = 40;

    private final Callers callers;
    private final Mutiny.SessionFactory sessions;

    CertificatesResource(Callers callers, Mutiny.SessionFactory sessions) {
        this.callers = callers;
        this.sessions = sessions;
    }

    /** Whether a certificate of this number was issued. A slip in the number is an answer too, not an error. */
    @GET
    @Path("{number}")
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "checkCertificate", summary = "Check a certificate by its number")
    public Uni<CertificateView> certificate(@PathParam("number") String typed) {
        var caller = callers.current();
        var number = CertificateNumber.read(typed);
        if (number.isEmpty())
            return Uni.createFrom().item(new CertificateView(typed.substring(0, Math.min(typed.length(), SHOWN)), false, null, null));
        return sessions.withSession(session -> session.find(CertificateRow.class, number.get().text()))
                .map(row -> view(number.get().text(), row, caller));
    }

    private static CertificateView view(String number, @Nullable CertificateRow row, Caller caller) {
        if (row == null) return new CertificateView(number, false, null, null);
        boolean may = caller.is(Role.COORDINATOR) && caller.mayUse(row.programme);
        return new CertificateView(number, true, row.issuedAt, may ? row.volunteer : null);
    }
}
