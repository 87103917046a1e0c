package org.kith.local.commands;

import java.net.http.HttpClient;
import java.util.List;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Prints an access token of one of the realm's clients, for curl and scripts; it lives for five minutes. */
final class Token {

    private final Platform platform;
    private final Terminal terminal;

    Token(Installation installation, Settings settings, Terminal terminal) {
        if (!new DataFolder(settings.data()).running()) throw new StartFailed("Kith is not running. Start it with ./kith up");
        this.platform = new Platform(installation, settings);
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var clients = platform.realm().clients();
        var client = arguments.isEmpty() ? null : clients.get(arguments.getFirst());
        if (client == null) throw new StartFailed("./kith token NAME, where NAME is one of " + String.join(", ", clients.keySet()) + ".");
        try (var http = HttpClient.newHttpClient()) {
            terminal.line(ClientToken.request(http, platform.keycloak().issuer(), client.id(), client.secret()));
        }
        return 0;
    }
}
