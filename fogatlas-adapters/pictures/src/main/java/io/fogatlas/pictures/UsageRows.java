package io.fogatlas.pictures;

import io.fogatlas.inventory.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of the tables of utilisation, which are the same in every view; each has a number by which the script of a page finds it. */
final class UsageRows {
    /** More rows would make a page that no browser scrolls well. */
    private static final int MOST_ROWS = 4_000;

    /** A table, as it is in the first view of the scene. */
    record Part(int firstNumber, int left, List<Usage> rows) {}

    private final List<Function<Loads, List<Usage>>> kinds = List.of(Loads::regions, Loads::nodes, Loads::links);
    private final List<Part> parts = new ArrayList<>();

    UsageRows(Scene scene) {
        int number = 0;
        for (Function<Loads, List<Usage>> kind : kinds) {
            List<Usage> all = kind.apply(scene.views().get(0).loads()).stream()
                    .filter(usage -> usage.taken() > 0 || usage.capacity() > 0)
                    .toList();
            List<Usage> rows = all.subList(0, Math.min(MOST_ROWS, all.size()));
            parts.add(new Part(
                    number,
                    all.size() - rows.size(),
                    then(rows, kind.apply(scene.firstView().loads()))));
            number += rows.size();
        }
    }

    Part regions() {
        return parts.get(0);
    }

    Part nodes() {
        return parts.get(1);
    }

    Part links() {
        return parts.get(2);
    }

    /** What of the rows is otherwise in another view, by the numbers of the rows. */
    SortedMap<Integer, Usage> changed(View view) {
        SortedMap<Integer, Usage> changed = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Usage> then = then(part.rows(), kinds.get(i).apply(view.loads()));
            for (int row = 0; row < then.size(); row++) {
                if (!then.get(row).equals(part.rows().get(row))) {
                    changed.put(part.firstNumber() + row, then.get(row));
                }
            }
        }
        return changed;
    }

    /** What is in the row with a number in the first view. */
    Usage row(int number) {
        for (Part part : parts) {
            if (number < part.firstNumber() + part.rows().size()) {
                return part.rows().get(number - part.firstNumber());
            }
        }
        throw new IndexOutOfBoundsException(number);
    }

    /** The same rows among other usages; where there is none of a row, nothing is taken and nothing there. */
    private static List<Usage> then(List<Usage> rows, List<Usage> usages) {
        Map<List<String>, Usage> byRow = new HashMap<>();
        usages.forEach(usage -> byRow.put(List.of(usage.name(), usage.resource()), usage));
        return rows.stream()
                .map(row -> byRow.getOrDefault(
                        List.of(row.name(), row.resource()), new Usage(row.name(), row.resource(), 0, 0)))
                .toList();
    }
}
