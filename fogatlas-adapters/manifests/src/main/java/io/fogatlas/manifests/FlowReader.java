package io.fogatlas.manifests;

import io.fogatlas.model.application.DataFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the data flows of an FADepl. */
final class FlowReader {
    private FlowReader() {}

    /**
     * A data flow as it was read.
     *
     * @param flow the flow
     * @param line where it starts
     */
    record Draft(DataFlow flow, int line) {}

    /**
     * The names of the flows of one FADepl.
     *
     * @param taken the names that are given, or were made up
     * @param counts how many names were made up of the same two vertices
     */
    private record Names(Set<String> taken, Map<String, Integer> counts) {
        private String unused(String base) {
            String name;
            do {
                int count = counts.merge(base, 1, Integer::sum);
                name = count == 1 ? base : base + "#" + count;
            } while (!taken.add(name));
            return name;
        }
    }

    /** Reads the flows; those that are wrong, which is noted, are left out. Flows without a name are named after their ends. */
    static List<Draft> read(Fields spec) {
        List<Fields> all = spec.list("dataflows");
        Names names = new Names(new HashSet<>(), new HashMap<>());
        all.forEach(fields -> fields.object().text("name").ifPresent(names.taken()::add));
        List<Draft> drafts = new ArrayList<>();
        for (Fields fields : all) {
            read(fields, names)
                    .ifPresent(
                            flow -> drafts.add(new Draft(flow, fields.object().line())));
        }
        return drafts;
    }

    private static Optional<DataFlow> read(Fields fields, Names names) {
        Notes notes = fields.notes();
        long before = notes.found();
        String source = fields.requiredText("sourceid");
        String destination = fields.requiredText("destinationid");
        if (fields.object().get("bandwidthrequired").isEmpty()) {
            fields.problem("bandwidthrequired", "is missing; give it in bit/s, 0 if there is none");
        }
        long bandwidth =
                fields.amount("bandwidthrequired", false, RoundingMode.CEILING).orElse(0);
        long latency = latency(fields);
        Optional<String> given = fields.text("name").filter(name -> !name.isBlank());
        if (notes.found() != before) {
            return Optional.empty();
        }
        String name = given.orElseGet(() -> names.unused(source + "->" + destination));
        return notes.make(
                fields.here(),
                () -> Optional.of(new DataFlow(name, source, destination, bandwidth, latency)),
                Optional::<DataFlow>empty);
    }

    /** The bound in µs. What is less than one is one, since 0 means that there is no bound. */
    private static long latency(Fields fields) {
        Optional<BigDecimal> latency = fields.quantity("latency");
        if (latency.isEmpty() || latency.get().signum() <= 0) {
            return 0;
        }
        if (latency.get().compareTo(BigDecimal.ONE) < 0) {
            fields.notes()
                    .warning(
                            fields.here(),
                            fields.path() + "latency: " + fields.written("latency") + " means "
                                    + latency.get().stripTrailingZeros().toPlainString()
                                    + " ms; latencies are given in milliseconds");
        }
        return Math.max(1, fields.amount("latency", true, RoundingMode.FLOOR).orElse(0));
    }
}
