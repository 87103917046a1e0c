package org.kith.local.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.Memory;
import org.kith.local.process.Part;
import org.kith.local.terminal.Terminal;

/** Says what runs, and for scripts how to reach and use it. */
final class Status {

    private final Installation installation;
    private final Settings settings;
    private final Terminal terminal;

    Status(Installation installation, Settings settings, Terminal terminal) {
        this.installation = installation;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Exit code 0 if every part is healthy. */
    int run(boolean json) {
        var folder = new DataFolder(settings.data());
        if (!folder.used()) {
            terminal.line(json ? "{\"processes\": []}" : "Kith was never started in " + folder.path() + ". Start it with ./kith up");
            return 1;
        }
        var platform = new Platform(installation, settings);
        var states = platform.parts().parallelStream().map(State::of).toList();
        if (json) terminal.line(document(platform, states).toPrettyString());
        else show(platform, states, folder);
        return states.stream().allMatch(State::healthy) && folder.running() ? 0 : 1;
    }

    /** @param megabytes proportional set size */
    private record State(Part part, long pid, boolean healthy, long megabytes) {

        static State of(Part part) {
            var process = part.pidFile().running();
            return new State(part, process.map(ProcessHandle::pid).orElse(0L), process.isPresent() && part.answers(), process.map(Memory::withChildren).orElse(0L));
        }
    }

    private void show(Platform platform, List<State> states, DataFolder folder) {
        var restarts = restarts(folder);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("process", "pid", "address", "state", "restarts", "memory MB"));
        for (var state : states) {
            var says = state.pid() == 0 ? "not running" : state.healthy() ? "healthy" : "not ready";
            rows.add(List.of(state.part().name(), state.pid() == 0 ? "-" : Long.toString(state.pid()), state.part().url(), says, restarts.getProperty(state.part().name(), "0"),
                    Long.toString(state.megabytes())));
        }
        var launcher = folder.supervisor().running();
        var own = launcher.map(Memory::own).orElse(0L);
        launcher.ifPresent(process -> rows.add(List.of("launcher", Long.toString(process.pid()), "", "watching", "", Long.toString(own))));
        rows.add(List.of("together", "", "", "", "", Long.toString(own + states.stream().mapToLong(State::megabytes).sum())));
        terminal.table(rows);
        terminal.line("");
        if (folder.running()) terminal.line("  " + platform.gateway() + "   data in " + platform.data());
        else
            terminal.warning(states.stream().anyMatch(state -> state.pid() != 0)
                    ? "the launcher itself was killed: nobody watches these. ./kith stop ends them, ./kith up starts anew."
                    : "Kith is not running. Start it with ./kith up");
    }

    private static ObjectNode document(Platform platform, List<State> states) {
        var json = new ObjectMapper();
        var document = json.createObjectNode();
        document.put("gateway", platform.gateway());
        document.put("issuer", platform.keycloak().issuer());
        document.put("kafka", platform.kafka().bootstrap());
        document.put("data", platform.data().toString());
        document.put("logs", platform.logs().toString());
        var realm = platform.realm();
        var clients = document.putObject("clients");
        realm.clients().forEach((name, client) -> clients.set(name, json.valueToTree(client)));
        var users = document.putObject("users");
        realm.users().forEach((name, user) -> users.set(name, json.valueToTree(user)));
        var practices = document.putObject("practices");
        platform.practices()
                .forEach((code, practice) -> practices.set(code, json.valueToTree(Map.of("secret", practice.secret(), "url", platform.gateway() + "/webhooks/practices/" + code))));
        var processes = document.putArray("processes");
        for (var state : states) {
            var process = processes.addObject().put("name", state.part().name());
            if (state.pid() == 0) process.putNull("pid");
            else process.put("pid", state.pid());
            process.put("url", state.part().url()).put("healthy", state.healthy());
        }
        return document;
    }

    private static Properties restarts(DataFolder folder) {
        var counts = new Properties();
        var file = folder.run().resolve("restarts");
        if (!folder.running() || !Files.exists(file)) return counts;
        try (var reader = Files.newBufferedReader(file)) {
            counts.load(reader);
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
