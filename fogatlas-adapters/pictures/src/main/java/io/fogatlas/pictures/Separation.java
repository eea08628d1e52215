package io.fogatlas.pictures;

/**
 * Pushes discs apart until none covers another, moving each as little as a few rounds of halving their overlaps allow, and keeps them in a
 * box. Discs on the very same spot part in directions that follow from their numbers.
 */
final class Separation {
    private static final int MOST_ROUNDS = 200;
    private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

    private final Point[] points;
    private final double[] radii;
    private final double gap;
    private boolean moved;

    private Separation(Point[] points, double[] radii, double gap) {
        this.points = points;
        this.radii = radii;
        this.gap = gap;
    }

    /** Moves the points in place. */
    static void apply(Point[] points, double[] radii, double gap, Box box) {
        Separation separation = new Separation(points, radii, gap);
        double largest = 0;
        for (double radius : radii) {
            largest = Math.max(largest, radius);
        }
        int rounds = points.length > 2_000 ? MOST_ROUNDS / 5 : MOST_ROUNDS;
        separation.moved = true;
        for (int round = 0; round < rounds && separation.moved; round++) {
            separation.round(2 * largest + gap);
            for (int i = 0; i < points.length; i++) {
                points[i] = kept(points[i], radii[i], box);
            }
        }
    }

    private void round(double cell) {
        moved = false;
        Grid grid = new Grid(cell);
        for (int one = 0; one < points.length; one++) {
            int current = one;
            grid.near(points[one].x(), points[one].y(), other -> part(current, other));
            grid.add(one, points[one].x(), points[one].y());
        }
    }

    private void part(int one, int other) {
        double wanted = radii[one] + radii[other] + gap;
        double distance = points[one].distance(points[other]);
        if (distance >= wanted - 0.01) {
            return;
        }
        moved = true;
        double dx = points[one].x() - points[other].x();
        double dy = points[one].y() - points[other].y();
        if (distance < 0.01) {
            dx = StrictMath.cos(one * GOLDEN_ANGLE);
            dy = StrictMath.sin(one * GOLDEN_ANGLE);
            distance = 1;
            wanted = Math.max(1.5, wanted);
        }
        double push = Math.abs(wanted - distance) / 2 / distance;
        points[one] = points[one].plus(dx * push, dy * push);
        points[other] = points[other].plus(-dx * push, -dy * push);
    }

    private static Point kept(Point point, double radius, Box box) {
        return new Point(
                Math.max(box.left() + radius, Math.min(box.right() - radius, point.x())),
                Math.max(box.top() + radius, Math.min(box.bottom() - radius, point.y())));
    }
}
