package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a real engine fetch images from a registry that wants to know who asks. */
final class RegistryIT {
    private static final String USER = "me";
    private static final String PASSWORD = "hunter2-registry";
    private static final String PAIR =
            Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void findEngines() {
        RealEngines.needed();
    }

    private DockerTarget target(Shop shop, String registry, String pair) throws IOException {
        Path file = Files.writeString(
                directory.resolve("config.json"), "{\"auths\":{\"" + registry + "\":{\"auth\":\"" + pair + "\"}}}");
        return DockerTarget.of(
                new DockerTargets(
                        Map.of("cloud", EngineAddress.of(RealEngines.address(0))),
                        new RegistryCredentials(Optional.of(file))),
                List.of(shop.manifest()),
                false);
    }

    private DeploymentException failure(DockerTarget target, Shop shop) {
        return catchThrowableOfType(
                DeploymentException.class,
                () -> target.apply(shop.deployable(), Duration.ZERO, new DeploymentListener() {
                    @Override
                    public void told(String message) {
                        told.add(message);
                    }
                }));
    }

    private static Shop shop(String registry) {
        return new Shop("pulled")
                .with(
                        "web",
                        "",
                        "{template: {spec: {containers: [{name: main, image: \"" + registry + "/shop/web:1\"}]}}}")
                .in("web", "cloud", 1);
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void fetchesAsTheUserOfTheFileAndTellsHowFarItIs() throws IOException {
        try (Registry registry = new Registry(USER, PASSWORD);
                DockerTarget target = target(shop(registry.address()), registry.address(), PAIR)) {
            // The image holds no program, so that the container cannot start: what counts is that it was fetched.
            DeploymentException failure = failure(target, shop(registry.address()));

            assertThat(failure).hasMessageContaining("none").hasMessageContaining("has been taken back");
            assertThat(told)
                    .contains("region 'cloud': fetching image '" + registry.address() + "/shop/web:1'")
                    .anyMatch(line -> line.endsWith("' 1 of 1 layers"));
            assertThat(everythingOf(failure) + told).doesNotContain(PASSWORD, PAIR);
            RealEngines.client(0)
                    .removeImageCmd(registry.address() + "/shop/web:1")
                    .exec();
        }
    }

    @Test
    void saysThatTheRegistryRefusesAndNotWhatItWasTold() throws IOException {
        try (Registry registry = new Registry(USER, "another");
                DockerTarget target = target(shop(registry.address()), registry.address(), PAIR)) {
            DeploymentException failure = failure(target, shop(registry.address()));

            assertThat(failure)
                    .hasMessageContaining("The image '" + registry.address() + "/shop/web:1' cannot be had.")
                    .hasMessageContaining("Nothing was changed.");
            assertThat(everythingOf(failure) + told).doesNotContain(PASSWORD, PAIR);
        }
    }
}
