package org.kith.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.kith.local.testing.RealParts;
import org.kith.local.testing.TestDatabase;

/** A real database for the service under test. */
public final class TestStore implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        TestDatabase database = RealParts.database("web");
        return Map.of(
                "kith.db.address", database.address(),
                "kith.db.name", database.name(),
                "kith.db.user", database.database().app(),
                "kith.db.password", database.database().appPassword(),
                "kith.db.owner.user", database.database().owner(),
                "kith.db.owner.password", database.database().ownerPassword());
    }

    @Override
    public void stop() {}
}
