package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a data flow or a chain of them requires of its way. */
public sealed interface FlowRequirement extends Requirement {
    /**
     * Says which flow or chain requires it.
     *
     * @return its name
     */
    String name();

    /**
     * Every link of the flow's path has so much bandwidth left.
     *
     * @param name the flow
     * @param bps bit/s
     */
    record Bandwidth(String name, long bps) implements FlowRequirement {
        @Override
        public String kind() {
            return "bandwidth";
        }

        @Override
        public Optional<String> flow() {
            return Optional.of(name);
        }

        @Override
        public String text() {
            return "data flow '%s': %s".formatted(name, Units.bandwidth(bps));
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            return Edits.flow(
                    request,
                    name,
                    flow -> new DataFlow(name, flow.source(), flow.destination(), 0, flow.latencyBoundMicros()));
        }
    }

    /**
     * The flow's path takes no longer than its bound.
     *
     * @param name the flow
     * @param boundMicros microseconds
     */
    record Latency(String name, long boundMicros) implements FlowRequirement {
        @Override
        public String kind() {
            return "latency";
        }

        @Override
        public Optional<String> flow() {
            return Optional.of(name);
        }

        @Override
        public String text() {
            return "data flow '%s': at most %s".formatted(name, Units.time(boundMicros));
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            return Edits.flow(
                    request,
                    name,
                    flow -> new DataFlow(name, flow.source(), flow.destination(), flow.bandwidthBps(), 0));
        }
    }

    /**
     * There is a path between the ends of the flow at all. Dropped from a flow of which bandwidth, latency or a chain is still required,
     * it changes nothing.
     *
     * @param name the flow
     * @param source where it starts
     * @param destination where it ends
     */
    record Path(String name, String source, String destination) implements FlowRequirement {
        @Override
        public String kind() {
            return "path";
        }

        @Override
        public Optional<String> flow() {
            return Optional.of(name);
        }

        @Override
        public String text() {
            return "data flow '%s': a path from '%s' to '%s'".formatted(name, source, destination);
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            Application application = request.application();
            List<DataFlow> rest = application.flows().stream()
                    .filter(flow -> !flow.name().equals(name)
                            || flow.bandwidthBps() > 0
                            || flow.hasLatencyBound()
                            || isOnChain(application, flow))
                    .toList();
            return rest.size() == application.flows().size() ? request : Edits.flows(request, rest);
        }

        private static boolean isOnChain(Application application, DataFlow flow) {
            for (LatencyChain chain : application.chains()) {
                for (int step = 1; step < chain.steps().size(); step++) {
                    if (chain.steps().get(step - 1).vertex().equals(flow.source())
                            && chain.steps().get(step).vertex().equals(flow.destination())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * Data takes no longer along a chain than its bound.
     *
     * @param name the chain
     * @param boundMicros microseconds
     */
    record ChainLatency(String name, long boundMicros) implements FlowRequirement {
        @Override
        public String kind() {
            return "chain-latency";
        }

        @Override
        public String text() {
            return "latency chain '%s': at most %s".formatted(name, Units.time(boundMicros));
        }

        @Override
        public PlacementRequest droppedFrom(PlacementRequest request) {
            return Edits.chains(
                    request,
                    request.application().chains().stream()
                            .filter(chain -> !chain.name().equals(name))
                            .toList());
        }
    }

    /**
     * Lists what the flows and chains of an application require.
     *
     * @param application the application
     * @return the requirements, each path after all that needs it
     */
    static List<Requirement> of(Application application) {
        List<Requirement> all = new ArrayList<>();
        application.chains().forEach(chain -> all.add(new ChainLatency(chain.name(), chain.boundMicros())));
        for (DataFlow flow : application.flows()) {
            if (flow.hasLatencyBound()) {
                all.add(new Latency(flow.name(), flow.latencyBoundMicros()));
            }
            if (flow.bandwidthBps() > 0) {
                all.add(new Bandwidth(flow.name(), flow.bandwidthBps()));
            }
            all.add(new Path(flow.name(), flow.source(), flow.destination()));
        }
        return all;
    }
}
