package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys without any engine: to files, and to engines that are not there. */
final class DockerDeployTest {
    private static final String EXAMPLE = "examples/fogatlas";

    @TempDir
    private Path directory;

    @Test
    void writesComposeFiles() throws IOException {
        Run first = Run.of("deploy", "--target", "compose", "--out", directory.toString(), "--strict", EXAMPLE);
        Run second = Run.of("deploy", "--target", "compose", "--out", directory.toString(), EXAMPLE);

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).startsWith("default/simple-app: changed\n").contains("create", "Compose file");
        assertThat(directory.resolve("003-003/default.simple-app/compose.yaml"))
                .content()
                .contains(
                        "  analytics:\n    image: nginx:latest\n    cpu_shares: 103\n    mem_reservation: 419430400\n");
        assertThat(second.out()).isEqualTo("default/simple-app: nothing had to change\n");
        assertThat(Run.of("remove", "--target", "compose", "--out", directory.toString(), "simple-app")
                        .exitCode())
                .isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void wantsToKnowWhereTheFilesGoAndWhereTheEnginesAre() {
        assertThat(Run.of("deploy", "--target", "compose", EXAMPLE).err())
                .endsWith("fogatlas: --out DIR is missing, which says where the Compose files go\n");
        assertThat(Run.of("deploy", "--target", "docker", EXAMPLE).err())
                .endsWith("fogatlas: --targets FILE is missing, which says which engine each region is\n");
    }

    @Test
    void saysWhatIsWrongWithTheFileOfTargets() throws IOException {
        Path targets =
                Files.writeString(directory.resolve("targets.yaml"), "regions: {cloud: 'tcp://me:hunter2@far:1'}\n");

        for (String command : new String[] {"status", "remove"}) {
            Run run = Run.of(command, "--target", "docker", "--targets", targets.toString(), "shop");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(targets + ":1: target of region 'cloud': has an address that is none of");
            assertThat(run.err() + run.out()).doesNotContain("hunter2", "\tat ");
        }
        assertThat(Run.of("nodes", "--targets", targets.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatAnEngineDoesNotAnswer() throws IOException {
        Path targets = Files.writeString(
                directory.resolve("targets.yaml"),
                "regions: {001-001: 'unix:///none.sock', 003-003: 'unix:///none.sock'}\n");

        Run run = Run.of("deploy", "--target", "docker", "--targets", targets.toString(), EXAMPLE);
        Run nodes = Run.of("nodes", "--targets", targets.toString(), "--without", "shop");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("fogatlas: ").doesNotContain("\tat ");
        assertThat(nodes.exitCode()).isZero();
        assertThat(nodes.out()).isEmpty();
        assertThat(nodes.err()).contains("The engine of region '001-001' at unix:///none.sock does not answer");
    }
}
