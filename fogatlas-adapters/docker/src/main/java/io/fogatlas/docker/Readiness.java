package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.WorkloadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waits until all replicas of an application are ready. */
final class Readiness {
    private final ApplicationId application;
    private final Pace pace;
    private final List<Watched> watched = new ArrayList<>();
    private final Map<String, Run> runs = new HashMap<>();
    /** What was wrong with a container when it was last seen not to run. */
    private final Map<String, String> failures = new HashMap<>();

    /**
     * A replica that is waited for.
     *
     * @param site its engine
     * @param workload what it is a replica of
     * @param containers the names of its containers by their ids
     */
    record Watched(Site site, WorkloadSpec workload, Map<String, String> containers) {}

    /** One run of a container: since when it was seen to run. */
    private record Run(String startedAt, long sinceNanos) {}

    Readiness(ApplicationId application, Pace pace) {
        this.application = application;
        this.pace = pace;
    }

    void watch(Watched replica) {
        watched.add(replica);
    }

    /**
     * Waits.
     *
     * @param within how long at most
     * @param listener hears of every change
     * @throws DeploymentException if the time is over or the thread was interrupted
     */
    void await(Duration within, DeploymentListener listener) {
        long deadline = System.nanoTime() + within.toNanos();
        DeploymentStatus told = new DeploymentStatus(application, List.of());
        while (true) {
            DeploymentStatus now = look();
            if (!now.equals(told)) {
                listener.observed(now);
                told = now;
            }
            if (now.isReady()) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new DeploymentException("The deployment of '" + application + "' was interrupted.");
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new DeploymentException(
                        "'" + application + "' was not ready within " + within.toSeconds() + " s:\n" + lines(now));
            }
            pace.rest();
        }
    }

    private static String lines(DeploymentStatus status) {
        List<String> lines = new ArrayList<>();
        for (WorkloadStatus workload : status.workloads()) {
            if (!workload.isReady()) {
                lines.add("  microservice '" + workload.microservice() + "' in region '" + workload.region() + "': "
                        + workload.ready() + " of " + workload.wanted() + " ready");
                workload.problems().forEach(problem -> lines.add("    " + problem));
            }
        }
        return String.join("\n", lines);
    }

    private DeploymentStatus look() {
        Map<List<String>, WorkloadStatus> byWorkload = new TreeMap<>((a, b) -> {
            int byName = a.get(0).compareTo(b.get(0));
            return byName != 0 ? byName : a.get(1).compareTo(b.get(1));
        });
        for (Watched replica : watched) {
            List<String> problems = new ArrayList<>();
            replica.containers().forEach((id, name) -> {
                ContainerState state = replica.site().engine().state(id);
                if (!isSettled(id, state)) {
                    problems.add("container '" + name + "' " + explain(id, state));
                }
            });
            WorkloadStatus one = new WorkloadStatus(
                    replica.workload().microservice(),
                    replica.workload().region(),
                    1,
                    problems.isEmpty() ? 1 : 0,
                    problems);
            byWorkload.merge(List.of(one.microservice(), one.region()), one, Readiness::sum);
        }
        return new DeploymentStatus(application, List.copyOf(byWorkload.values()));
    }

    /** A container that ends soon after each start is seen running as well as ended: what it ended with is what matters. */
    private String explain(String id, ContainerState state) {
        if (state.isReady()) {
            String before = failures.get(id);
            return before == null ? state.explain() : before;
        }
        if (state.hasEnded()) {
            failures.put(id, state.explain());
        }
        return state.explain();
    }

    static WorkloadStatus sum(WorkloadStatus a, WorkloadStatus b) {
        List<String> problems = new ArrayList<>(a.problems());
        problems.addAll(b.problems());
        return new WorkloadStatus(
                a.microservice(), a.region(), a.wanted() + b.wanted(), a.ready() + b.ready(), problems);
    }

    /** Without a health check nobody knows but by time: what is broken ends soon after it starts. */
    private boolean isSettled(String id, ContainerState state) {
        if (!state.isReady() || state.hasHealthCheck()) {
            return state.isReady();
        }
        Run run = runs.get(id);
        if (run == null || !run.startedAt().equals(state.startedAt())) {
            runs.put(id, new Run(state.startedAt(), System.nanoTime()));
            return pace.settle().isZero();
        }
        return System.nanoTime() - run.sinceNanos() >= pace.settle().toNanos();
    }
}
