package io.fogatlas.model.arbitraries;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What some other holder has taken, before the infrastructure is known.
 *
 * @param bandwidths what it takes of each link in turn, in units of 250 kbit/s; links beyond the list are free
 * @param groups its replicas
 */
record HoldingShape(List<Integer> bandwidths, List<Group> groups) {
    /**
     * Equal replicas.
     *
     * @param place their node or region, counted modulo the number of those
     * @param count how many
     * @param size what each takes: units of 100 millicores and 128 MiB
     * @param kind which labels and anti-affinities they have
     */
    record Group(int place, int count, int size, int kind) {}

    static Arbitrary<HoldingShape> arbitrary() {
        Arbitrary<Group> groups = Combinators.combine(Draw.upTo(59), Draw.between(1, 2), Draw.upTo(10), Draw.upTo(11))
                .as(Group::new);
        return Combinators.combine(Draw.list(Draw.upTo(16), 0, 8), Draw.list(groups, 0, 4))
                .as(HoldingShape::new);
    }

    Holding holding(Infrastructure infrastructure) {
        Map<String, Long> bandwidth = new TreeMap<>();
        for (int number = 0;
                number < Math.min(bandwidths.size(), infrastructure.links().size());
                number++) {
            bandwidth.put(infrastructure.links().get(number).id(), 250_000L * bandwidths.get(number));
        }
        List<ReplicaGroup> replicas = new ArrayList<>();
        groups.forEach(group -> replicas.add(replicas(group, infrastructure)));
        return new Holding(bandwidth, replicas);
    }

    private static ReplicaGroup replicas(Group group, Infrastructure infrastructure) {
        String namespace = group.kind() % 2 == 0 ? "default" : CompanyShape.OTHER_NAMESPACE;
        Map<String, String> labels = group.kind() % 3 == 0
                ? Map.of("app", MicroserviceShape.name(group.place() % 3))
                : Map.of("tenant", "t" + group.kind() % 2);
        Resources each = Resources.builder()
                .cpuMillis(100L * group.size())
                .memoryBytes((128L << 20) * group.size())
                .podSlots(1)
                .build();
        if (!infrastructure.hasNodes()) {
            String region = Among.region(infrastructure, group.place()).id();
            return new ReplicaGroup(namespace, labels, keptOut(group), region, Map.of(), each);
        }
        ComputeNode node = Among.pick(infrastructure.nodes(), group.place());
        return new ReplicaGroup(
                namespace, labels, keptOut(group), node.regionId(), Map.of(node.name(), group.count()), each);
    }

    private static List<PodAffinity> keptOut(Group group) {
        if (group.kind() < 8) {
            return List.of();
        }
        LabelExpression whom = group.kind() < 10
                ? LabelExpression.is("app", MicroserviceShape.name(group.place() % 3))
                : LabelExpression.is("role", "odd");
        return List.of(PodAffinity.with(new LabelSelector(List.of(whom))));
    }
}
