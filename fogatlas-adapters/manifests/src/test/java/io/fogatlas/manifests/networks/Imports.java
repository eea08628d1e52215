package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Imports the small networks among the test resources, texts, and real files. */
final class Imports {
    private Imports() {}

    static String resource(String name) {
        try (InputStream stream = Imports.class.getResourceAsStream("/networks/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedNetwork of(String name) {
        return text(name, resource(name), ImportOptions.defaults());
    }

    static ImportedNetwork of(String name, ImportOptions options) {
        return text(name, resource(name), options);
    }

    static ImportedNetwork text(String name, String text, ImportOptions options) {
        return NetworkImport.read(NetworkFile.of(name, text.getBytes(StandardCharsets.UTF_8)), options);
    }

    /** Imports one of the real networks. */
    static ImportedNetwork real(String path) {
        return NetworkImport.read(NetworkFile.of(RealFiles.file(path)), ImportOptions.defaults());
    }

    /** Imports what is to be refused, and gives the messages. */
    static List<String> refused(String name, String text) {
        ManifestException refusal =
                catchThrowableOfType(ManifestException.class, () -> text(name, text, ImportOptions.defaults()));
        return refusal.problems().stream().map(Object::toString).toList();
    }

    static Region region(ImportedNetwork network, String id) {
        return infrastructure(network).region(id).orElseThrow();
    }

    static Link link(ImportedNetwork network, String id) {
        return infrastructure(network).link(id).orElseThrow();
    }

    static Infrastructure infrastructure(ImportedNetwork network) {
        return network.infrastructure().orElseThrow();
    }
}
