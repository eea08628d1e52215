package io.fogatlas.benchmarks;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applications that the benchmarks place. */
public final class Applications {
    private Applications() {}

    /**
     * Makes the Online Boutique shop: 11 microservices with the CPU and memory requests of its Kubernetes manifest (microservices-demo,
     * Apache-2.0), and the 15 pairs of its AppGroup example (scheduler-plugins, Apache-2.0), one flow each from caller to called.
     *
     * @param bandwidthBps what each flow takes, in bit/s; 100 Mi in the AppGroup example
     * @param latencyMicros the bound of each flow, in microseconds
     * @param users the endpoint where the users are, with a flow of its own to the frontend; empty for none
     * @return the application
     */
    public static Application onlineBoutique(long bandwidthBps, long latencyMicros, String users) {
        Application.Builder shop = Application.builder(ApplicationId.of("online-boutique"));
        addShop(shop, "", bandwidthBps, latencyMicros, users);
        return shop.build();
    }

    /**
     * Makes several {@link #onlineBoutique} shops in one application. What belongs to the first begins with {@code s0-}, and so on.
     *
     * @param bandwidthBps what each flow takes, in bit/s
     * @param latencyMicros the bound of each flow, in microseconds
     * @param users the endpoint where the users of each shop are
     * @return the application
     */
    public static Application onlineBoutiques(long bandwidthBps, long latencyMicros, String... users) {
        Application.Builder shops = Application.builder(ApplicationId.of("online-boutiques"));
        for (int shop = 0; shop < users.length; shop++) {
            addShop(shops, "s" + shop + "-", bandwidthBps, latencyMicros, users[shop]);
        }
        return shops.build();
    }

    private static void addShop(
            Application.Builder shop, String prefix, long bandwidthBps, long latencyMicros, String users) {
        Map<String, long[]> requests = new TreeMap<>();
        for (String name :
                new String[] {"currency", "checkout", "email", "frontend", "payment", "productcatalog", "shipping"}) {
            requests.put(name, new long[] {100, 64});
        }
        requests.put("ad", new long[] {200, 180});
        requests.put("cart", new long[] {200, 64});
        requests.put("redis-cart", new long[] {70, 200});
        requests.put("recommendation", new long[] {100, 220});
        requests.forEach((name, request) -> shop.add(microservice(prefix + name, request[0], request[1])));
        String[] calls = {
            "frontend cart",
            "frontend productcatalog",
            "frontend currency",
            "frontend shipping",
            "frontend ad",
            "frontend recommendation",
            "frontend checkout",
            "checkout cart",
            "checkout productcatalog",
            "checkout currency",
            "checkout shipping",
            "checkout payment",
            "checkout email",
            "recommendation productcatalog",
            "cart redis-cart"
        };
        for (String call : calls) {
            String[] ends = call.split(" ", 2);
            shop.add(flow(prefix + ends[0], prefix + ends[1], bandwidthBps, latencyMicros));
        }
        if (!users.isEmpty()) {
            shop.addEndpoint(users).add(flow(users, prefix + "frontend", bandwidthBps / 10, latencyMicros));
        }
    }

    /**
     * Makes a random in-tree: data flow from leaves, each fed by a sensor of a {@link RandomNetwork}, to one root.
     *
     * @param services how many microservices, of 100 to 399 millicores each
     * @param regions how many regions the network has
     * @param seed where random choices start from
     * @return the application
     */
    public static Application tree(int services, int regions, long seed) {
        Random random = new Random(seed);
        Application.Builder tree = Application.builder(ApplicationId.of("tree"));
        boolean[] fed = new boolean[services];
        Set<String> sensors = new TreeSet<>();
        for (int service = 0; service < services; service++) {
            tree.add(microservice(name(service), 100 + random.nextInt(300), 128));
            if (service > 0) {
                int into = random.nextInt(service);
                fed[into] = true;
                tree.add(flow(
                        name(service),
                        name(into),
                        (2 + random.nextInt(10)) * 1_000_000L,
                        (40 + random.nextInt(40)) * 1_000L));
            }
        }
        for (int service = 0; service < services; service++) {
            if (!fed[service]) {
                String sensor = RandomNetwork.sensorId(1 + random.nextInt(regions - 1));
                tree.add(DataFlow.builder(sensor, name(service))
                        .name("to-" + name(service))
                        .bandwidthBps((10 + random.nextInt(20)) * 1_000_000L)
                        .latencyBoundMicros((5 + random.nextInt(10)) * 1_000L)
                        .build());
                sensors.add(sensor);
            }
        }
        sensors.forEach(tree::addEndpoint);
        return tree.build();
    }

    private static String name(int service) {
        return String.format(Locale.ROOT, "m%03d", service);
    }

    private static DataFlow flow(String from, String to, long bandwidthBps, long latencyMicros) {
        return DataFlow.builder(from, to)
                .bandwidthBps(bandwidthBps)
                .latencyBoundMicros(latencyMicros)
                .build();
    }

    private static Microservice microservice(String name, long cpuMillis, long memoryMebibytes) {
        return Microservice.builder(name)
                .requirements(new Requirements(
                        0,
                        Resources.builder()
                                .cpuMillis(cpuMillis)
                                .memoryBytes(memoryMebibytes << 20)
                                .build()))
                .build();
    }
}
