package io.fogatlas.benchmarks.quality;

import io.fogatlas.benchmarks.Applications;
import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.benchmarks.RandomNetwork;
import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.instances.EdgeCity;
import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.benchmarks.instances.NetworkShape;
import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * A kind of request, of which each seed makes another one.
 *
 * @param key how it is called in output
 * @param request makes the request of a seed
 */
record Case(String key, LongFunction<PlacementRequest> request) {
    /** What a service that rents its compute looks at: Mbit/s × links and price × MIPS, and among equals the faster. */
    private static final Objective OBJECTIVE =
            new Objective(Map.of(Term.NETWORK, 1.0, Term.LATENCY, 0.001, Term.COMPUTE, 1.0));

    private static final long SHOP_FLOW_BPS = 100_000_000;
    private static final long SHOP_LATENCY_MICROS = 20_000;
    private static final long OWN_CPU_MILLIS = 500;

    /** A tree of microservices fed by sensors on a random network. */
    static Case proof(ProofShape shape, int regions, int services) {
        return new Case(
                "proof-%s-%dx%d".formatted(shape.key(), regions, services),
                seed -> shape.request(regions, services, seed));
    }

    /** Online Boutique shops on a real network, each with its users at a random place, by the default objective. */
    static Case shops(String network, int shops, long cpuMillis) {
        Infrastructure infrastructure = Instances.named(network).infrastructure(cpuMillis);
        return new Case(
                "%s-%d-%s".formatted(network, shops, shops == 1 ? "shop" : "shops"),
                seed -> shops(infrastructure, shops, seed));
    }

    /** A shop on a user's own network; a network that says nothing of compute gets {@value #OWN_CPU_MILLIS} millicores in each region. */
    static Case own(Path file) {
        Infrastructure read = Instances.file(file, ImportOptions.defaults());
        Infrastructure.Builder nodes = Infrastructure.builder()
                .addRegions(read.regions())
                .addNodes(read.nodes())
                .addLinks(read.links())
                .addEndpoints(read.endpoints());
        for (Region region : read.hasNodes() ? List.<Region>of() : read.regions()) {
            nodes.add(ComputeNode.builder("c-" + region.id(), region.id())
                    .allocatable(Resources.builder()
                            .cpuMillis(OWN_CPU_MILLIS)
                            .memoryBytes(OWN_CPU_MILLIS << 22)
                            .podSlots(110)
                            .build())
                    .build());
        }
        Infrastructure infrastructure = nodes.build();
        return new Case("own-network-shop", seed -> shops(infrastructure, 1, seed));
    }

    private static PlacementRequest shops(Infrastructure network, int shops, long seed) {
        Random random = new Random(seed);
        Infrastructure infrastructure = network;
        String[] users = new String[shops];
        for (int shop = 0; shop < shops; shop++) {
            users[shop] = "users" + shop;
            Region region =
                    network.regions().get(random.nextInt(network.regions().size()));
            infrastructure = infrastructure.with(ExternalEndpoint.of(users[shop], region.id()));
        }
        return PlacementRequest.of(
                infrastructure, Applications.onlineBoutiques(SHOP_FLOW_BPS, SHOP_LATENCY_MICROS, users));
    }

    /** A generated application, every third microservice of which is fed by a sensor near which it must be, on a generated network. */
    static Case generated(
            NetworkShape network, int regions, ApplicationShape application, int services, double tightness) {
        return new Case(
                "%s-%s-%dx%d-%s".formatted(network.key(), application.key(), regions, services, word(tightness)),
                seed -> request(
                        network.generate(regions, tightness, seed),
                        sensing(application.generate(services, regions, seed), regions, seed)));
    }

    /** Such an application in a city of edge sites. */
    static Case city(int sites, ApplicationShape application, int services, double tightness) {
        return new Case(
                "edge-city-%s-%dx%d-%s".formatted(application.key(), sites + 1, services, word(tightness)),
                seed -> request(
                        new EdgeCity(sites, 0, tightness, seed).generate(),
                        sensing(application.generate(services, sites + 1, seed), sites + 1, seed)));
    }

    private static Application sensing(Application shape, int regions, long seed) {
        Random random = new Random(~seed);
        Application.Builder sensing = Application.builder(shape.id());
        Set<String> sensors = new TreeSet<>(shape.endpoints());
        shape.microservices().forEach(sensing::add);
        shape.flows().forEach(sensing::add);
        for (int service = 1; service < shape.microservices().size(); service += 3) {
            String sensor = RandomNetwork.sensorId(1 + random.nextInt(regions - 1));
            sensors.add(sensor);
            sensing.add(
                    DataFlow.builder(sensor, shape.microservices().get(service).name())
                            .name("sensed-" + service)
                            .bandwidthBps((5 + random.nextInt(15)) * 1_000_000L)
                            .latencyBoundMicros((4 + random.nextInt(8)) * 1_000L)
                            .build());
        }
        sensors.forEach(sensing::addEndpoint);
        return sensing.build();
    }

    private static String word(double tightness) {
        return tightness < 10 ? "roomy" : "tight";
    }

    private static PlacementRequest request(Infrastructure infrastructure, Application application) {
        return PlacementRequest.builder(infrastructure, application)
                .objective(OBJECTIVE)
                .build();
    }
}
