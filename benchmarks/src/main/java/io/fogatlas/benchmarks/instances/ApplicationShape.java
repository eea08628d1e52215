package io.fogatlas.benchmarks.instances;

import io.fogatlas.benchmarks.RandomNetwork;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import java.util.Locale;
import java.util.Random;

/**
 * Shapes of generated applications. Microservice {@code m000} is fed by the sensor of a random region of a {@link NetworkShape} or a
 * {@link RandomNetwork}, within 20 ms. Each asks for 100 to 399 millicores and 128 MiB, each flow for 2 to 11 Mbit/s within 40 to 79 ms.
 */
public enum ApplicationShape {
    /** Each microservice sends to the next. */
    CHAIN {
        @Override
        void draw(Application.Builder application, int services, Random random) {
            for (int service = 1; service < services; service++) {
                flow(application, service - 1, service, random);
            }
        }
    },
    /** Each microservice but the first receives from a random earlier one. */
    TREE {
        @Override
        void draw(Application.Builder application, int services, Random random) {
            for (int service = 1; service < services; service++) {
                flow(application, random.nextInt(service), service, random);
            }
        }
    },
    /** Fans out from the first to about half of the others, and each of the rest gathers from up to three earlier ones: no cycle. */
    FAN_OUT {
        @Override
        void draw(Application.Builder application, int services, Random random) {
            int fan = (services + 1) / 2;
            for (int service = 1; service < services; service++) {
                if (service <= fan) {
                    flow(application, 0, service, random);
                } else {
                    int[] sources = random.ints(0, service).distinct().limit(3).toArray();
                    for (int from : sources) {
                        flow(application, from, service, random);
                    }
                }
            }
        }
    },
    /** A tree in which every third microservice also answers the first one. */
    CYCLIC {
        @Override
        void draw(Application.Builder application, int services, Random random) {
            TREE.draw(application, services, random);
            for (int service = 2; service < services; service += 3) {
                flow(application, service, 0, random);
            }
        }
    };

    abstract void draw(Application.Builder application, int services, Random random);

    /**
     * Generates an application.
     *
     * @param services how many microservices, at least 3
     * @param regions how many regions the network has, at least 2
     * @param seed where random choices start from
     * @return the application, the same for the same values
     * @throws IllegalArgumentException if a value is out of range
     */
    public Application generate(int services, int regions, long seed) {
        if (services < 3 || regions < 2) {
            throw new IllegalArgumentException("An application must have at least 3 microservices and 2 regions, not "
                    + services + " and " + regions + ".");
        }
        Random random = new Random(seed);
        Application.Builder application = Application.builder(ApplicationId.of(key()));
        for (int service = 0; service < services; service++) {
            application.add(Microservice.builder(name(service))
                    .requirements(new Requirements(
                            0,
                            Resources.builder()
                                    .cpuMillis(100 + random.nextInt(300))
                                    .memoryBytes(128L << 20)
                                    .build()))
                    .build());
        }
        String sensor = RandomNetwork.sensorId(1 + random.nextInt(regions - 1));
        application
                .addEndpoint(sensor)
                .add(DataFlow.builder(sensor, name(0))
                        .bandwidthBps((2 + random.nextInt(10)) * 1_000_000L)
                        .latencyBoundMicros(20_000)
                        .build());
        draw(application, services, random);
        return application.build();
    }

    /**
     * Says how the shape is called in options.
     *
     * @return its name, such as {@code fan-out}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(int service) {
        return String.format(Locale.ROOT, "m%03d", service);
    }

    private static void flow(Application.Builder application, int from, int to, Random random) {
        application.add(DataFlow.builder(name(from), name(to))
                .bandwidthBps((2 + random.nextInt(10)) * 1_000_000L)
                .latencyBoundMicros((40 + random.nextInt(40)) * 1_000L)
                .build());
    }
}
