package org.kith.directory.practices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.practices.domain.Membership;
import org.kith.directory.practices.domain.PracticeDetails;
import org.kith.directory.practices.domain.RegisterPractice;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** A practice and the clusters it joined. */
@Schema(requiredProperties = {"name", "codeOrigin", "kind"})
public record PracticeRequest(
        @Schema(description = "Left out, or the one in the path", examples = "KITH-NLW-07") @Nullable String code,
        @Schema(description = "At most 200 characters", examples = "HUNSTANTON SURGERY") @Nullable String name,
        @Schema(description = "A UK postcode", examples = "PE36 5DN") @Nullable String postcode,
        @Schema(description = "As its source writes it", examples = "7,000") @Nullable String listSize,
        @Schema(description = "'ods' or 'kith-local'", examples = "kith-local") @Nullable String codeOrigin,
        @Schema(description = "'practice' or 'not-a-practice'", examples = "practice") @Nullable String kind,
        @Schema(description = "Memberships to add, at most 100") @Nullable List<@Nullable ClusterRequest> clusters) {

    @Schema(requiredProperties = {"programme", "cluster", "from"})
    public record ClusterRequest(
            @Schema(description = "Id of the programme", examples = "norfolk-living-well") @Nullable String programme,
            @Schema(description = "Code of one of the programme's areas", examples = "coastal") @Nullable String cluster,
            @Schema(format = "date", description = "The first day in the cluster", examples = "2018-02-01") @Nullable String from) {}

    /** The national postcode format; the space between its halves may be left out. */
    private static final Pattern POSTCODE = Pattern.compile(
            "(GIR|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9](?:[0-9ABEHMNPRV-Y])?|[0-9][A-HJKPSTUW])) ?([0-9][ABD-HJLNP-UW-Z]{2})");

    /** Those of the programmes that the memberships name. */
    Set<String> programmes(Set<String> among) {
        var named = new HashSet<String>();
        for (var c : listed()) if (c != null && c.programme() != null && among.contains(c.programme())) named.add(c.programme());
        return named;
    }

    /**
     * @param areas by programme, of those that exist and the caller takes part in
     * @throws org.kith.web.problem.ProblemException 422 naming every field at fault
     */
    RegisterPractice command(String path, Map<String, Set<String>> areas, Instant now) {
        var invalid = new Invalid();
        var practice = Shapes.code(invalid, "code", path);
        Shapes.sameAsPath(invalid, "code", code, path);
        var text = invalid.required("name", name, 200);
        var size = invalid.optional("listSize", listSize, 40);
        var origin = oneOf(invalid, "codeOrigin", codeOrigin, "ods", "kith-local");
        var what = oneOf(invalid, "kind", kind, "practice", "not-a-practice");
        var place = postcode(invalid);
        var memberships = memberships(invalid, areas);
        invalid.throwIfAny();
        var details = new PracticeDetails(
                Objects.requireNonNull(text), place, size, Objects.requireNonNull(origin), Objects.requireNonNull(what));
        return new RegisterPractice(Objects.requireNonNull(practice), details, memberships, now);
    }

    private List<Membership> memberships(Invalid invalid, Map<String, Set<String>> areas) {
        var checked = new ArrayList<Membership>();
        var listed = listed();
        var seen = new HashSet<String>();
        if (!invalid.check(listed.size() <= 100, "clusters", "size", "At most 100.")) return checked;
        for (int i = 0; i < listed.size(); i++) {
            var item = listed.get(i);
            var field = "clusters[" + i + "]";
            if (!invalid.check(item != null, field, "required", "This is required.")) continue;
            var programme = Shapes.slug(invalid, field + ".programme", item.programme());
            var cluster = Shapes.code(invalid, field + ".cluster", item.cluster());
            var from = Shapes.day(invalid, field + ".from", item.from());
            if (programme == null || cluster == null || from == null) continue;
            var known = areas.get(programme);
            if (known == null) {
                invalid.add(field + ".programme", "unknown-programme", "There is no such programme among those you take part in.");
                continue;
            }
            invalid.check(known.contains(cluster), field + ".cluster", "unknown-area", "The programme has no such area.");
            invalid.check(seen.add(programme + from), field + ".from", "twice", "One cluster of a programme for each day.");
            checked.add(new Membership(programme, cluster, from));
        }
        return checked;
    }

    private List<@Nullable ClusterRequest> listed() {
        return clusters == null ? List.of() : clusters;
    }

    private @Nullable String postcode(Invalid invalid) {
        var sent = invalid.optional("postcode", postcode, 10);
        if (sent == null) return null;
        var match = POSTCODE.matcher(sent.toUpperCase(Locale.ROOT));
        return invalid.check(match.matches(), "postcode", "malformed", "A UK postcode.") ? match.group(1) + " " + match.group(2) : null;
    }

    private static @Nullable String oneOf(Invalid invalid, String field, @Nullable String value, String one, String other) {
        boolean known = one.equals(value) || other.equals(value);
        return invalid.check(known, field, "unknown-code", "'" + one + "' or '" + other + "'.") ? value : null;
    }
}
