package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the real engines that tests run on: those whose addresses, separated by commas, stand in the system property
 * {@code fogatlas.docker.engines} or the environment variable {@code FOGATLAS_DOCKER_ENGINES}. Each must have the image {@value #IMAGE}.
 */
final class RealEngines {
    static final String IMAGE = "fogatlas/busybox:1";

    private static final List<URI> ADDRESSES = Arrays.stream(System.getProperty(
                            "fogatlas.docker.engines", System.getenv().getOrDefault("FOGATLAS_DOCKER_ENGINES", ""))
                    .split(","))
            .filter(text -> !text.isBlank())
            .map(text -> URI.create(text.strip()))
            .toList();

    private RealEngines() {}

    /** Skips the tests where there are not two engines, unless {@code -Dfogatlas.it.required=true} demands them. */
    static void needed() {
        assertThat(ADDRESSES.size() >= 2 || !Boolean.getBoolean("fogatlas.it.required"))
                .as("two Docker engines are required; name them by -Dfogatlas.docker.engines=unix:///…,unix:///…")
                .isTrue();
        assumeTrue(ADDRESSES.size() >= 2, "there are no Docker engines; name them by -Dfogatlas.docker.engines");
    }

    static URI address(int number) {
        return ADDRESSES.get(number);
    }

    static DockerClient client(int number) {
        URI host = address(number);
        return DockerClientImpl.getInstance(
                new ClientConfig(host),
                new ApacheDockerHttpClient.Builder().dockerHost(host).build());
    }
}
