package io.fogatlas.manifests.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class TreeTextProperties {
    /** Texts that a careless writer of YAML would turn into something else. */
    private static final List<String> TRICKY = List.of(
            "",
            " ",
            "yes",
            "y",
            "no",
            "Null",
            "~",
            "true",
            "1",
            "010",
            "1e3",
            "0x1F",
            "0o7",
            "1_0",
            ".5",
            "5.",
            "-",
            "- a",
            "a: b",
            "a:",
            "a :b",
            "#",
            "a #b",
            "a#b",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'a'",
            "\"a\"",
            "{a",
            "[a",
            "a,b",
            "]",
            "a ",
            " a",
            "a\nb",
            "a\nb\n",
            "a\n\nb\n\n",
            "\na",
            "a\n b\n",
            "a\n\tb\n",
            "a\r\nb",
            "a\tb",
            "a\n   \nb",
            "\u0000",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "ü",
            "\ud83d\ude00",
            "2026-11-21",
            "12:30:45",
            "1:20",
            ".inf",
            ".NaN",
            "<<",
            "=",
            "---",
            "...",
            "--- a",
            "? a",
            "003-003",
            "400Mi",
            "nginx:latest",
            "a/b:c@d",
            "http://x.y/z?a=b&c",
            "a\n# b\n",
            "a: |\n",
            "x".repeat(300));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(TRICKY),
                        Arbitraries.strings().all().ofMaxLength(12),
                        Arbitraries.strings().withChars(" \n\t:#-'\"\\ab0|>").ofMaxLength(10))
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Value> trees() {
        Arbitrary<Value> scalars = Arbitraries.oneOf(
                texts().map(ScalarValue::text),
                Arbitraries.longs().map(ScalarValue::number),
                Arbitraries.bigDecimals().map(ScalarValue::number),
                Arbitraries.of("1e3", "-0.50", "1E+5").map(text -> new ScalarValue(ScalarType.NUMBER, text, 0)),
                Arbitraries.of(true, false).map(ScalarValue::truth),
                Arbitraries.just(new ScalarValue(ScalarType.NULL, "null", 0)));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(4).map(items -> new ListValue(items, 0)),
                        Arbitraries.maps(texts(), inner)
                                .ofMaxSize(4)
                                .map(fields -> new ObjectValue(new LinkedHashMap<>(fields), 0))),
                0,
                4);
    }

    private static Value read(String text) throws TreeException {
        Reading reading = Reading.of(text);
        assertThat(reading.problems).isEmpty();
        assertThat(reading.documents).hasSize(1);
        return reading.documents.get(0);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void readsTheYamlThatItWrites(@ForAll("trees") Value tree) throws TreeException {
        String yaml = YamlText.of(tree);

        assertThat(JsonText.of(read(yaml))).as(yaml).isEqualTo(JsonText.of(tree));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void readsTheJsonThatItWrites(@ForAll("trees") Value tree) throws TreeException {
        String json = JsonText.of(new ListValue(List.of(new ListValue(List.of(tree), 0)), 0));

        assertThat(JsonText.of(read(json))).isEqualTo(json);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void writesJsonThatOthersRead(@ForAll("trees") Value tree) throws JsonProcessingException {
        assertThat(new JsonMapper().readTree(JsonText.of(tree)).isMissingNode()).isFalse();
    }

    @Property
    void writesTextsThatOtherReadersOfYamlTakeForTexts(@ForAll("texts") String key, @ForAll("texts") String text) {
        String yaml = YamlText.of(new ObjectValue(Map.of(key, ScalarValue.text(text)), 0));

        assertThat(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml))
                .as(yaml)
                .isEqualTo(Map.of(key, text));
    }

    @Property
    void throwsNothingButItsOwnExceptionOnAnyBytes(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property
    void throwsNothingButItsOwnExceptionOnAnyText(@ForAll("syntax") String text) {
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> syntax() {
        return Arbitraries.of(
                        "a",
                        ": ",
                        "- ",
                        "\n",
                        "\n  ",
                        " ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\"",
                        "'",
                        "|",
                        ">",
                        "&a ",
                        "*a",
                        "!!str ",
                        "!<",
                        "? ",
                        "<<: ",
                        "#",
                        "%YAML 1.1\n",
                        "---\n",
                        "...\n",
                        "\t",
                        "\\x",
                        "\u0000",
                        "1e9",
                        "0x",
                        "{\"",
                        "\":",
                        "[{",
                        "\ufeff",
                        "@")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            assertThat(Reading.of(bytes, true).documents).isNotNull();
        } catch (TreeException refused) {
            assertThat(refused).message().isNotBlank();
            assertThat(refused.line()).isNotNegative();
        }
    }
}
