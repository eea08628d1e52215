package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Reason;
import io.fogatlas.placement.reasons.Conflict;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.reasons.FlowRequirement;
import io.fogatlas.placement.reasons.Requirement;
import io.fogatlas.placement.verification.RegionRejection;
import io.fogatlas.placement.verification.RegionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ReasonLinesTest {
    private static final List<Reason> STATED = List.of(new Reason("driver", "is stuck"), new Reason("", "the rest"));

    private static String refusal(Explanation explanation) {
        return String.join("\n", ReasonLines.ofRefusal(STATED, explanation, UnaryOperator.identity())) + "\n";
    }

    private static Explanation of(List<RegionRejection> rejections, Conflict conflict, String... unfinished) {
        return new Explanation(rejections, Optional.of(conflict), List.of(), Optional.empty(), List.of(unfinished));
    }

    @Test
    void tellsWhatTheDecisionSaysIfThereIsNoConflictToShow() {
        assertThat(refusal(Explanation.NONE)).isEqualTo("  driver: is stuck\n  the rest\n");
    }

    @Test
    void tellsOfManyRegionsTheCountsAndTheNearest() {
        List<RegionRejection> rejections = new ArrayList<>();
        for (int region = 0; region < 20; region++) {
            RegionRule rule = region < 15 ? RegionRule.RESOURCE : RegionRule.NO_NODE;
            rejections.add(new RegionRejection(
                    "driver",
                    2,
                    "r" + region,
                    rule,
                    region < 15 ? "memory" : "no node",
                    Optional.empty(),
                    region,
                    "lacks " + region));
        }

        assertThat(refusal(of(rejections, new Conflict(List.of(), true, STATED))))
                .isEqualTo("""
                even without any of its requirements:
                  driver: is stuck
                  the rest
                where 2 replicas of driver cannot be:
                  20 regions lack: memory in 15, no node in 5; the nearest are
                  r0: lacks 0
                  r1: lacks 1
                  r2: lacks 2
                  r3: lacks 3
                  r4: lacks 4
                """);
    }

    @Test
    void saysSoWhenAConflictMayBeSmaller() {
        Requirement latency = new FlowRequirement.Latency("video", 15_000);

        assertThat(refusal(of(
                        List.of(),
                        new Conflict(
                                List.of(latency, new FlowRequirement.Bandwidth("video", 1_000_000)), false, STATED),
                        "there may be more")))
                .isEqualTo("""
                        these cannot hold together, and perhaps fewer of them already:
                          data flow 'video': at most 15 ms
                          data flow 'video': 1 Mbit/s
                          since driver: is stuck
                          since the rest
                          note: there may be more
                        """);
    }

    @Test
    void doesNotListRequirementsThatWereNotNarrowedDown() {
        List<Requirement> many = new ArrayList<>();
        for (int flow = 0; flow < 13; flow++) {
            many.add(new FlowRequirement.Bandwidth("flow" + flow, 1));
        }

        assertThat(refusal(of(List.of(), new Conflict(many, false, STATED)))).isEqualTo("""
                13 of its requirements cannot hold together; there was no time to find out
                which:
                  driver: is stuck
                  the rest
                """);
    }
}
