package io.fogatlas.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Looks up the contexts of the command {@code docker}, as {@code docker context ls} lists them. */
final class DockerContexts {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int HASH_DIGITS = 64;

    /** The address of a context's engine, as far as it could be found. */
    record Found(String host, Optional<EngineAddress.TlsFiles> tls) {}

    private final Path directory;
    private final Map<String, String> environment;

    /**
     * Prepares to look up.
     *
     * @param environment the environment variables: {@code DOCKER_CONFIG}, {@code DOCKER_HOST}
     */
    DockerContexts(Map<String, String> environment) {
        this.environment = environment;
        String configured = environment.getOrDefault("DOCKER_CONFIG", "");
        this.directory =
                configured.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".docker") : Path.of(configured);
    }

    /**
     * Looks a context up.
     *
     * @param name its name
     * @return the address of its engine
     * @throws IllegalArgumentException if there is no such context, or it cannot be used; says why, and the remedy
     */
    Found find(String name) {
        if (name.equals("default")) {
            String host = environment.getOrDefault("DOCKER_HOST", "");
            return new Found(host.isEmpty() ? "unix:///var/run/docker.sock" : host, Optional.empty());
        }
        String hash = Names.hash(name, HASH_DIGITS);
        Path meta = directory.resolve("contexts").resolve("meta").resolve(hash).resolve("meta.json");
        JsonNode endpoint = read(name, meta).path("Endpoints").path("docker");
        if (endpoint.path("SkipTLSVerify").asBoolean(false)) {
            throw new IllegalArgumentException("the Docker context '" + name
                    + "' does not verify the engine's certificate; create it again with the engine's CA, without"
                    + " skip-tls-verify");
        }
        String host = endpoint.path("Host").asText("");
        if (host.isEmpty()) {
            throw new IllegalArgumentException("the Docker context '" + name + "' has no address of an engine");
        }
        Path tls = directory.resolve("contexts").resolve("tls").resolve(hash).resolve("docker");
        return new Found(host, Files.isDirectory(tls) ? Optional.of(files(tls)) : Optional.empty());
    }

    private static JsonNode read(String name, Path meta) {
        if (!Files.isRegularFile(meta)) {
            throw new IllegalArgumentException(
                    "there is no Docker context '" + name + "'; see 'docker context ls' for those there are");
        }
        try {
            return MAPPER.readTree(Files.readAllBytes(meta));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the Docker context '" + name + "' cannot be read", unreadable);
        }
    }

    private static EngineAddress.TlsFiles files(Path directory) {
        return new EngineAddress.TlsFiles(
                existing(directory, "ca.pem"), existing(directory, "cert.pem"), existing(directory, "key.pem"));
    }

    private static Optional<Path> existing(Path directory, String file) {
        return Optional.of(directory.resolve(file)).filter(Files::isRegularFile);
    }
}
