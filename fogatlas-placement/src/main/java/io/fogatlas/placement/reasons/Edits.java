package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes of a request another one that differs in one thing. */
final class Edits {
    private Edits() {}

    static PlacementRequest withDeadline(PlacementRequest request, Duration deadline) {
        return request.toBuilder()
                .limits(new SearchLimits(deadline, request.limits().seed()))
                .build();
    }

    static PlacementRequest withApplication(PlacementRequest request, Application application) {
        return new PlacementRequest(
                request.infrastructure(),
                application,
                request.occupancy(),
                request.objective(),
                request.current(),
                request.limits());
    }

    static PlacementRequest withOccupancy(PlacementRequest request, Occupancy occupancy) {
        return request.toBuilder().occupancy(occupancy).build();
    }

    private static PlacementRequest withInfrastructure(PlacementRequest request, Infrastructure infrastructure) {
        return new PlacementRequest(
                infrastructure,
                request.application(),
                request.occupancy(),
                request.objective(),
                request.current(),
                request.limits());
    }

    static PlacementRequest eachNode(PlacementRequest request, UnaryOperator<ComputeNode> edit) {
        Infrastructure before = request.infrastructure();
        return withInfrastructure(
                request,
                new Infrastructure(
                        before.regions(),
                        before.nodes().stream().map(edit).toList(),
                        before.links(),
                        before.endpoints()));
    }

    static PlacementRequest eachLink(PlacementRequest request, UnaryOperator<Link> edit) {
        Infrastructure before = request.infrastructure();
        return withInfrastructure(
                request,
                new Infrastructure(
                        before.regions(),
                        before.nodes(),
                        before.links().stream().map(edit).toList(),
                        before.endpoints()));
    }

    static PlacementRequest microservice(PlacementRequest request, String name, UnaryOperator<Microservice> edit) {
        Application before = request.application();
        List<Microservice> microservices = before.microservices().stream()
                .map(each -> each.name().equals(name) ? edit.apply(each) : each)
                .toList();
        return withApplication(
                request,
                new Application(before.id(), before.endpoints(), microservices, before.flows(), before.chains()));
    }

    static PlacementRequest flows(PlacementRequest request, List<DataFlow> flows) {
        Application before = request.application();
        return withApplication(
                request,
                new Application(before.id(), before.endpoints(), before.microservices(), flows, before.chains()));
    }

    static PlacementRequest flow(PlacementRequest request, String name, UnaryOperator<DataFlow> edit) {
        return flows(
                request,
                request.application().flows().stream()
                        .map(each -> each.name().equals(name) ? edit.apply(each) : each)
                        .toList());
    }

    static PlacementRequest chains(PlacementRequest request, List<LatencyChain> chains) {
        Application before = request.application();
        return withApplication(
                request,
                new Application(before.id(), before.endpoints(), before.microservices(), before.flows(), chains));
    }
}
