package org.kith.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The one question that readiness needs. Without a client that keeps threads and connections: it is asked several times a second. */
public final class Http {

    private static final int MILLISECONDS = 3_000;

    private Http() {}

    /** Whether a GET answers 200. */
    public static boolean ok(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
