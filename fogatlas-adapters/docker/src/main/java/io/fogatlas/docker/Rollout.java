package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries out what was planned for the engines of an application.
 *
 * <p>First everything new is made and started on all engines, then it is waited for; only when all of it is ready, what is old is
 * removed. So until then everything can be taken back, on every engine: what is new is removed again, and what had to stop for it, since
 * it has the same port, is started again.
 */
final class Rollout {
    private final ApplicationId application;
    private final DeploymentListener listener;
    private final Undo undo = new Undo();
    private final Readiness readiness;
    private final Set<Replica> stopped = new HashSet<>();

    Rollout(ApplicationId application, DeploymentListener listener, Pace pace) {
        this.application = application;
        this.listener = listener;
        this.readiness = new Readiness(application, pace);
    }

    /**
     * Carries out.
     *
     * @param plans what is to change, for each engine
     * @param readyWithin how long to wait for readiness; zero does not wait
     * @return what is old and could not be removed, a sentence each
     * @throws DeploymentException if it failed; everything that can be is taken back then
     */
    List<String> run(List<SitePlan> plans, Duration readyWithin) {
        try {
            plans.forEach(this::makeNew);
            if (!readyWithin.isZero()) {
                readiness.await(readyWithin, listener);
            }
        } catch (EngineException | DeploymentException failure) {
            throw takenBack(failure);
        }
        List<String> leftOver = new ArrayList<>();
        plans.forEach(plan -> removeOld(plan, leftOver));
        return leftOver;
    }

    private DeploymentException takenBack(RuntimeException failure) {
        // An interrupt would end every call that takes something back.
        boolean interrupted = Thread.interrupted();
        listener.told("taking back what was changed");
        List<String> leftOver = undo.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String end = leftOver.isEmpty()
                ? "\nEverything that was changed has been taken back."
                : "\nNot everything could be taken back; deploy or remove the application again when the engine answers.";
        DeploymentException told = new DeploymentException(failure.getMessage() + end, leftOver);
        told.initCause(failure);
        return told;
    }

    private void makeNew(SitePlan plan) {
        Engine engine = plan.site().engine();
        for (String region : plan.newNetworks()) {
            String name = Names.network(application, region);
            Map<String, String> labels = Names.labels(application, region);
            // Remembered first: the engine may have made it although its answer got lost.
            undo.remember(
                    "network '" + name + "' in region '" + region + "'",
                    () -> engine.networks(labels).stream()
                            .filter(network -> network.name().equals(name))
                            .forEach(network -> engine.removeNetwork(network.id())));
            engine.createNetwork(name, labels);
            listener.done(plan.networkStep(region));
        }
        for (SitePlan.NewReplica replica : plan.created()) {
            stopOldWithPorts(plan, replica.workload());
            create(plan.site(), replica);
            listener.done(replica.step());
        }
        for (SitePlan.Kept kept : plan.kept()) {
            start(plan.site(), kept);
        }
    }

    private void stopOldWithPorts(SitePlan plan, WorkloadSpec workload) {
        Engine engine = plan.site().engine();
        Set<String> ports = workload.hostPorts();
        for (Replica old : plan.removed()) {
            boolean own = old.microservice().equals(workload.microservice())
                    && old.region().equals(workload.region());
            boolean inTheWay = old.takesPortOf(ports) || (own && workload.stopsFirst());
            if (inTheWay && stopped.add(old)) {
                for (Engine.FoundContainer container : old.containers()) {
                    if (container.running()) {
                        undo.remember(
                                "container '" + container.name() + "' in region '" + old.region() + "', stopped",
                                () -> engine.start(container.id()));
                        engine.stop(container.id());
                    }
                }
            }
        }
    }

    private void create(Site site, SitePlan.NewReplica replica) {
        Engine engine = site.engine();
        WorkloadSpec workload = replica.workload();
        Map<String, String> labels = Names.labels(application, workload, replica.fingerprint(), replica.number());
        replica.unfinished().forEach(left -> delete(engine, left));
        String first = replica.step().name();
        Map<String, String> watched = new LinkedHashMap<>();
        String network = Names.network(application, workload.region());
        undo.remember("container '" + first + "' in region '" + workload.region() + "'", () -> {
            engine.containers(labels).forEach(container -> engine.removeContainer(container.id()));
            engine.removeVolumes(labels);
        });
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < workload.containers().size(); i++) {
            String name = Names.container(application, workload, replica.fingerprint(), replica.number(), i);
            Map<String, String> all = new TreeMap<>(workload.labels());
            all.putAll(labels);
            all.put(Names.CONTAINER, workload.containers().get(i).name());
            String joined = i == 0 ? network : "container:" + ids.get(0);
            String alias = i == 0 ? Names.alias(workload.microservice()) : "";
            String id = engine.create(new Engine.NewContainer(name, workload, i, all, joined, alias, first));
            ids.add(id);
            engine.start(id);
            watched.put(id, name);
        }
        readiness.watch(new Readiness.Watched(site, workload, watched));
    }

    private void start(Site site, SitePlan.Kept kept) {
        Map<String, String> watched = new LinkedHashMap<>();
        List<Engine.FoundContainer> containers = new ArrayList<>(kept.replica().containers());
        // The one that holds the network comes last in a replica, and has to run first.
        Collections.reverse(containers);
        for (Engine.FoundContainer container : containers) {
            watched.put(container.id(), container.name());
            if (!container.running()) {
                undo.remember(
                        "container '" + container.name() + "' in region '"
                                + kept.workload().region() + "', started",
                        () -> site.engine().stop(container.id()));
                site.engine().start(container.id());
            }
        }
        if (!kept.replica().runs()) {
            listener.done(SitePlan.startStep(kept));
        }
        readiness.watch(new Readiness.Watched(site, kept.workload(), watched));
    }

    private void removeOld(SitePlan plan, List<String> leftOver) {
        Engine engine = plan.site().engine();
        for (Replica old : plan.removed()) {
            attempt(leftOver, "container '" + old.name() + "' in region '" + old.region() + "'", () -> {
                if (!stopped.contains(old)) {
                    old.containers().forEach(container -> engine.stop(container.id()));
                }
                delete(engine, old);
                plan.removals().stream()
                        .filter(step -> step.name().equals(old.name()))
                        .forEach(listener::done);
            });
        }
        for (Engine.FoundVolume volume : plan.oldVolumes()) {
            attempt(
                    leftOver,
                    "volume '" + volume.name() + "' in region '" + plan.site().name() + "'",
                    () -> {
                        engine.removeVolume(volume.name());
                        listener.done(plan.volumeRemoval(volume));
                    });
        }
        for (Engine.FoundNetwork network : plan.oldNetworks()) {
            attempt(
                    leftOver,
                    "network '" + network.name() + "' in region '" + plan.site().name() + "'",
                    () -> {
                        engine.removeNetwork(network.id());
                        listener.done(plan.networkRemoval(network));
                    });
        }
    }

    private void attempt(List<String> leftOver, String what, Runnable removal) {
        try {
            removal.run();
        } catch (EngineException failure) {
            String text = what + " is not wanted any more, but could not be removed; the next deployment removes it: "
                    + failure.text();
            leftOver.add(text);
            listener.told(text);
        }
    }

    /** Removes the containers of a replica and the volumes that were made for it. */
    static void delete(Engine engine, Replica replica) {
        replica.containers().forEach(container -> engine.removeContainer(container.id()));
        Map<String, String> labels = new TreeMap<>();
        Engine.FoundContainer any = replica.containers().get(0);
        for (String key : List.of(
                Names.NAMESPACE, Names.APPLICATION, Names.REGION, Names.MICROSERVICE, Names.REPLICA, Names.DECISION)) {
            String value = any.labels().get(key);
            if (value == null) {
                return;
            }
            labels.put(key, value);
        }
        engine.removeVolumes(labels);
    }
}
