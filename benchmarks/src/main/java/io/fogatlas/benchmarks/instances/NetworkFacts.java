package io.fogatlas.benchmarks.instances;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a real network, as read from a text of lines that each begin with a word:
 *
 * <pre>
 * network Abilene, Internet2, USA          its title
 * source the eleven routers of …           where the facts were read
 * licence facts alone, …                   under what terms
 * derived latency is 5 us a km of …        what was worked out or assumed; any number of lines
 * node 0 47.61 -122.33 Seattle             a number from 0 on, latitude, longitude (or - -), the place
 * link 0 1 9920 5701                       two nodes, Mbit/s, microseconds
 * </pre>
 *
 * <p>Links have no direction, and several may join the same nodes.
 *
 * @param title what it is
 * @param source where its facts were read
 * @param licence under what terms they are here
 * @param derived what was worked out or assumed
 * @param places its nodes
 * @param links its links
 */
public record NetworkFacts(
        String title, String source, String licence, List<String> derived, List<Place> places, List<Joint> links) {
    /**
     * Makes a network.
     *
     * @param title what it is
     * @param source where its facts were read
     * @param licence under what terms they are here
     * @param derived what was worked out or assumed
     * @param places its nodes
     * @param links its links
     */
    public NetworkFacts {
        derived = List.copyOf(derived);
        places = List.copyOf(places);
        links = List.copyOf(links);
    }

    /**
     * A node.
     *
     * @param name what it is called; several may be called the same
     * @param location where it is, if that is known
     */
    public record Place(String name, Optional<Location> location) {}

    /**
     * A link.
     *
     * @param from the number of a node
     * @param to the number of another
     * @param megabitsPerSecond its bandwidth in Mbit/s
     * @param latencyMicros its latency in microseconds
     */
    public record Joint(int from, int to, long megabitsPerSecond, long latencyMicros) {}

    /**
     * Reads the text of a network.
     *
     * @param name what to call the text in messages
     * @param text the text
     * @return what it says
     * @throws IllegalArgumentException if a line is not as described, naming it
     */
    public static NetworkFacts parse(String name, String text) {
        String[] heads = {"", "", ""};
        List<String> derived = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<Joint> links = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] halves = line.strip().split(" ", 2);
            String rest = halves.length == 2 ? halves[1].strip() : "";
            try {
                switch (halves[0]) {
                    case "network" -> heads[0] = rest;
                    case "source" -> heads[1] = rest;
                    case "licence" -> heads[2] = rest;
                    case "derived" -> derived.add(rest);
                    case "node" -> places.add(place(rest, places.size()));
                    case "link" -> links.add(joint(rest, places.size()));
                    default -> {
                        require(line.isBlank(), "it begins with none of network, source, licence, derived, node, link");
                    }
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "Cannot read line %d of network '%s', '%s': %s."
                                .formatted(number, name, line, wrong.getMessage()),
                        wrong);
            }
        }
        return new NetworkFacts(heads[0], heads[1], heads[2], derived, places, links);
    }

    private static Place place(String rest, int expected) {
        String[] parts = rest.split(" ", 4);
        require(parts.length == 4, "a node is a number, latitude, longitude and a name");
        require(Integer.parseInt(parts[0]) == expected, "the next node is " + expected);
        Optional<Location> location = parts[1].equals("-") && parts[2].equals("-")
                ? Optional.empty()
                : Optional.of(new Location(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        return new Place(parts[3], location);
    }

    private static Joint joint(String rest, int places) {
        String[] parts = rest.split(" ", -1);
        require(parts.length == 4, "a link is two nodes, Mbit/s and microseconds");
        int from = Integer.parseInt(parts[0]);
        int to = Integer.parseInt(parts[1]);
        require(from >= 0 && to >= 0 && from < places && to < places && from != to, "it must join two nodes above it");
        long megabits = Long.parseLong(parts[2]);
        long micros = Long.parseLong(parts[3]);
        require(megabits > 0 && megabits <= 1_000_000_000 && micros >= 0, "its amounts must not be negative or absurd");
        return new Joint(from, to, megabits, micros);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Names the region of a node.
     *
     * @param node its number
     * @return the region's id
     */
    public static String regionId(int node) {
        return String.format(Locale.ROOT, "n%03d", node);
    }

    /**
     * Names a link.
     *
     * @param link its position among {@link #links}
     * @return the link's id
     */
    public static String linkId(int link) {
        return String.format(Locale.ROOT, "l%03d", link);
    }

    /**
     * Makes the network alone: each node a region of tier 0, with no Compute Node, so that compute has no limit.
     *
     * @return the infrastructure
     */
    public Infrastructure infrastructure() {
        return infrastructure(OptionalLong.empty());
    }

    /**
     * Makes the network with one Compute Node in each region. The networks say nothing of compute, so this is an assumption.
     *
     * @param cpuMillis the CPU of each node, in millicores; memory is 4 GiB a core
     * @return the infrastructure
     */
    public Infrastructure infrastructure(long cpuMillis) {
        return infrastructure(OptionalLong.of(cpuMillis));
    }

    private Infrastructure infrastructure(OptionalLong cpuMillis) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int node = 0; node < places.size(); node++) {
            String id = regionId(node);
            Region.Builder region = Region.builder(id).name(places.get(node).name());
            places.get(node).location().ifPresent(region::location);
            infrastructure.add(region.build());
            cpuMillis.ifPresent(cpu -> infrastructure.add(ComputeNode.builder("c" + id, id)
                    .allocatable(Resources.builder()
                            .cpuMillis(cpu)
                            .memoryBytes(cpu << 22)
                            .podSlots(110)
                            .build())
                    .build()));
        }
        for (int link = 0; link < links.size(); link++) {
            Joint joint = links.get(link);
            infrastructure.add(Link.builder(linkId(link), regionId(joint.from()), regionId(joint.to()))
                    .bandwidthBps(joint.megabitsPerSecond() * 1_000_000)
                    .latencyMicros(joint.latencyMicros())
                    .build());
        }
        return infrastructure.build();
    }
}
