package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.model.infrastructure.Region;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestReaderTest {
    @TempDir
    private Path directory;

    private static String region(String id) {
        return "apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: Region\nspec: {id: %s, cpu2mips: 1}\n".formatted(id);
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> ids(Manifests manifests) {
        return manifests.infrastructure().regions().stream().map(Region::id).toList();
    }

    private static List<String> problems(Source... sources) {
        ManifestException refused =
                catchThrowableOfType(ManifestException.class, () -> new ManifestReader().read(List.of(sources)));
        return refused.getMessage().lines().toList();
    }

    @Test
    void readsDirectoriesInTheOrderOfNames() throws IOException {
        file("b.yaml", region("b"));
        file("a/z.yml", region("az"));
        file(
                "a/y.json",
                "{\"apiVersion\": \"fogatlas.fbk.eu/v1alpha1\", \"kind\": \"Region\", \"spec\": {\"id\": \"ay\","
                        + " \"cpu2mips\": 1}}");
        file("c.YAML", region("c"));
        file(".hidden/h.yaml", "no yaml: [");
        file(".hidden.yaml", "no yaml: [");
        file("notes.txt", "no yaml: [");
        Files.createDirectories(directory.resolve("empty"));

        assertThat(ids(new ManifestReader().read(List.of(Source.of(directory)))))
                .containsExactly("ay", "az", "b", "c");
    }

    @Test
    void readsSourcesInTheOrderGiven() throws IOException {
        Path b = file("b.yaml", region("b"));

        assertThat(ids(new ManifestReader().read(List.of(Texts.source("-", region("z")), Source.of(b)))))
                .containsExactly("z", "b");
    }

    @Test
    void namesFilesInProblems() throws IOException {
        Path file = file("link.yaml", "\n\n" + Texts.LINK);

        assertThat(problems(Source.of(file), Texts.source("-", region("'003-003'"))))
                .containsExactly(file + ":3: Link 'link1': names region '001-001', but there is no such Region");
    }

    @Test
    void saysWhatCannotBeRead() {
        Path missing = directory.resolve("missing.yaml");
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(new byte[0]), InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        throw new IOException("the pipe broke");
                    }
                };

        assertThat(problems(Source.of(missing), Source.of(directory), Source.of("-", broken)))
                .containsExactly(
                        missing + ": cannot be read: there is no such file or directory",
                        directory + ": cannot be read: there is no *.yaml, *.yml or *.json file in it",
                        "-: cannot be read: the pipe broke");
    }

    @Test
    void doesNotCloseAStreamThatWasGiven() {
        boolean[] closed = {false};
        InputStream stream = new ByteArrayInputStream(region("a").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThat(ids(new ManifestReader().read(List.of(Source.of("-", stream)))))
                .containsExactly("a");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void refusesMoreThanTheLimitOverAllFiles() {
        String text = region("a") + ("#" + "x".repeat(1023) + "\n").repeat(2048);
        ManifestException refused = catchThrowableOfType(
                ManifestException.class,
                () -> new ManifestReader()
                        .read(
                                List.of(Texts.source("a", text), Texts.source("b", text.replace("id: a", "id: b"))),
                                3L << 20));

        assertThat(refused).hasMessage("b: cannot be read: all files together hold more than 3 MiB");
    }

    @Test
    void readsListsOfAllForms() {
        String items = "items:\n- {%s, spec: {id: a, cpu2mips: 1}}\n- {%s, spec: {id: b, cpu2mips: 1}}\n";
        String typed = "apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Region";

        assertThat(ids(Texts.read("apiVersion: v1\n" + items.formatted(typed, typed) + "kind: List\nmetadata: {}\n")))
                .containsExactly("a", "b");
        assertThat(ids(Texts.read("apiVersion: v1\nkind: List\n" + items.formatted(typed, typed))))
                .containsExactly("a", "b");
        assertThat(ids(Texts.read("apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: RegionList\n"
                        + items.formatted("metadata: {}", "metadata: {}"))))
                .containsExactly("a", "b");
        assertThat(ids(Texts.read("- {%s, spec: {id: a, cpu2mips: 1}}\n".formatted(typed))))
                .containsExactly("a");
        assertThat(ids(Texts.read("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - {"
                        + typed + ", spec: {id: a, cpu2mips: 1}}\n")))
                .containsExactly("a");
        assertThat(ids(Texts.read("{\"items\": [{\"apiVersion\": \"fogatlas.fbk.eu/v1alpha1\", \"kind\": \"Region\","
                        + " \"spec\": {\"id\": \"a\", \"cpu2mips\": 1}}], \"kind\": \"List\"}")))
                .containsExactly("a");
    }

    @Test
    void refusesItemsOfSomethingThatIsNoList() {
        String text =
                "apiVersion: v1\nitems:\n- " + region("a").replace("\n", "\n  ").strip() + "\nkind: Bag\n";

        assertThat(Texts.problems(text))
                .containsExactly("f1:1: Bag '': has objects as items, so its kind must be List, but is 'Bag'");
    }

    @Test
    void skipsOtherKindsWithOneWarningEach() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: s%d}\n";
        String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n";
        String region = "apiVersion: cloud.example/v1\nkind: Region\nmetadata: {name: r}\n";
        String dynamic = "apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: DynamicNode\nmetadata: {name: n}\n";

        assertThat(Texts.warnings(region("a") + "---\n" + service.formatted(1) + "---\n" + deployment + "---\n"
                        + service.formatted(2) + "---\n" + region + "---\n" + dynamic))
                .containsExactly(
                        "f1:5: Service 's1': is skipped: objects of the kind Service (v1) are not read (and so for 1 more object)",
                        "f1:9: Deployment 'd': is skipped: objects of the kind Deployment (apps/v1) are not read",
                        "f1:17: Region 'r': is skipped: objects of the kind Region (cloud.example/v1) are not read",
                        "f1:21: DynamicNode 'n': is skipped: objects of the kind DynamicNode (fogatlas.fbk.eu/v1alpha1) are not read");
    }

    @Test
    void refusesWhatIsNoObjectAtAll() {
        assertThat(Texts.problems(region("a") + "---\njust text\n---\n- 5\n---\nspec: {}\n---\nkind: Region\n"))
                .containsExactly(
                        "f1:5: is no object of Kubernetes or FogAtlas, but the text 'just text'",
                        "f1:7: is no object of Kubernetes or FogAtlas, but the number 5",
                        "f1:9: has no kind; every object needs an apiVersion and a kind",
                        "f1:11: Region '': has no apiVersion; give e.g. fogatlas.fbk.eu/v1alpha1");
        assertThat(Texts.problems("")).containsExactly("f1: there is no object of FogAtlas in it");
        assertThat(Texts.problems("# nothing", "---\n...\n")).containsExactly("there is no object of FogAtlas in it");
    }

    @Test
    void refusesOtherVersions() {
        assertThat(Texts.problems(
                        region("a").replace("v1alpha1", "v1beta1"),
                        Texts.node("n", "").replace("v1", "v2")))
                .containsExactly(
                        "f1:1: Region 'a': apiVersion is 'fogatlas.fbk.eu/v1beta1', but only fogatlas.fbk.eu/v1alpha1 can be read",
                        "f2:1: Node 'n': apiVersion is 'v2', but only v1 can be read");
        assertThat(Texts.problems(region("a"), Texts.node("n", "").replace("apiVersion: v1\n", "")))
                .containsExactly("f2:1: Node 'n': apiVersion is missing, but only v1 can be read");
    }

    @Test
    void tellsKeysThatAreThereTwiceWithTheirObject() {
        assertThat(Texts.problems(region("a") + "kind: Region\n"))
                .containsExactly("f1:4: Region 'a': the key 'kind' is there twice");
    }

    @Test
    void tellsAllProblemsOfAllFilesInOrder() {
        assertThat(Texts.problems(
                        Texts.REGIONS.replace("46.1,11.0", "?"),
                        "{\"apiVersion\": ",
                        Texts.LINK.replace("10M", "x"),
                        Texts.ENDPOINT.replace("46.0,11.1", "!")))
                .hasSize(4)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("f1:4: Region"),
                        second -> assertThat(second).startsWith("f2:1: is not valid JSON"),
                        third -> assertThat(third).startsWith("f3:4: Link"),
                        fourth -> assertThat(fourth).startsWith("f4:4: ExternalEndpoint"));
    }

    @Test
    void doesNotBlameObjectsForWhatABrokenFileMayHold() {
        assertThat(Texts.problems("{\"apiVersion\": ", Texts.LINK, Texts.ENDPOINT, Texts.fadepl("")))
                .singleElement()
                .asString()
                .startsWith("f1:1: is not valid JSON");
    }

    @Test
    void needsARegion() {
        assertThat(Texts.problems(Texts.fadepl("").replace("[cam1]", "[]")))
                .containsExactly("there is no Region; give at least one");
    }

    @Test
    void tellsAThousandProblemsAndCountsTheRest() {
        StringBuilder regions = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            regions.append(region("r" + i).replace("1}", "0}")).append("---\n");
        }

        assertThat(Texts.problems(regions.toString())).hasSize(1001).last().isEqualTo("and 500 more problems");
    }

    @Test
    void keepsMessagesOnOneLineAndTerminalsSafe() {
        assertThat(Texts.problems(region("\"a\\e[31m\\n\\u202eb\"")))
                .singleElement()
                .asString()
                .startsWith("f1:3: Region 'a\\u001b[31m\\u000a\\u202eb': spec.id cannot be");
    }

    @Test
    void readsTheSameUnderAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(ids(Texts.read(region("I")))).containsExactly("I");
            assertThat(Texts.read(Texts.REGIONS, Texts.LINK.replace("up}", "UP}"))
                            .warnings())
                    .isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }
}
