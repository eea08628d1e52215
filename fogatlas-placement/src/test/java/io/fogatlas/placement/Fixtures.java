package io.fogatlas.placement;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.Optional;

/** A line of three regions a, b and c, each with one node of 1,000 millicores, and a camera in a. */
public final class Fixtures {
    private static final long MBPS = 1_000_000;

    private Fixtures() {}

    /** The line: 100 Mbit/s and 5 ms from a to b and from b to c. */
    public static Infrastructure line() {
        return Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Region.builder("c").build())
                .add(node("a"))
                .add(node("b"))
                .add(node("c"))
                .add(link("ab", "a", "b"))
                .add(link("bc", "b", "c"))
                .add(ExternalEndpoint.of("cam", "a"))
                .build();
    }

    private static ComputeNode node(String region) {
        return ComputeNode.builder("node-" + region, region)
                .allocatable(Resources.builder().cpuMillis(1000).podSlots(10).build())
                .build();
    }

    private static Link link(String id, String from, String to) {
        return Link.builder(id, from, to)
                .bandwidthBps(100 * MBPS)
                .latencyMicros(5_000)
                .build();
    }

    /** An application of the name "app" with the camera as its endpoint, to be filled. */
    public static Application.Builder application() {
        return Application.builder(ApplicationId.of("app")).addEndpoint("cam");
    }

    /** A microservice of one replica that may be anywhere. */
    public static Microservice free(String name, long cpuMillis) {
        return microservice(name, cpuMillis, Optional.empty());
    }

    /** A microservice of one replica that must be in a region. */
    public static Microservice pinned(String name, long cpuMillis, String region) {
        return microservice(name, cpuMillis, Optional.of(region));
    }

    private static Microservice microservice(String name, long cpuMillis, Optional<String> region) {
        return Microservice.builder(name)
                .requirements(new Requirements(
                        0, Resources.builder().cpuMillis(cpuMillis).build()))
                .addDemand(new RegionDemand(region, 1, Optional.empty()))
                .build();
    }

    /** A flow of so many Mbit/s without latency bound. */
    public static DataFlow flow(String from, String to, long mbps) {
        return DataFlow.builder(from, to).bandwidthBps(mbps * MBPS).build();
    }
}
