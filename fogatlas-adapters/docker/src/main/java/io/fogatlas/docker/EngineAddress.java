package io.fogatlas.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine is, and how to trust it.
 *
 * @param host {@code unix://}, {@code tcp://} or {@code ssh://}; holds no password
 * @param tls the files that prove who is who; empty only where the engine is spoken to in plain text
 * @param sshConfig the configuration of {@code ssh}; empty for the user's own
 */
record EngineAddress(URI host, Optional<TlsFiles> tls, Optional<Path> sshConfig) {
    /**
     * The files of a TLS connection.
     *
     * @param ca the certificates of who may vouch for the engine; empty for those that Java trusts
     * @param certificate the certificate shown to the engine; empty for none
     * @param key the private key that belongs to it
     */
    record TlsFiles(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {}

    static EngineAddress of(URI host) {
        return new EngineAddress(host, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
