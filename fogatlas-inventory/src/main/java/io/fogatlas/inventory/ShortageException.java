package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a reservation, because links or Compute Nodes do not have what it takes. */
public final class ShortageException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** What is short; never empty. */
    private final transient List<Shortage> shortages;

    /** The generation of the inventory when it was short. */
    private final long generation;

    ShortageException(ApplicationId application, List<Shortage> shortages, long generation) {
        super("There is too little left for the application '%s' at generation %d:%s"
                .formatted(
                        application,
                        generation,
                        shortages.stream().map(shortage -> "\n  " + shortage).collect(Collectors.joining())));
        this.shortages = List.copyOf(shortages);
        this.generation = generation;
    }

    /**
     * Lists what is short.
     *
     * @return the shortages, of links first, each in order of name; never empty
     */
    public List<Shortage> shortages() {
        return shortages;
    }

    /**
     * Says when it was short: a snapshot of this generation or a later one shows it.
     *
     * @return the generation of the inventory at that moment
     */
    public long generation() {
        return generation;
    }
}
