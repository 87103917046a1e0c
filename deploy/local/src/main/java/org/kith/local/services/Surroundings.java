package org.kith.local.services;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.local.Secrets;
import org.kith.local.kafka.KafkaCredentials;
import org.kith.local.postgres.ServiceDatabase;

/**
 * What the services stand among: addresses, secrets and folders.
 *
 * @param postgres   {@code host:port}
 * @param kafka      bootstrap address
 * @param issuer     URL of the realm
 * @param programmes folder of the logic models and their reference data
 * @param keys       folder for vault keys, erasure ledgers and practices' secrets; readable by its owner only
 * @param secrets    of this data folder
 */
public record Surroundings(String postgres, String kafka, String issuer, Path programmes, Path keys, Secrets secrets) {

    /** The usual database of a service. */
    public ServiceDatabase database(String service) {
        return ServiceDatabase.of(service, secrets);
    }

    public KafkaCredentials kafkaUser(String name) {
        return new KafkaCredentials(name, secrets.of("kafka." + name));
    }

    public Path practices() {
        return keys.resolve("practices.json");
    }

    /**
     * What a service is configured with as it serves.
     *
     * @param port      its own
     * @param database  its own; only looked at if it has a store
     * @param addresses URL of each service, for the gateway
     */
    public Map<String, String> properties(Service service, int port, ServiceDatabase database, Map<Service, String> addresses) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("kith.http.port", Integer.toString(port));
        properties.put("kith.issuer", issuer);
        properties.put("kith.programmes", programmes.toString());
        properties.put("kith.idempotency.secret", secrets.of("idempotency." + service.id()));
        if (service.hasStore()) {
            var user = kafkaUser(service.id());
            properties.put("kith.db.address", postgres);
            properties.put("kith.db.name", database.database());
            properties.put("kith.db.user", database.app());
            properties.put("kith.db.password", database.appPassword());
            properties.put("kith.kafka.bootstrap", kafka);
            properties.put("kith.kafka.user", user.user());
            properties.put("kith.kafka.password", user.password());
        }
        // its rebuilds make tables and swap them
        if (service == Service.REPORTING) properties.putAll(owner(service, database));
        if (service.hasVault()) {
            properties.put("kith.vault.keys", VaultKeyFile.of(keys, service, secrets).toString());
            properties.put("kith.vault.ledger", keys.resolve("ledgers").resolve(service.id() + ".ledger").toString());
        }
        if (service == Service.REFERRAL) {
            properties.put("kith.webhooks.key", secrets.base64("referral.webhooks"));
            // an installation on one machine is for development: whoever is told may well be on it too
            properties.put("kith.webhooks.private-addresses", "true");
        }
        if (service == Service.DIRECTORY) {
            properties.put("kith.partners.key", secrets.base64("directory.partners"));
            properties.put("kith.partners.client-secret", secrets.of("client.onboarding"));
        }
        if (service == Service.GATEWAY) {
            addresses.forEach((each, url) -> properties.put("kith.services." + each.id(), url));
            properties.put("kith.gateway.client-id", "gateway");
            // port 0: any that is free, so the address is not known before the start
            if (port > 0) properties.put("kith.gateway.public-url", "http://localhost:" + port);
            properties.put("kith.gateway.client-secret", secrets.of("client.gateway"));
            properties.put("kith.practices", practices().toString());
        }
        return properties;
    }

    /** What its migrations are configured with beside that: who owns the tables. */
    public static Map<String, String> owner(Service service, ServiceDatabase database) {
        return service.hasStore() ? Map.of("kith.db.owner.user", database.owner(), "kith.db.owner.password", database.ownerPassword()) : Map.of();
    }
}
