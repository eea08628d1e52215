package io.fogatlas.docker;

import io.fogatlas.manifests.ManifestException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says which Docker engine each region is.
 *
 * <p>A file of targets looks like this; relative paths start at its directory:
 *
 * <pre>{@code
 * regions:
 *   cloud: {context: production}               # a context of the command docker
 *   edge-1: {host: unix:///var/run/docker.sock}
 *   edge-2:
 *     host: tcp://edge-2.example:2376
 *     tls: {ca: ca.pem, cert: cert.pem, key: key.pem}
 *   edge-3: {host: ssh://fog@edge-3.example, sshConfig: ssh_config}
 * registryCredentials: config.json              # as docker login writes it
 * }</pre>
 *
 * <p>The other side of {@code tcp://} must prove itself by a certificate, that of {@code ssh://} by a known host key; {@code plaintext:
 * true} allows {@code tcp://} without. The path of an {@code ssh://} address is the engine's socket there, by default {@code
 * /var/run/docker.sock}. Passwords are read from no file and never asked for.
 */
public final class DockerTargets {
    private final Map<String, EngineAddress> addresses;
    private final RegistryCredentials credentials;

    DockerTargets(Map<String, EngineAddress> addresses, RegistryCredentials credentials) {
        this.addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
        this.credentials = credentials;
    }

    /**
     * Reads a file of targets.
     *
     * @param file the file, in YAML or JSON
     * @return what it says
     * @throws ManifestException with everything that is wrong with it
     */
    public static DockerTargets read(Path file) {
        return read(file, System.getenv());
    }

    static DockerTargets read(Path file, Map<String, String> environment) {
        TargetsReader reader = new TargetsReader(file, new DockerContexts(environment));
        try (InputStream stream = Files.newInputStream(file)) {
            return reader.read(stream);
        } catch (IOException unreadable) {
            throw reader.refused("cannot be read; see whether it is there: " + unreadable.getMessage());
        }
    }

    /**
     * Names engines that need no proof.
     *
     * @param sockets the address of each region's engine, such as {@code unix:///var/run/docker.sock}
     * @return these
     * @throws IllegalArgumentException if an address is not one of a local socket
     */
    public static DockerTargets ofSockets(Map<String, URI> sockets) {
        Map<String, EngineAddress> addresses = new TreeMap<>();
        sockets.forEach((region, address) -> {
            if (!"unix".equals(address.getScheme()) || address.getPath() == null) {
                throw new IllegalArgumentException("The engine of region '" + region
                        + "' must be at unix://PATH, but is at '" + address + "'. Give others by a file of targets.");
            }
            addresses.put(region, EngineAddress.of(address));
        });
        return new DockerTargets(addresses, new RegistryCredentials(Optional.empty()));
    }

    /**
     * Says which regions have an engine.
     *
     * @return their ids, sorted
     */
    public Set<String> regions() {
        return addresses.keySet();
    }

    Map<String, EngineAddress> addresses() {
        return addresses;
    }

    RegistryCredentials credentials() {
        return credentials;
    }
}
