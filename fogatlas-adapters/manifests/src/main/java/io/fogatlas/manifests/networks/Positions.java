package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.networks.NetworkDraft.Position;
import io.fogatlas.model.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what a file calls latitude and longitude into locations, and notes how it read them. */
final class Positions {
    /** So many different fractions below 0.60 are no accident: for evenly spread ones the odds are 1 in 450. */
    private static final int ENOUGH_FRACTIONS = 12;

    private static final BigDecimal MINUTES_OF_A_DEGREE = BigDecimal.valueOf(60);

    private final NetworkDraft draft;
    private final Notes notes;

    Positions(NetworkDraft draft, Notes notes) {
        this.draft = draft;
        this.notes = notes;
    }

    /** Gives the location of each node, in their order. */
    List<Optional<Location>> locations(CoordinateReading reading) {
        CoordinateReading chosen = reading == CoordinateReading.DETECT ? detected() : reading;
        List<Optional<Location>> locations = new ArrayList<>();
        int unreadable = 0;
        int missing = 0;
        for (Node node : draft.nodes()) {
            Optional<Location> location = node.position().flatMap(position -> location(position, chosen));
            missing += node.position().isEmpty() ? 1 : 0;
            unreadable += node.position().isPresent() && location.isEmpty() ? 1 : 0;
            locations.add(location);
        }
        notes.share("nodes without position in the file, so without location", missing, locations.size());
        if (chosen != CoordinateReading.NONE) {
            notes.share("nodes with coordinates out of range, so without location", unreadable, locations.size());
        }
        return locations;
    }

    private CoordinateReading detected() {
        Optional<Node> outside = draft.nodes().stream()
                .filter(node -> node.position().isPresent())
                .filter(node -> location(node.position().get(), CoordinateReading.DECIMAL_DEGREES)
                        .isEmpty())
                .findFirst();
        if (outside.isPresent()) {
            Position position = outside.get().position().orElseThrow();
            notes.add("the coordinates are no degrees, for instance latitude "
                    + position.latitude().toPlainString()
                    + " and longitude " + position.longitude().toPlainString() + " of "
                    + FileProblems.quoted(outside.get().label()) + ": no region has a location");
            return CoordinateReading.NONE;
        }
        List<BigDecimal> fractions = draft.nodes().stream()
                .flatMap(node -> node.position().stream())
                .flatMap(position -> Stream.of(position.latitude(), position.longitude()))
                .map(Positions::hundredths)
                .filter(fraction -> fraction.signum() != 0)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .toList();
        boolean minutes =
                fractions.size() >= ENOUGH_FRACTIONS && fractions.stream().allMatch(Positions::isMinutes);
        if (minutes) {
            notes.add("the coordinates are read as degrees.minutes, since none of " + fractions.size()
                    + " different fractions reaches 0.60; if they are decimal degrees, say so");
        }
        return minutes ? CoordinateReading.DEGREES_MINUTES : CoordinateReading.DECIMAL_DEGREES;
    }

    private static Optional<Location> location(Position position, CoordinateReading reading) {
        boolean minutes = reading == CoordinateReading.DEGREES_MINUTES;
        if (reading == CoordinateReading.NONE
                || (minutes
                        && !(isMinutes(hundredths(position.latitude()))
                                && isMinutes(hundredths(position.longitude()))))) {
            return Optional.empty();
        }
        double latitude =
                minutes ? degrees(position.latitude()) : position.latitude().doubleValue();
        double longitude =
                minutes ? degrees(position.longitude()) : position.longitude().doubleValue();
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth ? Optional.of(new Location(latitude, longitude)) : Optional.empty();
    }

    /** Gives the fraction of a coordinate in hundredths, without its sign: 51 for 4.51. */
    private static BigDecimal hundredths(BigDecimal coordinate) {
        return coordinate.abs().remainder(BigDecimal.ONE).movePointRight(2);
    }

    private static boolean isMinutes(BigDecimal hundredths) {
        return hundredths.compareTo(MINUTES_OF_A_DEGREE) < 0
                && hundredths.stripTrailingZeros().scale() <= 0;
    }

    private static double degrees(BigDecimal coordinate) {
        BigDecimal whole = coordinate.setScale(0, RoundingMode.DOWN);
        BigDecimal fraction = coordinate.subtract(whole).movePointRight(2);
        return whole.add(fraction.divide(MINUTES_OF_A_DEGREE, 9, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
