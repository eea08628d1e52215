package io.fogatlas.manifests.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeReaderTest {
    @Test
    void readsYamlAndJsonAlike() throws TreeException {
        String json = "{\"a\": [1, \"x\", true, null, {\"b\": {}}], \"c\": []}";
        String yaml = "a:\n- 1\n- x\n- true\n- null\n- b: {}\nc: []\n";

        assertThat(Reading.json(json))
                .isEqualTo(Reading.json(yaml))
                .isEqualTo("{\"a\": [1,\"x\",true,null,{\"b\": {}}],\"c\": []}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yes|true",
                "Off|false",
                "y|true",
                "NO|false",
                "yEs|\"yEs\"",
                "~|null",
                "Null|null",
                "nULL|\"nULL\"",
                "010|8",
                "0o17|15",
                "0x1F|31",
                "-0b101|-5",
                "08|8",
                "1_000|1000",
                "1e3|1e3",
                "1.50|1.50",
                ".5|0.5",
                "5.|5",
                "+3|3",
                "-0|-0",
                "1e-2|1e-2",
                "1:20|\"1:20\"",
                "2026-11-21|\"2026-11-21\"",
                "003-003|\"003-003\"",
                "5M|\"5M\"",
                "0x|\"0x\"",
                "1.2.3|\"1.2.3\"",
                "-|\"-x\"",
                ".nan|\".nan\"",
                "\"010\"|\"010\"",
                "'yes'|\"yes\"",
                "!!str 5|\"5\"",
                "! 5|\"5\"",
                "!!int \"5\"|5",
                "!!bool yes|true",
                "!!null ~|null",
                "!!float 1|1"
            })
    void readsPlainScalarsAsKubernetesDoes(String yaml, String json) throws TreeException {
        String text = yaml.equals("-") ? "a: -x" : "a: " + yaml;

        assertThat(Reading.json(text)).isEqualTo("{\"a\": " + json + "}");
    }

    @Test
    void knowsTheLineOfEverything() throws TreeException {
        ObjectValue yaml = (ObjectValue)
                Reading.of("# first\na: 1\nb:\n  - x\n  - c: y\n").documents.get(0);
        ObjectValue json = (ObjectValue) Reading.of("{\n\"a\": 1,\n\"b\": [\n\"x\",\n{\"c\": \"y\"}]}")
                .documents
                .get(0);

        for (ObjectValue object : List.of(yaml, json)) {
            ListValue list = (ListValue) object.get("b").orElseThrow();
            assertThat(object.get("a").orElseThrow().line()).isEqualTo(2);
            assertThat(list.items()).extracting(Value::line).containsExactly(4, 5);
            assertThat(((ObjectValue) list.items().get(1))
                            .get("c")
                            .orElseThrow()
                            .line())
                    .isEqualTo(5);
        }
        assertThat(yaml.line()).isEqualTo(2);
    }

    @Test
    void readsDocumentAfterDocument() throws TreeException {
        assertThat(Reading.of("a: 1\n---\n---\nb: 2\n...\n---\n- 3\n").documents)
                .extracting(Reading::compact)
                .containsExactly("{\"a\": 1}", "null", "{\"b\": 2}", "[3]");
        assertThat(Reading.of("{\"a\": 1}\n{\"b\": 2} [[3]]").documents)
                .extracting(Reading::compact)
                .containsExactly("{\"a\": 1}", "{\"b\": 2}", "[[3]]");
        assertThat(Reading.of("").documents).isEmpty();
        assertThat(Reading.of("# nothing\n").documents).isEmpty();
    }

    @Test
    void readsJsonWithTabsAndAByteOrderMark() throws TreeException {
        assertThat(Reading.json("\uFEFF{\n\t\"a\":\t1\n}")).isEqualTo("{\"a\": 1}");
        assertThat(Reading.of("\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_16BE), false).documents)
                .extracting(Reading::compact)
                .containsExactly("{\"a\": 1}");
        assertThat(Reading.of("\uFEFFa: ü".getBytes(StandardCharsets.UTF_16LE), false).documents)
                .extracting(Reading::compact)
                .containsExactly("{\"a\": \"ü\"}");
    }

    @Test
    void readsFlowMappingsOfYaml() throws TreeException {
        assertThat(Reading.json("{a: 1, b: [x, z]}")).isEqualTo("{\"a\": 1,\"b\": [\"x\",\"z\"]}");
    }

    @Test
    void resolvesAliasesAndMergeKeys() throws TreeException {
        String text =
                "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\none: {<<: *b, y: 5}\ntwo: {<<: [*o, *b]}\nk: *b\n";

        assertThat(Reading.json(text))
                .contains(
                        "\"one\": {\"y\": 5,\"x\": 1}",
                        "\"two\": {\"y\": 3,\"z\": 4,\"x\": 1}",
                        "\"k\": {\"x\": 1,\"y\": 2}");
    }

    @Test
    void handsOverItemsOneByOne() throws TreeException {
        String list =
                "apiVersion: v1\nitems:\n- {apiVersion: v1, kind: A}\n- {kind: B}\n- {apiVersion: v1, kind: C}\nkind: List\n";
        Reading reading = Reading.of(list.getBytes(StandardCharsets.UTF_8), true);

        assertThat(reading.items)
                .extracting(item -> item.text("kind").orElseThrow())
                .containsExactly("A", "C");
        assertThat(reading.documents)
                .extracting(Reading::compact)
                .containsExactly("{\"apiVersion\": \"v1\",\"items\": [{\"kind\": \"B\"}],\"kind\": \"List\"}");
        assertThat(Reading.of(list).items).isEmpty();
        assertThat(Reading.of("[{\"apiVersion\": \"v1\", \"kind\": \"A\"}]".getBytes(StandardCharsets.UTF_8), true)
                        .items)
                .hasSize(1);
    }

    @Test
    void notesEveryKeyThatIsThereTwice() throws TreeException {
        assertThat(Reading.of("a: 1\nb: {c: 1, c: 2}\na: 2\n").problems)
                .containsExactly("2: the key 'c' is there twice", "3: the key 'a' is there twice");
        assertThat(Reading.of("{\"a\": 1,\n\"a\": 2}").problems).containsExactly("2: the key 'a' is there twice");
    }

    @Test
    void notesTagsOfOtherTypes() throws TreeException {
        assertThat(Reading.of("a: !!java.net.URL [x]\nb: !mine y\nc: !!binary aGk=\nd: !!set {e}\n").problems)
                .containsExactly(
                        "1: the tag 'tag:yaml.org,2002:java.net.URL' has no place in a manifest; leave it out",
                        "2: the tag '!mine' has no place in a manifest; leave it out",
                        "3: the tag 'tag:yaml.org,2002:binary' has no place in a manifest; leave it out",
                        "4: the tag 'tag:yaml.org,2002:set' has no place in a manifest; leave it out");
        assertThat(Reading.of("a: !!int x\n").problems)
                .containsExactly("1: the tag 'tag:yaml.org,2002:int' has no place in a manifest; leave it out");
    }

    private static TreeException refused(String text) {
        return catchThrowableOfType(TreeException.class, () -> Reading.of(text));
    }

    @Test
    void saysWhereATextIsBroken() {
        assertThat(refused("a: 1\nb: [1,\n")).satisfies(wrong -> {
            assertThat(wrong.line()).isBetween(2, 3);
            assertThat(wrong).hasMessageStartingWith("is not valid YAML: ");
        });
        assertThat(refused("{\"a\": 1,\n\"b\": [1,")).satisfies(wrong -> {
            assertThat(wrong.line()).isEqualTo(2);
            assertThat(wrong).hasMessageStartingWith("is not valid JSON: ");
        });
        assertThat(refused("a: b: c")).hasMessageContaining("mapping values are not allowed here");
        assertThat(refused("a:\n\t- b")).hasMessageContaining("TAB");
        assertThat(refused("a: \u0001")).hasMessageContaining("special characters are not allowed");
        assertThat(refused("{\"a\": NaN}")).hasMessageStartingWith("is not valid JSON: ");
        assertThat(refused("? [a]\n: b")).hasMessage("a key must be a text");
        assertThat(refused("a: {<<: b}")).hasMessageStartingWith("the merge key '<<' needs");
        assertThat(refused("%YAML 99999999999999999999.1\n---\na: b")).hasMessageStartingWith("is not valid YAML: ");
    }

    @Test
    void refusesAliasesToNothingAndToThemselves() {
        assertThat(refused("a: *b")).hasMessage("there is no anchor '&b' before the alias '*b'");
        assertThat(refused("a: &a [*a]")).hasMessage("the alias '*a' stands for what it is in itself");
        assertThat(refused("a: &a 1\n---\nb: *a")).hasMessageContaining("there is no anchor");
    }

    @Test
    void refusesAnchorsBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        String merges = "a: &a {k: [%s]}\nb: [%s]\n".formatted("x,".repeat(1000), "{<<: *a},".repeat(1000));
        String texts = "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a,".repeat(1000) + "]\n";

        assertThat(refused(bomb.toString())).hasMessageContaining("the aliases stand for more than 100000 values");
        assertThat(refused(merges)).hasMessageContaining("the aliases stand for more than 100000 values");
        assertThat(refused(texts)).hasMessageContaining("the aliases stand for more than 100000 values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":", "[["})
    void refusesWhatIsNestedTooDeep(String opening) {
        String text = opening.equals("{\"a\":") ? "{\"a\":".repeat(100_000) : opening.repeat(100_000);

        assertThat(refused(text).getMessage()).containsAnyOf("nested more than 100 deep", "nesting depth");
    }

    @Test
    void refusesObjectsOfTooManyValues() {
        assertThat(refused("[[" + "1,".repeat(2_000_000) + "1]]")).hasMessageContaining("more than 2000000 values");
    }

    @Test
    void refusesLinesThatAreTooLong() {
        for (String start : List.of("#", "a: ", "a: '", "[", "- - ")) {
            assertThat(refused("b:\n" + start + "x".repeat(300_001)))
                    .hasMessage("the line is longer than 300000 characters; break it, or write JSON")
                    .extracting(TreeException::line)
                    .isEqualTo(2);
        }
    }

    @Test
    void readsLongTextsOfManyLines() throws TreeException {
        String text = "a: |\n" + ("  " + "x".repeat(998) + "\n").repeat(1000);

        assertThat(Reading.json(text)).hasSizeGreaterThan(998_000);
    }

    @Test
    void refusesNumbersNobodyCanHold() {
        assertThat(refused("{\"a\": 1e9999999999}")).hasMessageContaining("is too long or too large");
        assertThat(refused("{\"a\": " + "9".repeat(1001) + "}")).isNotNull();
    }
}
