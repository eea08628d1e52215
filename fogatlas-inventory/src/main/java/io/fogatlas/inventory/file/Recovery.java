package io.fogatlas.inventory.file;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.file.Block.DamagedException;
import io.fogatlas.inventory.file.Block.Kind;
import io.fogatlas.inventory.json.JsonForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file from its beginning to its end, and refuses one that was cut or changed.
 *
 * <p>What a crash leaves is told apart from damage like this: the file is made longer, with zeros, before anything is written there, and says
 * in itself how long it is at least; so one that is shorter was cut. A turn that was being written when the process was stopped
 * begins after the last whole turn and ends in zeros: nobody was told of it, and it is left out.
 */
final class Recovery {
    private final Path file;
    private final byte[] bytes;
    private final List<InventoryEvent> events = new ArrayList<>();
    private final List<InventoryEvent> turn = new ArrayList<>();
    private int end;
    private long length;

    private Recovery(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * What was read.
     *
     * @param state the state after the last whole turn
     * @param begun where the events begin
     * @param end where the next turn is to be written
     * @param length how long the file says it is
     */
    record Recovered(InventoryState state, int begun, int end, long length) {}

    static Recovered of(Path file, byte[] bytes) {
        return new Recovery(file, bytes).read();
    }

    private Recovered read() {
        InventoryState start = JsonForm.STATE.read(first(), place(0));
        int begun = end;
        int offset = end;
        while (offset < bytes.length && bytes[offset] != 0) {
            Block block;
            try {
                block = Block.read(bytes, offset);
            } catch (DamagedException damage) {
                if (damage.isUnfinished()) {
                    break;
                }
                throw damaged(offset, damage.what());
            }
            take(block, offset);
            offset += block.size();
        }
        requireZerosAfter(offset);
        if (length == 0) {
            throw damaged(offset, "it was cut there, for it does not say how long it is to be; something is missing");
        }
        if (bytes.length < length) {
            throw damaged(
                    bytes.length,
                    "it was cut there, for it is to have at least " + length + " bytes; something is missing");
        }
        return new Recovered(start.after(events), begun, end, length);
    }

    private String first() {
        try {
            Block block = Block.read(bytes, 0);
            if (block.kind() == Kind.STATE) {
                end = block.size();
                return block.text();
            }
            throw damaged(0, "it does not begin with a state");
        } catch (DamagedException damage) {
            throw damaged(0, damage.what());
        }
    }

    private void take(Block block, int offset) {
        switch (block.kind()) {
            case EVENT -> turn.add(JsonForm.EVENT.read(block.text(), place(offset)));
            case LAST_EVENT -> {
                turn.add(JsonForm.EVENT.read(block.text(), place(offset)));
                events.addAll(turn);
                turn.clear();
                end = offset + block.size();
            }
            case LENGTH -> {
                length = Long.parseLong(block.text());
                if (turn.isEmpty()) {
                    end = offset + block.size();
                }
            }
            case STATE -> throw damaged(offset, "a second state begins");
        }
    }

    /** After a block that was not written to its end there is nothing but zeros. */
    private void requireZerosAfter(int offset) {
        int at = offset;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] != 0) {
                throw damaged(at, "something stands where nothing was written yet");
            }
        }
    }

    private String place(int offset) {
        return "'" + file + "' at byte " + offset;
    }

    private InventoryStorageException damaged(int offset, String what) {
        return new InventoryStorageException("The inventory's file '" + file + "' is damaged at byte " + offset + ": "
                + what + ". It is left as it is; restore it from a copy, or move it away to start anew.");
    }
}
