package org.kith.directory.posts;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.directory.posts.domain.PostCommand.FillPost;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** @param worker opaque id of the account; {@code from} the first day in the post */
public record HolderRequest(@Nullable String worker, @Nullable String from) {
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
