package org.kith.logicmodel.reading;

/** How far one name is from another, so that a misspelt one can be answered with the right one. */
final class Spelling {
    private Spelling() {}

    /** Levenshtein's: how many letters must be added, left out or changed. */
    static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) previous[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
