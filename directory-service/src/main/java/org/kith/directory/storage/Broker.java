package org.kith.directory.storage;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** How to reach the broker, and as whom. */
@ConfigMapping(prefix = "kith.kafka")
public interface Broker {
    String bootstrap();

    String user();

    String password();

    default Map<String, Object> client() {
        return Map.of(
                "bootstrap.servers", bootstrap(),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";".formatted(user(), password()));
    }
}
