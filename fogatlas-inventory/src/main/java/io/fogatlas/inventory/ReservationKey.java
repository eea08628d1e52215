package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import java.util.Objects;

/**
 * Names a reservation: the application, and the request that made it. A call that is repeated with the same key does nothing twice.
 *
 * @param application whose it is
 * @param request what the caller calls the request, unique for the application, such as a UUID; 1 to 200 characters
 */
public record ReservationKey(ApplicationId application, String request) {
    private static final int LONGEST_REQUEST = 200;

    /**
     * Checks the request's name.
     *
     * @param application whose it is
     * @param request the request
     * @throws IllegalArgumentException if the request's name is blank or longer than 200 characters
     */
    public ReservationKey {
        Objects.requireNonNull(application, "application");
        if (request.isBlank() || request.length() > LONGEST_REQUEST) {
            throw new IllegalArgumentException(
                    "The request of application '" + application + "' must have a name of 1 to " + LONGEST_REQUEST
                            + " characters, but it has " + request.strip().length() + ".");
        }
    }

    @Override
    public String toString() {
        return application + " (request " + request + ")";
    }
}
