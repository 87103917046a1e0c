package org.kith.directory.posts;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.posts.domain.PostCommand.FillPost;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** Who fills a post. */
@Schema(requiredProperties = {"worker", "from"})
public record HolderRequest(
        @Schema(description = "Opaque id of the account, never a name", examples = "7c1d0e52-6f0b-4a57-9c1e-2f9d4d3b8a10") @Nullable String worker,
        @Schema(format = "date", description = "The first day in the post", examples = "2026-04-01") @Nullable String from) {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    FillPost command(Asked asked) {
        var invalid = new Invalid();
        var account = invalid.required("worker", worker, 64);
        if (account != null)
            invalid.check(ACCOUNT.matcher(account).matches(), "worker", "malformed", "The id of an account, never a name.");
        var day = Shapes.day(invalid, "from", from);
        invalid.throwIfAny();
        return new FillPost(Objects.requireNonNull(account), Objects.requireNonNull(day), asked.now());
    }
}
