package io.fogatlas.pictures;

import java.util.List;

/**
 * Text beside a region: its name, and what runs there. One with lines is a card, which is always shown; a name alone only if there is room.
 *
 * @param region the number of the region
 * @param name the name of the region
 * @param lines what runs there and stands there; empty for a name alone
 * @param weight how much it matters; labels that matter more are placed first
 * @param size the size of its font
 */
record Label(int region, String name, List<Line> lines, double weight, double size) {
    static final double PADDING = 6;
    private static final double WIDEST_EMS = 17;

    /**
     * One line of a card.
     *
     * @param application the number of the application
     * @param text what it says
     * @param endpoint whether it names an external endpoint
     * @param vertex the id that other drawings and tables know it by
     */
    record Line(int application, String text, boolean endpoint, String vertex) {
        String shown() {
            return ShownText.of(text, WIDEST_EMS);
        }
    }

    boolean isCard() {
        return !lines.isEmpty();
    }

    String shownName() {
        return ShownText.of(name, WIDEST_EMS);
    }

    /** The size of the font of its lines. */
    double lineSize() {
        return size * 0.95;
    }

    double lineHeight() {
        return size * 1.32;
    }

    double width() {
        double widest = ShownText.ems(shownName()) * size * (isCard() ? 1.06 : 1);
        for (Line line : lines) {
            widest = Math.max(widest, ShownText.ems(line.shown()) * lineSize() + 11);
        }
        return widest + (isCard() ? 2 * PADDING : 2);
    }

    double height() {
        return isCard() ? 2 * PADDING + size + 2 + lines.size() * lineHeight() - 2 : size + 3;
    }
}
