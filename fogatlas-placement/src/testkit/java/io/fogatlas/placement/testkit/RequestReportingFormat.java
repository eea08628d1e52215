package io.fogatlas.placement.testkit;

import io.fogatlas.placement.PlacementRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/** Lets jqwik report falsified requests in words of the domain, a line for each part. jqwik finds this format by itself. */
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
        Map<String, String> parts = new LinkedHashMap<>();
        for (String line : DomainText.of((PlacementRequest) value)) {
            String[] words = line.split(": ", 2);
            parts.merge(words[0], words[1], (first, next) -> first + "; " + next);
        }
        Map<Object, Object> plain = new LinkedHashMap<>();
        parts.forEach((thing, text) ->
                plain.put(SampleReportingFormat.plainLabel(thing), SampleReportingFormat.plainLabel(text)));
        return plain;
    }
}
