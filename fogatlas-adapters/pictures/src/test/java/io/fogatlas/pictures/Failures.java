package io.fogatlas.pictures;

import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.change.Scenario;
import io.fogatlas.placement.change.WhatIf;
import java.util.List;

/** What follows if something of {@link Scenes#cities()} fails while {@link Scenes#watching()} runs there. */
final class Failures {
    private Failures() {}

    static Consequences after(Event... events) {
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        return new WhatIf(
                        engine,
                        engine.algorithm("greedy"),
                        Scenes.cities(),
                        Occupancy.NONE,
                        List.of(Scenes.watching()),
                        Objective.DEFAULT,
                        SearchLimits.DEFAULT)
                .of(Scenario.of(events));
    }
}
