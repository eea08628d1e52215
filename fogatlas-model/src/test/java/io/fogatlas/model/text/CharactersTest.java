package io.fogatlas.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CharactersTest {
    @Test
    void lettersSignsAndSpacesAreShown() {
        assertThat("Città → 東京 (édge) 🌫".codePoints()).allMatch(Characters::isShown);
    }

    @Test
    void whatSteersHidesOrTurnsAroundIsNot() {
        assertThat("\u001B\n\u009B\u200B\u202E\u2028\u2029\uD800".codePoints()).noneMatch(Characters::isShown);
    }
}
