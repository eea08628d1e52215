package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WitnessTest {
    private static final PlacementRequest REQUEST = PlacementRequest.of(
            Infrastructure.builder()
                    .add(Region.builder("cloud").build())
                    .add(Region.builder("edge").tier(1).build())
                    .add(new Link("uplink", "edge", "cloud", 1_000_000, 30_000, true, false))
                    .add(ExternalEndpoint.of("camera", "edge"))
                    .build(),
            Application.builder(ApplicationId.of("traffic"))
                    .addEndpoint("camera")
                    .add(Microservice.builder("detector").build())
                    .add(new DataFlow("video", "camera", "detector", 1_500_000, 0))
                    .build());

    private static Placement in(String region, String... links) {
        return new Placement(
                Map.of("detector", List.of(new Assignment(region, 1, Map.of()))),
                List.of(new Route("video", "edge", region, List.of(links))));
    }

    /** Answers with the same, whatever is asked. */
    private record Parrot(Answer answer) implements PlacementAlgorithm {
        @Override
        public String name() {
            return "parrot";
        }

        @Override
        public String description() {
            return "says the same, whatever is asked";
        }

        @Override
        public Answer solve(PlacementProblem problem, Search search) {
            return answer;
        }
    }

    @Test
    void letsARightAnswerPass() {
        Decision decision = Witness.place(REQUEST, new Parrot(Answer.placed(in("edge"))));

        assertThat(decision.placement()).contains(in("edge"));
        assertThat(decision.algorithm()).isEqualTo("parrot");
    }

    @Test
    void saysWhatIsWrongWhatWasAnsweredAndWhatIsTrue() {
        assertThatExceptionOfType(WrongAnswerError.class)
                .isThrownBy(() -> Witness.place(REQUEST, new Parrot(Answer.placed(in("cloud", "uplink")))))
                .withMessage("""
                        'parrot' breaks rules:
                          LinkOverloaded: Link 'uplink' is to carry 1.5 Mbit/s, but has 1 Mbit/s left.
                        it answers:
                          detector in cloud
                          video from edge to cloud over uplink
                        the best placement scores 0.0:
                          detector in edge
                          video from edge to edge""");
    }

    @Test
    void saysThatABoundIsWrong() {
        Answer tooHigh = new Answer(Answer.placed(in("edge")).placement(), OptionalDouble.of(7), List.of(), Set.of());

        assertThatExceptionOfType(WrongAnswerError.class)
                .isThrownBy(() -> Witness.place(REQUEST, new Parrot(tooHigh)))
                .withMessageStartingWith("The algorithm 'parrot' claims the bound 7.0, but its placement scores 0.0");
    }
}
