package io.fogatlas.pictures;

/** An upright rectangle of a drawing. */
record Box(double left, double top, double width, double height) {
    static Box around(Point centre, double radius) {
        return new Box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean overlaps(Box other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    boolean contains(Box other) {
        return other.left >= left && other.right() <= right() && other.top >= top && other.bottom() <= bottom();
    }

    double overlap(Box other) {
        double across = Math.min(right(), other.right()) - Math.max(left, other.left);
        double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        return across > 0 && down > 0 ? across * down : 0;
    }

    /** The point of the rectangle that is nearest to another. */
    Point nearest(Point point) {
        return new Point(Math.max(left, Math.min(right(), point.x())), Math.max(top, Math.min(bottom(), point.y())));
    }

    /** Whether a straight line passes through it (Liang and Barsky's clipping). */
    boolean meets(Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double[] steps = {-dx, dx, -dy, dy};
        double[] rooms = {from.x() - left, right() - from.x(), from.y() - top, bottom() - from.y()};
        double enters = 0;
        double leaves = 1;
        for (int side = 0; side < 4; side++) {
            if (steps[side] == 0) {
                if (rooms[side] < 0) {
                    return false;
                }
            } else if (steps[side] < 0) {
                enters = Math.max(enters, rooms[side] / steps[side]);
            } else {
                leaves = Math.min(leaves, rooms[side] / steps[side]);
            }
        }
        return enters <= leaves;
    }
}
