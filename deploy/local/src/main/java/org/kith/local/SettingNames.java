package org.kith.local;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.local.process.StartFailed;
import org.kith.local.services.Service;

/** The names that a file of settings may hold: one that is not among them would be passed over, and whoever wrote it none the wiser. */
final class SettingNames {

    static final Set<String> ALL = all();

    private SettingNames() {}

    /** @throws StartFailed with each name that is none, and those of its kind */
    static void check(Path file, Collection<String> names) {
        var unknown = names.stream().filter(name -> !ALL.contains(name)).sorted()
                .map(name -> file + ": there is no setting " + name + ". There are " + String.join(", ", alike(name)) + ".").toList();
        if (!unknown.isEmpty()) throw new StartFailed(String.join("\n", unknown));
    }

    /** Those that begin with the same word and a dot, else all. */
    private static Set<String> alike(String name) {
        var kind = name.substring(0, name.indexOf('.') + 1);
        var same = ALL.stream().filter(each -> each.startsWith(kind)).collect(Collectors.toCollection(TreeSet::new));
        return same.isEmpty() ? ALL : same;
    }

    private static Set<String> all() {
        var names = new TreeSet<>(List.of("data", "disk.minimum", "jvm.options", "without", "port.base", "port.postgres", "port.kafka", "port.kafka-controller",
                "port.keycloak", "heap.kafka", "heap.keycloak"));
        for (var service : Service.values()) names.addAll(List.of("port." + service.id(), "heap." + service.id()));
        return Collections.unmodifiableSet(names);
    }
}
