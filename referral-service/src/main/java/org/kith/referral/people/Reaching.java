package org.kith.referral.people;

import java.util.regex.Pattern;

/** How the ways to reach somebody are written. */
public final class Reaching {
    public static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{3,28}[0-9]( ?(x|ext\\.?) ?[0-9]{1,6})?");
    public static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+");

    private Reaching() {}
}
