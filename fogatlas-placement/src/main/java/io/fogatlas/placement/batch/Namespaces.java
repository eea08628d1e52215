package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lets applications of several namespaces be one application of one namespace: each replica says its namespace by a label, and each rule
 * about other replicas asks for that label. What a rule selects stays the same. With one namespace only, nothing changes.
 */
final class Namespaces {
    private final Set<String> ofApplications;
    private final String label;

    private Namespaces(Set<String> ofApplications, String label) {
        this.ofApplications = ofApplications;
        this.label = label;
    }

    static Namespaces of(List<BatchRequest.Entry> entries, Occupancy occupancy) {
        Set<String> namespaces = new TreeSet<>();
        Set<String> keys = new HashSet<>();
        for (BatchRequest.Entry entry : entries) {
            namespaces.add(entry.id().namespace());
            for (Microservice microservice : entry.application().microservices()) {
                keys.addAll(microservice.labels().keySet());
                addKeys(microservice.affinities(), keys);
                addKeys(microservice.antiAffinities(), keys);
            }
        }
        String label = "namespace";
        if (namespaces.size() > 1) {
            for (ReplicaGroup group : occupancy.replicas()) {
                keys.addAll(group.labels().keySet());
                addKeys(group.antiAffinities(), keys);
            }
            while (keys.contains(label)) {
                label += "'";
            }
        }
        return new Namespaces(namespaces, label);
    }

    private static void addKeys(List<PodAffinity> rules, Set<String> keys) {
        rules.forEach(rule -> rule.selector().expressions().forEach(expression -> keys.add(expression.key())));
    }

    private boolean isOne() {
        return ofApplications.size() == 1;
    }

    /** The namespace of the application that stands for all. */
    String common() {
        return ofApplications.iterator().next();
    }

    Map<String, String> labels(String namespace, Map<String, String> labels) {
        if (isOne()) {
            return labels;
        }
        Map<String, String> named = new LinkedHashMap<>(labels);
        named.put(label, namespace);
        return named;
    }

    List<PodAffinity> rules(String namespace, List<PodAffinity> rules) {
        return isOne()
                ? rules
                : rules.stream().map(rule -> rule(namespace, rule)).toList();
    }

    private PodAffinity rule(String namespace, PodAffinity rule) {
        List<LabelExpression> expressions = new ArrayList<>(rule.selector().expressions());
        if (!rule.allNamespaces()) {
            Collection<String> lookedFor = rule.namespaces().isEmpty() ? Set.of(namespace) : rule.namespaces();
            expressions.add(new LabelExpression(label, Operator.IN, List.copyOf(lookedFor)));
        }
        return new PodAffinity(new LabelSelector(expressions), Set.of(), /* allNamespaces= */ true);
    }

    Occupancy occupancy(Occupancy occupancy) {
        if (isOne()) {
            return occupancy;
        }
        Map<ApplicationId, Holding> held = new TreeMap<>();
        occupancy.byApplication().forEach((id, holding) -> held.put(id, holding(holding)));
        return new Occupancy(held, holding(occupancy.others()));
    }

    private Holding holding(Holding holding) {
        return new Holding(
                holding.bandwidthBpsByLink(),
                holding.replicas().stream().map(this::group).toList());
    }

    private ReplicaGroup group(ReplicaGroup group) {
        return new ReplicaGroup(
                group.namespace(),
                labels(group.namespace(), group.labels()),
                rules(group.namespace(), group.antiAffinities()),
                group.region(),
                group.replicasByNode(),
                group.perReplica());
    }
}
