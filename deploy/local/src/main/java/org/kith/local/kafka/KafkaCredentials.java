package org.kith.local.kafka;

import java.util.Map;
import java.util.regex.Pattern;

/** A user name and password for SCRAM-SHA-256. */
public record KafkaCredentials(String user, String password) {

    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    public KafkaCredentials {
        if (!PASSWORD.matcher(password).matches()) throw new IllegalArgumentException("the password of " + user + " is not 16 to 128 of A-Z a-z 0-9 _ -");
    }

    /** Settings of a client that connects with these. */
    public Map<String, Object> client(String bootstrap) {
        return Map.of(
                "bootstrap.servers", bootstrap,
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-256",
                "sasl.jaas.config", scramLogin());
    }

    String scramLogin() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\"" + password + "\";";
    }

    @Override
    public String toString() {
        return user;
    }
}
