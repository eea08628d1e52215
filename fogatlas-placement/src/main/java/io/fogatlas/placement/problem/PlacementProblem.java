package io.fogatlas.placement.problem;

import io.fogatlas.placement.PlacementRequest;

/** The compiled form of a {@link PlacementRequest}. */
public final class PlacementProblem {
    private final PlacementRequest request;

    private PlacementProblem(PlacementRequest request) {
        this.request = request;
    }

    /**
     * Compiles a request.
     *
     * @param request the request
     * @return its compiled form
     */
    public static PlacementProblem of(PlacementRequest request) {
        return new PlacementProblem(request);
    }

    /**
     * Gives the request this was compiled from.
     *
     * @return the request
     */
    public PlacementRequest request() {
        return request;
    }

    /**
     * Gives a value that no placement's score can be below.
     *
     * @return the bound; 0 if nothing better is known
     */
    public double lowerBound() {
        return 0;
    }
}
