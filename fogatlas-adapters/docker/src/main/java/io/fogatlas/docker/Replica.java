package io.fogatlas.docker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The containers that an engine has of one replica.
 *
 * @param microservice its microservice
 * @param region its region
 * @param decision the fingerprint of what was decided
 * @param number which replica, from 1; 0 if its label is none
 * @param containers its containers, the one that holds the network last
 */
record Replica(
        String microservice, String region, String decision, int number, List<Engine.FoundContainer> containers) {
    Replica {
        containers = List.copyOf(containers);
    }

    /** Puts containers of one application together, in order of microservice, region, number. */
    static List<Replica> of(List<Engine.FoundContainer> containers) {
        Map<List<String>, List<Engine.FoundContainer>> grouped = new LinkedHashMap<>();
        for (Engine.FoundContainer container : containers) {
            grouped.computeIfAbsent(
                            List.of(
                                    label(container, Names.MICROSERVICE),
                                    label(container, Names.REGION),
                                    label(container, Names.DECISION),
                                    label(container, Names.REPLICA)),
                            key -> new ArrayList<>())
                    .add(container);
        }
        List<Replica> replicas = new ArrayList<>();
        grouped.forEach((key, group) -> {
            // The name of the first container is the start of the others'.
            group.sort(Comparator.comparing((Engine.FoundContainer container) ->
                            container.name().length())
                    .reversed());
            replicas.add(new Replica(key.get(0), key.get(1), key.get(2), number(key.get(3)), group));
        });
        replicas.sort(Comparator.comparing(Replica::microservice)
                .thenComparing(Replica::region)
                .thenComparing(Replica::number)
                .thenComparing(Replica::decision));
        return replicas;
    }

    private static String label(Engine.FoundContainer container, String key) {
        return container.labels().getOrDefault(key, "");
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }

    /** Whether every container of a workload is there, and no other. */
    boolean isWhole(WorkloadSpec workload) {
        Set<String> there = containers.stream()
                .map(container -> label(container, Names.CONTAINER))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted =
                workload.containers().stream().map(ContainerSpec::name).collect(Collectors.toCollection(TreeSet::new));
        return there.equals(wanted)
                && containers.size() == workload.containers().size();
    }

    boolean runs() {
        return containers.stream().allMatch(Engine.FoundContainer::running);
    }

    boolean takesPortOf(Set<String> ports) {
        return containers.stream()
                .anyMatch(container -> container.hostPorts().stream().anyMatch(ports::contains));
    }

    /** The name it goes by: that of its first container. */
    String name() {
        return containers.get(containers.size() - 1).name();
    }
}
