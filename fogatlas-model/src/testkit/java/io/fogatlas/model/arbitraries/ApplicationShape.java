package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An application in small numbers, before the infrastructure is known.
 *
 * @param style what it has
 * @param microservices its microservices, each with a flow that joins it to one before it
 * @param flows further flows between microservices
 * @param inputs flows from and to endpoints
 * @param chains its latency chains
 */
record ApplicationShape(
        Style style,
        List<MicroserviceShape> microservices,
        List<FlowShape> flows,
        List<FlowShape> inputs,
        List<ChainShape> chains) {
    /** The application under test; every arbitrary application is called so. */
    static final ApplicationId ID = ApplicationId.of("app");

    /**
     * What an application has.
     *
     * @param features what it has
     * @param topology how its flows join its microservices
     * @param tightness how much it asks for
     */
    record Style(Set<ApplicationFeature> features, Topology topology, Tightness tightness) {}

    Application in(Infrastructure infrastructure) {
        Application.Builder application = Application.builder(ID);
        for (int number = 0; number < microservices.size(); number++) {
            application.add(microservices
                    .get(number)
                    .microservice(number, microservices.size(), infrastructure, style.features(), style.tightness()));
        }
        List<DataFlow> all = new ArrayList<>();
        addParents(all);
        addFurther(all);
        addInputs(application, all, infrastructure);
        all.forEach(application::add);
        if (style.features().contains(ApplicationFeature.CHAINS) && !all.isEmpty()) {
            for (int number = 0; number < chains.size(); number++) {
                application.add(chains.get(number).chain(number, all, style.tightness()));
            }
        }
        return application.build();
    }

    private void addParents(List<DataFlow> all) {
        for (int number = 1; number < microservices.size(); number++) {
            FlowShape shape = microservices.get(number).parent();
            boolean straight = style.topology() == Topology.CHAIN;
            int parent = straight ? number - 1 : shape.from() % number;
            add(all, shape, parent, number, !straight && shape.reversed());
        }
    }

    private void addFurther(List<DataFlow> all) {
        if (style.topology() == Topology.CHAIN || style.topology() == Topology.TREE) {
            return;
        }
        for (FlowShape shape : flows) {
            int one = shape.from() % microservices.size();
            int two = shape.to() % microservices.size();
            if (one != two) {
                boolean backward = style.topology() == Topology.CYCLIC && shape.reversed();
                add(all, shape, Math.min(one, two), Math.max(one, two), backward);
            }
        }
    }

    private void add(List<DataFlow> all, FlowShape shape, int one, int two, boolean backward) {
        String source = MicroserviceShape.name(backward ? two : one);
        String destination = MicroserviceShape.name(backward ? one : two);
        all.add(shape.flow(all.size(), source, destination, style.features(), style.tightness()));
    }

    private void addInputs(Application.Builder application, List<DataFlow> all, Infrastructure infrastructure) {
        if (!style.features().contains(ApplicationFeature.ENDPOINTS)
                || infrastructure.endpoints().isEmpty()) {
            return;
        }
        Set<String> used = new LinkedHashSet<>();
        for (FlowShape shape : inputs) {
            ExternalEndpoint endpoint = Among.pick(infrastructure.endpoints(), shape.from());
            String inside = MicroserviceShape.name(shape.to() % microservices.size());
            used.add(endpoint.id());
            all.add(
                    shape.reversed()
                            ? shape.flow(all.size(), inside, endpoint.id(), style.features(), style.tightness())
                            : shape.flow(all.size(), endpoint.id(), inside, style.features(), style.tightness()));
        }
        used.forEach(application::addEndpoint);
    }
}
