package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that any name can be a key. */
final class KeyTextProperties {
    @Property(tries = 300)
    void isShortAndCanBeStored(@ForAll("names") String name) {
        String key = KeyText.of(name);

        assertThat(key).doesNotContain("\u0000").hasSizeLessThanOrEqualTo(300);
        assertThat(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(key);
    }

    @Property(tries = 300)
    void isTheSameForTheSameNameAlone(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(KeyText.of(one).equals(KeyText.of(other))).isEqualTo(one.equals(other));
        assertThat(KeyText.of(KeyText.of(one)).equals(KeyText.of(one)))
                .isEqualTo(KeyText.of(one).equals(one) && !one.contains("\\"));
    }

    @Example
    void isNotCutWithinAnEscapedBackslash() {
        String name = "x".repeat(199) + "\\" + "y".repeat(120);
        String key = KeyText.of(name);
        String other = "x".repeat(199) + "\\" + key.substring(key.indexOf('#'));

        assertThat(KeyText.of(other)).isNotEqualTo(key);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<Character> characters =
                Arbitraries.of('a', 'b', '\\', '#', '0', 'u', (char) 0, '\uD800', '\uDC00', '漢');
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars('a', '\\', 'u', '0').ofMaxLength(6),
                characters.list().ofMaxSize(400).map(list -> {
                    StringBuilder text = new StringBuilder();
                    list.forEach(text::append);
                    return text.toString();
                }));
    }
}
