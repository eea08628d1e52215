package io.fogatlas.manifests;

import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import io.fogatlas.model.infrastructure.Region;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads Regions. */
final class RegionReader {
    /** The price of one MIPS in currency units, a decimal number. */
    static final String PRICE = "fogatlas.io/price-per-mips";

    /** What Kubernetes lets stand as the value of a label: a region's id is one on its Nodes. */
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    private RegionReader() {}

    /**
     * Reads one Region.
     *
     * @return the region; if it is wrong, which is noted, what is known of it, so that others may name it; empty without an id
     */
    static Optional<Region> read(ManifestObject object) {
        Fields spec = object.fields().inner("spec");
        Notes notes = spec.notes();
        String id = spec.requiredText("id");
        if (id.isBlank()) {
            return Optional.empty();
        }
        if (!LABEL_VALUE.matcher(id).matches()) {
            spec.problem(
                    "id",
                    "cannot be the value of a label, by which Nodes say their region: use up to 63 letters, digits, '-', '_' and"
                            + " '.', the first and last a letter or digit");
        }
        Region.Builder region = Region.builder(id);
        spec.text("name").ifPresent(region::name);
        spec.text("cpumodel").ifPresent(region::cpuModel);
        spec.whole("tier", 0, Integer.MAX_VALUE).ifPresent(tier -> region.tier((int) tier));
        location(spec).ifPresent(region::location);
        speed(spec).ifPresent(region::mipsPerCore);
        price(object.fields()).ifPresent(region::priceMicrosPerMips);
        return Optional.of(
                notes.make(spec.here(), region::build, () -> Region.builder(id).build()));
    }

    private static OptionalLong speed(Fields spec) {
        if (spec.object().get("cpu2mips").isEmpty()) {
            spec.notes()
                    .count(
                            "Region without cpu2mips",
                            spec.here(),
                            count -> "spec.cpu2mips is missing, so " + Region.DEFAULT_MIPS_PER_CORE
                                    + " MIPS are taken for one core" + Counts.more(count, "Region"));
            return OptionalLong.empty();
        }
        OptionalLong speed = spec.whole("cpu2mips", Long.MIN_VALUE, Problems.MAX_AMOUNT);
        if (speed.isPresent() && speed.getAsLong() < 1) {
            spec.problem(
                    "cpu2mips",
                    "must be at least 1, but is " + speed.getAsLong()
                            + "; give the MIPS of one core, e.g. 5000, or leave it out for "
                            + Region.DEFAULT_MIPS_PER_CORE);
            return OptionalLong.empty();
        }
        return speed;
    }

    /** A location, written {@code "latitude,longitude"} in degrees; empty if it is not given. */
    static Optional<Location> location(Fields fields) {
        Optional<String> text = fields.text("location").filter(written -> !written.isBlank());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Location> location = location(text.get());
        if (location.isEmpty()) {
            fields.problem(
                    "location",
                    "must be latitude and longitude in degrees, such as \"46.0706631,11.1134498\", but is "
                            + fields.object().get("location").orElseThrow().description());
        }
        return location;
    }

    /** Reads {@code "latitude,longitude"}; empty if it is something else. */
    static Optional<Location> location(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2 || !isDegrees(parts[0].strip()) || !isDegrees(parts[1].strip())) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(parts[0].strip());
        double longitude = Double.parseDouble(parts[1].strip());
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth ? Optional.of(new Location(latitude, longitude)) : Optional.empty();
    }

    private static boolean isDegrees(String text) {
        return text.matches("[-+]?[0-9]{1,3}(\\.[0-9]{0,20})?");
    }

    private static OptionalLong price(Fields object) {
        Fields annotations = object.inner("metadata").inner("annotations");
        Optional<String> text = annotations.text(PRICE);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (text.get().matches("[0-9]{1,10}(\\.[0-9]{1,6})?")) {
            return OptionalLong.of(new BigDecimal(text.get()).movePointRight(6).longValueExact());
        }
        annotations.problem(
                PRICE,
                "must be a price with at most 6 decimals, such as \"0.000125\", but is "
                        + annotations.object().get(PRICE).orElseThrow().description());
        return OptionalLong.empty();
    }
}
