package io.fogatlas.pictures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Spreads the vertices of a graph over a plane so that neighbours are near each other and nothing lies on top of something else: springs
 * along the edges, repulsion between all vertices, cooled down step by step (Fruchterman and Reingold, Graph drawing by force-directed
 * placement, 1991). Vertices that have a place keep it. The same graph always gives the same drawing: the start is a spiral, and only exact
 * operations of floating point are used. Above {@value #ALL_PAIRS} vertices only those of the same and the neighbouring cells of a grid
 * repel each other.
 */
final class ForceLayout {
    private static final int ALL_PAIRS = 1_200;
    private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

    private final int[][] neighbours;
    private final boolean[] fixed;
    private final double[] x;
    private final double[] y;
    private final double[] forceX;
    private final double[] forceY;
    private final double ideal;
    private final Optional<Box> box;

    private ForceLayout(int[][] neighbours, List<Optional<Point>> places, double ideal, Optional<Box> box) {
        int count = neighbours.length;
        this.neighbours = neighbours;
        this.ideal = ideal;
        this.box = box;
        fixed = new boolean[count];
        x = new double[count];
        y = new double[count];
        forceX = new double[count];
        forceY = new double[count];
        for (int i = 0; i < count; i++) {
            fixed[i] = places.get(i).isPresent();
            x[i] = places.get(i).map(Point::x).orElse(0.0);
            y[i] = places.get(i).map(Point::y).orElse(0.0);
        }
    }

    /**
     * Lays a graph out.
     *
     * @param neighbours of each vertex the neighbours
     * @param places where vertices are that must stay
     * @param ideal how far neighbours are to be apart
     * @param box what nothing may leave, if anything bounds it
     */
    static Point[] of(int[][] neighbours, List<Optional<Point>> places, double ideal, Optional<Box> box) {
        ForceLayout layout = new ForceLayout(neighbours, places, ideal, box);
        layout.start();
        int count = neighbours.length;
        int rounds = count <= 300 ? 300 : Math.max(30, 90_000 / count);
        double heat = ideal * StrictMath.sqrt(count) / 6;
        for (int round = 0; round < rounds; round++) {
            layout.step(heat * (rounds - round) / rounds + ideal / 100);
        }
        Point[] points = new Point[count];
        Arrays.setAll(points, i -> new Point(layout.x[i], layout.y[i]));
        return points;
    }

    /** On a spiral in the order of a breadth-first walk; what has a neighbour with a place starts beside it. */
    private void start() {
        int[] order = breadthFirst();
        double middleX = mean(x);
        double middleY = mean(y);
        boolean anyFixed = anyFixed();
        boolean[] placed = fixed.clone();
        for (int rank = 0; rank < order.length; rank++) {
            int vertex = order[rank];
            if (fixed[vertex]) {
                continue;
            }
            double angle = rank * GOLDEN_ANGLE;
            double radius = ideal * (anyFixed ? 1 : StrictMath.sqrt(rank) * 0.8);
            double sumX = 0;
            double sumY = 0;
            int known = 0;
            for (int neighbour : neighbours[vertex]) {
                if (anyFixed && placed[neighbour]) {
                    sumX += x[neighbour];
                    sumY += y[neighbour];
                    known++;
                }
            }
            x[vertex] = (known == 0 ? middleX : sumX / known) + radius * StrictMath.cos(angle);
            y[vertex] = (known == 0 ? middleY : sumY / known) + radius * StrictMath.sin(angle);
            placed[vertex] = true;
        }
    }

    private boolean anyFixed() {
        for (boolean each : fixed) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (fixed[i]) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private int[] breadthFirst() {
        int count = neighbours.length;
        int[] order = new int[count];
        boolean[] seen = new boolean[count];
        int filled = 0;
        int read = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int root = 0; root < count; root++) {
                if (!seen[root] && (fixed[root] || pass == 1)) {
                    seen[root] = true;
                    order[filled++] = root;
                    if (pass == 0) {
                        continue;
                    }
                }
                while (pass == 1 && read < filled) {
                    for (int neighbour : neighbours[order[read++]]) {
                        if (!seen[neighbour]) {
                            seen[neighbour] = true;
                            order[filled++] = neighbour;
                        }
                    }
                }
            }
        }
        return order;
    }

    private void step(double heat) {
        Arrays.fill(forceX, 0);
        Arrays.fill(forceY, 0);
        repel();
        for (int vertex = 0; vertex < x.length; vertex++) {
            for (int neighbour : neighbours[vertex]) {
                double dx = x[neighbour] - x[vertex];
                double dy = y[neighbour] - y[vertex];
                double pull = Math.sqrt(dx * dx + dy * dy) / ideal;
                forceX[vertex] += dx * pull;
                forceY[vertex] += dy * pull;
            }
        }
        for (int vertex = 0; vertex < x.length; vertex++) {
            double size = Math.sqrt(forceX[vertex] * forceX[vertex] + forceY[vertex] * forceY[vertex]);
            if (!fixed[vertex] && size > 0) {
                double reach = Math.min(size, heat) / size;
                x[vertex] += forceX[vertex] * reach;
                y[vertex] += forceY[vertex] * reach;
                keep(vertex);
            }
        }
    }

    private void keep(int vertex) {
        box.ifPresent(edge -> {
            Point inside = edge.nearest(new Point(x[vertex], y[vertex]));
            x[vertex] = inside.x();
            y[vertex] = inside.y();
        });
    }

    private void repel() {
        if (x.length <= ALL_PAIRS) {
            for (int one = 0; one < x.length; one++) {
                for (int other = 0; other < one; other++) {
                    repel(one, other);
                }
            }
            return;
        }
        Grid grid = new Grid(2 * ideal);
        for (int one = 0; one < x.length; one++) {
            int moved = one;
            grid.near(x[one], y[one], other -> repel(moved, other));
            grid.add(one, x[one], y[one]);
        }
    }

    private void repel(int one, int other) {
        double dx = x[one] - x[other];
        double dy = y[one] - y[other];
        double square = dx * dx + dy * dy;
        if (square < 1e-6) {
            dx = 1e-3 * (one % 7 + 1);
            dy = 1e-3 * (one % 5 - 2);
            square = dx * dx + dy * dy;
        }
        double push = ideal * ideal / square;
        forceX[one] += dx * push;
        forceY[one] += dy * push;
        forceX[other] -= dx * push;
        forceY[other] -= dy * push;
    }
}
