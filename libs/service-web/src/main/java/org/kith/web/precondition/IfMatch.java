package org.kith.web.precondition;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Problems;

/**
 * The If-Match header as RFC 9110 § 13.1.1 reads it: absent, {@code *}, or a list of which one must be the current version.
 * The comparison is strong, so a weak tag ({@code W/"3"}) matches nothing.
 */
public sealed interface IfMatch {
    record Absent() implements IfMatch {}

    /** {@code *}: whatever the version, so long as the resource exists. */
    record Any() implements IfMatch {}

    /** @param versions those of the strong tags that are versions; empty when no tag can match */
    record OneOf(Set<Long> versions) implements IfMatch {
        public OneOf {
            versions = Set.copyOf(versions);
        }
    }

    Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?:,|$)");
    Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** @throws org.kith.web.problem.ProblemException 400 when the header is not a list of entity tags */
    static IfMatch read(@Nullable String header) {
        if (header == null) return new Absent();
        if (header.strip().equals("*")) return new Any();
        Set<Long> versions = new LinkedHashSet<>();
        Matcher tag = TAG.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (!tag.find(at) || tag.start() != at) throw Problems.unreadable("if-match", "If-Match is not a list of entity tags.");
            if (tag.group(1) == null && VERSION.matcher(tag.group(2)).matches()) versions.add(Long.parseLong(tag.group(2)));
            at = tag.end();
        }
        if (at == 0) throw Problems.unreadable("if-match", "If-Match is empty.");
        return new OneOf(versions);
    }

    /** As {@link #read}, where a stale view would be wrong. @throws org.kith.web.problem.ProblemException 428 when the header is absent */
    static IfMatch required(@Nullable String header) {
        IfMatch match = read(header);
        if (match instanceof Absent) throw Problems.preconditionRequired();
        return match;
    }

    /** Whether a resource at this version may be changed. */
    default boolean allows(long version) {
        return switch (this) {
            case Absent _,Any _ -> true;
            case OneOf one -> one.versions().contains(version);
        };
    }

    /**
     * The version to expect of the stream; empty when any will do.
     *
     * @throws org.kith.web.problem.ProblemException 412 when no tag can match, or when several are listed and the resource is at none of them
     */
    default OptionalLong expected() {
        return switch (this) {
            case Absent _,Any _ -> OptionalLong.empty();
            case OneOf one when one.versions().isEmpty() -> throw Problems.stale();
            case OneOf one -> OptionalLong.of(one.versions().stream().mapToLong(Long::longValue).max().getAsLong());
        };
    }
}
