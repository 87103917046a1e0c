package org.kith.referral.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * In which language and form somebody is spoken and written to, and what they need to take part.
 *
 * @param language BCP 47 tag, {@code bfi} for British Sign Language; absent where nobody said
 * @param interpreter whether one must be there
 * @param needs code list {@code accessibility-need}
 */
@Schema(name = "Communication")
public record Communication(@Nullable String language, @Nullable Boolean interpreter, List<String> needs, @Nullable String note) {
    static final Communication NONE = new Communication(null, null, List.of(), null);

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Communication[…]";
    }
}
