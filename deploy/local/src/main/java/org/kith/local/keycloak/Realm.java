package org.kith.local.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.kith.local.Secrets;

/**
 * The realm as the repository keeps it, with {@code ${secret:NAME}} where a secret goes and {@code ${gateway}} for the
 * gateway's address, filled in for one data folder.
 *
 * @param json  the realm's representation, secrets in it
 */
public record Realm(JsonNode json) {

    public static final String NAME = "kith";
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([a-z.-]+)}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A client that gets tokens by its secret. {@code roles} are the realm's roles of its account. */
    public record Client(String id, String secret, List<String> roles) {}

    /** A person's account for trying things out. */
    public record User(String name, String password, List<String> roles) {}

    public static Realm fill(Path template, Secrets secrets, String gateway) {
        try {
            var text = Files.readString(template).replace("${gateway}", gateway);
            var filled = SECRET.matcher(text).replaceAll(found -> Matcher.quoteReplacement(secrets.of(found.group(1))));
            return new Realm(MAPPER.readTree(filled));
        } catch (JsonProcessingException e) {
            // not with the parser's message, which quotes what it read
            throw new IllegalArgumentException(template + " is not JSON, line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By client id, in the order of the file; those with an account of their own. */
    public Map<String, Client> clients() {
        var clients = new LinkedHashMap<String, Client>();
        for (var client : json.path("clients")) {
            if (!client.path("serviceAccountsEnabled").asBoolean()) continue;
            var id = client.path("clientId").asText();
            clients.put(id, new Client(id, client.path("secret").asText(), accountRoles(id)));
        }
        return clients;
    }

    /** @throws IllegalArgumentException if the realm has none of that id */
    public Client client(String id) {
        var known = clients().get(id);
        if (known == null) throw new IllegalArgumentException("the realm has no client called " + id);
        return known;
    }

    /** By user name, in the order of the file; people only. */
    public Map<String, User> users() {
        var users = new LinkedHashMap<String, User>();
        for (var user : json.path("users")) {
            if (user.has("serviceAccountClientId")) continue;
            var name = user.path("username").asText();
            users.put(name, new User(name, user.path("credentials").path(0).path("value").asText(), texts(user.path("realmRoles"))));
        }
        return users;
    }

    private List<String> accountRoles(String client) {
        for (var user : json.path("users"))
            if (user.path("serviceAccountClientId").asText().equals(client)) return texts(user.path("realmRoles"));
        return List.of();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Override
    public String toString() {
        return NAME;
    }
}
