package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the nodes of a region lack for a number of replicas, and the smallest addition to one node that would do. */
final class Shortage {
    private final Microservice microservice;
    private final Region region;
    private final int replicas;
    private final List<NodeRoom> rooms;
    private final Resources each;
    private final long fit;

    private Shortage(Microservice microservice, Region region, int replicas, List<NodeRoom> rooms) {
        this.microservice = microservice;
        this.region = region;
        this.replicas = replicas;
        this.rooms = rooms;
        this.each = microservice.requirements().in(region);
        this.fit = rooms.stream().mapToLong(room -> room.replicasThatFit(each)).reduce(0, Sums::plus);
    }

    static Obstacle of(Microservice microservice, Region region, int replicas, List<NodeRoom> rooms) {
        Shortage shortage = new Shortage(microservice, region, replicas, rooms);
        NodeRoom nearest = rooms.get(0);
        for (NodeRoom room : rooms) {
            nearest = shortage.miss(room) < shortage.miss(nearest) ? room : nearest;
        }
        NodeRoom best = nearest;
        return new Obstacle(
                () -> RegionRule.RESOURCE,
                shortage.scarcest(),
                () -> shortage.miss(best),
                () -> shortage.shortfall(best),
                () -> shortage.words(best));
    }

    /** What a node lacks to take all replicas that fit nowhere. */
    private Map<String, Long> lack(NodeRoom room) {
        long target = Sums.plus(room.replicasThatFit(each), replicas - fit);
        Map<String, Long> lack = new LinkedHashMap<>();
        each.byName().forEach((resource, amount) -> {
            long missing = Sums.times(amount, target) - NodeLoad.of(resource, room.free());
            if (missing > 0) {
                lack.put(resource, missing);
            }
        });
        return lack;
    }

    /** How much the nearest node lacks of the scarcest resource, or of the first it lacks if it has enough of that one. */
    private Optional<Shortfall> shortfall(NodeRoom room) {
        Map<String, Long> lack = lack(room);
        String resource = lack.containsKey(scarcest())
                ? scarcest()
                : lack.keySet().iterator().next();
        long free = NodeLoad.of(resource, room.free());
        return Optional.of(new Shortfall(
                resource,
                room.node().name(),
                Shortfall.unitOf(resource),
                Sums.plus(free, lack.getOrDefault(resource, 0L)),
                free));
    }

    private double miss(NodeRoom room) {
        long target = Sums.plus(room.replicasThatFit(each), replicas - fit);
        double miss = 0;
        for (Map.Entry<String, Long> entry : lack(room).entrySet()) {
            miss += (double) entry.getValue() / Sums.times(NodeLoad.of(entry.getKey(), each), target);
        }
        return miss;
    }

    /** The resource of which alone the fewest replicas fit. */
    private String scarcest() {
        String scarcest = "";
        long fewest = Long.MAX_VALUE;
        for (Map.Entry<String, Long> entry : each.byName().entrySet()) {
            long alone = entry.getValue() == 0 ? Long.MAX_VALUE : replicasThatFitBy(entry.getKey(), entry.getValue());
            if (alone < fewest) {
                fewest = alone;
                scarcest = entry.getKey();
            }
        }
        return fewest < replicas ? scarcest : "resources at once";
    }

    private long replicasThatFitBy(String resource, long amount) {
        long sum = 0;
        for (NodeRoom room : rooms) {
            sum = Sums.plus(sum, NodeLoad.of(resource, room.free()) / amount);
        }
        return sum;
    }

    private String words(NodeRoom nearest) {
        String resource = scarcest();
        String need;
        if (each.byName().containsKey(resource)) {
            long largest = rooms.stream()
                    .mapToLong(room -> NodeLoad.of(resource, room.free()))
                    .max()
                    .orElse(0);
            need = "each needs %s, the largest free part is %s"
                    .formatted(asked(resource, NodeLoad.of(resource, each)), Units.amount(resource, largest));
        } else {
            need = "no node has enough of every resource at once";
        }
        List<String> additions = new ArrayList<>();
        lack(nearest).forEach((lacking, amount) -> additions.add("+" + asked(lacking, amount)));
        return "there is room for %d of %d replicas: %s; %s on node '%s' would do"
                .formatted(
                        fit,
                        replicas,
                        need,
                        String.join(" and ", additions),
                        nearest.node().name());
    }

    /** CPU is told in MIPS too where MIPS are asked for. */
    private String asked(String resource, long amount) {
        if (!resource.equals("cpu") || microservice.requirements().mips() == 0) {
            return Units.amount(resource, amount);
        }
        long mips = amount == each.cpuMillis()
                ? microservice.requirements().mips()
                : (Sums.times(amount, region.mipsPerCore()) - 1) / 1000 + 1;
        return "%d MIPS (%s)".formatted(mips, Units.amount(resource, amount));
    }
}
