package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The vertices of an application, numbered: its external endpoints first, then its microservices, as they were given. */
final class Vertices {
    private final List<String> names = new ArrayList<>();
    private final Numbers numbers;
    private final int endpoints;
    private final List<int[]> edges = new ArrayList<>();

    Vertices(Application application) {
        names.addAll(application.endpoints());
        endpoints = names.size();
        application.microservices().stream().map(Microservice::name).forEach(names::add);
        numbers = new Numbers(names, Function.identity());
        for (DataFlow flow : application.flows()) {
            edges.add(new int[] {numbers.of(flow.source()), numbers.of(flow.destination())});
        }
    }

    int count() {
        return names.size();
    }

    String name(int vertex) {
        return names.get(vertex);
    }

    int number(String name) {
        return numbers.of(name);
    }

    boolean isEndpoint(int vertex) {
        return vertex < endpoints;
    }

    /** Source and destination of each data flow, in the order of the flows. */
    List<int[]> edges() {
        return edges;
    }
}
