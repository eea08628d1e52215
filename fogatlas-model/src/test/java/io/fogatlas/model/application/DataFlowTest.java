package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DataFlowTest {
    @Test
    void isNamedAfterItsEndsAndWithoutBoundUnlessSaidOtherwise() {
        DataFlow flow = DataFlow.builder("camera", "detect").build();

        assertThat(flow).isEqualTo(new DataFlow("camera->detect", "camera", "detect", 0, 0));
        assertThat(flow.hasLatencyBound()).isFalse();
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        DataFlow flow = DataFlow.builder("camera", "detect")
                .name("video")
                .bandwidthBps(5_000_000)
                .latencyBoundMicros(20_000)
                .build();

        assertThat(flow).isEqualTo(new DataFlow("video", "camera", "detect", 5_000_000, 20_000));
        assertThat(flow.hasLatencyBound()).isTrue();
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new DataFlow("", " ", " ", -1, -2)))
                .containsExactly(
                        "Data flow '': name must not be blank",
                        "Data flow '': source must not be blank",
                        "Data flow '': destination must not be blank",
                        "Data flow '': starts and ends at the same vertex ' '",
                        "Data flow '': bandwidthBps must be from 0 to 9007199254740992, but is -1",
                        "Data flow '': latencyBoundMicros must be from 0 to 9007199254740992, but is -2");
    }

    @Test
    void chainsAddUpTheProcessing() {
        LatencyChain chain = new LatencyChain("c", List.of(step("a", 1), step("b", 20), step("a", 300)), 1);

        assertThat(chain.processingMicros()).isEqualTo(321);
        assertThat(new LatencyChain("c", List.of(step("a", Problems.MAX_AMOUNT), step("b", 5)), 1).processingMicros())
                .isEqualTo(Problems.MAX_AMOUNT);
    }

    @Test
    void chainsRefuseEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new LatencyChain("", List.of(step("a", 0)), 0)))
                .containsExactly(
                        "Latency chain '': name must not be blank",
                        "Latency chain '': needs at least 2 vertices, but has 1",
                        "Latency chain '': boundMicros must be from 1 to 9007199254740992, but is 0");
        assertThat(Refusal.of(() -> step("", -1)))
                .containsExactly(
                        "Latency chain step '': vertex must not be blank",
                        "Latency chain step '': processingMicros must be from 0 to 9007199254740992, but is -1");
    }

    @Test
    void chainsDoNotChangeWithTheListTheyWereMadeOf() {
        List<LatencyChain.Step> steps = new ArrayList<>(List.of(step("a", 1), step("b", 2)));
        LatencyChain chain = new LatencyChain("c", steps, 1);
        steps.clear();

        assertThat(chain.steps()).containsExactly(step("a", 1), step("b", 2));
        assertThatThrownBy(() -> chain.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static LatencyChain.Step step(String vertex, long processingMicros) {
        return new LatencyChain.Step(vertex, processingMicros);
    }
}
