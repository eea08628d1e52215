package io.fogatlas.cli;

import io.fogatlas.placement.Outcome;

/**
 * Colours text, or leaves it as it is.
 *
 * @param on whether to colour
 */
record Paint(boolean on) {
    String bold(String text) {
        return painted("1", text);
    }

    String good(String text) {
        return painted("32", text);
    }

    String bad(String text) {
        return painted("31", text);
    }

    String outcome(Outcome outcome) {
        return switch (outcome) {
            case OPTIMAL, FEASIBLE -> good(outcome.key());
            case INFEASIBLE -> bad(outcome.key());
            case UNKNOWN -> painted("33", outcome.key());
        };
    }

    private String painted(String code, String text) {
        return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
