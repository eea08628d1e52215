package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/**
 * Lets jqwik report falsified samples with all their parts, where {@code toString} only counts them. jqwik finds this format by itself.
 */
public final class DomainReportingFormat implements SampleReportingFormat {
    /** Made by jqwik. */
    public DomainReportingFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Infrastructure || value instanceof Application || value instanceof Scenario;
    }

    @Override
    public Optional<String> label(Object value) {
        return Optional.of(value.getClass().getSimpleName());
    }

    @Override
    public Object report(Object value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (value instanceof Infrastructure infrastructure) {
            parts.put("regions", infrastructure.regions());
            parts.put("nodes", infrastructure.nodes());
            parts.put("links", infrastructure.links());
            parts.put("endpoints", infrastructure.endpoints());
        } else if (value instanceof Application application) {
            parts.put("endpoints", application.endpoints());
            parts.put("microservices", application.microservices());
            parts.put("flows", application.flows());
            parts.put("chains", application.chains());
        } else if (value instanceof Scenario scenario) {
            parts.put("infrastructure", scenario.infrastructure());
            parts.put("application", scenario.application());
            parts.put("occupancy", scenario.occupancy());
            parts.put("current", scenario.current().map(Object::toString).orElse("nowhere"));
        }
        return parts;
    }
}
