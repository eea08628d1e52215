package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.Location;
import io.fogatlas.model.fixtures.RealFiles;
import java.io.IOException;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures how far the users of the EUA data set are from the edge sites in the centre of Melbourne. */
final class EuaTest {
    private static final double MILLIMETER = 0.001;

    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    private static List<Location> sites() throws IOException {
        return RealFiles.table("eua/site-optus-melbCBD.csv").stream()
                .map(row -> location(row.get("LATITUDE"), row.get("LONGITUDE")))
                .toList();
    }

    private static List<Location> users() throws IOException {
        return RealFiles.table("eua/users-melbcbd-generated.csv").stream()
                .map(row -> location(row.get("Latitude"), row.get("Longitude")))
                .toList();
    }

    private static Location location(String latitude, String longitude) {
        return new Location(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static long near(double[] distances, double meters) {
        return DoubleStream.of(distances).filter(distance -> distance <= meters).count();
    }

    @Test
    void usersAreAsFarFromTheNearestSiteAsStated() throws IOException {
        List<Location> sites = sites();
        double[] nearest = users().stream()
                .mapToDouble(
                        user -> sites.stream().mapToDouble(user::metersTo).min().orElseThrow())
                .toArray();

        DoubleSummaryStatistics statistics = DoubleStream.of(nearest).summaryStatistics();
        assertThat(sites).hasSize(125);
        assertThat(nearest).hasSize(816);
        assertThat(statistics.getAverage()).isCloseTo(65.177, within(MILLIMETER));
        assertThat(statistics.getMin()).isCloseTo(1.343, within(MILLIMETER));
        assertThat(statistics.getMax()).isCloseTo(184.629, within(MILLIMETER));
        assertThat(IntStream.of(100, 150, 200).mapToLong(meters -> near(nearest, meters)))
                .containsExactly(683L, 807L, 816L);
    }

    @Test
    void asManyPairsOfUserAndSiteAreNearAsStated() throws IOException {
        List<Location> sites = sites();
        double[] pairs = users().stream()
                .flatMapToDouble(user -> sites.stream().mapToDouble(user::metersTo))
                .toArray();

        assertThat(IntStream.of(100, 200, 300, 450).mapToLong(meters -> near(pairs, meters)))
                .containsExactly(1_628L, 6_181L, 12_939L, 25_901L);
    }

    @Test
    void sitesAreAsFarFromEachOtherAsStated() throws IOException {
        List<Location> sites = sites();
        DoubleSummaryStatistics distances = IntStream.range(0, sites.size())
                .boxed()
                .flatMapToDouble(first -> IntStream.range(0, first)
                        .mapToDouble(second -> sites.get(first).metersTo(sites.get(second))))
                .summaryStatistics();

        assertThat(distances.getMin()).isCloseTo(10.416, within(MILLIMETER));
        assertThat(distances.getMax()).isCloseTo(2_008.203, within(MILLIMETER));
    }
}
