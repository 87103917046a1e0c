package org.kith.local.commands;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Takes the command line apart. The exit code is 0 when what was asked for is so, else 1; 2 for a command that is none. */
public final class Main {

    /** What a command may be told; one that is not here, nothing. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "up", Set.of("--empty"), "status", Set.of("--json"), "logs", Set.of("-f"), "acceptance", Set.of("--json"), "reset", Set.of("--yes"));

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
        var installation = Installation.here();
        var settings = Settings.load(installation);
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        var unknown = rest.stream().filter(argument -> argument.startsWith("-") && !OPTIONS.getOrDefault(command, Set.of()).contains(argument)).findFirst();
        if (unknown.isPresent()) {
            terminal.error(command + " has no " + unknown.get() + "; ./kith help lists what there is");
            return 2;
        }
        return switch (command) {
            case "up" -> new Up(installation, settings, terminal).run(rest.contains("--empty"));
            case "stop" -> new Stop(installation, settings, terminal).run();
            case "status" -> new Status(installation, settings, terminal).run(rest.contains("--json"));
            case "token" -> new Token(installation, settings, terminal).run(rest);
            case "demo" -> DemoCommand.run(installation, settings, terminal);
            case "logs" -> new Logs(installation, settings, terminal).run(rest);
            case "backup" -> new Backup(installation, settings, terminal).run(rest);
            case "restore" -> new Restore(installation, settings, terminal).run(rest);
            case "reconcile" -> new Reconcile(installation, settings, terminal).run();
            case "acceptance" -> new Acceptance(installation, terminal).run(rest.contains("--json"));
            case "reset" -> new Reset(installation, settings, terminal).run(rest.contains("--yes"));
            default -> {
                terminal.error("nothing is called " + command + "; ./kith help lists what there is");
                yield 2;
            }
        };
    }
}
