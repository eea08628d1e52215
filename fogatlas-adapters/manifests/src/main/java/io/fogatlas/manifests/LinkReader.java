package io.fogatlas.manifests;

import io.fogatlas.model.infrastructure.Link;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads Links of both generations. */
final class LinkReader {
    /** Whether the link leads from {@code endpointa} to {@code endpointb} only. */
    static final String DIRECTED = "fogatlas.io/directed";

    private LinkReader() {}

    /**
     * A link as it was read.
     *
     * @param link the link
     * @param allocatedBps what its status says is allocated, in bit/s
     * @param generation how it was written; empty if that cannot be told
     */
    record Draft(Link link, long allocatedBps, Optional<Generation> generation) {}

    /**
     * Reads one Link.
     *
     * @return the link; empty if it is wrong, which is noted
     */
    static Optional<Draft> read(ManifestObject object) {
        Fields spec = object.fields().inner("spec");
        Notes notes = spec.notes();
        long before = notes.found();
        Link.Builder link =
                Link.builder(spec.requiredText("id"), spec.requiredText("endpointa"), spec.requiredText("endpointb"));
        Optional<Generation> generation = generation(spec);
        link.bandwidthBps(bandwidth(spec, generation));
        if (spec.object().get("latency").isEmpty()) {
            spec.problem("latency", "is missing; give it in milliseconds, 0 if there is none");
        }
        spec.amount("latency", true, RoundingMode.CEILING).ifPresent(link::latencyMicros);
        link.up(isUp(spec)).directed(isDirected(object.fields()));
        long allocated = allocated(object.fields().inner("status"));
        if (notes.found() != before) {
            return Optional.empty();
        }
        return notes.make(spec.here(), () -> Optional.of(link.build()), Optional::<Link>empty)
                .map(built -> new Draft(built, allocated, generation));
    }

    private static Optional<Generation> generation(Fields spec) {
        if (spec.object().get("bandwidth").isPresent()) {
            return Optional.of(Generation.B);
        }
        boolean old = spec.object().get("bwpeak").isPresent()
                || spec.object().get("bwmeasured").isPresent();
        return old ? Optional.of(Generation.A) : Optional.empty();
    }

    private static long bandwidth(Fields spec, Optional<Generation> generation) {
        if (generation.isEmpty()) {
            spec.problem("bandwidth", "is missing; give it as a Quantity in bit/s, such as 10M");
            return 0;
        }
        if (generation.get() == Generation.B) {
            return spec.amount("bandwidth", false, RoundingMode.FLOOR).orElse(0);
        }
        long measured = spec.whole("bwmeasured", 0, Integer.MAX_VALUE).orElse(0);
        long peak = spec.whole("bwpeak", 0, Integer.MAX_VALUE).orElse(0);
        return measured > 0 ? measured : peak;
    }

    private static boolean isUp(Fields spec) {
        String status = spec.text("status").orElse("up");
        boolean down = status.equalsIgnoreCase("down");
        if (!down && !status.equalsIgnoreCase("up")) {
            spec.notes()
                    .warning(
                            spec.here(),
                            "spec.status is "
                                    + spec.object().get("status").orElseThrow().description()
                                    + ", neither up nor down; it is taken for up");
        }
        return !down;
    }

    private static boolean isDirected(Fields object) {
        Fields annotations = object.inner("metadata").inner("annotations");
        String directed = annotations.text(DIRECTED).orElse("false");
        if (!directed.equals("true") && !directed.equals("false")) {
            annotations.problem(DIRECTED, "must be \"true\" or \"false\"");
        }
        return directed.equals("true");
    }

    private static long allocated(Fields status) {
        Optional<BigDecimal> allocated = status.quantity("bwallocated");
        if (allocated.isPresent() && allocated.get().signum() < 0) {
            status.notes()
                    .warning(
                            status.here(),
                            "status.bwallocated is negative with " + status.written("bwallocated")
                                    + "; it is taken for 0");
            return 0;
        }
        OptionalLong amount = status.amount("bwallocated", false, RoundingMode.CEILING);
        return amount.orElse(0);
    }
}
