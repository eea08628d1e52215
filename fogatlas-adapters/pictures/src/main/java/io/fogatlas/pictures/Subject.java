package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.reasons.Explanation;
import java.util.Optional;

/**
 * An application in a picture.
 *
 * @param application the application
 * @param objective by what its placement was chosen, if it was
 * @param decision what was decided about it, if it was
 * @param explanation why
 * @param placement where it runs, if it does
 */
record Subject(
        Application application,
        Optional<Objective> objective,
        Optional<Decision> decision,
        Explanation explanation,
        Optional<Placement> placement) {
    String name() {
        return application.id().toString();
    }
}
