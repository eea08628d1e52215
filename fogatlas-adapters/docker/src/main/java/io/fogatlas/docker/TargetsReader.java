package io.fogatlas.docker;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.manifests.tree.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one file of targets and says everything that is wrong with it. */
final class TargetsReader {
    private static final Set<String> KEYS = Set.of("regions", "registryCredentials");
    private static final Set<String> KEYS_OF_REGION = Set.of("context", "host", "tls", "plaintext", "sshConfig");
    private static final Set<String> KEYS_OF_TLS = Set.of("ca", "cert", "key");

    private final Path file;
    private final DockerContexts contexts;
    private final List<ManifestProblem> problems = new ArrayList<>();

    TargetsReader(Path file, DockerContexts contexts) {
        this.file = file;
        this.contexts = contexts;
    }

    ManifestException refused(String text) {
        return new ManifestException(List.of(problem(0, "", text)));
    }

    private ManifestProblem problem(int line, String region, String text) {
        return new ManifestProblem(file.toString(), line, region.isEmpty() ? "" : "target of region", region, text);
    }

    DockerTargets read(InputStream stream) throws IOException {
        List<Value> documents = new ArrayList<>();
        try {
            TreeReader.read(stream, false, new TreeHandler() {
                @Override
                public void item(ObjectValue object) {
                    documents.add(object);
                }

                @Override
                public void document(Value document, int items) {
                    documents.add(document);
                }

                @Override
                public void problem(int line, String text) {
                    problems.add(TargetsReader.this.problem(line, "", text));
                }
            });
        } catch (TreeException wrong) {
            throw new ManifestException(
                    List.of(new ManifestProblem(file.toString(), wrong.line(), "", "", wrong.getMessage())));
        }
        if (documents.size() != 1 || !(documents.get(0) instanceof ObjectValue root)) {
            throw refused("must be one object with the key 'regions'");
        }
        unknown(root, KEYS, "");
        Map<String, EngineAddress> addresses = new TreeMap<>();
        Optional<Value> regions = root.get("regions");
        if (regions.isPresent()
                && regions.get() instanceof ObjectValue object
                && !object.fields().isEmpty()) {
            object.fields()
                    .forEach((region, value) ->
                            address(region, value).ifPresent(address -> addresses.put(region, address)));
        } else {
            problems.add(problem(root.line(), "", "regions must map the id of each region to its engine"));
        }
        Optional<Path> credentials = path(root, "registryCredentials", "");
        if (!problems.isEmpty()) {
            throw new ManifestException(problems);
        }
        return new DockerTargets(addresses, new RegistryCredentials(credentials));
    }

    private void unknown(ObjectValue object, Set<String> known, String region) {
        object.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(problem(
                        value.line(),
                        region,
                        "has the key '" + ScalarValue.shown(key) + "', which nobody knows; known are "
                                + String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    private Optional<EngineAddress> address(String region, Value value) {
        int before = problems.size();
        Optional<String> plain = ScalarValue.textOf(value);
        ObjectValue object = value instanceof ObjectValue given
                ? given
                : new ObjectValue(
                        plain.<Map<String, Value>>map(host -> Map.of("host", ScalarValue.text(host)))
                                .orElse(Map.of()),
                        value.line());
        unknown(object, KEYS_OF_REGION, region);
        Optional<EngineAddress.TlsFiles> tls = object.get("tls").map(files -> tls(files, region));
        Optional<Path> sshConfig = path(object, "sshConfig", region);
        boolean plaintext = object.get("plaintext")
                .map(truth -> truth instanceof ScalarValue scalar && scalar.isTrue())
                .orElse(false);
        Optional<String> context = object.text("context");
        Optional<String> host = object.text("host");
        if (context.isPresent() == host.isPresent()) {
            problems.add(problem(
                    object.line(), region, "must have either host, such as unix:///var/run/docker.sock, or context"));
        } else if (context.isPresent()) {
            try {
                DockerContexts.Found found = contexts.find(context.get());
                host = Optional.of(found.host());
                tls = tls.isPresent() ? tls : found.tls();
            } catch (IllegalArgumentException unusable) {
                problems.add(problem(object.line(), region, String.valueOf(unusable.getMessage())));
            }
        }
        if (problems.size() > before || host.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> uri = uri(host.get(), region, object.line());
        boolean open = uri.isPresent() && uri.get().getScheme().equals("tcp") && tls.isEmpty() && !plaintext;
        if (open) {
            problems.add(problem(
                    object.line(),
                    region,
                    "anybody could read and change what goes to '" + uri.get()
                            + "'; give tls: {ca: FILE, cert: FILE, key: FILE}, or plaintext: true in a network that"
                            + " nobody else is in"));
        }
        Optional<EngineAddress.TlsFiles> files = tls;
        return problems.size() > before ? Optional.empty() : uri.map(at -> new EngineAddress(at, files, sshConfig));
    }

    private EngineAddress.TlsFiles tls(Value value, String region) {
        ObjectValue object = value instanceof ObjectValue given ? given : ObjectValue.EMPTY;
        if (!(value instanceof ObjectValue)) {
            problems.add(problem(value.line(), region, "tls must be an object with ca, cert and key"));
        }
        unknown(object, KEYS_OF_TLS, region);
        Optional<Path> certificate = path(object, "cert", region);
        Optional<Path> key = path(object, "key", region);
        if (certificate.isPresent() != key.isPresent()) {
            problems.add(problem(object.line(), region, "needs both tls.cert and tls.key, or neither"));
        }
        return new EngineAddress.TlsFiles(path(object, "ca", region), certificate, key);
    }

    private Optional<URI> uri(String host, String region, int line) {
        try {
            URI uri = new URI(host);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean fits =
                    switch (scheme) {
                        case "unix" -> uri.getPath() != null && uri.getPath().startsWith("/");
                        case "tcp" -> uri.getHost() != null && uri.getPort() > 0 && uri.getUserInfo() == null;
                        case "ssh" ->
                            uri.getHost() != null
                                    && (uri.getUserInfo() == null || Patterns.isUserName(uri.getUserInfo()));
                        default -> false;
                    };
            if (fits) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException wrong) {
            // What is said below fits that as well.
        }
        // The address itself is not shown: it may hold a password.
        problems.add(problem(
                line,
                region,
                "has an address that is none of unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST[:PORT][/SOCKET]; a"
                        + " password has no place in it"));
        return Optional.empty();
    }

    private Optional<Path> path(ObjectValue object, String key, String region) {
        Optional<Value> value = object.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            Path path = Path.of(ScalarValue.textOf(value.get()).orElse(""));
            Path found = parent == null ? path : parent.resolve(path);
            if (Files.isRegularFile(found)) {
                return Optional.of(found);
            }
        } catch (InvalidPathException wrong) {
            // What is said below fits that as well.
        }
        problems.add(problem(
                value.get().line(),
                region,
                key + " must name a file, but there is none at " + value.get().description()));
        return Optional.empty();
    }
}
