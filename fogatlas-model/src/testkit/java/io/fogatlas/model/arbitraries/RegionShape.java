package io.fogatlas.model.arbitraries;

import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A region before its number is known.
 *
 * @param site what is said of the region itself
 * @param uplink the link that joins it to one of the regions before it
 * @param nodes its nodes
 */
record RegionShape(Site site, LinkShape uplink, List<NodeShape> nodes) {
    private static final List<Long> MIPS_PER_CORE = List.of(1000L, 500L, 700L, 1500L, 3000L);

    /**
     * What is said of the region itself.
     *
     * @param tier its tier
     * @param speed which of a few CPU speeds it has
     * @param price in thousandths of a currency unit, where regions may have prices
     * @param place a point on a grid of about 11 km around Trento, where regions may have locations; some have none
     * @param joined whether the region is joined to the others, where it may not be
     */
    record Site(int tier, int speed, int price, int place, boolean joined) {}

    static Arbitrary<RegionShape> arbitrary(int maxNodes) {
        Arbitrary<Site> sites = Combinators.combine(
                        Draw.upTo(2),
                        Draw.upTo(4),
                        Draw.upTo(5),
                        Draw.upTo(36),
                        Draw.chance(30).map(apart -> !apart))
                .as(Site::new);
        return Combinators.combine(sites, LinkShape.arbitrary(), Draw.list(NodeShape.arbitrary(), 0, maxNodes))
                .as(RegionShape::new);
    }

    Region region(String id, Set<InfrastructureFeature> features) {
        Region.Builder region = Region.builder(id).tier(site.tier()).mipsPerCore(MIPS_PER_CORE.get(site.speed()));
        if (features.contains(InfrastructureFeature.PRICES)) {
            region.priceMicrosPerMips(1000L * site.price());
        }
        if (features.contains(InfrastructureFeature.LOCATIONS)) {
            place(site.place()).ifPresent(region::location);
        }
        return region.build();
    }

    static Optional<Location> place(int place) {
        return place == 36
                ? Optional.empty()
                : Optional.of(new Location(46 + Math.floorDiv(place, 6) * 0.1, 11 + place % 6 * 0.1));
    }
}
