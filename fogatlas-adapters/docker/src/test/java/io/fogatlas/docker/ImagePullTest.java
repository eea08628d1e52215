package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.core.command.PullImageCmdImpl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImagePullTest {
    private final List<String> told = new ArrayList<>();

    private static PullResponseItem item(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, PullResponseItem.class);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        try (ImagePull pull = new ImagePull(told::add)) {
            for (String json : List.of(
                    "{\"status\":\"Pulling from shop\",\"id\":\"1\"}",
                    "{\"status\":\"Pulling fs layer\",\"id\":\"a\"}",
                    "{\"status\":\"Already exists\",\"id\":\"b\"}",
                    "{\"status\":\"Downloading\",\"id\":\"a\",\"progressDetail\":{\"current\":26,\"total\":100}}",
                    "{\"status\":\"Downloading\",\"id\":\"a\",\"progressDetail\":{\"current\":29,\"total\":100}}",
                    "{\"status\":\"Download complete\",\"id\":\"a\"}",
                    "{\"status\":\"Extracting\",\"id\":\"a\",\"progressDetail\":{\"current\":1,\"total\":100}}",
                    "{\"status\":\"Pull complete\",\"id\":\"a\"}",
                    "{\"status\":\"Status: Downloaded newer image\"}")) {
                pull.onNext(item(json));
            }

            assertThat(told)
                    .containsExactly(
                            "0 of 1 layers",
                            "1 of 2 layers",
                            "1 of 2 layers, 20 %",
                            "1 of 2 layers, 100 %",
                            "2 of 2 layers");
            assertThat(pull.error()).isEmpty();
        }
    }

    @Test
    void keepsWhatTheRegistryFoundWrong() throws IOException {
        try (ImagePull pull = new ImagePull(told::add)) {
            pull.onNext(item("{\"errorDetail\":{\"message\":\"denied\"},\"error\":\"denied\"}"));

            assertThat(pull.error()).contains("denied");
            assertThat(told).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx, latest",
        "nginx:1.27, nginx, 1.27",
        "registry:5000/a/b, registry:5000/a/b, latest",
        "registry:5000/a/b:2, registry:5000/a/b, 2",
        "a/b@sha256:0123, a/b, sha256:0123",
    })
    void namesOneVersionOnly(String image, String repository, String tag) {
        PullImageCmd command = new PullImageCmdImpl((request, callback) -> null, null, image);

        ImagePull.name(command, image);

        assertThat(command.getRepository()).isEqualTo(repository);
        assertThat(command.getTag()).isEqualTo(tag);
    }
}
