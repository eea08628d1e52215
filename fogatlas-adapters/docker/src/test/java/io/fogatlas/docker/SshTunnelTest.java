package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SshTunnelTest {
    private static List<String> command(String address) {
        return SshTunnel.command(
                new EngineAddress(URI.create(address), Optional.empty(), Optional.of(Path.of("/etc/my"))),
                Path.of("/tmp/s"));
    }

    @Test
    void handsTheAddressToSshInItsParts() {
        assertThat(command("ssh://fog@edge.example:2222/run/engine.sock"))
                .startsWith("ssh", "-N", "-T", "-o", "BatchMode=yes")
                .endsWith(
                        "-F",
                        "/etc/my",
                        "-p",
                        "2222",
                        "-l",
                        "fog",
                        "-L",
                        "/tmp/s:/run/engine.sock",
                        "--",
                        "edge.example");
        assertThat(command("ssh://[::1]")).endsWith("-L", "/tmp/s:/var/run/docker.sock", "--", "::1");
    }

    @Test
    void refusesWhatWouldBeSomethingElseToSsh() {
        for (String address : List.of("ssh://edge/a:b", "ssh://edge/a%20b", "ssh://edge/x%0Ay")) {
            assertThatThrownBy(() -> command(address))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("is none of ssh://[USER@]HOST[:PORT][/SOCKET]");
        }
    }
}
