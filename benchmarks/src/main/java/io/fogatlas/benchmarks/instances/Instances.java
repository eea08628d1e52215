package io.fogatlas.benchmarks.instances;

import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.manifests.networks.ImportedNetwork;
import io.fogatlas.manifests.networks.NetworkFile;
import io.fogatlas.manifests.networks.NetworkImport;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Finds networks: those that come with the benchmarks by name, and users' own in files. */
public final class Instances {
    private static final List<String> NAMES = List.of(
            "abilene",
            "geant2010",
            "geant-virne",
            "renater2010",
            "garr2012",
            "uninett2011",
            "waxman100",
            "interoute",
            "deltacom",
            "tata-nld",
            "us-carrier",
            "brain",
            "cogentco");

    private Instances() {}

    /**
     * Lists the networks that come with the benchmarks, the smallest first.
     *
     * @return their names
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a network that comes with the benchmarks.
     *
     * @param name one of {@link #names}
     * @return what is known of it, and where that was read
     * @throws IllegalArgumentException if there is none of the name
     */
    public static NetworkFacts named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("There is no network '" + name + "'. Use one of " + NAMES + ".");
        }
        try (InputStream stream = Instances.class.getResourceAsStream(name + ".network")) {
            if (stream == null) {
                throw new IllegalStateException("The text of network '" + name + "' is not on the class path.");
            }
            return NetworkFacts.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads a user's own network.
     *
     * @param path a file in a form that {@link NetworkImport} knows: GraphML as of the Topology Zoo, SNDlib's JSON, REPETITA
     * @param options how to read what the file leaves open
     * @return its infrastructure
     * @throws IllegalArgumentException if the file describes applications alone
     * @throws io.fogatlas.model.InvalidModelException if it cannot be read
     */
    public static Infrastructure file(Path path, ImportOptions options) {
        ImportedNetwork read = NetworkImport.read(NetworkFile.of(path), options);
        return read.infrastructure()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The file '" + path.getFileName() + "' describes no network. Give one with regions."));
    }
}
