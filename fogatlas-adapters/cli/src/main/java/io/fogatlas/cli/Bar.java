package io.fogatlas.cli;

/**
 * How much of something is taken, to be drawn as a bar.
 *
 * @param own what the application takes
 * @param others what others take
 * @param capacity how much there is; at least 0
 */
record Bar(double own, double others, double capacity) {
    /** Tells what the parts of a bar mean. */
    static final String LEGEND = "█ this application  ▒ others  ░ free";

    private static final int CELLS = 10;
    private static final long HIGHEST_PERCENT = 999;

    /** Draws it with its percentage: 16 columns. Whatever is taken at all shows, and only what is full looks full. */
    String text() {
        if (capacity <= 0) {
            return "-" + " ".repeat(CELLS + 5);
        }
        double taken = own + others;
        int full = taken == 0 ? 0 : Math.max(1, cells(taken));
        int filled = taken < capacity ? Math.min(full, CELLS - 1) : CELLS;
        int ownCells = own == 0 ? 0 : Math.min(filled, Math.max(1, cells(own)));
        int shown = others > 0 && filled > 1 ? Math.min(ownCells, filled - 1) : ownCells;
        return "█".repeat(shown) + "▒".repeat(filled - shown) + "░".repeat(CELLS - filled) + percent(taken / capacity);
    }

    private int cells(double amount) {
        return (int) Math.min(CELLS, Math.round(CELLS * amount / capacity));
    }

    private static String percent(double ratio) {
        String number = ratio > 0 && ratio < 0.01
                ? "<1"
                : Long.toString(Math.min(HIGHEST_PERCENT, (long) Math.floor(100 * ratio + 1e-9)));
        return " ".repeat(4 - number.length()) + number + " %";
    }
}
