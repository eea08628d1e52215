package io.fogatlas.pictures;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.change.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What tests draw. */
final class Scenes {
    static final ApplicationId WATCH = new ApplicationId("default", "watch");

    private Scenes() {}

    /** Three cities with a node each in a triangle of links, and a camera in Povo. */
    static Infrastructure cities() {
        return Infrastructure.builder()
                .add(Region.builder("rome")
                        .name("Rome")
                        .location(new Location(41.9, 12.5))
                        .build())
                .add(Region.builder("trento")
                        .name("Trento")
                        .tier(1)
                        .location(new Location(46.07, 11.12))
                        .build())
                .add(Region.builder("povo")
                        .name("Povo")
                        .tier(2)
                        .location(new Location(46.06, 11.15))
                        .build())
                .add(node("rome-1", "rome", 8000))
                .add(node("trento-1", "trento", 4000))
                .add(node("povo-1", "povo", 2000))
                .add(Link.builder("south", "trento", "rome")
                        .bandwidthBps(1_000_000_000)
                        .latencyMicros(5000)
                        .build())
                .add(Link.builder("hill", "povo", "trento")
                        .bandwidthBps(100_000_000)
                        .latencyMicros(300)
                        .build())
                .add(Link.builder("radio", "povo", "rome")
                        .bandwidthBps(2_000_000)
                        .latencyMicros(20_000)
                        .directed(true)
                        .build())
                .add(ExternalEndpoint.builder("camera", "povo").type("camera").build())
                .build();
    }

    static ComputeNode node(String name, String region, long cpuMillis) {
        return ComputeNode.builder(name, region)
                .allocatable(Resources.builder()
                        .cpuMillis(cpuMillis)
                        .memoryBytes(1L << 33)
                        .podSlots(50)
                        .build())
                .build();
    }

    /** A camera whose video is looked at, and what is seen there kept. */
    static Application watch() {
        return Application.builder(WATCH)
                .addEndpoint("camera")
                .add(microservice("detector", 1800))
                .add(microservice("store", 500))
                .add(new DataFlow("video", "camera", "detector", 40_000_000, 10_000))
                .add(new DataFlow("events", "detector", "store", 1_000_000, 0))
                .build();
    }

    static Microservice microservice(String name, long cpuMillis) {
        return Microservice.builder(name)
                .requirements(new Requirements(
                        0, Resources.builder().cpuMillis(cpuMillis).build()))
                .build();
    }

    /** The detector beside the camera, the store in Rome. */
    static Running watching() {
        return new Running(
                watch(),
                new Placement(
                        Map.of(
                                "detector", List.of(new Assignment("povo", 1, Map.of("povo-1", 1))),
                                "store", List.of(new Assignment("rome", 1, Map.of("rome-1", 1)))),
                        List.of(
                                new Route("video", "povo", "povo", List.of()),
                                new Route("events", "povo", "rome", List.of("hill", "south")))));
    }

    static Occupancy taken(Infrastructure infrastructure, Running... running) {
        Occupancy occupancy = Occupancy.NONE;
        for (Running each : running) {
            occupancy = occupancy.with(
                    each.application().id(), Holding.of(infrastructure, each.application(), each.placement()));
        }
        return occupancy;
    }

    static Picture watched() {
        return Picture.of(cities(), taken(cities(), watching())).with(watching());
    }

    /** A connected random network; located regions lie over Europe. */
    static Infrastructure random(int regions, int links, double located, long seed) {
        Random random = new Random(seed);
        List<Location> places = new ArrayList<>();
        Infrastructure.Builder builder = Infrastructure.builder();
        for (int i = 0; i < regions; i++) {
            Region.Builder region = Region.builder("region-" + i).tier(i % 12 == 0 ? 0 : 1 + i % 3);
            places.add(new Location(36 + 22 * random.nextDouble(), -9 + 35 * random.nextDouble()));
            if (random.nextDouble() < located) {
                region.location(places.get(i));
            }
            builder.add(region.build()).add(node("node-" + i, "region-" + i, 2000 + random.nextInt(30_000)));
        }
        for (int i = 0; i < links; i++) {
            int one = i < regions - 1 ? i + 1 : random.nextInt(regions);
            int other = i < regions - 1 ? near(one, one, places, random) : near(one, regions, places, random);
            builder.add(Link.builder("link-" + i, "region-" + one, "region-" + other)
                    .bandwidthBps(1_000_000L << random.nextInt(12))
                    .latencyMicros(100 + random.nextInt(20_000))
                    .up(i % 41 != 40)
                    .build());
        }
        return builder.build();
    }

    /** The nearest of some others among the first regions. */
    private static int near(int region, int among, List<Location> places, Random random) {
        int nearest = (region + 1) % among;
        for (int attempt = 0; attempt < 12; attempt++) {
            int other = random.nextInt(among);
            if (other != region && distance(places, region, other) < distance(places, region, nearest)) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static double distance(List<Location> places, int one, int other) {
        return Math.hypot(
                places.get(one).latitude() - places.get(other).latitude(),
                places.get(one).longitude() - places.get(other).longitude());
    }
}
