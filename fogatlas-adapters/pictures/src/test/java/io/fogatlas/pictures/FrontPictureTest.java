package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class FrontPictureTest {
    static final String NAME = "<script>alert(1)</script>\"'&";

    static final PlacementRequest REQUEST = PlacementRequest.of(
            Infrastructure.builder().add(Region.builder(NAME).build()).build(),
            Application.builder(ApplicationId.of("app"))
                    .add(Microservice.builder(NAME).build())
                    .build());

    private static Decision decision(Map<Term, Double> amounts, boolean placed) {
        return new Decision(
                ApplicationId.of("app"),
                "pareto",
                placed ? Outcome.FEASIBLE : Outcome.UNKNOWN,
                placed
                        ? Optional.of(new Placement(
                                Map.of(NAME, List.of(new Assignment(NAME, 1, Map.of(NAME, 1)))), List.of()))
                        : Optional.empty(),
                placed ? Optional.of(new Score(0, amounts)) : Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                Duration.ZERO);
    }

    private static ParetoPoint point(double network, double latency, double compute, boolean proved) {
        return new ParetoPoint(
                decision(Map.of(Term.NETWORK, network, Term.LATENCY, latency, Term.COMPUTE, compute), true), proved);
    }

    static ParetoFront two() {
        return new ParetoFront(
                List.of(Term.NETWORK, Term.COMPUTE),
                List.of(point(1, 0, 90, true), point(4, 0, 50, false), point(9, 0, 10, true)),
                List.of(
                        new OpenBox(List.of(1.0, 10.0), List.of(4.0, 50.0)),
                        new OpenBox(List.of(9.0, 5.0), List.of(Double.POSITIVE_INFINITY, 10.0))),
                Optional.empty(),
                Duration.ZERO);
    }

    static ParetoFront three() {
        return new ParetoFront(
                List.of(Term.NETWORK, Term.LATENCY, Term.COMPUTE),
                List.of(point(1, 5, 90, true), point(4, 3, 50, true)),
                List.of(),
                Optional.empty(),
                Duration.ZERO);
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    @Test
    void drawsPointsStepsAndWhereMoreMayBe() {
        String svg = FrontPicture.of(REQUEST, two()).svg();

        assertThat(svg)
                .contains("default/app: network against compute")
                .contains("3 points, 2 proved; more may be in 2 ranges (hatched)")
                .contains("point 2: network 4 Mbit/s, compute 50, not proved")
                .contains("an efficient placement may be here: network 1 Mbit/s to 4, compute 10 to 50")
                .contains("network 9 Mbit/s or more");
        assertThat(count(svg, "fill=\"url(#open)\"")).isEqualTo(2);
        assertThat(count(svg, "tabindex=\"0\"")).isEqualTo(3);
        assertThat(Xml.elements(Xml.parse(svg), "circle")).isNotEmpty();
    }

    @Test
    void drawsEachPairOfThreeTerms() {
        String svg = FrontPicture.of(REQUEST, three()).svg();

        assertThat(svg).contains("2 points, complete, all proved", "compute: less");
        assertThat(count(svg, "aria-label=\"point 1: network 1 Mbit/s, latency 5 ms, compute 90, proved efficient\""))
                .isEqualTo(3);
        assertThat(count(svg, ">compute<")).isEqualTo(2);
        assertThat(Xml.elements(Xml.parse(svg), "circle")).isNotEmpty();
    }

    @Test
    void writesAPageThatShowsThePlacementOfAPoint() {
        String page = FrontPicture.of(REQUEST, two()).html();

        assertThat(page).startsWith("<!DOCTYPE html>").contains("href=\"#point-3\"", "<section id=\"point-3\">");
        assertThat(count(page, "<section ")).isEqualTo(3);
    }

    @Test
    void showsNamesAsText() {
        assertThat(FrontPicture.of(REQUEST, two()).html())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void hasColoursForTheDark() {
        assertThat(FrontPicture.of(REQUEST, two()).svg())
                .contains("@media (prefers-color-scheme: dark) {\n.i-paper{fill:#11161d}\n");
    }

    @Test
    void drawsASinglePoint() {
        ParetoFront single = new ParetoFront(
                List.of(Term.NETWORK, Term.COMPUTE),
                List.of(point(0, 0, 0, true)),
                List.of(),
                Optional.empty(),
                Duration.ZERO);

        assertThat(FrontPicture.of(REQUEST, single).svg())
                .contains("1 point, complete, all proved")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void refusesAFrontWithoutPoints() {
        ParetoFront none = new ParetoFront(
                List.of(Term.NETWORK, Term.COMPUTE),
                List.of(),
                List.of(),
                Optional.of(decision(Map.of(), false)),
                Duration.ZERO);

        assertThatThrownBy(() -> FrontPicture.of(REQUEST, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no point in the front to draw.");
    }
}
