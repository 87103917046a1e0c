package org.kith.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.kith.local.process.StartFailed;

/**
 * Where the build has put what is run.
 *
 * @param root folder of the checkout
 */
public record Installation(Path root) {

    /** From the system property {@code kith.root}, else the folder we are in. */
    public static Installation here() {
        return new Installation(Path.of(System.getProperty("kith.root", ".")).toAbsolutePath().normalize());
    }

    /** The Java that we run on runs everything else too. */
    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The launcher itself. It names the jars that it needs beside it. */
    public Path launcher() {
        return built().resolve("launcher.jar");
    }

    /**
     * Every jar that the launcher names, the broker's among them: in the same order each time, as an AOT cache demands. Beside them may lie
     * those of an earlier build.
     */
    public List<Path> libraries() {
        try (var jar = new JarFile(launcher().toFile())) {
            return Stream.of(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" ")).map(built()::resolve).toList();
        } catch (IOException e) {
            throw notBuilt(launcher());
        }
    }

    /** Where PostgreSQL's binaries are unpacked: beside the other built things, so that all data folders share them. */
    public Path unpacked() {
        return built();
    }

    /** Folder that holds Keycloak's {@code bin}, {@code conf} and {@code lib}. */
    public Path keycloak() {
        var parent = built().resolve("keycloak");
        try (var homes = Files.list(parent)) {
            return homes.filter(home -> Files.exists(home.resolve("lib/quarkus-run.jar"))).sorted().findFirst().orElseThrow(() -> notBuilt(parent));
        } catch (IOException e) {
            throw notBuilt(parent);
        }
    }

    /** What runs a service whose module is in the folder {@code module}. */
    public Path jar(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path programmes() {
        return root.resolve("programmes");
    }

    public Path realmTemplate() {
        return root.resolve("deploy/keycloak/kith-realm.json");
    }

    private Path built() {
        var target = root.resolve("deploy/local/target");
        if (!Files.isDirectory(target.resolve("lib"))) throw notBuilt(target);
        try {
            return target.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartFailed notBuilt(Path missing) {
        return new StartFailed(missing + " is not complete. Build it with: ./mvnw -pl deploy/local -am package -DskipTests");
    }
}
