package io.fogatlas.cli;

import java.util.List;
import java.util.Locale;

/** The kinds of targets that decisions can be carried out at. */
enum TargetKind {
    /** A cluster, whose nodes say their region by a label. */
    KUBERNETES,
    /** Docker engines, one for each region. */
    DOCKER,
    /** Compose files, one for each region. */
    COMPOSE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a kind by its name in lower case. */
    static final class Names extends Choice<TargetKind> {
        Names() {
            super("target", List.of(values()), TargetKind::toString);
        }
    }
}
