package org.kith.volunteer.domain;

import static org.kith.volunteer.domain.Workforce.ADULTS;
import static org.kith.volunteer.domain.Workforce.CHILDREN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of check. Scotland's PVG scheme is joined for one or both workforces and, since April 2025, for five years at a time; a check of
 * the Disclosure and Barring Service has no end in law. Only membership of the scheme, or a check against the list of those who are barred, lets
 * somebody do a regulated role: all others are desirable and never stop anybody.
 */
public enum CheckKind {
    PVG_CHILDREN("pvg-children", 5, CHILDREN),
    PVG_ADULTS("pvg-adults", 5, ADULTS),
    PVG_CHILDREN_AND_ADULTS("pvg-children-and-adults", 5, CHILDREN, ADULTS),
    DISCLOSURE_LEVEL_1("disclosure-level-1", 0),
    DISCLOSURE_LEVEL_2("disclosure-level-2", 0),
    DBS_BASIC("dbs-basic", 0),
    DBS_STANDARD("dbs-standard", 0),
    DBS_ENHANCED("dbs-enhanced", 0),
    DBS_ENHANCED_CHILDREN("dbs-enhanced-barred-children", 0, CHILDREN),
    DBS_ENHANCED_ADULTS("dbs-enhanced-barred-adults", 0, ADULTS),
    DBS_ENHANCED_CHILDREN_AND_ADULTS("dbs-enhanced-barred-children-and-adults", 0, CHILDREN, ADULTS);

    private final String code;
    private final int years;
    private final Set<Workforce> clearsFor;

    CheckKind(String code, int years, Workforce... clearsFor) {
        this.code = code;
        this.years = years;
        this.clearsFor = Set.of(clearsFor);
    }

    public String code() {
        return code;
    }

    boolean clearsFor(Workforce workforce) {
        return clearsFor.contains(workforce);
    }

    /** The last day on which it holds by law; null where the law sets none. */
    public @Nullable LocalDate lastDay(LocalDate issuedOn) {
        return years == 0 ? null : issuedOn.plusYears(years);
    }

    public static Optional<CheckKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
