package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.Application;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is read, the readers throw nothing but their own exception, and what it says can be shown. */
final class ManifestFuzzProperties {
    @Property
    void readsOrRefusesAnyBytes(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void readsOrRefusesValidFilesInWhichValuesAreReplaced(@ForAll("replacements") List<Replacement> replacements) {
        String text = FuzzTexts.VALID;
        for (Replacement replacement : replacements) {
            text = replacement.in(text);
        }
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsOrRefusesValidFilesThatAreCut(@ForAll("cuts") Cut cut) {
        byte[] bytes = FuzzTexts.VALID.getBytes(StandardCharsets.UTF_8);
        assertReadOrRefused(cut.of(bytes));
        assertReadOrRefused(cut.of(FuzzTexts.DECISIONS.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsOrRefusesValidFilesOfWhichBytesAreChanged(@ForAll("cuts") Cut cut, @ForAll byte value) {
        byte[] bytes = FuzzTexts.VALID.getBytes(StandardCharsets.UTF_8);
        bytes[cut.from() % bytes.length] = value;
        bytes[cut.to() % bytes.length] ^= 0x20;
        assertReadOrRefused(bytes);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void readsOrRefusesObjectsOfAnyShape(@ForAll("objects") Value object) {
        assertReadOrRefused((FuzzTexts.VALID + "---\n" + YamlText.of(object)).getBytes(StandardCharsets.UTF_8));
        assertReadOrRefused(JsonText.of(object).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readsOrRefusesDecisionsInWhichValuesAreReplaced(@ForAll("replacements") List<Replacement> replacements) {
        String text = FuzzTexts.DECISIONS;
        for (Replacement replacement : replacements) {
            text = replacement.in(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Application> applications = application();
        assertReadOrRefused(() -> DecisionJson.read(source(bytes), applications));
    }

    private static List<Application> application() {
        return Texts.read(FuzzTexts.FILES.toArray(String[]::new)).applications().stream()
                .map(ApplicationManifest::application)
                .toList();
    }

    private static Source source(byte[] bytes) {
        return Source.of("-", new ByteArrayInputStream(bytes));
    }

    private static void assertReadOrRefused(byte[] bytes) {
        assertReadOrRefused(() -> {
            Manifests manifests = new ManifestReader().read(List.of(source(bytes)));
            assertThat(FadeplWriter.write(manifests.applications(), List.of(), Format.YAML))
                    .isNotNull();
            manifests.warnings().forEach(ManifestFuzzProperties::assertShowable);
        });
    }

    private static void assertReadOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (ManifestException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(ManifestFuzzProperties::assertShowable);
        }
    }

    private static void assertShowable(ManifestProblem problem) {
        assertThat(problem.text()).isNotBlank();
        assertThat(problem.line()).isNotNegative();
        assertThat(problem.toString()).matches("[^\\p{Cntrl}\\u202e]+").hasSizeLessThan(2000);
    }

    /** Replaces one value, or a part of the syntax. */
    private record Replacement(int at, String with) {
        private String in(String text) {
            String[] parts = text.split("(?<=[:,\\[{ ])(?=[^ \\n])", -1);
            int index = at % parts.length;
            StringBuilder replaced = new StringBuilder();
            for (int i = 0; i < parts.length; i++) {
                String part = parts[i];
                replaced.append(
                        i == index
                                ? part.replaceFirst("^[^,\\]}\\n]*", java.util.regex.Matcher.quoteReplacement(with))
                                : part);
            }
            return replaced.toString();
        }
    }

    /** Takes a piece out of a file, or leaves only what is before it. */
    private record Cut(int from, int to, boolean truncate) {
        private byte[] of(byte[] bytes) {
            int start = from % bytes.length;
            int end = truncate ? bytes.length : Math.min(bytes.length, start + to % 200);
            byte[] rest = new byte[bytes.length - (end - start)];
            System.arraycopy(bytes, 0, rest, 0, start);
            System.arraycopy(bytes, end, rest, start, bytes.length - end);
            return rest;
        }
    }

    @Provide
    Arbitrary<List<Replacement>> replacements() {
        return Combinators.combine(Arbitraries.integers().between(0, 1_000_000), Arbitraries.of(FuzzTexts.INTERESTING))
                .as(Replacement::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Cut> cuts() {
        Arbitrary<Integer> positions = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(positions, positions, Arbitraries.of(true, false))
                .as(Cut::new);
    }

    @Provide
    Arbitrary<Value> objects() {
        Arbitrary<Value> scalars = Arbitraries.oneOf(
                Arbitraries.of(FuzzTexts.INTERESTING).map(ScalarValue::text),
                Arbitraries.of("003-003", "cam1", "driver", "In", "region", "5M")
                        .map(ScalarValue::text),
                Arbitraries.longs().map(ScalarValue::number),
                Arbitraries.of(true, false).map(ScalarValue::truth));
        Arbitrary<String> keys = Arbitraries.of(FuzzTexts.KEYS);
        Arbitrary<Value> values = Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(3).map(items -> new ListValue(items, 0)),
                        Arbitraries.maps(keys, inner)
                                .ofMaxSize(5)
                                .map(fields -> new ObjectValue(new LinkedHashMap<>(fields), 0))),
                1,
                4);
        return Combinators.combine(
                        Arbitraries.of("Region", "Link", "ExternalEndpoint", "FADepl", "Node", "Pod", "List"),
                        values,
                        values,
                        values)
                .as((kind, metadata, spec, status) -> {
                    boolean core = kind.equals("Node") || kind.equals("Pod") || kind.equals("List");
                    Map<String, Value> fields = new LinkedHashMap<>();
                    fields.put("apiVersion", ScalarValue.text(core ? "v1" : "fogatlas.fbk.eu/v1alpha1"));
                    fields.put("kind", ScalarValue.text(kind));
                    fields.put("metadata", metadata);
                    fields.put(kind.equals("List") ? "items" : "spec", spec);
                    fields.put("status", status);
                    return new ObjectValue(fields, 0);
                });
    }

    @Property(tries = 1)
    void theFilesAreValidBeforeTheyAreBroken() {
        assertThat(application()).hasSize(1);
        assertThat(DecisionJson.read(source(FuzzTexts.DECISIONS.getBytes(StandardCharsets.UTF_8)), application()))
                .hasSize(1);
    }
}
