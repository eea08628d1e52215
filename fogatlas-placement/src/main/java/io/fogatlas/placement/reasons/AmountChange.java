package io.fogatlas.placement.reasons;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Shortfall;
import io.fogatlas.placement.verification.Units;

/** A change by an amount; the larger it is, the more it permits. */
public sealed interface AmountChange extends Change {
    /**
     * Says by how much.
     *
     * @return the amount, in the unit
     */
    long by();

    /**
     * Says what there was before.
     *
     * @return the amount, in the unit
     */
    long before();

    /**
     * Says what there is afterwards.
     *
     * @return the amount, in the unit
     */
    long after();

    /**
     * Says how amounts are counted.
     *
     * @return {@code millicores}, {@code mips}, {@code bytes}, {@code count}, {@code bit/s} or {@code us}
     */
    String unit();

    /**
     * Changes by another amount.
     *
     * @param by the amount
     * @return the same change by that amount
     */
    AmountChange withBy(long by);

    /** Adds to what there is. */
    sealed interface More extends AmountChange {
        @Override
        default double size() {
            return (double) by() / Math.max(1, after());
        }

        @Override
        default long after() {
            return Math.min(Problems.MAX_AMOUNT, before() + by());
        }
    }

    /** Takes away of what is asked. */
    sealed interface Less extends AmountChange {
        @Override
        default double size() {
            return (double) by() / Math.max(1, before());
        }

        @Override
        default long after() {
            return Math.max(0, before() - by());
        }
    }

    /**
     * A node offers more of a resource.
     *
     * @param node the node
     * @param region the region it stands in
     * @param resource the resource by the name Kubernetes gives it
     * @param before what it offers: millicores, bytes or a count
     * @param by what is added
     * @param mipsPerCore what a core is worth there, if microservices ask for MIPS; 0 if they do not
     */
    record OnNode(String node, String region, String resource, long before, long by, long mipsPerCore) implements More {
        @Override
        public String kind() {
            return "node-" + resource;
        }

        @Override
        public String unit() {
            return Shortfall.unitOf(resource);
        }

        @Override
        public String text() {
            String amount = Units.amount(resource, by);
            boolean inMips = resource.equals("cpu") && mipsPerCore > 0;
            long mips = inMips ? (long) Math.min(Problems.MAX_AMOUNT, Math.ceil((double) by * mipsPerCore / 1000)) : 0;
            return "+%s on node '%s' in region '%s'"
                    .formatted(inMips ? "%d MIPS (%s)".formatted(mips, amount) : amount, node, region);
        }

        @Override
        public OnNode withBy(long amount) {
            return new OnNode(node, region, resource, before, amount, mipsPerCore);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.eachNode(
                    request,
                    each -> each.name().equals(node)
                            ? new ComputeNode(
                                    node,
                                    each.regionId(),
                                    Amounts.with(each.allocatable(), resource, after()),
                                    each.labels(),
                                    each.taints(),
                                    each.ready())
                            : each);
        }
    }

    /**
     * A link has more bandwidth.
     *
     * @param link the link
     * @param before its bandwidth in bit/s
     * @param by what is added, in bit/s
     */
    record OnLink(String link, long before, long by) implements More {
        @Override
        public String kind() {
            return "link-bandwidth";
        }

        @Override
        public String unit() {
            return "bit/s";
        }

        @Override
        public String text() {
            return "+%s on link '%s'".formatted(Units.bandwidth(by), link);
        }

        @Override
        public OnLink withBy(long amount) {
            return new OnLink(link, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.eachLink(
                    request,
                    each -> each.id().equals(link)
                            ? new Link(
                                    link,
                                    each.regionA(),
                                    each.regionB(),
                                    after(),
                                    each.latencyMicros(),
                                    each.up(),
                                    each.directed())
                            : each);
        }
    }

    /**
     * A data flow may take longer.
     *
     * @param flow the flow
     * @param before its latency bound in microseconds
     * @param by what is added, in microseconds
     */
    record FlowLatency(String flow, long before, long by) implements More {
        @Override
        public String kind() {
            return "latency-bound";
        }

        @Override
        public String unit() {
            return "us";
        }

        @Override
        public String text() {
            return "a latency bound of %s instead of %s for data flow '%s'"
                    .formatted(Units.time(after()), Units.time(before), flow);
        }

        @Override
        public FlowLatency withBy(long amount) {
            return new FlowLatency(flow, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.flow(
                    request,
                    flow,
                    each -> new DataFlow(flow, each.source(), each.destination(), each.bandwidthBps(), after()));
        }
    }

    /**
     * A latency chain may take longer.
     *
     * @param chain the chain
     * @param before its bound in microseconds
     * @param by what is added, in microseconds
     */
    record ChainLatency(String chain, long before, long by) implements More {
        @Override
        public String kind() {
            return "chain-bound";
        }

        @Override
        public String unit() {
            return "us";
        }

        @Override
        public String text() {
            return "a bound of %s instead of %s for latency chain '%s'"
                    .formatted(Units.time(after()), Units.time(before), chain);
        }

        @Override
        public ChainLatency withBy(long amount) {
            return new ChainLatency(chain, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.chains(
                    request,
                    request.application().chains().stream()
                            .map(each ->
                                    each.name().equals(chain) ? new LatencyChain(chain, each.steps(), after()) : each)
                            .toList());
        }
    }

    /**
     * Each replica of a microservice asks for less of a resource.
     *
     * @param microservice the microservice
     * @param resource the resource by the name Kubernetes gives it
     * @param inMips whether amounts are in MIPS
     * @param before what it asks for
     * @param by what is taken off
     */
    record Request(String microservice, String resource, boolean inMips, long before, long by) implements Less {
        @Override
        public String kind() {
            return "request-" + resource;
        }

        @Override
        public String unit() {
            return inMips ? "mips" : Shortfall.unitOf(resource);
        }

        @Override
        public String text() {
            return "%s instead of %s for each replica of '%s'"
                    .formatted(
                            inMips ? after() + " MIPS" : Units.amount(resource, after()),
                            inMips ? before + " MIPS" : Units.amount(resource, before),
                            microservice);
        }

        @Override
        public Request withBy(long amount) {
            return new Request(microservice, resource, inMips, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.microservice(
                    request,
                    microservice,
                    each -> each.toBuilder()
                            .requirements(Amounts.asking(each.requirements(), resource, after()))
                            .build());
        }
    }

    /**
     * A data flow asks for less bandwidth.
     *
     * @param flow the flow
     * @param before its bandwidth in bit/s
     * @param by what is taken off, in bit/s
     */
    record FlowBandwidth(String flow, long before, long by) implements Less {
        @Override
        public String kind() {
            return "flow-bandwidth";
        }

        @Override
        public String unit() {
            return "bit/s";
        }

        @Override
        public String text() {
            return "%s instead of %s for data flow '%s'"
                    .formatted(Units.bandwidth(after()), Units.bandwidth(before), flow);
        }

        @Override
        public FlowBandwidth withBy(long amount) {
            return new FlowBandwidth(flow, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return Edits.flow(
                    request,
                    flow,
                    each -> new DataFlow(flow, each.source(), each.destination(), after(), each.latencyBoundMicros()));
        }
    }

    /**
     * A microservice has fewer replicas in a region.
     *
     * @param microservice the microservice
     * @param before the most it has together in one region
     * @param by by how much fewer it then has there at most
     */
    record Replicas(String microservice, long before, long by) implements Less {
        @Override
        public String kind() {
            return "fewer-replicas";
        }

        @Override
        public String unit() {
            return "count";
        }

        @Override
        public String text() {
            return "%d instead of %d replicas of '%s' in a region".formatted(after(), before, microservice);
        }

        @Override
        public Replicas withBy(long amount) {
            return new Replicas(microservice, before, amount);
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            int most = (int) Math.max(1, after());
            return Edits.microservice(
                    request,
                    microservice,
                    each -> each.toBuilder()
                            .demands(each.demands().stream()
                                    .map(demand -> new RegionDemand(
                                            demand.region(), Math.min(most, demand.replicas()), demand.image()))
                                    .toList())
                            .build());
        }
    }
}
