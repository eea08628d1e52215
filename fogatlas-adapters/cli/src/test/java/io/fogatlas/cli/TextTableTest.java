package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void alignsColumnsByTheirWidestCell() {
        TextTable table = new TextTable("NAME", ">COUNT", "REST");
        table.add("a", "1", "x");
        table.add("longer", "1000000", "y");

        assertThat(table.lines(100, UnaryOperator.identity()))
                .containsExactly("NAME      COUNT  REST", "a             1  x", "longer  1000000  y");
    }

    @Test
    void breaksTheLastColumnAtSpaces() {
        TextTable table = new TextTable("NAME", "LINKS");
        table.add("a", "link1 link2 link3 link4");

        assertThat(table.lines(22, UnaryOperator.identity()))
                .containsExactly("NAME  LINKS", "a     link1 link2", "      link3 link4");
    }

    @Test
    void breaksAWordThatIsTooLong() {
        assertThat(TextTable.broken("a verylongword b", 5)).containsExactly("a", "veryl", "ongwo", "rd b");
        assertThat(TextTable.broken("語語語", 1)).containsExactly("語", "語", "語");
    }

    @Test
    void decoratesTheHeadingAlone() {
        TextTable table = new TextTable("NAME", "REST");
        table.add("a", "b");

        assertThat(table.lines(100, text -> "<" + text + ">")).containsExactly("<NAME  REST>", "a     b");
    }

    @Test
    void countsCharactersAndNotHowTheyAreStored() {
        TextTable table = new TextTable("NAME", "REST");
        table.add("𝒶𝒷𝒸𝒹𝓮", "b");

        assertThat(table.lines(100, UnaryOperator.identity())).containsExactly("NAME   REST", "𝒶𝒷𝒸𝒹𝓮  b");
    }

    @Test
    void doesNotLetACellSteerTheTerminal() {
        TextTable table = new TextTable("NAME", "REST");
        table.add("\u001B[2Ja\nb", "\u202Ec");

        assertThat(table.lines(100, UnaryOperator.identity()))
                .containsExactly("NAME               REST", "\\u001b[2Ja\\u000ab  \\u202ec");
    }

    @Test
    void alignsWideAndCombiningCharactersByTheColumnsTheyTake() {
        TextTable table = new TextTable("NAME", "REST");
        table.add("東京", "b");
        table.add("e\u0301te\u0301", "b");

        assertThat(table.lines(100, UnaryOperator.identity()))
                .containsExactly("NAME  REST", "東京  b", "e\u0301te\u0301   b");
    }

    @Test
    void shortensNamesInTheMiddleWhereARowIsTooWide() {
        TextTable table = new TextTable("NAME", ">COUNT", "REST");
        table.add("a-name-that-is-very-long-1", "1000000000", "rest");

        assertThat(table.lines(30, UnaryOperator.identity()))
                .containsExactly("NAME               COUNT  REST", "a-name…ong-1  1000000000  rest");
    }

    @Test
    void letsACellTakeTheRoomOfAllFurtherColumns() {
        TextTable table = new TextTable("NAME", ">COUNT", "REST");
        table.add("a", "1", "x");
        table.addSpanning("longer", "this goes on and on");

        assertThat(table.lines(30, UnaryOperator.identity()))
                .containsExactly("NAME    COUNT  REST", "a           1  x", "longer  this goes on and on");
        assertThat(table.lines(26, UnaryOperator.identity())).last().isEqualTo("longer  this goes on and on");
    }
}
