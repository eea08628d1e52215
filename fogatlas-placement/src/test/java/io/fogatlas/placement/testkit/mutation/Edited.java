package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.application.Toleration;
import java.util.List;

/** A microservice in which one thing or another is replaced. */
final class Edited {
    private final Microservice from;
    private Requirements requirements;
    private List<RegionDemand> demands;
    private NodeSelector nodeSelector;
    private List<Toleration> tolerations;
    private List<RegionConstraint> regionConstraints;
    private List<PodAffinity> affinities;
    private List<PodAffinity> antiAffinities;

    Edited(Microservice from) {
        this.from = from;
        requirements = from.requirements();
        demands = from.demands();
        nodeSelector = from.nodeSelector();
        tolerations = from.tolerations();
        regionConstraints = from.regionConstraints();
        affinities = from.affinities();
        antiAffinities = from.antiAffinities();
    }

    Edited requirements(Requirements value) {
        requirements = value;
        return this;
    }

    Edited demands(List<RegionDemand> value) {
        demands = value;
        return this;
    }

    Edited nodeSelector(NodeSelector value) {
        nodeSelector = value;
        return this;
    }

    Edited tolerations(List<Toleration> value) {
        tolerations = value;
        return this;
    }

    Edited regionConstraints(List<RegionConstraint> value) {
        regionConstraints = value;
        return this;
    }

    Edited affinities(List<PodAffinity> value) {
        affinities = value;
        return this;
    }

    Edited antiAffinities(List<PodAffinity> value) {
        antiAffinities = value;
        return this;
    }

    Microservice build() {
        return new Microservice(
                from.name(),
                requirements,
                demands,
                from.labels(),
                nodeSelector,
                tolerations,
                regionConstraints,
                affinities,
                antiAffinities);
    }
}
