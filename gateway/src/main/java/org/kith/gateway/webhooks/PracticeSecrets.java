package org.kith.gateway.webhooks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.gateway.partners.PartnerDoors;
import org.kith.web.problem.Problems;

/**
 * The practices' webhook secrets, from a JSON file: {@code {"<practice code>": {"secret": "whsec_…", "retiring": ["whsec_…"]}}}.
 * Secrets that are retiring are good until they are taken out, so that a practice can change its own without missing a
 * delivery. The file is read again when it changes; while it cannot be read, what was read last stands.
 */
@Startup
@Singleton
public final class PracticeSecrets {
    private static final Logger LOG = Logger.getLogger(PracticeSecrets.class);
    private static final long LOOKED_AT_EVERY_MS = 1_000;

    private record Practice(@Nullable String secret, @Nullable List<String> retiring) {}

    private final Path file;
    private final Vertx vertx;
    private final PartnerDoors doors;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private volatile Map<String, Signature> signatures = Map.of();
    private volatile @Nullable FileTime read;
    private long timer = -1;

    PracticeSecrets(@ConfigProperty(name = "kith.practices") Path file, Vertx vertx, PartnerDoors doors) {
        this.file = file;
        this.vertx = vertx;
        this.doors = doors;
    }

    @PostConstruct
    void watch() {
        readIfChanged();
        timer = vertx.setPeriodic(LOOKED_AT_EVERY_MS, _ -> vertx.executeBlocking(() -> {
            readIfChanged();
            return true;
        }));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /**
     * A practice that was onboarded has the secrets that it was given then, whatever the file says. For a practice that is unknown, one that nothing agrees with: it must not be told apart from a wrong signature.
     *
     * @throws org.kith.web.problem.ProblemException 503 while nothing is known of who was onboarded
     */
    public Signature of(String practice) {
        if (!doors.known()) throw Problems.unavailable("Deliveries cannot be checked yet. Send it again.", Duration.ofSeconds(1));
        return doors.secrets(practice).map(Signature::of).orElseGet(() -> inFile(practice));
    }

    private Signature inFile(String practice) {
        return signatures.getOrDefault(practice, Signature.NOBODYS);
    }

    private synchronized void readIfChanged() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (changed.equals(read)) return;
            read = changed;
            signatures = parse(Files.readAllBytes(file));
            LOG.infof("webhook secrets of %d practices read", signatures.size());
        } catch (IOException e) {
            // without the cause: a parser's message may quote a secret
            LOG.errorf("cannot read the practices' secrets from %s (%s)", file, e.getClass().getSimpleName());
        }
    }

    private Map<String, Signature> parse(byte[] content) throws IOException {
        Map<String, Practice> practices = json.readValue(content, json.getTypeFactory().constructMapType(HashMap.class, String.class, Practice.class));
        Map<String, Signature> parsed = new HashMap<>();
        practices.forEach((code, practice) -> {
            try {
                parsed.put(code, Signature.of(practice.secret(), practice.retiring()));
            } catch (IllegalArgumentException e) {
                // its deliveries are refused; the others' are not
                LOG.errorf("practice %s has a webhook secret that is none", code);
            }
        });
        return Map.copyOf(parsed);
    }
}
