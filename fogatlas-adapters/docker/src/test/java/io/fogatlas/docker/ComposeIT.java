package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fogatlas.orchestration.DeploymentListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has Compose itself read what is written for it, where it is installed. */
final class ComposeIT {
    @TempDir
    private Path directory;

    private int run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("said").toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException notInstalled) {
            return -1;
        }
    }

    private Optional<List<String>> compose() throws IOException, InterruptedException {
        for (List<String> command : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            List<String> version = new ArrayList<>(command);
            version.add("version");
            if (run(version) == 0) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    @Test
    void acceptsTheFiles() throws Exception {
        Optional<List<String>> compose = compose();
        assumeTrue(compose.isPresent(), "there is no docker compose");
        Shop shop = ComposeTargetTest.shop();
        try (ComposeTarget target = new ComposeTarget(directory.resolve("out"), List.of(shop.manifest()), false)) {
            target.apply(shop.deployable(), Duration.ZERO, DeploymentListener.NONE);
        }

        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> command = new ArrayList<>(compose.get());
                command.addAll(List.of("-f", file.toString(), "config"));

                assertThat(run(command))
                        .as(() -> read(directory.resolve("said")))
                        .isZero();
                assertThat(read(directory.resolve("said"))).contains("services:");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
