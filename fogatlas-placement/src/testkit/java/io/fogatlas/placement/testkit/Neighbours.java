package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import java.util.ArrayList;
import java.util.List;

/** Judges who runs beside whom: rule 8 of the domain, for required affinity and anti-affinity with the region as topology. */
final class Neighbours {
    private final String namespace;
    private final Others others;

    Neighbours(String namespace, Others others) {
        this.namespace = namespace;
        this.others = others;
    }

    /**
     * Replicas of one microservice in one region.
     *
     * @param slot the slot
     * @param region its region
     */
    record Placed(Slot slot, String region) {
        Microservice microservice() {
            return slot.microservice();
        }
    }

    private boolean selects(PodAffinity rule, Microservice microservice) {
        return rule.selects(namespace, namespace, microservice.labels());
    }

    /** Whether one more microservice keeps nobody of its region out and is not kept out by anybody. */
    boolean getAlong(Placed one, List<Placed> placed) {
        Microservice own = one.microservice();
        boolean crowdsItself = one.slot().demand().replicas() > 1
                && own.antiAffinities().stream().anyMatch(rule -> selects(rule, own));
        return !crowdsItself
                && others.getAlongWith(own, one.region())
                && placed.stream()
                        .filter(other -> other.region().equals(one.region()))
                        .allMatch(other ->
                                own.antiAffinities().stream().noneMatch(rule -> selects(rule, other.microservice()))
                                        && other.microservice().antiAffinities().stream()
                                                .noneMatch(rule -> selects(rule, own)));
    }

    /**
     * Whether every affinity is met, and so that the replicas can be started one after the other: none may only be met by replicas
     * that themselves wait for this one.
     */
    boolean haveCompany(List<Placed> placed) {
        List<Placed> started = new ArrayList<>();
        List<Placed> waiting = new ArrayList<>(placed);
        boolean progress = true;
        while (progress) {
            List<Placed> next = waiting.stream()
                    .filter(one -> one.microservice().affinities().stream()
                            .allMatch(rule -> isMet(rule, one, started, placed)))
                    .toList();
            progress = waiting.removeAll(next);
            started.addAll(next);
        }
        return waiting.isEmpty();
    }

    private boolean isMet(PodAffinity rule, Placed one, List<Placed> started, List<Placed> placed) {
        boolean beside = others.areSelected(rule, one.region())
                || started.stream()
                        .anyMatch(other -> other.region().equals(one.region()) && selects(rule, other.microservice()));
        return beside || (selects(rule, one.microservice()) && !isSelectedElsewhere(rule, one.region(), placed));
    }

    private boolean isSelectedElsewhere(PodAffinity rule, String region, List<Placed> placed) {
        return others.areSelectedElsewhere(rule, region)
                || placed.stream()
                        .anyMatch(other -> !other.region().equals(region) && selects(rule, other.microservice()));
    }
}
