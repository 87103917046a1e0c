package org.kith.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they stand, since every client library tidies a target first. */
final class RawHttp {
    private RawHttp() {}

    /** @return the whole answer */
    static String send(String requestLine, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(requestLine).append("\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) request.append(header).append("\r\n");
        return exchange(request.append("\r\n").toString());
    }

    static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    /** Until the end, or until nothing has come for a while on a connection that stays open. */
    private static String read(InputStream from) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[8192];
        try {
            for (int n = from.read(part); n >= 0; n = from.read(part)) answer.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException e) {
            if (answer.isEmpty()) throw e;
        }
        return answer.toString();
    }
}
