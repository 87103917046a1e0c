package org.kith.volunteer.domain;

import static org.kith.volunteer.domain.Workforce.ADULTS;
import static org.kith.volunteer.domain.Workforce.CHILDREN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
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

    /** Which can be seen in which evidence, by its code. The update service has no basic checks; only members have a statement of membership. */
    private static final Map<String, Set<CheckKind>> SEEN_IN = Map.of(
            "membership-statement", EnumSet.range(PVG_CHILDREN, PVG_CHILDREN_AND_ADULTS),
            "level-2-disclosure", EnumSet.of(PVG_CHILDREN, PVG_ADULTS, PVG_CHILDREN_AND_ADULTS, DISCLOSURE_LEVEL_2),
            "digital-disclosure", EnumSet.range(PVG_CHILDREN, DISCLOSURE_LEVEL_2),
            "certificate", EnumSet.range(DBS_BASIC, DBS_ENHANCED_CHILDREN_AND_ADULTS),
            "update-service", EnumSet.range(DBS_STANDARD, DBS_ENHANCED_CHILDREN_AND_ADULTS));

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

    /** Of evidence that a programme has added to its list nothing is known here, and who saw it is believed. */
    public boolean canBeSeenIn(String evidence) {
        var kinds = SEEN_IN.get(evidence);
        return kinds == null || kinds.contains(this);
    }

    /** The last day on which it holds by law; null where the law sets none. */
    public @Nullable LocalDate lastDay(LocalDate issuedOn) {
        return years == 0 ? null : issuedOn.plusYears(years);
    }

    public static Optional<CheckKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
