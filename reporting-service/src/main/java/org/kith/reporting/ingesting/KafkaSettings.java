package org.kith.reporting.ingesting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How to reach the broker. */
@ConfigMapping(prefix = "kith.kafka")
public interface KafkaSettings {

    /** {@code host:port}, several with commas. */
    String bootstrap();

    /** For SCRAM-SHA-256; without a user the connection is neither signed in nor encrypted. */
    Optional<String> user();

    Optional<String> password();

    @WithDefault("reporting")
    String group();

    /** Settings that consumer and producer share. */
    default Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap());
        user().ifPresent(user -> {
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "SCRAM-SHA-256");
            settings.put("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                    + "\" password=\"" + password().orElse("") + "\";");
        });
        return settings;
    }
}
