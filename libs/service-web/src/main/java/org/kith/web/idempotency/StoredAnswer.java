package org.kith.web.idempotency;

import java.security.MessageDigest;
import org.kith.web.command.Answer;

/** What is kept under a key. */
public record StoredAnswer(byte[] requestHash, Answer answer) {
    public boolean isOf(IdempotencyKey key) {
        return MessageDigest.isEqual(requestHash, key.requestHash());
    }
}
