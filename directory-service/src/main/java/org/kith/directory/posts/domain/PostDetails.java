package org.kith.directory.posts.domain;

import java.util.List;

/** @param areas codes of the programme's areas that it covers; {@code fteHundredths} 50 is half-time */
public record PostDetails(String programme, String role, List<String> areas, int fteHundredths) {
    public PostDetails {
        areas = List.copyOf(areas);
    }
}
