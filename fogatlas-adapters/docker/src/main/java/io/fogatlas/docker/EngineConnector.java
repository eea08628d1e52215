package io.fogatlas.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Connects to engines: through a local socket, by TLS, or through a tunnel of {@code ssh}. */
final class EngineConnector implements BiFunction<String, EngineAddress, Engine> {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long an engine may think about a question. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** How long an engine may say nothing while it fetches an image or waits for a container to end. */
    private static final Duration LONG_WORK = Duration.ofHours(1);

    private static final int CONNECTIONS = 8;

    private final RegistryCredentials credentials;

    EngineConnector(RegistryCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Connects, and asks whether the engine is there.
     *
     * @param region the first of the engine's regions, for messages
     * @param address where it is
     * @throws EngineException if it does not answer
     */
    @Override
    public Engine apply(String region, EngineAddress address) {
        Optional<SshTunnel> tunnel = address.host().getScheme().equals("ssh")
                ? Optional.of(SshTunnel.open(region, address))
                : Optional.empty();
        try {
            URI host = tunnel.map(SshTunnel::socket).orElse(address.host());
            Optional<TlsConnection> tls = address.tls().map(TlsConnection::of);
            DockerEngine engine = new DockerEngine(
                    new EngineCalls(region, address.toString()),
                    client(host, tls, ANSWER),
                    client(host, tls, LONG_WORK),
                    credentials,
                    tunnel);
            try {
                engine.ping();
            } catch (EngineException failure) {
                engine.close();
                throw failure;
            }
            return engine;
        } catch (EngineException failure) {
            tunnel.ifPresent(SshTunnel::close);
            throw failure;
        }
    }

    private static DockerClient client(URI host, Optional<TlsConnection> tls, Duration answer) {
        ApacheDockerHttpClient.Builder http = new ApacheDockerHttpClient.Builder()
                .dockerHost(host)
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .responseTimeout(answer);
        tls.ifPresent(http::sslConfig);
        return DockerClientImpl.getInstance(new ClientConfig(host), http.build());
    }
}
