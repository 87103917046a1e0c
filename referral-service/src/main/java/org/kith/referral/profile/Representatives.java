package org.kith.referral.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who cares for somebody, and who may speak or decide for them; in the order of who is asked first. */
@Schema(name = "Representatives")
public record Representatives(List<Representative> items) {
    static final Representatives NONE = new Representatives(List.of());

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Representatives[…]";
    }
}
