package io.fogatlas.benchmarks.instances;

import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.Locale;
import java.util.Random;

/**
 * Shapes of generated networks. Region 0 is the cloud; regions are named by {@link io.fogatlas.benchmarks.RandomNetwork#regionId}, and each but
 * the cloud has a sensor named by {@link io.fogatlas.benchmarks.RandomNetwork#sensorId}, so that {@link ApplicationShape} fits all of them.
 */
public enum NetworkShape {
    /** A cloud, about one fog region for eight edge regions, each joined to the cloud, and the edge regions of each joined to it. */
    FOG_TREE {
        @Override
        void draw(NetworkDrawing network, int regions, Random random) {
            int fogs = Math.max(1, (regions - 1) / 9);
            network.add(0, 0, 0);
            for (int fog = 1; fog <= fogs && fog < regions; fog++) {
                double angle = 2 * Math.PI * fog / fogs;
                double far = 300 + 200 * random.nextDouble();
                network.add(1, far * Math.cos(angle), far * Math.sin(angle));
                network.join(0, fog, 10_000);
            }
            while (network.size() < regions) {
                int fog = 1 + (network.size() - 1 - fogs) % fogs;
                double angle = 2 * Math.PI * fog / fogs;
                int edge = network.add(
                        2,
                        400 * Math.cos(angle) + 60 * random.nextGaussian(),
                        400 * Math.sin(angle) + 60 * random.nextGaussian());
                network.join(fog, edge, 500);
            }
        }
    },
    /** Rings of about ten edge regions, closed by two fog regions that are both joined to the cloud, as metro networks are built. */
    METRO_RINGS {
        @Override
        void draw(NetworkDrawing network, int regions, Random random) {
            network.add(0, 0, 0);
            int rings = Math.max(1, Math.round((regions - 1) / 12f));
            for (int ring = 0; ring < rings; ring++) {
                int first = network.size();
                int members = (regions - first) / (rings - ring);
                double x = 200 * random.nextGaussian();
                double y = 200 * random.nextGaussian();
                for (int member = 0; member < members; member++) {
                    boolean gate = member == 0 || member == members / 2;
                    double angle = 2 * Math.PI * member / members;
                    int region = network.add(gate ? 1 : 2, x + 15 * Math.cos(angle), y + 15 * Math.sin(angle));
                    if (gate) {
                        network.join(0, region, 10_000);
                    }
                    if (member > 0) {
                        network.join(region - 1, region, 1_000);
                    }
                }
                if (members > 2) {
                    network.join(first + members - 1, first, 1_000);
                }
            }
        }
    },
    /**
     * Points in a square, any two joined that are nearer than what gives each about four neighbours, and each joined to its nearest predecessor so
     * that all hang together; every fifth is a fog region.
     */
    RANDOM_GEOMETRIC {
        @Override
        void draw(NetworkDrawing network, int regions, Random random) {
            double side = 500;
            double radius = side * Math.sqrt(4 / (Math.PI * Math.max(4, regions)));
            for (int region = 0; region < regions; region++) {
                network.add(
                        region == 0 ? 0 : region % 5 == 0 ? 1 : 2,
                        side * random.nextDouble(),
                        side * random.nextDouble());
                int nearest = 0;
                for (int other = 0; other < region; other++) {
                    nearest = network.distance(region, other) < network.distance(region, nearest) ? other : nearest;
                    if (network.distance(region, other) < radius) {
                        network.join(other, region, 1_000);
                    }
                }
                network.join(nearest, region, 1_000);
            }
        }
    };

    abstract void draw(NetworkDrawing network, int regions, Random random);

    /**
     * Generates a network.
     *
     * @param regions how many regions, at least 4
     * @param tightness what CPU and bandwidth are divided by, from 0.01 to 100; 1 is roomy
     * @param seed where random choices start from
     * @return the infrastructure, the same for the same values
     * @throws IllegalArgumentException if a value is out of range
     */
    public Infrastructure generate(int regions, double tightness, long seed) {
        if (regions < 4) {
            throw new IllegalArgumentException("A network must have at least 4 regions, not " + regions + ".");
        }
        Random random = new Random(seed);
        NetworkDrawing network = new NetworkDrawing(tightness, random);
        draw(network, regions, random);
        return network.build();
    }

    /**
     * Says how the shape is called in options.
     *
     * @return its name, such as {@code fog-tree}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
