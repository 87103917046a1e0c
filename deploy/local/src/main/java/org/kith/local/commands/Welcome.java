package org.kith.local.commands;

import org.kith.local.platform.Platform;
import org.kith.local.terminal.Terminal;

/** What somebody needs to know once the platform runs. */
final class Welcome {

    private final Platform platform;
    private final Terminal terminal;

    Welcome(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    void show() {
        var realm = platform.realm();
        terminal.heading("Addresses");
        terminal.line("  Kith           " + platform.gateway());
        terminal.line("  API documents  " + platform.gateway() + "/docs");
        terminal.line("  sign-in        " + platform.keycloak().issuer());
        terminal.line("  data and logs  " + platform.data());
        terminal.heading("Sign-ins");
        terminal.line("  Systems: " + String.join(", ", realm.clients().keySet()) + ".");
        terminal.line("  People:  " + String.join(", ", realm.users().keySet()) + ".");
        terminal.line("  Their secrets, and each practice's for webhooks: ./kith status --json");
        terminal.heading("A request to begin with");
        terminal.line("  curl -s -H \"Authorization: Bearer $(./kith token analyst)\" " + platform.gateway() + "/api/programmes");
        terminal.heading("Next");
        terminal.line("  ./kith demo     one real case of each kind, and what it does to the reports");
        terminal.line("  ./kith status   what runs");
        terminal.line("  ./kith stop     ends it; ./kith up finds its data again");
    }
}
