package org.kith.volunteer.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of a volunteer, the latest of each kind, and the regulated roles that they do. */
public record Assurance(List<Check> checks, Set<Workforce> roles) {
    static final Assurance NONE = new Assurance(List.of(), Set.of());

    public Assurance {
        checks = List.copyOf(checks);
        roles = Set.copyOf(roles);
    }

    Optional<Check> check(CheckKind kind) {
        return checks.stream().filter(check -> check.kind() == kind).findFirst();
    }

    boolean clearsFor(Workforce workforce, LocalDate on) {
        return checks.stream().anyMatch(check -> check.clearsFor(workforce, on));
    }

    Assurance with(Check check) {
        var all = new ArrayList<>(without(check.kind()).checks);
        all.add(check);
        return new Assurance(all, roles);
    }

    Assurance without(CheckKind kind) {
        return new Assurance(checks.stream().filter(check -> check.kind() != kind).toList(), roles);
    }

    Assurance started(Workforce workforce) {
        var all = EnumSet.of(workforce);
        all.addAll(roles);
        return new Assurance(checks, all);
    }

    Assurance stopped(Workforce workforce) {
        return new Assurance(checks, Set.copyOf(roles.stream().filter(role -> role != workforce).toList()));
    }
}
