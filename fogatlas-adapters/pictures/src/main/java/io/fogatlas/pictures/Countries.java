package io.fogatlas.pictures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The outlines of countries (Natural Earth, 1:110m), as far as they lie on a map. */
final class Countries {
    /** Where a degree takes more room than this, the outlines are too coarse to be of use. */
    private static final double MOST_UNITS_PER_DEGREE = 220;

    private static final double HUNDREDTHS = 100;

    private Countries() {}

    /** Gives the path of what lies in a box; empty if nothing does, or the map shows too small a part of the world. */
    static String path(Projection projection, Box box) {
        StringBuilder path = new StringBuilder();
        if (projection.unitsPerDegree() > MOST_UNITS_PER_DEGREE) {
            return "";
        }
        for (double[] ring : rings()) {
            for (int turn = -360; turn <= 360; turn += 360) {
                append(path, clipped(projected(ring, projection, turn), box));
            }
        }
        return path.toString();
    }

    private static List<Point> projected(double[] ring, Projection projection, int turn) {
        List<Point> points = new ArrayList<>(ring.length / 2);
        for (int i = 0; i < ring.length; i += 2) {
            points.add(projection.of(ring[i] - projection.centre() + turn, ring[i + 1]));
        }
        return points;
    }

    private static void append(StringBuilder path, List<Point> points) {
        String before = "";
        StringBuilder ring = new StringBuilder();
        for (Point point : points) {
            String text = point.toString();
            if (!text.equals(before)) {
                ring.append(ring.isEmpty() ? "M" : "L").append(text);
            }
            before = text;
        }
        if (points.size() > 2) {
            path.append(ring).append('Z');
        }
    }

    /** Cuts a ring at the four sides of a box (Sutherland and Hodgman's algorithm). */
    private static List<Point> clipped(List<Point> ring, Box box) {
        List<Point> rest = ring;
        for (int side = 0; side < 4 && !rest.isEmpty(); side++) {
            List<Point> kept = new ArrayList<>();
            Point before = rest.get(rest.size() - 1);
            for (Point point : rest) {
                double inside = inside(point, box, side);
                double wasInside = inside(before, box, side);
                if (inside >= 0 != wasInside >= 0) {
                    kept.add(before.towards(point, wasInside / (wasInside - inside)));
                }
                if (inside >= 0) {
                    kept.add(point);
                }
                before = point;
            }
            rest = kept;
        }
        return rest;
    }

    private static double inside(Point point, Box box, int side) {
        return switch (side) {
            case 0 -> point.x() - box.left();
            case 1 -> box.right() - point.x();
            case 2 -> point.y() - box.top();
            default -> box.bottom() - point.y();
        };
    }

    private static List<double[]> rings() {
        List<double[]> rings = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(Countries.class.getResourceAsStream("countries.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rings.add(ring(line));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rings;
    }

    private static double[] ring(String line) {
        String[] steps = line.split("[ ,]", -1);
        double[] ring = new double[steps.length];
        int[] sum = new int[2];
        for (int i = 0; i < steps.length; i++) {
            sum[i % 2] += Integer.parseInt(steps[i]);
            ring[i] = sum[i % 2] / HUNDREDTHS;
        }
        return ring;
    }
}
