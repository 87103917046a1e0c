package org.kith.directory.posts.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post is.
 *
 * @param areas codes of the programme's areas that it covers; {@code fteHundredths} 50 is half-time
 * @param expectedClients a year, where a number is expected; {@code mobilisation} while it is another one
 * @param caseloadLimit open referrals at a time, above which it is given no more by rule
 * @param specialisms reasons for referral, coded; none in what was stored before there were any
 */
public record PostDetails(
        String programme, String role, List<String> areas, int fteHundredths, @Nullable Integer expectedClients, @Nullable Mobilisation mobilisation,
        @Nullable Integer caseloadLimit, List<String> specialisms) {

    /** @param until the last day on which only so many are expected */
    public record Mobilisation(LocalDate until, int expectedClients) {}

    @SuppressWarnings("ConstantValue") // a stored event may have none
    public PostDetails {
        areas = List.copyOf(areas);
        specialisms = specialisms == null ? List.of() : List.copyOf(specialisms);
    }

    public PostDetails(String programme, String role, List<String> areas, int fteHundredths) {
        this(programme, role, areas, fteHundredths, null, null, null, List.of());
    }
}
