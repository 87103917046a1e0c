package org.kith.directory.codelists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.codelists.domain.Code;
import org.kith.directory.codelists.domain.PublishCodeList;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** A version of a code list, whole. */
@Schema(requiredProperties = {"version", "codes"})
public record CodeListRequest(
        @Schema(description = "Left out, or the one in the path", examples = "contact-mode") @Nullable String list,
        @Schema(description = "From 1; one more than before", examples = "1") @Nullable Integer version,
        @Schema(description = "1 to 500, in the order in which people shall see them") @Nullable List<@Nullable CodeRequest> codes) {

    @Schema(requiredProperties = {"code", "label"})
    public record CodeRequest(
            @Schema(description = "Lower case letters, digits and hyphens", examples = "phone") @Nullable String code,
            @Schema(description = "At most 200 characters", examples = "By telephone") @Nullable String label) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    PublishCodeList command(String path, Instant now) {
        var invalid = new Invalid();
        var name = Shapes.slug(invalid, "list", path);
        Shapes.sameAsPath(invalid, "list", list, path);
        invalid.check(version != null && version >= 1, "version", "out-of-range", "A whole number from 1.");
        var checked = codes(invalid);
        invalid.throwIfAny();
        return new PublishCodeList(Objects.requireNonNull(name), Objects.requireNonNull(version), checked, now);
    }

    private List<Code> codes(Invalid invalid) {
        var checked = new ArrayList<Code>();
        var sent = codes == null ? List.<@Nullable CodeRequest>of() : codes;
        if (!invalid.check(!sent.isEmpty() && sent.size() <= 500, "codes", "size", "From 1 to 500.")) return checked;
        var seen = new HashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var item = sent.get(i);
            var field = "codes[" + i + "]";
            if (!invalid.check(item != null, field, "required", "This is required.")) continue;
            var code = Shapes.slug(invalid, field + ".code", item.code());
            var label = invalid.required(field + ".label", item.label(), 200);
            if (code == null || label == null) continue;
            invalid.check(seen.add(code), field + ".code", "twice", "Each code once.");
            checked.add(new Code(code, label));
        }
        return checked;
    }
}
