package org.kith.referral.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testsupport.WebhookReceiver;

/** One try, whatever the receiver does. */
class SenderTest {
    private static final List<String> SECRETS = List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();
    private final Sender sender = new Sender(vertx, new Settings());

    @AfterEach
    void stop() {
        sender.stop();
        vertx.close();
    }

    @Test
    void a_private_address_is_not_connected_to_outside_development() {
        try (var receiver = new WebhookReceiver()) {
            assertThat(send(receiver.url(), true).taken()).isTrue();
            assertThat(send(receiver.url().replace("http:", "https:"), false).failure()).isEqualTo("address-refused");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void who_takes_the_connection_and_says_nothing_is_given_up_in_time() throws IOException {
        try (var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            var outcome = send("http://127.0.0.1:" + silent.getLocalPort() + "/", true);
            assertThat(outcome.taken()).isFalse();
            assertThat(outcome.took()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void who_shows_a_certificate_that_nobody_vouches_for_is_told_nothing(@TempDir Path folder) throws Exception {
        try (var receiver = new TlsReceiver(selfSigned(folder, "localhost"))) {
            assertThat(send("https://localhost:" + receiver.port(), true).failure()).isEqualTo("unreachable");
            assertThat(receiver.told).isFalse();
        }
    }

    @Test
    void who_shows_a_certificate_of_another_name_is_told_nothing(@TempDir Path folder) throws Exception {
        var file = selfSigned(folder, "localhost");
        var trusting = new Sender(vertx, new Settings(), new PfxOptions().setPath(file.toString()).setPassword(PASSWORD));
        try (var receiver = new TlsReceiver(file)) {
            assertThat(send(trusting, "https://127.0.0.1:" + receiver.port(), true).failure()).isEqualTo("unreachable");
            assertThat(receiver.told).isFalse();
            assertThat(send(trusting, "https://localhost:" + receiver.port(), true).taken()).isTrue();
        } finally {
            trusting.stop();
        }
    }

    private Outcome send(String url, boolean privateAddresses) {
        return send(sender, url, privateAddresses);
    }

    private static Outcome send(Sender sender, String url, boolean privateAddresses) {
        var to = Objects.requireNonNull(Destination.read(url, privateAddresses), "an address");
        return sender.send(new Sender.Message(UUID.randomUUID(), "application/json", "{}"), to, SECRETS, Instant.now()).await().atMost(Duration.ofSeconds(20));
    }

    private static Path selfSigned(Path folder, String name) throws IOException, InterruptedException {
        var file = folder.resolve("own.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                keytool, "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name, "-storetype", "PKCS12",
                "-keystore", file.toString(), "-storepass", PASSWORD).inheritIO().start().waitFor();
        assertThat(made).isZero();
        return file;
    }

    /** Takes whatever comes over TLS. */
    private static final class TlsReceiver implements AutoCloseable {
        final AtomicBoolean told = new AtomicBoolean();
        private final HttpsServer server;

        TlsReceiver(Path certificate) throws IOException, GeneralSecurityException {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(certificate)));
            server.createContext("/", exchange -> {
                told.set(true);
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private static SSLContext context(Path certificate) throws IOException, GeneralSecurityException {
            var store = KeyStore.getInstance(certificate.toFile(), PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private record Settings() implements NotifyingSettings {
        @Override
        public String key() {
            return "";
        }

        @Override
        public boolean privateAddresses() {
            return true;
        }

        @Override
        public List<Duration> retries() {
            return List.of(Duration.ZERO);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int endpoints() {
            return 1;
        }
    }
}
