package org.kith.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An issuer whose keys a test can change: it serves discovery and keys over HTTP, and signs tokens. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    public static final Map<String, KeyPair> PUBLISHED = new ConcurrentHashMap<>();
    /** Whether it closes each connection instead of answering. */
    public static volatile boolean away;
    private static volatile String issuer = "";
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        PUBLISHED.put("first", keyPair());
        HttpServer server = vertx.createHttpServer().requestHandler(TestIssuer::answer);
        try {
            issuer = "http://127.0.0.1:" + server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort()
                    + "/realms/kith";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of("kith.issuer", issuer);
    }

    @Override
    public void stop() {
        vertx.close();
    }

    /** Claims of a valid token of the partner that the tests know. */
    public static JwtClaimsBuilder claims(String... roles) {
        return Jwt.claims(Map.of("roles", List.of(roles)))
                .issuer(issuer)
                .audience("kith")
                .subject("account-1")
                .claim("azp", "partner")
                .claim("organisation", "partner-one")
                .claim("programmes", Set.of("norfolk-living-well"))
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(5));
    }

    public static String token(String... roles) {
        return sign(claims(roles), "first");
    }

    public static String sign(JwtClaimsBuilder claims, String key) {
        return claims.jws().keyId(key).sign(PUBLISHED.get(key).getPrivate());
    }

    public static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServerRequest request) {
        if (away) request.connection().close();
        else request.response().putHeader("content-type", "application/json").end((request.path().endsWith("/certs") ? keys() : discovery()).toBuffer());
    }

    private static JsonObject discovery() {
        return new JsonObject().put("issuer", issuer).put("jwks_uri", issuer + "/certs").put("token_endpoint", issuer + "/token");
    }

    private static JsonObject keys() {
        JsonArray keys = new JsonArray();
        PUBLISHED.forEach((id, pair) -> {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            keys.add(new JsonObject().put("kid", id).put("kty", "RSA").put("use", "sig").put("alg", "RS256")
                    .put("n", number(key.getModulus())).put("e", number(key.getPublicExponent())));
        });
        return new JsonObject().put("keys", keys);
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        if (bytes[0] == 0) bytes = Arrays.copyOfRange(bytes, 1, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
