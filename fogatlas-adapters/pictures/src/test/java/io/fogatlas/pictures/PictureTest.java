package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.reasons.Explanation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class PictureTest {
    @Test
    void hasColoursForTheDark() {
        assertThat(Scenes.watched().svg()).contains("@media (prefers-color-scheme: dark) {\n.i-paper{fill:#11161d}\n");
    }

    @Test
    void drawsEveryRegionAndLinkWithItsName() {
        Document svg = Xml.parse(Scenes.watched().svg());

        assertThat(Xml.ofClass(svg, "region")).hasSize(3);
        assertThat(Xml.ofClass(svg, "link")).hasSize(3);
        assertThat(Xml.byId(svg, "r1").getTextContent()).startsWith("trento (Trento), tier 1, ");
        assertThat(Xml.byId(svg, "l2").getTextContent()).isEqualTo("radio: povo → rome, 2 Mbit/s, 20 ms, 0 % taken");
    }

    @Test
    void showsWhatRunsWhere() {
        Document svg = Xml.parse(Scenes.watched().svg());

        assertThat(Xml.ofClass(svg, "card"))
                .extracting(Element::getTextContent)
                .containsExactlyInAnyOrder("Povocameradetector", "Romestore");
        assertThat(Xml.ofClass(svg, "mark")).hasSize(2);
    }

    @Test
    void drawsLargeWhatIsLargeAndFullWhatIsTaken() {
        Document svg = Xml.parse(Scenes.watched().svg());

        List<Double> radii = Xml.ofClass(svg, "disc").stream()
                .map(disc -> Double.valueOf(disc.getAttribute("r")))
                .toList();
        assertThat(radii.get(0)).isGreaterThan(radii.get(1));
        assertThat(radii.get(1)).isGreaterThan(radii.get(2));
        assertThat(Xml.byId(svg, "r2").getTextContent()).contains("90 % taken");
        assertThat(Xml.ofClass(svg, "ring").get(2).getAttribute("class")).contains(Ink.LOAD4.key());
        List<Double> widths = Xml.ofClass(svg, "line").stream()
                .map(line -> Double.valueOf(line.getAttribute("stroke-width")))
                .toList();
        assertThat(widths.get(0)).isGreaterThan(widths.get(1));
        assertThat(widths.get(1)).isGreaterThan(widths.get(2));
    }

    @Test
    void putsCountriesBehindTheMapButNotBehindAMapWithoutCoordinates() {
        Infrastructure nowhere = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Link.builder("l", "a", "b").bandwidthBps(1).build())
                .build();

        assertThat(Xml.ofClass(Xml.parse(Scenes.watched().svg()), "land")).hasSize(1);
        assertThat(Xml.ofClass(Xml.parse(Picture.of(nowhere, Occupancy.NONE).svg()), "land"))
                .isEmpty();
    }

    @Test
    void marksWhatIsDownAfterAFailure() {
        Picture picture = Scenes.watched().with(Failures.after(new Event.RegionDown("trento")));

        Document svg = Xml.parse(picture.svg());

        assertThat(Xml.byId(svg, "r1").getAttribute("class")).isEqualTo("region down");
        assertThat(Xml.byId(svg, "r0").getAttribute("class")).isEqualTo("region");
        assertThat(Xml.byId(svg, "l0").getAttribute("class")).isEqualTo("link down");
        assertThat(Xml.byId(svg, "l2").getAttribute("class")).isEqualTo("link");
        assertThat(Xml.ofClass(svg, "cross")).hasSize(3);
        assertThat(picture.svg()).contains("<title>default/watch on 3 regions: region 'trento' is down</title>");
    }

    @Test
    void drawsADecisionAndItsOutcome() {
        PlacementRequest request = PlacementRequest.of(Scenes.cities(), Scenes.watch());
        Picture picture = Picture.of(Scenes.cities(), Occupancy.NONE)
                .with(request, PlacementEngine.withInstalledAlgorithms().place(request), Explanation.NONE);

        assertThat(picture.svg()).contains("default/watch: optimal");
    }

    @Test
    void writesThePageOfTheReadme() {
        Infrastructure infrastructure = Scenes.cities();
        Occupancy occupancy = Occupancy.NONE;
        PlacementRequest request = PlacementRequest.of(infrastructure, Scenes.watch());
        Decision decision = PlacementEngine.withInstalledAlgorithms().place(request);
        // tag::picture[]
        String page = Picture.of(infrastructure, occupancy)
                .with(request, decision, Explanation.NONE)
                .html();
        // end::picture[]
        assertThat(page).startsWith("<!DOCTYPE html>").contains("default/watch");
    }

    @Test
    void refusesADecisionAboutAnotherApplication() {
        PlacementRequest request = PlacementRequest.of(Scenes.cities(), Scenes.watch());
        PlacementRequest other = PlacementRequest.of(
                Scenes.cities(),
                Application.builder(ApplicationId.of("other"))
                        .add(Scenes.microservice("one", 1))
                        .build());

        assertThatThrownBy(() -> Picture.of(Scenes.cities(), Occupancy.NONE)
                        .with(other, PlacementEngine.withInstalledAlgorithms().place(request), Explanation.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void isTheSameEachTime() {
        Picture picture =
                Picture.of(Scenes.random(60, 120, 0.5, 3), Occupancy.NONE).titled("same");

        assertThat(picture.svg()).isEqualTo(picture.svg()).contains("same");
        assertThat(Scenes.watched().html()).isEqualTo(Scenes.watched().html());
    }

    @Test
    void drawsPixelsOfTheWidthThatIsAskedFor() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Scenes.watched().png(800)));

        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isGreaterThan(500);
        assertThat(new Color(image.getRGB(2, 400))).as("the margin is white").isEqualTo(Color.WHITE);
        long colours = IntStream.range(0, 800)
                .map(x -> image.getRGB(x, 300))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(3);
    }

    @Test
    void refusesAWidthThatMakesNoPicture() {
        assertThatThrownBy(() -> Scenes.watched().png(15)).hasMessageContaining("from 16 to 16384");
        assertThatThrownBy(() -> Scenes.watched().png(20_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsAnApplicationThatRunsNowhere() {
        String svg =
                Picture.of(Scenes.cities(), Occupancy.NONE).with(Scenes.watch()).svg();

        assertThat(Xml.ofClass(Xml.parse(svg), "vertex")).hasSize(3);
        assertThat(Xml.ofClass(Xml.parse(svg), "flow")).hasSize(2);
    }
}
