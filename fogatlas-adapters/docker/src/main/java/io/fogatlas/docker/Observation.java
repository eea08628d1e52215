package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.WorkloadStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds out how an application is. */
final class Observation {
    private final ApplicationId application;

    Observation(ApplicationId application) {
        this.application = application;
    }

    DeploymentStatus of(List<Site> sites) {
        List<WorkloadStatus> workloads = new ArrayList<>();
        for (Site site : sites) {
            Map<List<String>, List<Replica>> groups = new TreeMap<>(
                    Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
            for (Replica replica : Replica.of(site.engine().containers(Names.labels(application)))) {
                groups.computeIfAbsent(List.of(replica.microservice(), replica.region()), key -> new ArrayList<>())
                        .add(replica);
            }
            groups.forEach((key, replicas) -> workloads.add(status(site, key.get(0), key.get(1), replicas)));
        }
        workloads.sort(Comparator.comparing(WorkloadStatus::microservice).thenComparing(WorkloadStatus::region));
        return new DeploymentStatus(application, workloads);
    }

    /** As many are wanted as the highest number says: numbers start at 1 and leave none out. */
    private static WorkloadStatus status(Site site, String microservice, String region, List<Replica> replicas) {
        int wanted = replicas.stream().mapToInt(Replica::number).max().orElse(0);
        List<String> problems = new ArrayList<>();
        Set<Integer> ready = new HashSet<>();
        for (Replica replica : replicas) {
            boolean whole = true;
            for (Engine.FoundContainer container : replica.containers()) {
                ContainerState state = site.engine().state(container.id());
                if (!state.isReady()) {
                    whole = false;
                    problems.add("container '" + container.name() + "' " + state.explain());
                }
            }
            if (whole && replica.number() > 0) {
                ready.add(replica.number());
            }
        }
        return new WorkloadStatus(microservice, region, wanted, ready.size(), problems);
    }
}
