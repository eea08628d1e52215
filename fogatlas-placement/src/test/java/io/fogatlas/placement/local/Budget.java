package io.fogatlas.placement.local;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.OptionalLong;

/** So much work and no more: searches then end, and give the same answer every time. */
record Budget(SearchLimits limits) {
    static Budget of(long steps) {
        return new Budget(new SearchLimits(Duration.ofSeconds(60), 0, 0, OptionalLong.of(steps)));
    }

    PlacementRequest given(PlacementRequest request) {
        return given(request, request.objective());
    }

    PlacementRequest given(PlacementRequest request, Objective objective) {
        return new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy(),
                objective,
                request.current(),
                limits);
    }
}
