package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.model.AuthConfig;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.orchestration.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DockerTargetsTest {
    private static final String SECRET = "hunter2-registry";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        for (String file : List.of("ca.pem", "cert.pem", "key.pem", "ssh_config")) {
            Files.writeString(directory.resolve(file), "x");
        }
    }

    private DockerTargets read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("targets.yaml"), text);
        return DockerTargets.read(
                file, Map.of("DOCKER_CONFIG", directory.toString(), "DOCKER_HOST", "unix:///here.sock"));
    }

    private List<String> problems(String text) {
        return catchThrowableOfType(ManifestException.class, () -> read(text)).problems().stream()
                .map(problem -> problem.toString().replace(directory + "/", ""))
                .toList();
    }

    private void context(String name, String endpoint, boolean tls) throws IOException {
        String hash = Names.hash(name, 64);
        Path meta = Files.createDirectories(directory.resolve("contexts/meta/" + hash));
        Files.writeString(
                meta.resolve("meta.json"), "{\"Name\":\"" + name + "\",\"Endpoints\":{\"docker\":" + endpoint + "}}");
        if (tls) {
            Path files = Files.createDirectories(directory.resolve("contexts/tls/" + hash + "/docker"));
            Files.writeString(files.resolve("ca.pem"), "x");
        }
    }

    @Test
    void readsEveryKindOfAddress() throws Exception {
        context("production", "{\"Host\":\"tcp://prod:2376\",\"SkipTLSVerify\":false}", true);

        DockerTargets targets = read("""
                regions:
                  a: unix:///run/docker.sock
                  b: {host: "tcp://b.example:2376", tls: {ca: ca.pem, cert: cert.pem, key: key.pem}}
                  c: {host: "ssh://fog@c.example:2222/run/docker.sock", sshConfig: ssh_config}
                  d: {context: production}
                  e: {context: default}
                  f: {host: "tcp://f.example:2375", plaintext: true}
                """);

        assertThat(targets.regions()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(targets.addresses().get("a")).isEqualTo(EngineAddress.of(URI.create("unix:///run/docker.sock")));
        assertThat(targets.addresses().get("b").tls().orElseThrow().key()).contains(directory.resolve("key.pem"));
        assertThat(targets.addresses().get("c").sshConfig()).contains(directory.resolve("ssh_config"));
        assertThat(targets.addresses().get("d")).hasToString("tcp://prod:2376");
        assertThat(targets.addresses().get("d").tls().orElseThrow().ca()).isPresent();
        assertThat(targets.addresses().get("e")).hasToString("unix:///here.sock");
        assertThat(targets.addresses().get("f").tls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{host: \"tcp://a:2376\"}|anybody could read and change what goes to 'tcp://a:2376'; give tls:",
                "{host: \"http://a:2376\"}|has an address that is none of unix:///PATH",
                "{host: \"ssh://me:hunter2@a\"}|has an address that is none of unix:///PATH",
                "{host: \"tcp://me:hunter2@a:1\"}|has an address that is none of unix:///PATH",
                "{host: \"ssh://-oProxyCommand=x\"}|has an address that is none of",
                "{host: \"unix:///a\", context: b}|must have either host, such as unix:///var/run/docker.sock, or context",
                "{}|must have either host",
                "{context: none}|there is no Docker context 'none'; see 'docker context ls' for those there are",
                "{context: trusting}|the Docker context 'trusting' does not verify the engine's certificate",
                "{context: empty}|the Docker context 'empty' has no address of an engine",
                "{context: open}|anybody could read and change what goes to 'tcp://open:1'",
                "{host: \"unix:///a\", tsl: {}}|has the key 'tsl', which nobody knows; known are context, host,",
                "{host: \"tcp://a:1\", tls: {cert: cert.pem}}|needs both tls.cert and tls.key, or neither",
                "{host: \"tcp://a:1\", tls: {ca: none.pem}}|ca must name a file, but there is none at",
                "{host: \"tcp://a:1\", tls: true}|tls must be an object with ca, cert and key",
            })
    void saysWhatIsWrongWithATarget(String target, String why) throws Exception {
        context("trusting", "{\"Host\":\"tcp://a:1\",\"SkipTLSVerify\":true}", false);
        context("empty", "{}", false);
        context("open", "{\"Host\":\"tcp://open:1\"}", false);

        assertThat(problems("regions:\n  edge: " + target + "\n"))
                .anyMatch(line -> line.startsWith("targets.yaml:2: target of region 'edge': " + why))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|must be one object with the key 'regions'",
                "regions: {}|regions must map the id of each region to its engine",
                "regions: {a: unix:///a}\\nmore: 1|has the key 'more', which nobody knows; known are regions, registryCredentials",
                "regions: {a: unix:///a}\\nregistryCredentials: none|registryCredentials must name a file",
                "a: {|targets.yaml:",
            })
    void saysWhatIsWrongWithTheFile(String text, String why) {
        assertThat(problems(text.replace("\\n", "\n")))
                .singleElement()
                .asString()
                .contains(why);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> DockerTargets.read(directory.resolve("none.yaml")))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("none.yaml: cannot be read; see whether it is there");
    }

    @Test
    void takesLocalSocketsFromCode() {
        assertThat(DockerTargets.ofSockets(Map.of("a", URI.create("unix:///a"))).regions())
                .containsExactly("a");
        assertThatThrownBy(() -> DockerTargets.ofSockets(Map.of("a", URI.create("tcp://a:1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Give others by a file of targets.");
    }

    @Test
    void findsTheCredentialsOfARegistry() throws Exception {
        String pair = Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                directory.resolve("config.json"),
                "{\"auths\":{\"registry.example:5000\":{\"auth\":\"" + pair
                        + "\"},\"https://index.docker.io/v1/\":{\"auth\":\"" + pair + "\"},\"helped.example\":{}}}");
        RegistryCredentials credentials = read("regions: {a: unix:///a}\nregistryCredentials: config.json\n")
                .credentials();

        assertThat(credentials.of("registry.example:5000/shop:1").map(AuthConfig::getPassword))
                .contains(SECRET);
        assertThat(credentials.of("nginx:latest").map(AuthConfig::getUsername)).contains("me");
        assertThat(credentials.of("helped.example/shop")).isEmpty();
        assertThat(credentials.of("other.example/shop")).isEmpty();
        assertThat(new RegistryCredentials(Optional.empty()).of("nginx")).isEmpty();
    }

    @Test
    void tellsNothingOfAFileOfCredentialsThatIsBroken() throws Exception {
        Path file = Files.writeString(directory.resolve("config.json"), "{\"auths\": {\"docker.io\": " + SECRET);

        assertThatThrownBy(() -> new RegistryCredentials(Optional.of(file)).of("nginx"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot be read as one that docker login writes; credential helpers are not run")
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain(SECRET));
    }

    @Test
    void saysWhichEngineDoesNotAnswer() {
        Shop shop = new Shop("shop").sleeping("web", "").in("web", "edge", 1);
        DockerTargets nowhere =
                DockerTargets.ofSockets(Map.of("edge", URI.create("unix://" + directory.resolve("none.sock"))));

        try (DockerTarget target = DockerTarget.of(nowhere, List.of(shop.manifest()), false)) {
            assertThatThrownBy(() -> target.plan(shop.deployable()))
                    .isInstanceOf(DeploymentException.class)
                    .hasMessageContaining("The engine of region 'edge' at unix://" + directory.resolve("none.sock")
                            + " does not answer: ")
                    .hasMessageContaining("See whether it runs, and whether the file of targets names it right.");
        }
        assertThat(EngineNodes.of(nowhere, "region", Set.of()).warnings()).hasSize(1);
    }
}
