package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fogatlas.docker.EngineAddress.TlsFiles;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys to a real engine through TLS and through a real {@code sshd}. */
final class ConnectionIT {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @BeforeAll
    static void findEngines() {
        RealEngines.needed();
    }

    private static void deploysAndRemoves(EngineAddress address) {
        Shop shop = new Shop("connected").sleeping("web", "").in("web", "edge", 1);
        DockerTargets targets = new DockerTargets(Map.of("edge", address), new RegistryCredentials(Optional.empty()));
        try (DockerTarget target = DockerTarget.of(targets, List.of(shop.manifest()), true)) {
            assertThat(target.apply(shop.deployable(), SOON, DeploymentListener.NONE)
                            .steps())
                    .hasSize(2);
            assertThat(target.observe(shop.id()).isReady()).isTrue();
            assertThat(target.remove(shop.id(), DeploymentListener.NONE).steps())
                    .hasSize(2);
        }
    }

    @Test
    void deploysThroughTls() throws Exception {
        Identity server = Identity.create(directory, "server", "RSA", "ip:127.0.0.1");
        Identity client = Identity.create(directory, "client", "EC", "dns:client");
        try (TlsForwarder forwarder =
                new TlsForwarder(server.serverFor(client), TlsForwarder.unix(RealEngines.address(1)))) {
            TlsFiles files = new TlsFiles(
                    Optional.of(server.certificate()), Optional.of(client.certificate()), Optional.of(client.key()));
            deploysAndRemoves(new EngineAddress(forwarder.address("127.0.0.1"), Optional.of(files), Optional.empty()));
        }
    }

    @Test
    void deploysThroughSsh() throws Exception {
        int port = freePort();
        Process sshd = sshd(port);
        try {
            Path config = config(port, true);
            deploysAndRemoves(new EngineAddress(address(port), Optional.empty(), Optional.of(config)));
        } finally {
            sshd.destroy();
        }
    }

    @Test
    void refusesAnSshHostThatIsNotKnown() throws Exception {
        int port = freePort();
        Process sshd = sshd(port);
        try {
            EngineAddress address =
                    new EngineAddress(address(port), Optional.empty(), Optional.of(config(port, false)));
            assertThatThrownBy(() -> deploysAndRemoves(address))
                    .isInstanceOf(DeploymentException.class)
                    .hasMessageContaining("The engine of region 'edge' at ssh://127.0.0.1:" + port)
                    .hasMessageContaining("Host key verification failed");
        } finally {
            sshd.destroy();
        }
    }

    private static URI address(int port) {
        return URI.create("ssh://127.0.0.1:" + port + RealEngines.address(1).getPath());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void keygen(String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        directory.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0)
                .isTrue();
    }

    /** Starts a server on this machine that lets one key in, and only to the engine's socket. */
    private Process sshd(int port) throws IOException, InterruptedException {
        assertThat(Files.exists(SSHD) || !Boolean.getBoolean("fogatlas.it.required"))
                .as("sshd is required; install openssh-server")
                .isTrue();
        assumeTrue(Files.exists(SSHD), "there is no sshd; install openssh-server");
        keygen("host");
        keygen("user");
        Files.createDirectories(Path.of("/run/sshd"));
        Files.copy(directory.resolve("user.pub"), directory.resolve("authorized"));
        Path config = Files.writeString(directory.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                PidFile none
                """.formatted(
                        port, directory.resolve("host"), directory.resolve("authorized")));
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sshd.log").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!answers(port)) {
            assertThat(System.nanoTime() - deadline)
                    .as(() -> "sshd has not started")
                    .isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return process;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path config(int port, boolean known) throws IOException {
        Path hosts = Files.writeString(
                directory.resolve("known_hosts"),
                known ? "[127.0.0.1]:" + port + " " + Files.readString(directory.resolve("host.pub")) : "");
        return Files.writeString(directory.resolve("ssh_config"), """
                Host *
                  IdentityFile %s
                  IdentitiesOnly yes
                  UserKnownHostsFile %s
                  GlobalKnownHostsFile /dev/null
                  StrictHostKeyChecking yes
                """.formatted(directory.resolve("user"), hosts));
    }
}
