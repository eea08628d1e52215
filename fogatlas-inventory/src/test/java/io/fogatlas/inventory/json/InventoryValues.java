package io.fogatlas.inventory.json;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Ending;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.OverCommitment;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.Shortage;
import io.fogatlas.inventory.Usage;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Arbitrary values that an inventory is made of, with names of any characters. */
final class InventoryValues extends DomainContextBase {
    @Provide
    Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000_000_000L, 100_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ReservationKey> keys() {
        Arbitrary<String> names =
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(30).filter(name -> !name.isBlank());
        return Combinators.combine(names, names, names)
                .as((namespace, name, request) -> new ReservationKey(new ApplicationId(namespace, name), request));
    }

    @Provide
    Arbitrary<Reservation> reservations() {
        return Combinators.combine(keys(), keys(), Scenarios.ANY.arbitrary(), times().optional(), Arbitraries.of(0, 1))
                .as((key, old, scenario, expires, replaces) -> {
                    Reservation before = new Reservation(
                            old, Optional.empty(), holding(scenario), Optional.empty(), Optional.empty());
                    boolean replacing = replaces == 1 && expires.isPresent();
                    return new Reservation(
                            key,
                            scenario.current(),
                            holding(scenario),
                            expires,
                            replacing ? Optional.of(before) : Optional.empty());
                });
    }

    @Provide
    Arbitrary<InventoryState> states() {
        Arbitrary<List<Reservation>> reservations = reservations().list().ofMaxSize(2);
        Arbitrary<Map<ReservationKey, Ending>> endings = Arbitraries.maps(
                        keys(),
                        Combinators.combine(Arbitraries.of(Ending.How.class), times())
                                .as(Ending::new))
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Scenarios.ANY.arbitrary(),
                        reservations,
                        endings)
                .as((generation, scenario, held, ended) -> new InventoryState(
                        generation, scenario.infrastructure(), holding(scenario), held, new LinkedHashMap<>(ended)));
    }

    @Provide
    Arbitrary<InventoryEvent> events() {
        Arbitrary<Long> generations = Arbitraries.longs().between(1, Long.MAX_VALUE);
        Arbitrary<List<Change>> changes = Scenarios.ANY.arbitrary().map(InventoryValues::changes);
        return Arbitraries.oneOf(
                Combinators.combine(generations, times(), reservations()).as(InventoryEvent.Reserved::new),
                Combinators.combine(generations, times(), keys(), reservations())
                        .as(InventoryEvent.Replaced::new),
                Combinators.combine(generations, times(), keys()).as(InventoryEvent.Confirmed::new),
                Combinators.combine(generations, times(), keys()).as(InventoryEvent.Released::new),
                Combinators.combine(generations, times(), keys()).as(InventoryEvent.Expired::new),
                Combinators.combine(generations, times(), changes).as(InventoryEvent.Updated::new),
                Combinators.combine(generations, times(), keys())
                        .as((generation, at, key) ->
                                new InventoryEvent.OverCommitted(generation, at, List.of(overCommitment(key)))));
    }

    private static OverCommitment overCommitment(ReservationKey key) {
        return new OverCommitment(
                Shortage.Holder.LINK, new Usage(key.request(), "bandwidth", 2, 1), List.of(key.application()));
    }

    /** All changes there can be of what a scenario is made of. */
    private static List<Change> changes(Scenario scenario) {
        Infrastructure infrastructure = scenario.infrastructure();
        List<Change> changes = new ArrayList<>();
        for (Region region : infrastructure.regions()) {
            Collections.addAll(
                    changes,
                    new Change.PutRegion(region),
                    new Change.Mark(Change.Kind.REGION, region.id(), true),
                    new Change.Remove(Change.Kind.REGION, region.id()));
        }
        infrastructure.nodes().stream().map(Change.PutNode::new).forEach(changes::add);
        infrastructure.endpoints().stream().map(Change.PutEndpoint::new).forEach(changes::add);
        for (Link link : infrastructure.links()) {
            Collections.addAll(
                    changes,
                    new Change.PutLink(link),
                    new Change.Measure(link.id(), link.bandwidthBps(), link.latencyMicros()));
        }
        changes.add(new Change.TakeByOthers(holding(scenario)));
        return changes;
    }

    private static Holding holding(Scenario scenario) {
        return scenario.current()
                .map(placement -> Holding.of(scenario.infrastructure(), scenario.application(), placement))
                .orElse(scenario.occupancy().others());
    }
}
