package io.fogatlas.placement.exact;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.Random;

/** A tree of microservices on a square grid of regions with two nodes each: beyond some size, no solver finishes it at once. */
final class GridRequests {
    private static final long MBPS = 1_000_000;

    private GridRequests() {}

    /** A request on so many regions by so many; the same values give the same request. */
    static PlacementRequest request(int side, int microservices, long seed, Duration deadline) {
        Random random = new Random(seed);
        return PlacementRequest.builder(grid(side, random), tree(microservices, random))
                .objective(Objective.parse("network=1,latency=0.1,balance=5,regions=2"))
                .limits(new SearchLimits(deadline, seed))
                .build();
    }

    private static Infrastructure grid(int side, Random random) {
        Infrastructure.Builder grid = Infrastructure.builder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                String id = id(x, y);
                grid.add(Region.builder(id).build());
                for (int node = 0; node < 2; node++) {
                    grid.add(ComputeNode.builder("n" + node + "-" + id, id)
                            .allocatable(Resources.builder()
                                    .cpuMillis(1_000 + random.nextInt(1_000))
                                    .memoryBytes((2L + random.nextInt(3)) << 30)
                                    .podSlots(10)
                                    .build())
                            .build());
                }
                if (x > 0) {
                    grid.add(link(id(x - 1, y), id, random));
                }
                if (y > 0) {
                    grid.add(link(id(x, y - 1), id, random));
                }
            }
        }
        return grid.build();
    }

    private static String id(int x, int y) {
        return "r" + x + "-" + y;
    }

    private static Link link(String from, String to, Random random) {
        return Link.builder(from + ":" + to, from, to)
                .bandwidthBps((20 + random.nextInt(30)) * MBPS)
                .latencyMicros(1_000 + random.nextInt(4_000))
                .build();
    }

    private static Application tree(int microservices, Random random) {
        Application.Builder tree = Application.builder(ApplicationId.of("tree"));
        for (int i = 0; i < microservices; i++) {
            tree.add(Microservice.builder("m" + i)
                    .requirements(new Requirements(
                            0,
                            Resources.builder()
                                    .cpuMillis(400 + random.nextInt(800))
                                    .memoryBytes((1L + random.nextInt(2)) << 30)
                                    .build()))
                    .build());
            if (i > 0) {
                tree.add(DataFlow.builder("m" + i, "m" + random.nextInt(i))
                        .bandwidthBps((2 + random.nextInt(10)) * MBPS)
                        .latencyBoundMicros(20_000)
                        .build());
            }
        }
        return tree.build();
    }
}
