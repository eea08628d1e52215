package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fogatlas.docker.EngineAddress.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connects by real TLS to something that answers as an engine does. */
final class TlsConnectionTest {
    private static final String INFO =
            "{\"Name\":\"far\",\"NCPU\":3,\"MemTotal\":1024,\"Architecture\":\"aarch64\",\"OSType\":\"linux\",\"Labels\":[\"rack=7\",\"x\"]}";

    @TempDir
    private static Path directory;

    private static HttpServer engine;
    private static Identity server;
    private static Identity client;
    private static Identity stranger;

    @BeforeAll
    static void start() throws Exception {
        server = Identity.create(directory, "server", "EC", "ip:127.0.0.1");
        client = Identity.create(directory, "client", "RSA", "dns:client");
        stranger = Identity.create(directory, "stranger", "EC", "ip:127.0.0.1");
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", exchange -> {
            byte[] answer = (exchange.getRequestURI().getPath().endsWith("/info") ? INFO : "OK")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        engine.start();
    }

    @AfterAll
    static void stop() {
        engine.stop(0);
    }

    private static TlsForwarder forwarder() throws Exception {
        return new TlsForwarder(server.serverFor(client), engine.getAddress());
    }

    private static Engine connect(URI address, Optional<Path> ca, Identity as) {
        TlsFiles files = new TlsFiles(ca, Optional.of(as.certificate()), Optional.of(as.key()));
        return new EngineConnector(new RegistryCredentials(Optional.empty()))
                .apply("edge", new EngineAddress(address, Optional.of(files), Optional.empty()));
    }

    @Test
    void trustsTheEngineThatTheCaVouchesFor() throws Exception {
        try (TlsForwarder forwarder = forwarder();
                Engine connected = connect(forwarder.address("127.0.0.1"), Optional.of(server.certificate()), client)) {
            EngineFacts facts = connected.facts();

            assertThat(facts.cpus()).isEqualTo(3);
            assertThat(facts.architecture()).isEqualTo("aarch64");
            assertThat(facts.labels()).containsEntry("rack", "7").containsEntry("x", "");
        }
    }

    @Test
    void refusesAnEngineThatNobodyVouchesFor() throws Exception {
        try (TlsForwarder forwarder = forwarder()) {
            assertThatThrownBy(
                            () -> connect(forwarder.address("127.0.0.1"), Optional.of(stranger.certificate()), client))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("The engine of region 'edge' at tcp://127.0.0.1:")
                    .hasMessageContaining("certification path");
            assertThatThrownBy(() -> connect(forwarder.address("127.0.0.1"), Optional.empty(), client))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void refusesAnEngineOfAnotherName() throws Exception {
        try (TlsForwarder forwarder = forwarder()) {
            assertThatThrownBy(() -> connect(forwarder.address("localhost"), Optional.of(server.certificate()), client))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void isRefusedWithoutTheRightCertificate() throws Exception {
        try (TlsForwarder forwarder = forwarder()) {
            assertThatThrownBy(
                            () -> connect(forwarder.address("127.0.0.1"), Optional.of(server.certificate()), stranger))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void readsKeysOfOlderTools() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        byte[] pkcs8 = key.getEncoded();
        // What is inside of PKCS #8 after its header of 26 bytes is PKCS #1.
        Path old = Identity.pem(
                directory.resolve("old.pem"), "RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));

        assertThat(PemKey.read(Files.readString(old))).isEqualTo(key);
    }

    @Test
    void tellsNothingOfAKeyThatItCannotRead() throws IOException {
        Path broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        TlsFiles files = new TlsFiles(Optional.empty(), Optional.of(client.certificate()), Optional.of(broken));

        assertThatThrownBy(() -> TlsConnection.of(files))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("The files for TLS cannot be used")
                .hasMessageContaining("broken.pem")
                .hasMessageNotContainingAny("c2VjcmV0", "secret")
                .hasNoCause();
        TlsFiles none = new TlsFiles(Optional.of(broken), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> TlsConnection.of(none)).isInstanceOf(EngineException.class);
    }
}
