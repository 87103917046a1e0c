package org.kith.referral.outreach.entries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.UuidV7;
import org.kith.reference.Reference;
import org.kith.referral.outreach.domain.Where;
import org.kith.referral.people.AgeBands;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** Checks what entries have in common, against the reference data of one moment; every fault is noted, and the value then is empty. */
public final class EntryCheck {
    private static final int MOST_CODES = 20;
    private static final int MOST_PEOPLE = 10_000;
    private static final int CODE = 64;

    private final Reference reference;
    private final Asked asked;
    private final Invalid invalid = new Invalid();
    private @Nullable String programme;

    public EntryCheck(Reference reference, Asked asked) {
        this.reference = reference;
        this.asked = asked;
    }

    public Invalid invalid() {
        return invalid;
    }

    /** A new entry of one of the caller's programmes and one of its areas. */
    public Where where(@Nullable String programme, @Nullable String area) {
        var caller = asked.caller();
        var id = Shapes.slug(invalid, "programme", programme);
        var code = Shapes.code(invalid, "area", area);
        var known = id == null || !caller.mayUse(id) ? null : reference.programmes().get(id);
        if (id != null && known == null)
            invalid.add("programme", "unknown-programme", "There is no such programme among those you take part in.");
        if (known != null && code != null) invalid.check(known.hasArea(code), "area", "unknown-area", "The programme has no such area.");
        this.programme = id;
        UUID entry = UuidV7.at(asked.now());
        return new Where(entry, id == null ? "" : id, code == null ? "" : code, caller.organisation());
    }

    public String code(String field, String list, @Nullable String sent) {
        return Coded.required(invalid, reference, field, list, sent);
    }

    public @Nullable String codeIfAny(String field, String list, @Nullable String sent) {
        return sent == null || sent.isBlank() ? null : code(field, list, sent);
    }

    /** A characteristic of the person, by the list that the programme's nation has: absent is not the same as refused. */
    public String codeOrNotAsked(String field, String list, @Nullable String sent) {
        var code = codeIfAny(field, reference.listOf(programme, list), sent);
        return code == null ? AgeBands.NOT_ASKED : code;
    }

    /** Of somebody on the day of the entry; not asked where no birth date is known. */
    public String ageBand(@Nullable LocalDate birthDate, Instant at) {
        var bands = reference.codeList("age-band").map(list -> list.codes().keySet()).orElse(Set.of());
        return birthDate == null ? AgeBands.NOT_ASKED : AgeBands.of(birthDate, LocalDate.ofInstant(at, Shapes.LONDON), bands);
    }

    /** Without repetitions, in the order in which they were sent. */
    public List<String> codes(String field, String list, @Nullable List<@Nullable String> sent) {
        if (sent == null || !invalid.check(sent.size() <= MOST_CODES, field, "too-many", "At most " + MOST_CODES + ".")) return List.of();
        var codes = new LinkedHashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var code = invalid.required(field + "[" + i + "]", sent.get(i), CODE);
            if (code != null) codes.add(code(field + "[" + i + "]", list, code));
        }
        return List.copyOf(codes);
    }

    /** @param least where nobody need have come, 0 */
    public int people(String field, @Nullable Integer sent, int least) {
        if (sent == null) {
            invalid.add(field, "required", "This is required.");
            return least;
        }
        invalid.check(sent >= least && sent <= MOST_PEOPLE, field, "out-of-range", "From " + least + " to " + MOST_PEOPLE + " people.");
        return sent;
    }

    public Instant occurredAt(@Nullable String sent) {
        return Moment.orNow(invalid, "occurredAt", sent, asked.now());
    }
}
