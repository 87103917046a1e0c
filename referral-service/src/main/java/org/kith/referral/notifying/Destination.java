package org.kith.referral.notifying;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivery goes: an https address of the public internet. In development http and private addresses will do.
 *
 * @param privateAddresses whether they are allowed
 */
record Destination(URI url, boolean privateAddresses) {
    static final int MOST = 2_000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    /** @return null for what is no such address, without its name having been looked up */
    static @Nullable Destination read(String text, boolean privateAddresses) {
        if (text.length() > MOST) return null;
        try {
            var url = new URI(text);
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https") || privateAddresses && scheme.equals("http");
            boolean plain = url.getHost() != null && HOST.matcher(url.getHost()).matches() && url.getRawUserInfo() == null && url.getRawFragment() == null && url.getPort() != 0
                    && url.getPort() <= 0xffff;
            return secure && plain ? new Destination(url, privateAddresses) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * Looks the name up, once; blocks. Whoever connects to what is answered is safe from a name that says something else the next time.
     *
     * @return null where there is none, or any that is not allowed: who controls a name must not have us choose
     */
    @Nullable
    InetAddress resolve() {
        try {
            var addresses = InetAddress.getAllByName(host());
            boolean allowed = privateAddresses || Arrays.stream(addresses).allMatch(PublicInternet::has);
            return allowed && addresses.length > 0 ? addresses[0] : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Without the brackets of an address of IPv6. */
    String host() {
        var host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
    }

    String target() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
