package io.fogatlas.pictures;

/** A point of a drawing; x grows to the right, y downwards. */
record Point(double x, double y) {
    Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    double distance(Point other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /** Goes a part of the way to another point. */
    Point towards(Point other, double part) {
        return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    @Override
    public String toString() {
        return Decimals.of(x) + " " + Decimals.of(y);
    }
}
