package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Where an application runs now, in small numbers. It need not keep any rule: what holds now may have been decided under others.
 *
 * @param regions for each microservice in turn its region, counted modulo the number of regions; those beyond the list do not run
 * @param replicas how many replicas each has
 */
record CurrentShape(List<Integer> regions, int replicas) {
    static Arbitrary<CurrentShape> arbitrary() {
        return Combinators.combine(Draw.list(Draw.upTo(59), 1, 6), Draw.between(1, 3))
                .as(CurrentShape::new);
    }

    Placement placement(Infrastructure infrastructure, Application application) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        List<Microservice> microservices = application.microservices();
        for (int number = 0; number < Math.min(regions.size(), microservices.size()); number++) {
            String region = Among.region(infrastructure, regions.get(number)).id();
            List<ComputeNode> nodes = infrastructure.nodesIn(region);
            Map<String, Integer> onNodes = nodes.isEmpty()
                    ? Map.of()
                    : Map.of(Among.pick(nodes, number).name(), replicas);
            assignments.put(microservices.get(number).name(), List.of(new Assignment(region, replicas, onNodes)));
        }
        return new Placement(assignments, List.of());
    }
}
