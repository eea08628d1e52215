package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every map and every graph. */
final class LayoutProperties {
    private static Sites sites(Infrastructure infrastructure) {
        return Sites.of(infrastructure, new Numbers(infrastructure.regions(), Region::id));
    }

    @Property(tries = 25)
    void regionsLieOnTheMapAndDoNotCoverEachOther(
            @ForAll @IntRange(min = 2, max = 60) int regions,
            @ForAll @DoubleRange(min = 0, max = 1) double located,
            @ForAll @LongRange(min = 0, max = 1000) long seed) {
        Sites sites = sites(Scenes.random(regions, regions + regions / 2, located, seed));

        for (int one = 0; one < regions; one++) {
            Box disc = Box.around(sites.at(one), sites.radius(one));
            assertThat(sites.box().contains(disc))
                    .as("region %d at %s", one, sites.at(one))
                    .isTrue();
            for (int other = 0; other < one; other++) {
                assertThat(sites.at(one).distance(sites.at(other)))
                        .as("%d and %d", one, other)
                        .isGreaterThan(0.8 * (sites.radius(one) + sites.radius(other)));
            }
        }
    }

    @Property(tries = 15)
    void labelsDoNotCoverEachOther(
            @ForAll @IntRange(min = 2, max = 150) int regions, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        Infrastructure infrastructure = Scenes.random(regions, regions * 2, 1, seed);
        Sites sites = sites(infrastructure);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            labels.add(new Label(i, "region " + i, List.of(), i, 11));
        }

        List<Box> boxes = List.copyOf(
                new LabelPlacement(sites, List.of(), Set.of()).place(labels).values());

        assertThat(boxes).isNotEmpty();
        for (Box one : boxes) {
            assertThat(sites.box().contains(one)).isTrue();
            assertThat(boxes.stream().filter(other -> !other.equals(one) && other.overlaps(one)))
                    .isEmpty();
        }
    }

    @Property(tries = 40)
    void graphsOfAnyShapeHaveAPlaceForEachVertexAndACourseForEachEdge(
            @ForAll @IntRange(min = 1, max = 25) int vertices, @ForAll List<@IntRange(max = 9_999) Integer> picks) {
        List<int[]> edges = new ArrayList<>();
        for (int pick : picks) {
            int source = pick % vertices;
            int target = pick / 100 % vertices;
            if (source != target) {
                edges.add(new int[] {source, target});
            }
        }

        GraphLayout layout = GraphLayout.of(vertices, edges);

        Map<Integer, Set<Double>> taken = new HashMap<>();
        for (int vertex = 0; vertex < vertices; vertex++) {
            double slot = layout.slot(vertex);
            assertThat(taken.computeIfAbsent(layout.layer(vertex), layer -> new HashSet<>()))
                    .allSatisfy(other -> assertThat(Math.abs(other - slot)).isGreaterThan(0.999));
            taken.get(layout.layer(vertex)).add(slot);
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            List<Point> course = layout.course(edge);
            int[] ends = edges.get(edge);
            assertThat(course.get(0).y()).isEqualTo(layout.layer(ends[0]));
            assertThat(course.get(course.size() - 1).y()).isEqualTo(layout.layer(ends[1]));
            assertThat(course.get(0).x()).isEqualTo(layout.slot(ends[0]));
            assertThat(course).hasSize(Math.abs(layout.layer(ends[0]) - layout.layer(ends[1])) + 1);
        }
    }
}
