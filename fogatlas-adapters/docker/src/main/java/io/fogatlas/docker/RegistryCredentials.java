package io.fogatlas.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Finds the user and password of a registry in a file as {@code docker login} writes it, whenever an image is fetched. */
final class RegistryCredentials {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DEFAULT_REGISTRY = "docker.io";
    private static final String DEFAULT_ADDRESS = "https://index.docker.io/v1/";

    private final Optional<Path> file;

    /**
     * Names the file.
     *
     * @param file the file; empty if all registries are open to everybody
     */
    RegistryCredentials(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Finds what an image is fetched with.
     *
     * @param image its name
     * @return the credentials; empty if there are none for its registry
     * @throws EngineException if the file cannot be read; tells nothing of what is in it
     */
    Optional<AuthConfig> of(String image) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String registry = registry(image);
        try {
            JsonNode auths = MAPPER.readTree(Files.readAllBytes(file.get())).path("auths");
            String key = registry.equals(DEFAULT_REGISTRY) ? DEFAULT_ADDRESS : registry;
            JsonNode entry = auths.has(key) ? auths.get(key) : auths.path("https://" + key);
            String pair =
                    new String(Base64.getDecoder().decode(entry.path("auth").asText("")), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new AuthConfig()
                            .withRegistryAddress(key)
                            .withUsername(pair.substring(0, colon))
                            .withPassword(pair.substring(colon + 1)));
        } catch (IOException | IllegalArgumentException unreadable) {
            // Neither the cause nor its message goes on: they might quote the file.
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "The file of registry credentials '" + file.get()
                            + "' cannot be read as one that docker login writes; credential helpers are not run.");
        }
    }

    /** The registry in an image's name: what is before the first slash, if that looks like a host. */
    static String registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? first : DEFAULT_REGISTRY;
    }
}
