package org.kith.web.caller;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Problems;

/**
 * Who is asking, from a verified token.
 *
 * @param subject      opaque account id ({@code sub}); goes into events as the actor
 * @param client       client id ({@code azp})
 * @param organisation code of the organisation that the account belongs to; null for an account of none (the gateway)
 * @param programmes   ids of the programmes that the account may use
 * @param roles        realm roles
 */
public record Caller(String subject, String client, @Nullable String organisation, Set<String> programmes, Set<String> roles) {
    /** Roles of the programmes' own staff, who see their programmes' rows whichever organisation these came from. */
    private static final Set<String> STAFF = Set.of(
            Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR);

    public Caller {
        programmes = Set.copyOf(programmes);
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    public boolean mayUse(String programme) {
        return programmes.contains(programme);
    }

    /**
     * Whether a row is this caller's to see: of a programme it may use, and of its own organisation unless it is staff.
     *
     * @param owner code of the organisation that the row came from; null when it came from none
     */
    public boolean sees(String programme, @Nullable String owner) {
        return mayUse(programme) && (isStaff() || (organisation != null && organisation.equals(owner)));
    }

    /** @throws org.kith.web.problem.ProblemException 404 when the row is not this caller's to see */
    public void mustSee(String programme, @Nullable String owner) {
        if (!sees(programme, owner)) throw Problems.notFound();
    }

    /** @throws org.kith.web.problem.ProblemException 403 when the programme is not one of the caller's */
    public void mustUse(String programme) {
        if (!mayUse(programme)) throw Problems.forbidden("Your account does not take part in this programme.");
    }
}
