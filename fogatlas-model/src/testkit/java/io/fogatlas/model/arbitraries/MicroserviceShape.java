package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A microservice before its number and the infrastructure are known.
 *
 * @param needs what one replica requires
 * @param demands its Assignments
 * @param rules where it may run
 * @param company beside whom it may run
 * @param parent the flow that joins it to one of the microservices before it
 */
record MicroserviceShape(
        NeedsShape needs, List<DemandShape> demands, RulesShape rules, CompanyShape company, FlowShape parent) {
    static Arbitrary<MicroserviceShape> arbitrary() {
        return Combinators.combine(
                        NeedsShape.arbitrary(),
                        DemandShape.several(),
                        RulesShape.arbitrary(),
                        CompanyShape.arbitrary(),
                        FlowShape.arbitrary())
                .as(MicroserviceShape::new);
    }

    static String name(int number) {
        return "m" + number;
    }

    Microservice microservice(
            int number,
            int count,
            Infrastructure infrastructure,
            Set<ApplicationFeature> features,
            Tightness tightness) {
        Microservice.Builder microservice = Microservice.builder(name(number))
                .requirements(needs.requirements(features, tightness))
                .addLabel("app", name(number))
                .addLabel("role", number % 2 == 0 ? "even" : "odd");
        DemandShape.demands(demands, infrastructure, features).forEach(microservice::addDemand);
        if (features.contains(ApplicationFeature.NODE_SELECTORS)) {
            microservice.nodeSelector(rules.nodeSelector(infrastructure));
        }
        if (features.contains(ApplicationFeature.TOLERATIONS)) {
            microservice.addTolerations(rules.tolerations());
        }
        if (features.contains(ApplicationFeature.REGION_CONSTRAINTS)) {
            rules.regionConstraints(infrastructure).forEach(microservice::addRegionConstraint);
        }
        if (features.contains(ApplicationFeature.AFFINITIES)) {
            company.affinities(number).forEach(microservice::addAffinity);
        }
        if (features.contains(ApplicationFeature.ANTI_AFFINITIES)) {
            company.antiAffinities(number, count).forEach(microservice::addAntiAffinity);
        }
        return microservice.build();
    }
}
