package io.fogatlas.placement.testkit;

import io.fogatlas.placement.PlacementRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/** Lets jqwik report falsified requests with all their parts. jqwik finds this format by itself. */
public final class RequestReportingFormat implements SampleReportingFormat {
    /** Made by jqwik. */
    public RequestReportingFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof PlacementRequest;
    }

    @Override
    public Optional<String> label(Object value) {
        return Optional.of("PlacementRequest");
    }

    @Override
    public Object report(Object value) {
        PlacementRequest request = (PlacementRequest) value;
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("infrastructure", request.infrastructure());
        parts.put("application", request.application());
        parts.put("occupancy", request.occupancy());
        parts.put("objective", request.objective());
        parts.put("current", request.current().map(Object::toString).orElse("nowhere"));
        parts.put("limits", request.limits());
        return parts;
    }
}
