package org.kith.local.testing;

import java.time.Duration;
import java.util.List;
import org.kith.local.Installation;
import org.kith.local.process.RunningProcess;

/**
 * The process that starts shared parts and ends them when the last build that uses them is gone. Run as
 * {@code java … Keeper stores|keycloak}, with {@code kith.root} set.
 */
public final class Keeper {

    /** Something that is kept: started once, ended once. */
    interface Kept {

        /** Starts it and returns the lines of its state. */
        String start();

        void stop();
    }

    private Keeper() {}

    public static void main(String[] arguments) {
        var installation = Installation.here();
        var folder = PartsFolder.under(installation.root());
        var name = arguments[0];
        Kept kept = switch (name) {
            case SharedStores.NAME -> new SharedStores(installation, folder, Engine.available());
            case SharedKeycloak.NAME -> new SharedKeycloak(installation, folder, Engine.available());
            default -> throw new IllegalArgumentException("nothing is called " + name);
        };
        // also when we are told to end, by SIGTERM or from the terminal
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            folder.forget(name);
            kept.stop();
        }));
        folder.writeState(name, kept.start());
        while (true) {
            while (folder.hasOwner()) RunningProcess.pause(Duration.ofMillis(500));
            // ending under the lock: a build that begins now waits, and then finds nothing rather than parts about to end
            folder.locked(() -> {
                if (!folder.hasOwner()) System.exit(0);
                return null;
            });
        }
    }

    /** How a test process starts this one. */
    public static List<String> command(Installation installation, String name) {
        return List.of(installation.java().toString(), "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dkith.root=" + installation.root(), "-cp", installation.launcher() + ":" + installation.root().resolve("deploy/local/target/containers") + "/*",
                Keeper.class.getName(), name);
    }
}
