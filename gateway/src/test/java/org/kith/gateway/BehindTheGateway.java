package org.kith.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.local.testing.RealParts;
import org.kith.local.testing.TestRealm;

/** A real Keycloak, a listening service for each name, and two practices with secrets. */
public final class BehindTheGateway implements QuarkusTestResourceLifecycleManager {
    public static final String FIRST_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    public static final String RETIRING_SECRET = "whsec_plJ3nmyCDGBKInavdOK15jslC2FVsBQI";
    private static final Map<String, Listener> LISTENERS = new HashMap<>();
    private static TestRealm realm;
    private static Path practices;

    @Override
    public Map<String, String> start() {
        realm = RealParts.realm();
        practices = writePractices("""
                {"KITH-NLW-01": {"secret": "%s", "retiring": ["%s"]}, "KITH-NLW-02": {"secret": "%s", "programme": "norfolk-living-well"}}"""
                .formatted(FIRST_SECRET, RETIRING_SECRET, OTHER_SECRET));
        Map<String, String> settings = new HashMap<>(Map.of(
                "kith.issuer", realm.issuer(),
                "kith.gateway.client-secret", realm.secret("gateway"),
                "kith.practices", practices.toString()));
        for (String service : List.of("referral", "directory", "volunteer", "outcomes", "reporting")) {
            LISTENERS.put(service, new Listener());
            settings.put("kith.services." + service, LISTENERS.get(service).address());
        }
        return settings;
    }

    @Override
    public void stop() {
        LISTENERS.values().forEach(Listener::close);
        LISTENERS.clear();
    }

    static Listener service(String name) {
        return LISTENERS.get(name);
    }

    static String token(String client) {
        return realm.token(client);
    }

    static Path practices() {
        return practices;
    }

    private static Path writePractices(String json) {
        try {
            return Files.writeString(Files.createTempFile(Files.createDirectories(Path.of("target")), "practices", ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
