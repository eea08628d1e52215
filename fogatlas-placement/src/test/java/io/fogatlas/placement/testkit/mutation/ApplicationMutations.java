package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.verification.DemandViolation;
import io.fogatlas.placement.verification.NodeViolation;
import io.fogatlas.placement.verification.RegionViolation;
import io.fogatlas.placement.verification.RouteViolation;
import io.fogatlas.placement.verification.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The placement stays; the application asks for something else. */
final class ApplicationMutations {
    private ApplicationMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("a region is forbidden", ApplicationMutations::forbidden),
                new Mutation("another region is the only one allowed", ApplicationMutations::allowedElsewhere),
                new Mutation("a node label is asked for that no node has", ApplicationMutations::otherNodeLabel),
                new Mutation("another region label is asked for", ApplicationMutations::otherRegionLabel),
                new Mutation("a replica requires more memory", ApplicationMutations::moreMemory),
                new Mutation("tolerations are gone", ApplicationMutations::intolerant),
                new Mutation("a demand asks for more replicas", ApplicationMutations::moreReplicas),
                new Mutation("a demand is pinned elsewhere", ApplicationMutations::pinnedElsewhere),
                new Mutation("there is one more demand", ApplicationMutations::oneMoreDemand),
                new Mutation("there is one demand less", ApplicationMutations::oneDemandLess),
                new Mutation("there is one more microservice", ApplicationMutations::oneMoreMicroservice),
                new Mutation("there is one more flow", ApplicationMutations::oneMoreFlow),
                new Mutation("there is one flow less", ApplicationMutations::oneFlowLess),
                new Mutation("a flow needs more bandwidth", ApplicationMutations::moreBandwidth),
                new Mutation("a flow must be faster", ApplicationMutations::fasterFlow),
                new Mutation("there is a chain that is too short", ApplicationMutations::shortChain),
                new Mutation("processing uses a chain up", ApplicationMutations::slowProcessing),
                new Mutation("an affinity selects nobody", ApplicationMutations::lonely),
                new Mutation("an affinity selects somebody elsewhere", ApplicationMutations::separated),
                new Mutation("an anti-affinity selects a neighbour", ApplicationMutations::crowded),
                new Mutation("an anti-affinity selects the replicas themselves", ApplicationMutations::selfish));
    }

    private static Optional<Mutant> forbidden(Case from) {
        return from.any(from.placed())
                .map(one -> constrained(
                        from,
                        one,
                        new RegionConstraint.ForbiddenRegions(
                                Set.of(one.assignment().region()))));
    }

    private static Optional<Mutant> allowedElsewhere(Case from) {
        return from.any(from.placed()
                .flatMap(one -> elsewhere(from, one.microservice())
                        .map(region -> constrained(from, one, new RegionConstraint.AllowedRegions(Set.of(region))))));
    }

    private static Mutant constrained(Case from, Case.Placed one, RegionConstraint constraint) {
        return from.with(
                from.withMicroservice(
                        one.microservice(),
                        it -> new Edited(it)
                                .regionConstraints(plus(it.regionConstraints(), constraint))
                                .build()),
                RegionViolation.RegionNotPermitted.class);
    }

    /** The regions a microservice is not in. */
    private static Stream<String> elsewhere(Case from, Microservice microservice) {
        return from.infrastructure().regions().stream()
                .map(Region::id)
                .filter(id -> from.placement().of(microservice.name()).stream()
                        .noneMatch(assignment -> assignment.region().equals(id)));
    }

    private static Optional<Mutant> otherNodeLabel(Case from) {
        return from.any(from.placed().filter(one -> from.infrastructure().hasNodes()))
                .map(one -> selecting(from, one, "mutation", NodeViolation.NodeLabelsDoNotFit.class));
    }

    private static Optional<Mutant> otherRegionLabel(Case from) {
        return from.any(from.placed().filter(one -> !from.infrastructure().hasNodes()))
                .map(one ->
                        selecting(from, one, ComputeNode.REGION_LABEL, RegionViolation.RegionLabelDoesNotFit.class));
    }

    private static Mutant selecting(Case from, Case.Placed one, String label, Class<? extends Violation> broken) {
        NodeSelector before = one.microservice().nodeSelector();
        LabelSelector required =
                new LabelSelector(plus(before.required().expressions(), LabelExpression.is(label, "mutation")));
        return from.with(
                from.withMicroservice(
                        one.microservice(),
                        it -> new Edited(it)
                                .nodeSelector(new NodeSelector(required, before.anyOf()))
                                .build()),
                broken);
    }

    private static Optional<Mutant> moreMemory(Case from) {
        return from.any(from.placed().filter(one -> from.infrastructure().hasNodes()))
                .map(one -> from.with(
                        from.withMicroservice(
                                one.microservice(),
                                it -> new Edited(it)
                                        .requirements(new Requirements(
                                                it.requirements().mips(),
                                                it.requirements()
                                                        .request()
                                                        .plus(Resources.builder()
                                                                .memoryBytes(1L << 40)
                                                                .build())))
                                        .build()),
                        NodeViolation.NodeOverloaded.class));
    }

    private static Optional<Mutant> intolerant(Case from) {
        return from.any(from.placed()
                        .filter(one -> one.assignment().replicasByNode().keySet().stream()
                                .flatMap(name -> from.infrastructure().node(name).stream())
                                .anyMatch(node -> node.taints().stream().anyMatch(taint -> taint.forbids()))))
                .map(one -> from.with(
                        from.withMicroservice(
                                one.microservice(),
                                it -> new Edited(it).tolerations(List.of()).build()),
                        NodeViolation.TaintNotTolerated.class));
    }

    private static Optional<Mutant> moreReplicas(Case from) {
        return from.any(from.placed()).map(one -> {
            List<RegionDemand> demands = new ArrayList<>(one.microservice().demands());
            RegionDemand first = demands.remove(0);
            demands.add(new RegionDemand(first.region(), first.replicas() + 100, first.image()));
            return demanding(from, one.microservice(), demands, DemandViolation.DemandNotMet.class);
        });
    }

    private static Optional<Mutant> pinnedElsewhere(Case from) {
        return from.any(from.application().microservices().stream()
                .flatMap(microservice -> elsewhere(from, microservice).map(region -> {
                    List<RegionDemand> demands = new ArrayList<>(microservice.demands());
                    demands.add(RegionDemand.in(region, demands.remove(0).replicas()));
                    return demanding(from, microservice, demands, DemandViolation.DemandNotMet.class);
                })));
    }

    private static Optional<Mutant> oneMoreDemand(Case from) {
        return from.any(from.application().microservices().stream())
                .map(microservice -> demanding(
                        from,
                        microservice,
                        plus(microservice.demands(), RegionDemand.anywhere(1)),
                        DemandViolation.DemandNotMet.class));
    }

    private static Optional<Mutant> oneDemandLess(Case from) {
        return from.any(from.application().microservices().stream()
                        .filter(microservice -> microservice.demands().size() > 1))
                .map(microservice -> demanding(
                        from,
                        microservice,
                        microservice.demands().subList(1, microservice.demands().size()),
                        DemandViolation.AssignmentNotAsked.class));
    }

    private static Mutant demanding(
            Case from, Microservice microservice, List<RegionDemand> demands, Class<? extends Violation> broken) {
        return from.with(
                from.withMicroservice(
                        microservice, it -> new Edited(it).demands(demands).build()),
                broken);
    }

    private static Optional<Mutant> oneMoreMicroservice(Case from) {
        Application before = from.application();
        return Optional.of(from.with(
                new Application(
                        before.id(),
                        before.endpoints(),
                        plus(
                                before.microservices(),
                                Microservice.builder("mutation").build()),
                        before.flows(),
                        before.chains()),
                DemandViolation.MicroserviceNotPlaced.class));
    }

    /** Not where a chain passes the same two, for which the new flow would have to have a route. */
    private static Optional<Mutant> oneMoreFlow(Case from) {
        List<Microservice> all = from.application().microservices();
        return Optional.of(all).filter(several -> several.size() > 1).map(several -> {
            DataFlow flow = DataFlow.builder(all.get(0).name(), all.get(1).name())
                    .name("mutation")
                    .build();
            return from.with(from.withFlows(plus(from.application().flows(), flow)), RouteViolation.RouteMissing.class);
        });
    }

    private static Optional<Mutant> oneFlowLess(Case from) {
        List<DataFlow> flows = from.application().flows();
        return Optional.of(flows)
                .filter(some -> !some.isEmpty() && from.application().chains().isEmpty())
                .map(some ->
                        from.with(from.withFlows(flows.subList(1, flows.size())), RouteViolation.UnknownFlow.class));
    }

    private static Optional<Mutant> moreBandwidth(Case from) {
        return from.any(from.remoteRoutes())
                .map(route -> from.with(
                        from.withFlow(
                                from.flow(route),
                                flow -> new DataFlow(
                                        flow.name(),
                                        flow.source(),
                                        flow.destination(),
                                        from.link(route.links().get(0)).bandwidthBps() + 1,
                                        flow.latencyBoundMicros())),
                        RouteViolation.LinkOverloaded.class));
    }

    private static Optional<Mutant> fasterFlow(Case from) {
        return from.any(from.remoteRoutes().filter(route -> from.micros(route) > 1))
                .map(route -> from.with(
                        from.withFlow(
                                from.flow(route),
                                flow -> new DataFlow(
                                        flow.name(),
                                        flow.source(),
                                        flow.destination(),
                                        flow.bandwidthBps(),
                                        from.micros(route) - 1)),
                        RouteViolation.LatencyExceeded.class));
    }

    private static Optional<Mutant> shortChain(Case from) {
        return from.any(from.remoteRoutes().filter(route -> from.micros(route) > 1))
                .map(route -> chained(from, from.flow(route), 0, from.micros(route) - 1));
    }

    private static Optional<Mutant> slowProcessing(Case from) {
        return from.any(from.application().flows().stream()).map(flow -> chained(from, flow, 1001, 1000));
    }

    private static Mutant chained(Case from, DataFlow flow, long processingMicros, long boundMicros) {
        List<LatencyChain.Step> steps = List.of(
                new LatencyChain.Step(flow.source(), processingMicros), new LatencyChain.Step(flow.destination(), 0));
        return from.with(
                from.withChain(new LatencyChain("mutation", steps, boundMicros)), RouteViolation.ChainExceeded.class);
    }

    private static Optional<Mutant> lonely(Case from) {
        return from.any(from.application().microservices().stream()).map(it -> {
            PodAffinity rule = rule("mutation", "yes");
            return from.with(
                    from.withMicroservice(
                            it,
                            one -> new Edited(one)
                                    .affinities(plus(one.affinities(), rule))
                                    .build()),
                    RegionViolation.AffinityBroken.class);
        });
    }

    /** The other must not have affinities, or the two might wait for each other, and such a request is refused; nor a double here. */
    private static Optional<Mutant> separated(Case from) {
        return from.any(from.placed()
                .flatMap(one -> from.placed()
                        .filter(other -> other.microservice().affinities().isEmpty()
                                && from.request().occupancy().replicas().stream()
                                        .noneMatch(group -> group.region()
                                                        .equals(one.assignment().region())
                                                && group.labels()
                                                        .containsValue(other.microservice()
                                                                .name()))
                                && from.placement().of(other.microservice().name()).stream()
                                        .noneMatch(there -> there.region()
                                                .equals(one.assignment().region())))
                        .map(other -> {
                            PodAffinity rule = rule("app", other.microservice().name());
                            return from.with(
                                    from.withMicroservice(
                                            one.microservice(),
                                            it -> new Edited(it)
                                                    .affinities(plus(it.affinities(), rule))
                                                    .build()),
                                    RegionViolation.AffinityBroken.class);
                        })));
    }

    private static Optional<Mutant> crowded(Case from) {
        return from.any(from.placed()
                .flatMap(one -> from.placed()
                        .filter(other -> other.assignment()
                                        .region()
                                        .equals(one.assignment().region())
                                && !other.microservice().equals(one.microservice()))
                        .map(other -> avoiding(from, one, other.microservice()))));
    }

    private static Optional<Mutant> selfish(Case from) {
        return from.any(from.placed().filter(one -> one.assignment().replicas() > 1))
                .map(one -> avoiding(from, one, one.microservice()));
    }

    private static Mutant avoiding(Case from, Case.Placed one, Microservice other) {
        PodAffinity rule = rule("app", other.name());
        return from.with(
                from.withMicroservice(
                        one.microservice(),
                        it -> new Edited(it)
                                .antiAffinities(plus(it.antiAffinities(), rule))
                                .build()),
                RegionViolation.AntiAffinityBroken.class);
    }

    private static PodAffinity rule(String key, String value) {
        return PodAffinity.with(new LabelSelector(List.of(LabelExpression.is(key, value))));
    }

    private static <T> List<T> plus(List<T> values, T more) {
        List<T> all = new ArrayList<>(values);
        all.add(more);
        return all;
    }
}
