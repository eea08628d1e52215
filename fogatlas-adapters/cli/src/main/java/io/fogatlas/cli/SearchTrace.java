package io.fogatlas.cli;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.SearchListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Writes a line about every better placement and bound. */
final class SearchTrace implements SearchListener {
    private final PrintWriter err;

    SearchTrace(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void progressed(io.fogatlas.placement.Progress progress) {
        String score =
                progress.score().isPresent() ? Amounts.number(progress.score().getAsDouble()) : "-";
        String gap =
                progress.score().isPresent() ? Amounts.number(Math.round(1000 * progress.gap()) / 10.0) + " %" : "-";
        err.println(String.format(
                Locale.ROOT,
                "%8.3f s  score %s  bound %s  gap %s",
                progress.elapsed().toNanos() / 1e9,
                score,
                Amounts.number(progress.bound()),
                gap));
        err.flush();
    }
}
