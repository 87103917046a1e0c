package org.kith.referral.steps;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.UuidV7;
import org.kith.reference.Reference;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.storage.ReferralView;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * What one request says of a step: each field is read here, every fault noted, and the step is taken only if there is none. A
 * field that is wrong reads as empty, so that the others can be read too.
 */
public final class Sheet {
    private static final int CODE = 64;
    private static final int MOST_CODES = 20;
    private static final int REFERENCE = 100;
    private static final int NOTE = 4_000;
    /** A reference, not a sentence: what identifies nobody. */
    private static final Pattern REFERENCE_SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final Steps steps;
    private final Reference reference;
    private final Asked asked;
    private final Invalid invalid = new Invalid();
    private @Nullable String note;

    Sheet(Steps steps, Reference reference, Asked asked) {
        this.steps = steps;
        this.reference = reference;
        this.asked = asked;
    }

    public String code(String field, String list, @Nullable String sent) {
        return Coded.required(invalid, reference, field, list, sent);
    }

    public @Nullable String optionalCode(String field, String list, @Nullable String sent) {
        return sent == null || sent.isBlank() ? null : code(field, list, sent);
    }

    public String codeOr(String otherwise, String field, String list, @Nullable String sent) {
        var code = optionalCode(field, list, sent);
        return code == null ? otherwise : code;
    }

    /** Each once, in the order in which they came; none where nothing was sent. */
    public List<String> codes(String field, String list, @Nullable List<@Nullable String> sent) {
        if (sent == null || !few(field, sent)) return List.of();
        var codes = new LinkedHashSet<String>();
        for (int i = 0; i < sent.size(); i++) codes.add(code(field + "[" + i + "]", list, sent.get(i)));
        return List.copyOf(codes);
    }

    public boolean few(String field, List<?> sent) {
        return check(sent.size() <= MOST_CODES, field, "too-many", "At most " + MOST_CODES + ".");
    }

    /** Of a group, a service, an organisation …: a reference, never a name. */
    public String destination(String field, @Nullable String sent) {
        var text = invalid.required(field, sent, REFERENCE);
        if (text == null) return "";
        check(REFERENCE_SHAPE.matcher(text).matches(), field, "not-a-reference", "Letters, digits and . _ : - only; a reference, not a name.");
        return text;
    }

    public @Nullable String optionalDestination(String field, @Nullable String sent) {
        return sent == null || sent.isBlank() ? null : destination(field, sent);
    }

    public KindOfSupport kindOfSupport(String programme, @Nullable String strand, @Nullable String kind, @Nullable String theme) {
        return KindOfSupport.read(invalid, reference, programme, strand, kind, theme);
    }

    public boolean required(String field, @Nullable Object sent) {
        return check(sent != null, field, "required", "This is required.");
    }

    public boolean check(boolean holds, String field, String code, String message) {
        return invalid.check(holds, field, code, message);
    }

    /** Now where nothing is sent. */
    public Instant at(String field, @Nullable String sent) {
        return Moment.orNow(invalid, field, sent, asked.now());
    }

    /** Notes a text about the person, which is kept encrypted. */
    public void note(@Nullable String sent) {
        note = invalid.optional("note", sent, NOTE);
    }

    public Uni<Response> take(UUID referral, ReferralCommand command) {
        invalid.throwIfAny();
        return take(referral, _ -> command);
    }

    /** @param command of the referral as it stands; it may note further faults, and all are told together */
    public Uni<Response> take(UUID referral, Function<ReferralView, ReferralCommand> command) {
        return steps.take(referral, asked, new Beside(note, null, null), view -> faultless(command.apply(view)));
    }

    /** For a step whose referral is a field of the request. 404 where it is not the caller's to see. */
    public Uni<Response> takeIn(String field, @Nullable String referral, Function<ReferralView, ReferralCommand> command) {
        required(field, referral);
        var named = invalid.uuid(field, referral);
        invalid.throwIfAny();
        return take(Objects.requireNonNull(named, "a fault was found and not noted"), command);
    }

    /** For a step that makes something with an id of its own, which the answer names. */
    public Uni<Response> make(UUID referral, String name, Function<UUID, ReferralCommand> command) {
        invalid.throwIfAny();
        var id = UuidV7.at(asked.now());
        return steps.take(referral, asked, new Beside(note, name, id), _ -> command.apply(id));
    }

    /** For a step that names another referral, which the caller must be able to see. */
    public Uni<Response> takeAbout(UUID referral, String field, @Nullable String other, Function<UUID, ReferralCommand> command) {
        required(field, other);
        var named = invalid.uuid(field, other);
        invalid.throwIfAny();
        var seen = Objects.requireNonNull(named, "a fault was found and not noted");
        return steps.takeAbout(referral, field, seen, asked, new Beside(note, null, null), command.apply(seen));
    }

    /** For a step that is about every event before it, whose ids it gets. */
    public Uni<Response> takeBack(UUID referral, Function<List<UUID>, ReferralCommand> command) {
        invalid.throwIfAny();
        return steps.takeBack(referral, asked, new Beside(note, null, null), command);
    }

    private ReferralCommand faultless(ReferralCommand command) {
        invalid.throwIfAny();
        return command;
    }
}
