package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a reservation, because links or Compute Nodes do not have what it takes. */
public final class ShortageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is short; never empty. */
    private final transient List<Shortage> shortages;

    ShortageException(ApplicationId application, List<Shortage> shortages) {
        super("There is too little left for the application '%s':%s"
                .formatted(
                        application,
                        shortages.stream().map(shortage -> "\n  " + shortage).collect(Collectors.joining())));
        this.shortages = List.copyOf(shortages);
    }

    /**
     * Lists what is short.
     *
     * @return the shortages, of links first, each in order of name; never empty
     */
    public List<Shortage> shortages() {
        return shortages;
    }
}
