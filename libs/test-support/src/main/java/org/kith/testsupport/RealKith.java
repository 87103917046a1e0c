package org.kith.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kith.local.Installation;
import org.kith.local.services.PracticeSecrets;
import org.kith.local.services.Service;
import org.kith.local.services.ServiceProcess;
import org.kith.local.services.Surroundings;
import org.kith.local.testing.RealParts;

/**
 * Gives the service under test everything that the launcher would: a new database in a real PostgreSQL, emptied topics
 * on a real Kafka broker, a real Keycloak, keys, programmes.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(RealKith.class)
 * class ReceivingTest { … }
 * }</pre>
 *
 * The service is the one whose module is tested; {@code initArgs} may name another as {@code service}. The gateway's
 * upstreams are addresses where nobody listens, until a test's own resource names others.
 */
public final class RealKith implements QuarkusTestResourceLifecycleManager {

    private static final int NOBODY = 1;

    private Service service = Service.GATEWAY;

    @Override
    public void init(Map<String, String> arguments) {
        var module = Path.of("").toAbsolutePath().getFileName().toString();
        service = Service.valueOf(arguments.getOrDefault("service", module.replace("-service", "")).toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> start() {
        var realm = RealParts.realm();
        RealParts.emptyTopics();
        var root = Installation.here().root();
        var around = new Surroundings(RealParts.postgres().address(), RealParts.kafka().bootstrap(), realm.issuer(), root.resolve("programmes"),
                root.resolve("target/test-parts/keys").resolve(UUID.randomUUID().toString()), RealParts.secrets());
        PracticeSecrets.write(around.practices(), PracticeSecrets.of(around.programmes(), around.secrets()));
        var upstreams = new TreeMap<Service, String>();
        for (var each : Service.values()) upstreams.put(each, "http://127.0.0.1:" + NOBODY);
        var database = service.hasStore() ? RealParts.database(service.id()).database() : around.database(service.id());
        var properties = new HashMap<>(around.properties(service, 0, database, upstreams));
        properties.putAll(Surroundings.owner(service, database));
        properties.put(ServiceProcess.MIGRATES, "true");
        properties.put("quarkus.http.test-port", "0");
        return properties;
    }

    /** The parts are shared: they end with the build. */
    @Override
    public void stop() {}
}
