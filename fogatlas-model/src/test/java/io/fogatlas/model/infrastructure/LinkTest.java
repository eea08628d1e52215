package io.fogatlas.model.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Refusal;
import org.junit.jupiter.api.Test;

final class LinkTest {
    @Test
    void isUpAndUndirectedUnlessSaidOtherwise() {
        assertThat(Link.builder("l1", "a", "b").build()).isEqualTo(new Link("l1", "a", "b", 0, 0, true, false));
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        assertThat(Link.builder("l1", "a", "b")
                        .bandwidthBps(5)
                        .latencyMicros(7)
                        .up(false)
                        .directed(true)
                        .build())
                .isEqualTo(new Link("l1", "a", "b", 5, 7, false, true))
                .hasToString(
                        "Link[id=l1, regionA=a, regionB=b, bandwidthBps=5, latencyMicros=7, up=false, directed=true]");
    }

    @Test
    void isPassedBothWaysUnlessDirected() {
        Link both = Link.builder("l1", "a", "b").build();
        Link oneWay = Link.builder("l2", "a", "b").directed(true).build();

        assertThat(both.exitFrom("a")).contains("b");
        assertThat(both.exitFrom("b")).contains("a");
        assertThat(both.exitFrom("c")).isEmpty();
        assertThat(oneWay.exitFrom("a")).contains("b");
        assertThat(oneWay.exitFrom("b")).isEmpty();
    }

    @Test
    void mayJoinARegionToItself() {
        assertThat(Link.builder("l1", "a", "a").directed(true).build().exitFrom("a"))
                .contains("a");
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new Link("", "", "\t", -1, Long.MAX_VALUE, true, false)))
                .containsExactly(
                        "Link '': id must not be blank",
                        "Link '': regionA must not be blank",
                        "Link '': regionB must not be blank",
                        "Link '': bandwidthBps must be from 0 to 9007199254740992, but is -1",
                        "Link '': latencyMicros must be from 0 to 9007199254740992, but is 9223372036854775807");
    }
}
