package org.kith.referral.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
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
    private static final char[] PASSWORD = "changeit".toCharArray();

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
        var told = new AtomicBoolean();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("own.p12"))));
        server.createContext("/", _ -> told.set(true));
        server.start();
        try {
            assertThat(send("https://localhost:" + server.getAddress().getPort() + "/", true).failure()).isEqualTo("unreachable");
            assertThat(told).isFalse();
        } finally {
            server.stop(0);
        }
    }

    private Outcome send(String url, boolean privateAddresses) {
        var to = Objects.requireNonNull(Destination.read(url, privateAddresses), "an address");
        return sender.send(new Sender.Message(UUID.randomUUID(), "application/json", "{}"), to, SECRETS, Instant.now()).await().atMost(Duration.ofSeconds(20));
    }

    private static SSLContext selfSigned(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                keytool, "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12",
                "-keystore", file.toString(), "-storepass", new String(PASSWORD)).inheritIO().start().waitFor();
        assertThat(made).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
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
