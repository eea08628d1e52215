package io.fogatlas.placement.local;

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
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import java.util.Map;
import java.util.Random;

/** A tree of microservices on a ring of regions with chords, where hardly two fit into one region: too large for brute force. */
record CrowdedTree(int regions, int microservices, long seed) {
    PlacementRequest request(SearchLimits limits) {
        Random random = new Random(seed);
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int region = 0; region < regions; region++) {
            infrastructure.add(Region.builder("r" + region)
                    .priceMicrosPerMips(10_000L * (1 + random.nextInt(4)))
                    .build());
            infrastructure.add(ComputeNode.builder("n" + region, "r" + region)
                    .allocatable(
                            Resources.builder().cpuMillis(4_000).podSlots(10).build())
                    .build());
            int chord = (region + 2 + random.nextInt(regions - 3)) % regions;
            addLink(infrastructure, region, (region + 1) % regions, "ring");
            addLink(infrastructure, region, chord, "chord");
        }
        Application.Builder tree = Application.builder(ApplicationId.of("tree"));
        for (int from = 0; from < microservices; from++) {
            tree.add(Microservice.builder("m" + from)
                    .requirements(new Requirements(1_000 + random.nextInt(2_500), Resources.NONE))
                    .build());
            if (from > 0) {
                tree.add(DataFlow.builder("m" + from, "m" + random.nextInt(from))
                        .bandwidthBps((2 + random.nextInt(8)) * 1_000_000L)
                        .latencyBoundMicros(40_000)
                        .build());
            }
        }
        infrastructure.add(ExternalEndpoint.of("sensor", "r0"));
        tree.addEndpoint("sensor");
        tree.add(DataFlow.builder("sensor", "m" + (microservices - 1))
                .bandwidthBps(5_000_000)
                .build());
        return PlacementRequest.builder(infrastructure.build(), tree.build())
                .objective(new Objective(Map.of(Term.NETWORK, 1.0, Term.COMPUTE, 1.0)))
                .limits(limits)
                .build();
    }

    private static void addLink(Infrastructure.Builder infrastructure, int from, int to, String kind) {
        infrastructure.add(Link.builder(kind + from, "r" + from, "r" + to)
                .bandwidthBps(20_000_000)
                .latencyMicros(5_000)
                .build());
    }
}
