package org.kith.reporting.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.inject.Singleton;
import java.util.Set;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Problems;

/** Who is reading, and how closely they may look. */
@Singleton
public class Readers {
    /** Whoever works in a programme sees its numbers as they are. */
    private static final Set<String> OWN_STAFF = Set.of(Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.FUNDER, Role.STEWARD, Role.ADMINISTRATOR);

    private final Callers callers;
    private final Settings settings;

    Readers(Callers callers, Settings settings) {
        this.callers = callers;
        this.settings = settings;
    }

    @ConfigMapping(prefix = "kith.reporting")
    public interface Settings {
        /** Organisations whose analysts count as the programmes' own staff. */
        @WithName("host-organisations")
        @WithDefault("kith-host")
        Set<String> hostOrganisations();
    }

    /** @throws org.kith.web.problem.ProblemException 404 for a programme that is not the caller's, as for one that is not there */
    void mustRead(String programme) {
        if (!mayRead(programme)) throw Problems.notFound();
    }

    boolean mayRead(String programme) {
        return callers.current().mayUse(programme);
    }

    /** Whether small numbers of people are hidden from this caller. */
    boolean seesRounded() {
        Caller caller = callers.current();
        if (OWN_STAFF.stream().anyMatch(caller::is)) return false;
        return caller.organisation() == null || !settings.hostOrganisations().contains(caller.organisation());
    }
}
