package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.search.RouteSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Lists the routes of a leg that a placement below a limit can need.
 *
 * <p>Labels go out from a region in the order of their cost. One is left where what is spent, and what must at least be spent from there
 * on, reach the limit; and where another label at the same region is no dearer, no slower if that matters, and passes no link among those
 * that can be short which it does not pass, too: whatever the one can become, the other can become as well or better.
 */
final class RouteListing {
    /** How many labels are expanded between two looks at whether to give up. */
    private static final int STEPS_BETWEEN_LOOKS = 1_024;

    private final PlacementProblem problem;
    private final Leg leg;
    private final boolean forward;
    private final Network.Arcs arcs;
    private final Guide guide;
    private final double limit;
    private final double[] ofLink;
    private final double[] priceOfLink;
    private final int[] scarceNumber;
    private final boolean latencyMatters;
    private final long[] leastMicros;
    private final List<List<Label>> settled = new ArrayList<>();
    private final List<ListedRoute> routes = new ArrayList<>();
    private final BooleanSupplier isOver;
    private int stepsLeft;

    /** What a placement costs besides the part of a route that is being followed, by region. */
    static final class Guide {
        private final BitSet to;
        private final double[] before;
        private final double[] beyond;
        private final double[] onward;

        /**
         * Takes where a route may end; what all but the leg and what lies beyond it costs, where the route is followed from; what lies
         * beyond costs, where it ends; and what the rest of the route and what lies beyond cost at least, wherever it is.
         */
        Guide(BitSet to, double[] before, double[] beyond, double[] onward) {
            this.to = to;
            this.before = before;
            this.beyond = beyond;
            this.onward = onward;
        }
    }

    /** A path from the start; {@code scarce} are the numbers of the links on it that can be short. */
    private static final class Label {
        private final int region;
        private final double cost;
        private final double prices;
        private final long micros;
        private final BitSet scarce;
        private final Label parent;
        private final int link;
        private final int length;

        /** At the start. */
        Label(int region) {
            this.region = region;
            cost = 0;
            prices = 0;
            micros = 0;
            scarce = new BitSet();
            parent = this;
            link = -1;
            length = 0;
        }

        Label(Label parent, int region, int link, double cost, double prices, long micros, BitSet scarce) {
            this.parent = parent;
            this.region = region;
            this.link = link;
            this.cost = cost;
            this.prices = prices;
            this.micros = micros;
            this.scarce = scarce;
            length = parent.length + 1;
        }
    }

    /**
     * Prepares a listing.
     *
     * @param scarce the links that can be short
     * @param mostSteps after how many labels it is given up
     * @param isOver whether to give up at once
     */
    RouteListing(
            PlacementProblem problem,
            Leg leg,
            RouteSearch.Direction direction,
            Prices prices,
            BitSet scarce,
            Guide guide,
            double limit,
            int mostSteps,
            BooleanSupplier isOver) {
        this.problem = problem;
        this.isOver = isOver;
        this.leg = leg;
        this.guide = guide;
        this.limit = limit;
        stepsLeft = mostSteps;
        Network network = problem.network();
        forward = direction == RouteSearch.Direction.FORWARD;
        arcs = forward ? network.forward() : network.backward();
        ofLink = new double[network.links()];
        priceOfLink = new double[ofLink.length];
        scarceNumber = new int[ofLink.length];
        double perLink = problem.costs().perLink(leg.bandwidthBps());
        int number = 0;
        for (int link = 0; link < ofLink.length; link++) {
            ofLink[link] = network.freeBps(link) < leg.bandwidthBps()
                    ? Double.POSITIVE_INFINITY
                    : perLink + problem.costs().perMicro() * network.latencyMicros(link);
            priceOfLink[link] = prices.of(leg, link);
            scarceNumber[link] = scarce.get(link) ? number++ : -1;
        }
        latencyMatters =
                leg.boundMicros() != Leg.UNBOUNDED || problem.chains().stream().anyMatch(chain -> chain.passes(leg));
        leastMicros = leg.boundMicros() == Leg.UNBOUNDED ? new long[network.regions()] : leastMicros();
        for (int region = 0; region < network.regions(); region++) {
            settled.add(List.of());
        }
    }

    /** How long it takes at least from each region to one where routes may end. */
    private long[] leastMicros() {
        RouteSearch search = new RouteSearch(problem.network());
        search.start(
                forward ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                problem.network().copyOfFreeBps(),
                new RouteSearch.Demand(leg.bandwidthBps(), /* perLink= */ 0, /* perMicro= */ 1, Leg.UNBOUNDED),
                link -> 0);
        guide.to.stream().forEach(search::from);
        long[] least = new long[problem.network().regions()];
        Arrays.fill(least, Leg.UNBOUNDED);
        for (int region = search.next(Double.MAX_VALUE); region >= 0; region = search.next(Double.MAX_VALUE)) {
            least[region] = search.latencyMicros(region);
        }
        return least;
    }

    void from(int start) {
        double before = guide.before[start];
        if (!(before < Double.POSITIVE_INFINITY)) {
            return;
        }
        PriorityQueue<Label> open = new PriorityQueue<>((a, b) -> {
            int byCost = Double.compare(a.cost, b.cost);
            return byCost != 0 ? byCost : Long.compare(a.micros, b.micros);
        });
        List<Integer> touched = new ArrayList<>();
        open.add(new Label(start));
        while (!open.isEmpty() && stepsLeft > 0) {
            Label label = open.remove();
            if (isDominated(label)) {
                continue;
            }
            stepsLeft = stepsLeft % STEPS_BETWEEN_LOOKS == 0 && isOver.getAsBoolean() ? 0 : stepsLeft - 1;
            if (settled.get(label.region).isEmpty()) {
                settled.set(label.region, new ArrayList<>());
                touched.add(label.region);
            }
            settled.get(label.region).add(label);
            if (guide.to.get(label.region) && before + label.cost + label.prices + guide.beyond[label.region] < limit) {
                routes.add(route(start, label));
            }
            expand(label, before, open);
        }
        touched.forEach(region -> settled.set(region, List.of()));
    }

    private void expand(Label label, double before, PriorityQueue<Label> open) {
        for (int arc = arcs.start(label.region); arc < arcs.start(label.region + 1); arc++) {
            int link = arcs.link(arc);
            int to = arcs.target(arc);
            double cost = label.cost + ofLink[link];
            double prices = label.prices + priceOfLink[link];
            long micros = label.micros + problem.network().latencyMicros(link);
            if (before + cost + prices + guide.onward[to] < limit && leastMicros[to] <= leg.boundMicros() - micros) {
                BitSet scarce = label.scarce;
                if (scarceNumber[link] >= 0) {
                    scarce = (BitSet) scarce.clone();
                    scarce.set(scarceNumber[link]);
                }
                Label next = new Label(label, to, link, cost, prices, micros, scarce);
                if (!isDominated(next)) {
                    open.add(next);
                }
            }
        }
    }

    private boolean isDominated(Label label) {
        for (Label other : settled.get(label.region)) {
            if (other.cost <= label.cost
                    && (!latencyMatters || other.micros <= label.micros)
                    && isWithin(other.scarce, label.scarce)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(BitSet part, BitSet all) {
        for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }

    private ListedRoute route(int start, Label last) {
        int[] links = new int[last.length];
        int at = forward ? links.length - 1 : 0;
        for (Label label = last; label.length > 0; label = label.parent) {
            links[at] = label.link;
            at += forward ? -1 : 1;
        }
        return forward
                ? new ListedRoute(start, last.region, links, last.micros)
                : new ListedRoute(last.region, start, links, last.micros);
    }

    /** Says whether it was given up. */
    boolean isGivenUp() {
        return stepsLeft <= 0;
    }

    List<ListedRoute> routes() {
        return routes;
    }
}
