package io.fogatlas.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Speaks TLS with an engine that proves who it is, and proves to it who we are. */
final class TlsConnection implements SSLConfig {
    private static final char[] NO_PASSWORD = new char[0];

    private final SSLContext context;

    private TlsConnection(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads the files.
     *
     * @throws EngineException if one cannot be read or does not fit; tells nothing of what is in it
     */
    static TlsConnection of(EngineAddress.TlsFiles files) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted(files.ca()));
            context.init(keys(files), trust.getTrustManagers(), null);
            return new TlsConnection(context);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException wrong) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "The files for TLS cannot be used; see whether they are a CA, a certificate and its unencrypted key"
                            + " in PEM: " + shown(files));
        }
    }

    private static String shown(EngineAddress.TlsFiles files) {
        return files.ca().map(Path::toString).orElse("(Java's own CAs)") + ", "
                + files.certificate().map(Path::toString).orElse("(no certificate)") + ", "
                + files.key().map(Path::toString).orElse("(no key)");
    }

    private static @Nullable KeyStore trusted(Optional<Path> ca) throws GeneralSecurityException, IOException {
        if (ca.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        int count = 0;
        for (Certificate certificate : certificates(ca.get())) {
            store.setCertificateEntry("ca-" + count++, certificate);
        }
        if (count == 0) {
            throw new IllegalArgumentException("no certificate");
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream);
        }
    }

    private static KeyManager @Nullable [] keys(EngineAddress.TlsFiles files)
            throws GeneralSecurityException, IOException {
        if (files.certificate().isEmpty() || files.key().isEmpty()) {
            return null;
        }
        PrivateKey key = PemKey.read(Files.readString(files.key().get(), StandardCharsets.US_ASCII));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        Certificate[] chain = certificates(files.certificate().get()).toArray(new Certificate[0]);
        store.setKeyEntry("engine", key, NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    @Override
    public SSLContext getSSLContext() {
        return context;
    }
}
