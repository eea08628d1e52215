package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.BitSet;

/** Says whether a slot may join a draft in a region, as far as other slots and affinities go. */
final class AffinityRules {
    private final Draft draft;
    private final boolean anyAffinity;

    AffinityRules(Draft draft) {
        this.draft = draft;
        anyAffinity = draft.problem().services().stream()
                .anyMatch(service -> !service.companions().isEmpty());
    }

    /** Says whether the slots in a region and the slot let each other be there; its siblings count. */
    boolean mayJoin(Slot slot, int region) {
        Service service = slot.service();
        if (service.slotCount() > 1 || service.excludesAny()) {
            for (Slot other : draft.slotsIn(region)) {
                if (clash(slot, other)) {
                    return false;
                }
            }
        }
        return !anyAffinity || affinitiesCanHold(slot, region);
    }

    static boolean clash(Slot slot, Slot other) {
        return other.service() == slot.service()
                || other.service().excludes(slot.service().index());
    }

    private boolean affinitiesCanHold(Slot slot, int region) {
        if (!canHold(slot, region, slot, region)) {
            return false;
        }
        for (Slot other : draft.problem().slots()) {
            int there = draft.regionOf(other.index());
            if (there != Draft.NOWHERE && other != slot && !canHold(other, there, slot, region)) {
                return false;
            }
        }
        return true;
    }

    /** Says whether the affinities of a slot hold, or still can, when one more slot goes to a region. */
    private boolean canHold(Slot slot, int region, Slot moving, int to) {
        for (Service.Companions companions : slot.service().companions()) {
            if (!isMet(slot, region, companions, moving, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMet(Slot slot, int region, Service.Companions companions, Slot moving, int to) {
        boolean elsewhere = isElsewhere(companions.runningIn(), region);
        boolean canCome = false;
        for (Slot other : draft.problem().slots()) {
            if (other != slot && companions.services().get(other.service().index())) {
                int there = other == moving ? to : draft.regionOf(other.index());
                boolean starter = companions.starters().get(other.service().index());
                if (there == region && starter) {
                    return true;
                }
                elsewhere |= there != Draft.NOWHERE && there != region;
                canCome |= starter
                        && there == Draft.NOWHERE
                        && other.service() != slot.service()
                        && other.candidates().get(region);
            }
        }
        return companions.runningIn().get(region) || canCome || (companions.includesSelf() && !elsewhere);
    }

    private static boolean isElsewhere(BitSet regions, int region) {
        return regions.cardinality() > (regions.get(region) ? 1 : 0);
    }
}
