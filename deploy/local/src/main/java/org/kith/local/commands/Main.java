package org.kith.local.commands;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.Remembered;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Takes the command line apart. The exit code is 0 when what was asked for is so, else 1; 2 for what is no command. */
public final class Main {

    /** What follows each command: a word in brackets may, one in capitals does; nothing else can. */
    private static final Map<String, List<String>> FOLLOWED_BY = Map.ofEntries(
            entry("up", List.of("[--empty]")), entry("stop", List.of()), entry("status", List.of("[--json]")), entry("token", List.of("NAME")),
            entry("demo", List.of()), entry("logs", List.of("NAME", "[-f]")), entry("backup", List.of("FILE")), entry("restore", List.of("FILE")),
            entry("reconcile", List.of()), entry("acceptance", List.of("[--json]")), entry("reset", List.of("[--yes]")));

    private Main() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.standard();
        try {
            System.exit(run(List.of(arguments), terminal));
        } catch (StartFailed e) {
            terminal.error(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private static int run(List<String> arguments, Terminal terminal) {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        var refusal = refusal(command, rest);
        if (refusal.isPresent()) {
            terminal.error(refusal.get());
            return 2;
        }
        var installation = Installation.here();
        var chosen = Settings.load(installation);
        var settings = command.equals("up") ? chosen : Remembered.of(installation, chosen);
        return switch (command) {
            case "up" -> new Up(installation, settings, terminal).run(rest.contains("--empty"));
            case "stop" -> new Stop(installation, settings, terminal).run();
            case "status" -> new Status(installation, settings, terminal).run(rest.contains("--json"));
            case "token" -> new Token(installation, settings, terminal).run(rest);
            case "demo" -> DemoCommand.run(installation, settings, terminal);
            case "logs" -> new Logs(installation, settings, terminal).run(rest);
            case "backup" -> new Backup(installation, settings, terminal).run(rest);
            case "restore" -> new Restore(settings, terminal).run(rest);
            case "reconcile" -> new Reconcile(installation, settings, terminal).run();
            case "acceptance" -> new Acceptance(installation, terminal).run(rest.contains("--json"));
            case "reset" -> new Reset(settings, terminal).run(rest.contains("--yes"));
            default -> throw new IllegalStateException(command + " is listed and not done");
        };
    }

    private static Optional<String> refusal(String command, List<String> rest) {
        var known = FOLLOWED_BY.get(command);
        if (known == null) return Optional.of("nothing is called " + command + "; ./kith help lists what there is");
        var room = known.stream().filter(word -> !word.startsWith("[")).count();
        var usage = ": ./kith " + String.join(" ", Stream.concat(Stream.of(command), known.stream()).toList());
        for (var word : rest) {
            if (word.startsWith("-") && !known.contains("[" + word + "]")) return Optional.of(command + " has no " + word + usage);
            if (!word.startsWith("-") && room-- == 0) return Optional.of(command + " takes no " + word + usage);
        }
        return Optional.empty();
    }
}
