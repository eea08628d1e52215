package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.MBPS;
import static io.fogatlas.placement.verification.ThreeRegions.MS;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.RouteViolation.Fault;
import io.fogatlas.placement.verification.RouteViolation.LatencyExceeded;
import io.fogatlas.placement.verification.RouteViolation.LinkDown;
import io.fogatlas.placement.verification.RouteViolation.LinkOverloaded;
import io.fogatlas.placement.verification.RouteViolation.RouteBroken;
import io.fogatlas.placement.verification.RouteViolation.RouteEndsElsewhere;
import io.fogatlas.placement.verification.RouteViolation.RouteMissing;
import io.fogatlas.placement.verification.RouteViolation.RouteNotWanted;
import io.fogatlas.placement.verification.RouteViolation.RouteTwice;
import io.fogatlas.placement.verification.RouteViolation.UnknownFlow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouteCheckTest {
    private static final String VIDEO = "cam1->driver";

    /** A driver in a region, fed by a camera at the edge with 5 Mbit/s within 20 ms. */
    private static ThreeRegions videoTo(String region) {
        return video(flow("cam1", "driver", 5_000, 20)).place("driver", region, 1);
    }

    private static ThreeRegions video(DataFlow flow) {
        return ThreeRegions.withoutNodes()
                .with(Microservice.builder("driver").build())
                .with(flow);
    }

    private static RouteBroken broken(String to, Fault fault, String link) {
        return new RouteBroken(VIDEO, EDGE, to, fault, link);
    }

    @Test
    void acceptsALinkThatIsFastEnough() {
        assertThat(videoTo(FOG).route(VIDEO, EDGE, FOG, "link3").violations()).isEmpty();
    }

    @Test
    void acceptsAnEmptyRouteInsideOneRegion() {
        assertThat(videoTo(EDGE).route(VIDEO, EDGE, EDGE).violations()).isEmpty();
    }

    @Test
    void findsARouteOfAFlowThatDoesNotExist() {
        assertThat(videoTo(EDGE)
                        .route(VIDEO, EDGE, EDGE)
                        .route("ghost", EDGE, EDGE)
                        .violations())
                .containsExactly(new UnknownFlow("ghost"));
    }

    @Test
    void findsAMissingRouteForEachAssignmentOfTheSource() {
        ThreeRegions spread = ThreeRegions.withoutNodes()
                .with(Microservice.builder("driver").replicas(2).spreadOver(2).build())
                .with(flow("driver", "broker1", 1, 0))
                .place("driver", EDGE, 1)
                .place("driver", FOG, 1);

        assertThat(spread.violations())
                .containsExactly(new RouteMissing("driver->broker1", FOG), new RouteMissing("driver->broker1", EDGE));
    }

    @Test
    void letsEachRouteEndInAnyAssignmentOfTheDestination() {
        ThreeRegions spread = ThreeRegions.withoutNodes()
                .with(Microservice.builder("source").replicas(2).spreadOver(2).build())
                .with(Microservice.builder("driver").replicas(2).spreadOver(2).build())
                .with(flow("source", "driver", 1, 0))
                .place("source", EDGE, 1)
                .place("source", CLOUD, 1)
                .place("driver", EDGE, 1)
                .place("driver", FOG, 1);

        assertThat(spread.route("source->driver", EDGE, FOG, "link3")
                        .route("source->driver", CLOUD, FOG, "link2")
                        .violations())
                .isEmpty();
    }

    @Test
    void findsASecondRouteFromTheSameRegion() {
        assertThat(videoTo(FOG)
                        .route(VIDEO, EDGE, FOG, "link3")
                        .route(VIDEO, EDGE, FOG, "link3")
                        .violations())
                .containsExactly(new RouteTwice(VIDEO, EDGE));
    }

    @Test
    void findsARouteFromWhereTheSourceIsNot() {
        assertThat(videoTo(FOG)
                        .route(VIDEO, EDGE, FOG, "link3")
                        .route(VIDEO, FOG, FOG)
                        .violations())
                .containsExactly(new RouteNotWanted(VIDEO, FOG));
    }

    @Test
    void findsARouteToWhereTheDestinationIsNot() {
        assertThat(videoTo(EDGE).route(VIDEO, EDGE, FOG, "link3").violations())
                .containsExactly(new RouteEndsElsewhere(VIDEO, EDGE, FOG));
    }

    @Test
    void takesAMicroserviceForItselfThoughAnEndpointItDoesNotUseHasItsName() {
        ThreeRegions named = ThreeRegions.withoutNodes()
                .with(Microservice.builder("a").build())
                .with(flow("cam1", "a", 1, 0))
                .place("a", FOG, 1);
        Infrastructure both = Infrastructure.builder()
                .addRegions(named.infrastructure().regions())
                .addLinks(named.infrastructure().links())
                .addEndpoints(named.infrastructure().endpoints())
                .add(ExternalEndpoint.of("a", EDGE))
                .build();

        assertThat(named.route("cam1->a", EDGE, FOG, "link3")
                        .verify(PlacementRequest.of(
                                both, named.request().build().application()))
                        .violations())
                .isEmpty();
    }

    @Test
    void findsLinksThatAreNoPath() {
        assertThat(videoTo(FOG).route(VIDEO, EDGE, FOG, "ghost").violations())
                .containsExactly(broken(FOG, Fault.UNKNOWN_LINK, "ghost"));
        assertThat(videoTo(FOG).route(VIDEO, EDGE, FOG, "link3", "link1").violations())
                .contains(broken(FOG, Fault.NOT_JOINED, "link1"));
        assertThat(videoTo(FOG).route(VIDEO, EDGE, FOG).violations())
                .containsExactly(broken(FOG, Fault.DOES_NOT_ARRIVE, ""));
        assertThat(videoTo(EDGE).route(VIDEO, EDGE, EDGE, "link3").violations())
                .containsExactly(broken(EDGE, Fault.DOES_NOT_ARRIVE, ""));
        assertThat(videoTo(EDGE).route(VIDEO, EDGE, EDGE, "link3", "link3").violations())
                .containsExactly(broken(EDGE, Fault.REGION_TWICE, "link3"));
    }

    @Test
    void findsALoopOnTheWay() {
        ThreeRegions unbounded = video(flow("cam1", "driver", 1_000, 0)).place("driver", FOG, 1);

        assertThat(unbounded
                        .route(VIDEO, EDGE, FOG, "link3", "link2", "link1", "link3")
                        .violations())
                .containsExactly(broken(FOG, Fault.REGION_TWICE, "link1"));
    }

    @Test
    void findsADirectedLinkTakenTheWrongWay() {
        Link oneWay = link("down", FOG, EDGE, 10, 1).directed(true).build();

        assertThat(videoTo(FOG).with(oneWay).route(VIDEO, EDGE, FOG, "down").violations())
                .containsExactly(broken(FOG, Fault.WRONG_WAY, "down"));
        assertThat(ThreeRegions.withoutNodes()
                        .with(Microservice.builder("driver").build())
                        .with(flow("broker1", "driver", 1, 0))
                        .with(oneWay)
                        .place("driver", EDGE, 1)
                        .route("broker1->driver", FOG, EDGE, "down")
                        .violations())
                .isEmpty();
    }

    @Test
    void findsALinkThatIsDown() {
        assertThat(videoTo(FOG)
                        .with(link("dark", EDGE, FOG, 10, 1).up(false).build())
                        .route(VIDEO, EDGE, FOG, "dark")
                        .violations())
                .containsExactly(new LinkDown(VIDEO, EDGE, "dark"));
    }

    @Test
    void sumsBothDirectionsAndAllFlowsOnALink() {
        ThreeRegions crowded = video(flow("cam1", "driver", 60_000, 0))
                .with(flow("broker1", "driver", 1, 0))
                .with(Microservice.builder("back").build())
                .with(flow("back", "cam2", 40_001, 0))
                .place("driver", FOG, 1)
                .place("back", FOG, 1)
                .route(VIDEO, EDGE, FOG, "link3")
                .route("broker1->driver", FOG, FOG)
                .route("back->cam2", FOG, EDGE, "link3");

        assertThat(crowded.violations()).containsExactly(new LinkOverloaded("link3", 100 * MBPS + 1000, 100 * MBPS));
    }

    @Test
    void letsRoutesFillALink() {
        assertThat(video(flow("cam1", "driver", 100_000, 0))
                        .place("driver", FOG, 1)
                        .route(VIDEO, EDGE, FOG, "link3")
                        .violations())
                .isEmpty();
    }

    @Test
    void leavesToOthersTheBandwidthTheyHold() {
        ThreeRegions built = videoTo(FOG).route(VIDEO, EDGE, FOG, "link3");
        Holding most = new Holding(Map.of("link3", 94 * MBPS, "link1", 1000 * MBPS), List.of());
        Holding little = new Holding(Map.of("link3", 2 * MBPS), List.of());
        Occupancy own = new Occupancy(Map.of(ApplicationId.of("app"), most), little);
        Occupancy theirs = new Occupancy(Map.of(ApplicationId.of("neighbour"), most), little);

        assertThat(built.verify(built.request().occupancy(own).build()).violations())
                .isEmpty();
        assertThat(built.verify(built.request().occupancy(theirs).build()).violations())
                .containsExactly(new LinkOverloaded("link3", 5 * MBPS, 4 * MBPS));
    }

    @Test
    void letsAFlowWithoutBandwidthUseAFullLink() {
        ThreeRegions built =
                video(flow("cam1", "driver", 0, 20)).place("driver", FOG, 1).route(VIDEO, EDGE, FOG, "link3");
        Occupancy full = new Occupancy(Map.of(), new Holding(Map.of("link3", 200 * MBPS), List.of()));

        assertThat(built.verify(built.request().occupancy(full).build()).violations())
                .isEmpty();
    }

    @Test
    void findsARouteThatTakesTooLong() {
        assertThat(videoTo(CLOUD).route(VIDEO, EDGE, CLOUD, "link3", "link2").violations())
                .containsExactly(new LatencyExceeded(VIDEO, EDGE, 20 * MS, 110 * MS));
        assertThat(video(flow("cam1", "driver", 5_000, 110))
                        .place("driver", CLOUD, 1)
                        .route(VIDEO, EDGE, CLOUD, "link3", "link2")
                        .violations())
                .isEmpty();
    }

    @Test
    void addsAbsurdLatenciesWithoutOverflow() {
        ThreeRegions slow = videoTo(FOG)
                .with(Link.builder("s", EDGE, CLOUD)
                        .bandwidthBps(Problems.MAX_AMOUNT)
                        .latencyMicros(Problems.MAX_AMOUNT)
                        .build());
        String[] round = new String[2000];
        Arrays.fill(round, "s");

        assertThat(slow.route(VIDEO, EDGE, FOG, round).violations())
                .containsExactly(
                        broken(FOG, Fault.REGION_TWICE, "s"),
                        new LatencyExceeded(VIDEO, EDGE, 20 * MS, Long.MAX_VALUE));
    }

    @Test
    void saysWhatIsBroken() {
        assertThat(List.of(
                        new UnknownFlow("f").text(),
                        new RouteMissing("f", "a").text(),
                        new RouteTwice("f", "a").text(),
                        new RouteNotWanted("f", "a").text(),
                        new RouteEndsElsewhere("f", "a", "b").text(),
                        new RouteBroken("f", "a", "b", Fault.WRONG_WAY, "l").text(),
                        new RouteBroken("f", "a", "b", Fault.DOES_NOT_ARRIVE, "").text(),
                        new LinkDown("f", "a", "l").text(),
                        new LinkOverloaded("l", 5_500_000, 999).text(),
                        new LatencyExceeded("f", "a", 20_000, 110_250).text()))
                .containsExactly(
                        "There is a route for data flow 'f', but the application has none of that name.",
                        "Data flow 'f' has no route from region 'a'.",
                        "Data flow 'f' has more than one route from region 'a'.",
                        "Data flow 'f' has a route from region 'a', where its source is not.",
                        "Data flow 'f' has a route from region 'a' to region 'b', where its destination is not.",
                        "The route of data flow 'f' from region 'a' to region 'b' is broken:"
                                + " link 'l' leads the other way only.",
                        "The route of data flow 'f' from region 'a' to region 'b' is broken: it does not arrive there.",
                        "The route of data flow 'f' from region 'a' passes link 'l', which is down.",
                        "Link 'l' is to carry 5.5 Mbit/s, but has 999 bit/s left.",
                        "The route of data flow 'f' from region 'a' takes 110.25 ms, but may take 20 ms at most.");
    }
}
