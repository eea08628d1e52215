package io.fogatlas.inventory;

import io.fogatlas.model.Problems;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what may happen to an inventory: each method answers with the event that is to happen, with none if everything is so already, or
 * with the exception that refuses it. Nothing is changed here.
 */
final class Rules {
    private final Ledger ledger;
    private final Instant now;

    Rules(Ledger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** The reservation whose time is over, if there is one. */
    Optional<InventoryEvent> expiry() {
        return ledger.nextToExpire()
                .filter(next -> !next.expires().orElseThrow().isAfter(now))
                .map(next -> new InventoryEvent.Expired(ledger.nextGeneration(), now, next.key()));
    }

    Optional<InventoryEvent> reserve(Claim claim) {
        Optional<Reservation> held = ledger.reservation(claim.application().id());
        if (held.isPresent()) {
            requireSame(held.get(), claim, "replace or release that one first");
            return Optional.empty();
        }
        requireNotEnded(claim.key());
        Holding holding = holding(claim, Totals.NONE);
        return Optional.of(new InventoryEvent.Reserved(
                ledger.nextGeneration(), now, reservation(claim, holding, Optional.empty())));
    }

    Optional<InventoryEvent> replace(ReservationKey old, Claim claim) {
        if (!old.application().equals(claim.application().id())) {
            throw new IllegalArgumentException("The claim is of application '"
                    + claim.application().id() + "', but what it is to replace is of application '" + old.application()
                    + "'.");
        }
        Optional<Reservation> held = ledger.reservation(old.application());
        if (held.isPresent() && held.get().key().equals(claim.key())) {
            requireSame(held.get(), claim, "");
            return Optional.empty();
        }
        requireNotEnded(claim.key());
        Reservation before = there(old);
        before.replaces().filter(kept -> kept.key().equals(claim.key())).ifPresent(kept -> {
            throw new ReservationConflictException(
                    "The reservation of " + kept.key() + " is itself to be replaced by that of " + old
                            + "; release that one to keep it, or give the request a name of its own.",
                    before);
        });
        Holding holding = holding(claim, Totals.of(Ledger.held(before)));
        Optional<Reservation> confirmed = before.isConfirmed() ? Optional.of(before) : before.replaces();
        return Optional.of(
                new InventoryEvent.Replaced(ledger.nextGeneration(), now, old, reservation(claim, holding, confirmed)));
    }

    Optional<InventoryEvent> confirm(ReservationKey key) {
        return there(key).isConfirmed()
                ? Optional.empty()
                : Optional.of(new InventoryEvent.Confirmed(ledger.nextGeneration(), now, key));
    }

    Optional<InventoryEvent> release(ReservationKey key) {
        there(key);
        return Optional.of(new InventoryEvent.Released(ledger.nextGeneration(), now, key));
    }

    Optional<InventoryEvent> update(List<Change> changes) {
        Infrastructure infrastructure = ledger.snapshot().infrastructure();
        Occupancy occupancy = ledger.snapshot().occupancy();
        Holding others = occupancy.others();
        List<Change> effective = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.TakeByOthers taking) {
                requireCountable(taking.holding());
            }
            Infrastructure next = change.applyTo(infrastructure);
            Holding nextOthers = change instanceof Change.TakeByOthers taking ? taking.holding() : others;
            if (changes(change, infrastructure, next) || !nextOthers.equals(others)) {
                effective.add(change);
            }
            infrastructure = next;
            others = nextOthers;
        }
        return effective.isEmpty()
                ? Optional.empty()
                : Optional.of(new InventoryEvent.Updated(ledger.nextGeneration(), now, effective));
    }

    /** Whether a change makes a difference to what exists; looks at what it touches alone, where that is one thing. */
    private static boolean changes(Change change, Infrastructure before, Infrastructure after) {
        if (change instanceof Change.PutRegion put) {
            return !before.region(put.region().id()).equals(Optional.of(put.region()));
        } else if (change instanceof Change.PutNode put) {
            return !before.node(put.node().name()).equals(Optional.of(put.node()));
        } else if (change instanceof Change.PutLink put) {
            return !before.link(put.link().id()).equals(Optional.of(put.link()));
        } else if (change instanceof Change.PutEndpoint put) {
            return !before.endpoint(put.endpoint().id()).equals(Optional.of(put.endpoint()));
        } else if (change instanceof Change.Measure measure) {
            return !before.link(measure.link()).equals(after.link(measure.link()));
        } else if (change instanceof Change.Mark mark) {
            return switch (mark.kind()) {
                case NODE -> !before.node(mark.id()).equals(after.node(mark.id()));
                case LINK -> !before.link(mark.id()).equals(after.link(mark.id()));
                default -> !before.equals(after);
            };
        }
        return change instanceof Change.Remove;
    }

    private Reservation there(ReservationKey key) {
        Optional<Reservation> held = ledger.reservation(key.application());
        if (held.isPresent() && held.get().key().equals(key)) {
            return held.get();
        }
        held.filter(next -> next.replaces().filter(old -> old.key().equals(key)).isPresent())
                .ifPresent(next -> {
                    throw new ReservationConflictException(
                            "The reservation of " + key + " is to be replaced by that of " + next.key()
                                    + "; confirm or release that one first.",
                            next);
                });
        throw new NoSuchReservationException(key, ledger.ending(key));
    }

    private void requireNotEnded(ReservationKey key) {
        Optional<Ending> ending = ledger.ending(key);
        if (ending.isPresent()) {
            throw new NoSuchReservationException(key, ending);
        }
    }

    private static void requireSame(Reservation held, Claim claim, String remedy) {
        if (!held.key().equals(claim.key())) {
            throw new ReservationConflictException(
                    "The application holds the reservation of " + held.key() + " already; " + remedy + ".", held);
        }
        if (!held.placement().equals(Optional.of(claim.placement()))) {
            throw new ReservationConflictException(
                    "The reservation of " + held.key()
                            + " was made for another placement; give each request a name of its own.",
                    held);
        }
    }

    /** Works out what a claim takes, and refuses it if there is too little left beside what the application itself holds. */
    private Holding holding(Claim claim, Totals own) {
        long generation = ledger.snapshot().generation();
        if (claim.generation() > generation) {
            throw new IllegalArgumentException("The claim is for generation " + claim.generation()
                    + ", but the inventory has only reached " + generation + "; take a snapshot of this inventory.");
        }
        Infrastructure infrastructure = ledger.snapshot().infrastructure();
        PlacedNames.require(infrastructure, claim.application(), claim.placement());
        Holding holding;
        List<Shortage> shortages;
        try {
            holding = Holding.of(infrastructure, claim.application(), claim.placement());
            shortages = Shortages.of(infrastructure, holding, ledger.taken(), own);
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException("The placement takes more than can be counted.", tooMuch);
        }
        if (!shortages.isEmpty()) {
            throw new ShortageException(claim.application().id(), shortages, generation);
        }
        return holding;
    }

    /** Refuses amounts whose sums with everything else could not be counted. */
    private static void requireCountable(Holding others) {
        Totals totals;
        try {
            totals = Totals.of(others);
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException("Others are said to take more than can be counted.", tooMuch);
        }
        Problems problems = new Problems();
        totals.links().forEach(link -> problems.amount("Link", link, "bandwidth taken", totals.bandwidthBps(link), 0));
        totals.byNode().forEach((node, amounts) -> problems.amounts("Node", node, "amount taken", amounts.byName()));
        problems.throwIfAny();
    }

    private Reservation reservation(Claim claim, Holding holding, Optional<Reservation> replaces) {
        return new Reservation(
                claim.key(),
                Optional.of(claim.placement()),
                holding,
                Optional.of(now.plus(claim.timeToLive())),
                replaces);
    }
}
