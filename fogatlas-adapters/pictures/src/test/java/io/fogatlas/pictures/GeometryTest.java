package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GeometryTest {
    private static final Box BOX = new Box(0, 0, 100, 100);

    @Test
    void northIsUpAndEastIsRight() {
        Location trento = new Location(46, 11);
        Location rome = new Location(42, 12.5);
        Projection projection = Projection.fit(List.of(trento, rome), BOX);

        assertThat(projection.of(trento).y()).isLessThan(projection.of(rome).y());
        assertThat(projection.of(trento).x()).isLessThan(projection.of(rome).x());
    }

    @Test
    void placesOnBothSidesOfTheDateLineStayTogether() {
        Location fiji = new Location(-18, 178);
        Location samoa = new Location(-14, -172);
        Projection projection = Projection.fit(List.of(fiji, samoa), BOX);

        assertThat(projection.of(fiji).x()).isZero();
        assertThat(projection.of(samoa).x()).isEqualTo(100);
    }

    @Test
    void onePlaceIsInTheMiddle() {
        Projection projection = Projection.fit(List.of(new Location(90, 0)), BOX);

        assertThat(projection.of(new Location(90, 0))).isEqualTo(new Point(50, 50));
    }

    @Test
    void countriesAreCutAtTheEdgeOfTheMap() {
        Projection projection = Projection.fit(List.of(new Location(40, 0), new Location(50, 10)), BOX);

        String path = Countries.path(projection, BOX);

        assertThat(path).startsWith("M").endsWith("Z");
        assertThat(List.of(path.split("[MLZ ]+", -1)).stream()
                        .filter(number -> !number.isEmpty())
                        .mapToDouble(Double::parseDouble))
                .allMatch(number -> number >= 0 && number <= 100);
    }

    @Test
    void countriesAreLeftOutOfACity() {
        Projection projection = Projection.fit(List.of(new Location(46.00, 11.00), new Location(46.05, 11.05)), BOX);

        assertThat(Countries.path(projection, BOX)).isEmpty();
    }

    @Test
    void aLineMeetsABoxItPassesAndNoOther() {
        assertThat(BOX.meets(new Point(-10, 50), new Point(110, 50))).isTrue();
        assertThat(BOX.meets(new Point(-10, 50), new Point(-5, 50))).isFalse();
        assertThat(BOX.meets(new Point(-10, 95), new Point(10, 115))).isFalse();
        assertThat(BOX.meets(new Point(120, 0), new Point(120, 100))).isFalse();
    }

    @Test
    void parallelLinksLieBesideEachOther() {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Link.builder("1", "a", "b").bandwidthBps(1).build())
                .add(Link.builder("2", "b", "a").bandwidthBps(1).build())
                .add(Link.builder("3", "a", "b").bandwidthBps(1).build())
                .build();
        Numbers numbers = new Numbers(infrastructure.regions(), Region::id);
        LinkLines lines = new LinkLines(infrastructure, Sites.of(infrastructure, numbers), numbers);

        assertThat(lines.path(0)).doesNotContain("Q");
        assertThat(lines.middle(0).distance(lines.middle(1))).isBetween(8.0, 10.0);
        assertThat(lines.middle(0).distance(lines.middle(2))).isBetween(8.0, 10.0);
        assertThat(lines.middle(1).distance(lines.middle(2))).isBetween(17.0, 19.0);
    }

    @Test
    void loadsHaveSteps() {
        assertThat(List.of(0.0, 0.1, 0.25, 0.5, 0.75, 0.76, 0.9, 1.0, 1.01, Double.POSITIVE_INFINITY))
                .extracting(Loads::step)
                .containsExactly(0, 1, 1, 2, 3, 4, 4, 5, 6, 6);
    }

    @Test
    void amountsCarryTheirUnits() {
        assertThat(UtilisationTables.amount("cpu", 1500)).isEqualTo("1500m");
        assertThat(UtilisationTables.amount("cpu", 2000)).isEqualTo("2 cores");
        assertThat(UtilisationTables.amount("memory", 3L << 29)).isEqualTo("1.5Gi");
        assertThat(UtilisationTables.amount("bandwidth", 2_500_000)).isEqualTo("2.5 Mbit/s");
        assertThat(UtilisationTables.amount("gpu", 2)).isEqualTo("2");
        assertThat(Loads.percent(0.555)).isEqualTo("56 %");
        assertThat(Loads.percent(Double.POSITIVE_INFINITY)).isEqualTo("more than there is");
    }

    @Test
    void jsonCannotEndTheElementItStandsIn() {
        assertThat(Json.of(Map.of("</script>\n\"\\\u2028", List.of(1, true, 0.25, "<!--"))))
                .isEqualTo("{\"\\u003c/script\\u003e\uFFFD\\\"\\\\\uFFFD\":[1,true,0.3,\"\\u003c!--\"]}"
                        .replace("\uFFFD\\\"\\\\\uFFFD", "\\u000a\\\"\\\\\\u2028"));
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longNamesAreShortenedByTheirWidth() {
        assertThat(ShownText.of("frontend", 20)).isEqualTo("frontend");
        assertThat(ShownText.of("x".repeat(500), 10)).hasSizeLessThan(20).endsWith("…");
        assertThat(ShownText.of("a\u202Eb\u0000")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void markupThatIsNotClosedIsNoMarkup() {
        assertThatThrownBy(() -> new Markup().open("g").toString()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Markup().open("g").text("x").attribute("a", "b"))
                .hasMessageContaining("must follow");
    }
}
