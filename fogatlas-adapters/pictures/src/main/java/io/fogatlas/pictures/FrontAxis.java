package io.fogatlas.pictures;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a front's drawing: one of its terms, with a little room at both ends.
 *
 * @param term the term
 * @param low the amount at its start
 * @param high the amount at its end; above that at the start
 */
record FrontAxis(Term term, double low, double high) {
    private static final double ROOM = 0.06;

    /** About so many ticks. */
    private static final int TICKS = 5;

    static FrontAxis of(ParetoFront front, int number) {
        Term term = front.terms().get(number);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (ParetoPoint point : front.points()) {
            least = Math.min(least, point.value(term));
            most = Math.max(most, point.value(term));
        }
        for (OpenBox box : front.open()) {
            least = Math.min(least, box.least().get(number));
        }
        double range = most > least ? most - least : Math.max(1, Math.abs(most));
        return new FrontAxis(term, least - ROOM * range, most + ROOM * range);
    }

    /** Where an amount lies, from 0 to 1; what is beyond the ends lies at the ends. */
    double share(double amount) {
        return Math.max(0, Math.min(1, (amount - low) / (high - low)));
    }

    /** An amount with the name and the unit of the term. */
    String text(double amount) {
        String number = Amounts.number(amount);
        return term.key() + " " + (term.unit().isEmpty() ? number : number + " " + term.unit());
    }

    /** Round amounts between the ends, none negative. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power < 1.5
                ? power
                : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (long number = (long) Math.ceil(Math.max(0, low) / step); number * step <= high; number++) {
            ticks.add(number * step);
        }
        return ticks;
    }
}
