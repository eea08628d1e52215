package io.fogatlas.model.occupancy;

import io.fogatlas.model.application.ApplicationId;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each application holds: an immutable map of which a changed copy shares all but a path of nodes, so that it takes as long with ten
 * thousand applications as with ten. Goes through its entries in order of the applications.
 *
 * <p>A hash trie of 32 branches with bitmaps: P. Bagwell, Ideal Hash Trees, EPFL 2001. The latest changes wait in a short list before it:
 * what was taken last is often confirmed, changed or given back next, and the trie then changes once for all of that, or not at all.
 */
final class Holdings extends AbstractMap<ApplicationId, Holding> {
    static final Holdings NONE = new Holdings(Branch.NONE, null);

    /** How many changes wait at most. */
    private static final int MOST_RECENT = 16;

    private static final int BITS = 5;
    private static final int HASH_BITS = 32;

    private final Branch root;
    private final @Nullable Recent latest;

    private Holdings(Branch root, @Nullable Recent latest) {
        this.root = root;
        this.latest = latest;
    }

    static Holdings of(Map<ApplicationId, Holding> map) {
        if (map instanceof Holdings holdings) {
            return holdings;
        }
        Holdings made = NONE;
        for (Map.Entry<ApplicationId, Holding> entry : map.entrySet()) {
            made = made.with(entry.getKey(), entry.getValue());
        }
        return made;
    }

    Holdings with(ApplicationId application, Holding holding) {
        return changed(application, Objects.requireNonNull(holding, "holding"));
    }

    /** The same if the application holds nothing. */
    Holdings without(ApplicationId application) {
        return containsKey(application) ? changed(application, null) : this;
    }

    private Holdings changed(ApplicationId application, @Nullable Holding holding) {
        Recent change = new Recent(application, application.hashCode(), holding, latest);
        return change.length <= MOST_RECENT
                ? new Holdings(root, change)
                : new Holdings(change.appliedTo(root), /* latest= */ null);
    }

    /** The trie with all changes in it. */
    private Branch whole() {
        return latest == null ? root : latest.appliedTo(root);
    }

    @Override
    public @Nullable Holding get(@Nullable Object key) {
        if (!(key instanceof ApplicationId application)) {
            return null;
        }
        int hash = application.hashCode();
        Recent change = latest == null ? null : latest.find(application, hash);
        return change == null ? root.find(application, hash) : change.holding;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return whole().size;
    }

    @Override
    public Set<Map.Entry<ApplicationId, Holding>> entrySet() {
        Branch whole = whole();
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<ApplicationId, Holding>> iterator() {
                List<Map.Entry<ApplicationId, Holding>> entries = new ArrayList<>(whole.size);
                whole.collect(entries);
                entries.sort(Map.Entry.comparingByKey());
                return Collections.unmodifiableList(entries).iterator();
            }

            @Override
            public int size() {
                return whole.size;
            }
        };
    }

    /** A change that waits: what an application holds from then on, null for nothing any more; and the changes before it. */
    private static final class Recent {
        private final ApplicationId application;
        private final int hash;
        private final @Nullable Holding holding;
        private final @Nullable Recent before;
        private final int length;

        Recent(ApplicationId application, int hash, @Nullable Holding holding, @Nullable Recent before) {
            this.application = application;
            this.hash = hash;
            this.holding = holding;
            this.before = before;
            length = before == null ? 1 : before.length + 1;
        }

        /** The latest change of an application, of this one and those before it. */
        @Nullable
        Recent find(ApplicationId wanted, int wantedHash) {
            Recent change = this;
            while (change != null && !(change.hash == wantedHash && change.application.equals(wanted))) {
                change = change.before;
            }
            return change;
        }

        Branch appliedTo(Branch root) {
            Branch changed = root;
            for (Recent change = this; change != null; change = change.before) {
                if (find(change.application, change.hash) == change) {
                    changed = change.holding == null
                            ? changed.without(change.application, change.hash, 0)
                            : changed.with(new Leaf(change.application, change.hash, change.holding), 0);
                }
            }
            return changed;
        }
    }

    /** An application, and what it holds. */
    private record Leaf(ApplicationId application, int hash, Holding holding) {}

    /**
     * Those whose hashes begin alike, by the next five bits. Below the last bits, where hashes are equal, the children are leaves in a
     * row.
     */
    private static final class Branch {
        static final Branch NONE = new Branch(0, new Object[0], 0);

        /** Which of the 32 values of the next bits occur; 0 in a row of equal hashes. */
        private final int bitmap;
        /** Leaves and branches, in order of those values. */
        private final Object[] children;
        /** How many leaves are on it and below. */
        private final int size;

        private Branch(int bitmap, Object[] children, int size) {
            this.bitmap = bitmap;
            this.children = children;
            this.size = size;
        }

        @Nullable
        Holding find(ApplicationId application, int hash) {
            Branch branch = this;
            for (int shift = 0; shift < HASH_BITS; shift += BITS) {
                int bit = 1 << ((hash >>> shift) & 31);
                if ((branch.bitmap & bit) == 0) {
                    return null;
                }
                Object child = branch.children[Integer.bitCount(branch.bitmap & (bit - 1))];
                if (child instanceof Leaf leaf) {
                    return leaf.application.equals(application) ? leaf.holding : null;
                }
                branch = (Branch) child;
            }
            for (Object child : branch.children) {
                if (((Leaf) child).application.equals(application)) {
                    return ((Leaf) child).holding;
                }
            }
            return null;
        }

        Branch with(Leaf leaf, int shift) {
            int place = place(leaf.application, leaf.hash, shift);
            if (shift >= HASH_BITS) {
                return place < children.length ? replaced(place, leaf) : added(0, place, leaf);
            }
            int bit = 1 << ((leaf.hash >>> shift) & 31);
            if ((bitmap & bit) == 0) {
                return added(bit, place, leaf);
            }
            if (children[place] instanceof Branch branch) {
                return replaced(place, branch.with(leaf, shift + BITS));
            }
            Leaf there = (Leaf) children[place];
            if (there.application.equals(leaf.application)) {
                return replaced(place, leaf);
            }
            Branch both = NONE.with(there, shift + BITS);
            return replaced(place, both.with(leaf, shift + BITS));
        }

        /** Takes an application out; the same branch if it is not there. */
        Branch without(ApplicationId application, int hash, int shift) {
            int bit = shift < HASH_BITS ? 1 << ((hash >>> shift) & 31) : 0;
            int place = place(application, hash, shift);
            if ((bitmap & bit) != bit || place == children.length) {
                return this;
            }
            if (children[place] instanceof Branch branch) {
                Branch rest = branch.without(application, hash, shift + BITS);
                boolean lone = rest.children.length == 1 && rest.children[0] instanceof Leaf;
                return rest == branch ? this : replaced(place, lone ? rest.children[0] : rest);
            }
            if (!((Leaf) children[place]).application.equals(application)) {
                return this;
            }
            Object[] fewer = new Object[children.length - 1];
            System.arraycopy(children, 0, fewer, 0, place);
            System.arraycopy(children, place + 1, fewer, place, fewer.length - place);
            return new Branch(bitmap & ~bit, fewer, size - 1);
        }

        private int place(ApplicationId application, int hash, int shift) {
            if (shift < HASH_BITS) {
                return Integer.bitCount(bitmap & ((1 << ((hash >>> shift) & 31)) - 1));
            }
            int place = 0;
            while (place < children.length && !((Leaf) children[place]).application.equals(application)) {
                place++;
            }
            return place;
        }

        private Branch added(int bit, int place, Object child) {
            Object[] more = new Object[children.length + 1];
            System.arraycopy(children, 0, more, 0, place);
            more[place] = child;
            System.arraycopy(children, place, more, place + 1, children.length - place);
            return new Branch(bitmap | bit, more, size + 1);
        }

        private Branch replaced(int place, Object child) {
            Object[] changed = Arrays.copyOf(children, children.length);
            changed[place] = child;
            return new Branch(bitmap, changed, size - sizeOf(children[place]) + sizeOf(child));
        }

        private static int sizeOf(Object child) {
            return child instanceof Branch branch ? branch.size : 1;
        }

        void collect(List<Map.Entry<ApplicationId, Holding>> entries) {
            for (Object child : children) {
                if (child instanceof Leaf leaf) {
                    entries.add(Map.entry(leaf.application, leaf.holding));
                } else {
                    ((Branch) child).collect(entries);
                }
            }
        }
    }
}
