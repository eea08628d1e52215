package io.fogatlas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void endsQuietlyIfNothingWasFound() {
        problems.require(true, "Link", "l1", () -> "never asked");
        problems.text("Link", "l1", "id", "l1");
        problems.amount("Link", "l1", "bandwidthBps", 0, 0);
        problems.amount("Link", "l1", "bandwidthBps", Problems.MAX_AMOUNT, 0);
        problems.unique("Link", "l1", null);

        assertThat(problems.found()).isEmpty();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void saysEverythingAtOnceInTheOrderFound() {
        problems.text("Link", "", "id", " ");
        problems.amount("Link", "l1", "latencyMicros", -1, 0);
        problems.amounts("Node", "n1", "count", Map.of("gpu", Problems.MAX_AMOUNT + 1));
        problems.unique("Region", "r1", "another");
        problems.addAll(new InvalidModelException(List.of(new Problem("Application", "a", "is odd"))));

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("""
                        Link '': id must not be blank
                        Link 'l1': latencyMicros must be from 0 to 9007199254740992, but is -1
                        Node 'n1': count of 'gpu' must be from 0 to 9007199254740992, but is 9007199254740993
                        Region 'r1': is there more than once; give each Region an id of its own
                        Application 'a': is odd""");
    }

    @Test
    void doesNotChangeWhatItHandedOut() {
        problems.add("Link", "l1", "is odd");
        List<Problem> found = problems.found();
        problems.add("Link", "l2", "is odd too");

        assertThat(found).containsExactly(new Problem("Link", "l1", "is odd"));
        assertThatThrownBy(() -> found.add(new Problem("", "", ""))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> problems.text("Link", "l1", "id", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThatThrownBy(() -> new Problem("Link", "l1", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Problem("Link", null, "")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Problem(null, "l1", "")).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theLargestAmountCanBeMultipliedByAThousand() {
        assertThat(Math.multiplyExact(Problems.MAX_AMOUNT, 1000L)).isPositive();
        assertThat((long) (double) Problems.MAX_AMOUNT).isEqualTo(Problems.MAX_AMOUNT);
    }
}
