package io.fogatlas.placement.reasons;

import io.fogatlas.placement.PlacementRequest;
import java.util.Objects;

/** One thing that somebody could change so that more can be placed. */
public sealed interface Change permits Change.Without, AmountChange {
    /**
     * Says of which kind it is.
     *
     * @return a word in lower case with hyphens
     */
    String kind();

    /**
     * Says what to change.
     *
     * @return a phrase such as {@code +1Gi memory on node 'plant-1'}
     */
    String text();

    /**
     * Measures the change: the part of the new amount that is added, or of the old amount that is taken away; 1 for a requirement that is
     * dropped as a whole.
     *
     * @return from 0 to 1
     */
    double size();

    /**
     * Makes the change.
     *
     * @param request a request
     * @return the request with the change
     */
    PlacementRequest appliedTo(PlacementRequest request);

    /**
     * Drops a requirement.
     *
     * @param requirement the requirement
     */
    record Without(Requirement requirement) implements Change {
        /**
         * Checks that there is one.
         *
         * @param requirement the requirement
         */
        public Without {
            Objects.requireNonNull(requirement, "requirement");
        }

        @Override
        public String kind() {
            return "without-" + requirement.kind();
        }

        @Override
        public String text() {
            return "drop '" + requirement.text() + "'";
        }

        @Override
        public double size() {
            return 1;
        }

        @Override
        public PlacementRequest appliedTo(PlacementRequest request) {
            return requirement.droppedFrom(request);
        }
    }
}
