package org.kith.bench.referral;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One connection, one request at a time. It reads no more of HTTP than where an answer with a Content-Length ends. */
final class Partner {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ?([0-9]+)\r\n");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final NetSocket socket;
    private final boolean withKeys;
    private Consumer<String> answered = _ -> {};
    private String answer = "";

    /** @param withKeys whether each request brings an idempotency key of its own */
    Partner(NetSocket socket, boolean withKeys) {
        this.socket = socket;
        this.withKeys = withKeys;
        socket.handler(this::read);
        socket.closeHandler(_ -> answered.accept("the connection was closed" + answer));
    }

    /**
     * @param head request line and headers, each line with its end
     * @param answered is told the answer whole, or why there is none
     */
    void post(String head, String json, Consumer<String> answered) {
        this.answered = answered;
        socket.write(Buffer.buffer(head + (withKeys ? key() : "") + "Content-Length: " + json.length() + END_OF_HEAD + json));
    }

    private static String key() {
        var random = ThreadLocalRandom.current();
        return "Idempotency-Key: " + new UUID(random.nextLong(), random.nextLong()) + "\r\n";
    }

    private void read(Buffer part) {
        answer += part.toString();
        int head = answer.indexOf(END_OF_HEAD);
        if (head < 0) return;
        var length = LENGTH.matcher(answer);
        if (length.find() && answer.length() < head + END_OF_HEAD.length() + Integer.parseInt(length.group(1))) return;
        var whole = answer;
        answer = "";
        answered.accept(whole);
    }
}
