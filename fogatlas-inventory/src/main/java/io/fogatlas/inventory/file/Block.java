package io.fogatlas.inventory.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * One line of the file: what kind it is, how many bytes of text follow, their checksum, a checksum of these three, a space, the text, and a
 * line feed. All of it is ASCII, so that a person can read it.
 *
 * <pre>{@code =000000d41b2c3d4e5f607182 {"version":1,"event":{…}}}</pre>
 *
 * @param kind what the text is
 * @param text the text, in ASCII
 */
record Block(Kind kind, String text) {
    /** How many bytes come before the text. */
    static final int HEADER = 26;

    private static final int LENGTH_AT = 1;
    private static final int TEXT_CHECKSUM_AT = 9;
    private static final int HEADER_CHECKSUM_AT = 17;

    /** What a block holds. */
    enum Kind {
        /** A whole state: the first block of every file. */
        STATE('#'),
        /** An event after which others of the same turn follow. */
        EVENT('+'),
        /** The last event of a turn. */
        LAST_EVENT('='),
        /** How many bytes the file has at least. */
        LENGTH('^');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /** The block as it is in the file. */
    byte[] bytes() {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        String head = String.format(
                Locale.ROOT, "%c%08x%08x", kind.mark, payload.length, checksum(payload, 0, payload.length));
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        String headChecksum = String.format(Locale.ROOT, "%08x ", checksum(headBytes, 0, headBytes.length));
        return ByteBuffer.allocate(HEADER + payload.length + 1)
                .put(headBytes)
                .put(headChecksum.getBytes(StandardCharsets.US_ASCII))
                .put(payload)
                .put((byte) '\n')
                .array();
    }

    /** How many bytes the block takes in the file. */
    int size() {
        return HEADER + text.length() + 1;
    }

    /**
     * Reads the block that begins at an offset. If nothing follows it, its line feed alone may be missing: its text is whole then.
     *
     * @throws DamagedException if it was changed, or was never written to its end
     */
    static Block read(byte[] file, int offset) throws DamagedException {
        if (offset + HEADER > file.length || file[offset + HEADER - 1] == 0) {
            throw new DamagedException(isUnfinished(file, offset), "a block begins that has no whole header");
        }
        long headerChecksum = number(file, offset + HEADER_CHECKSUM_AT);
        if (headerChecksum != checksum(file, offset, HEADER_CHECKSUM_AT) || file[offset + HEADER - 1] != ' ') {
            throw new DamagedException(false, "the header of a block was changed");
        }
        int length = (int) number(file, offset + LENGTH_AT);
        int end = offset + HEADER + length;
        if (end >= file.length) {
            throw new DamagedException(false, "a block is longer than the file");
        }
        boolean whole = number(file, offset + TEXT_CHECKSUM_AT) == checksum(file, offset + HEADER, length);
        boolean last = file[end] == 0 && isUnfinished(file, offset);
        if (!whole || (file[end] != '\n' && !last)) {
            throw new DamagedException(!whole && last, "a block was changed");
        }
        for (Kind kind : Kind.values()) {
            if (kind.mark == file[offset]) {
                return new Block(kind, new String(file, offset + HEADER, length, StandardCharsets.US_ASCII));
            }
        }
        throw new DamagedException(false, "a block is of a kind that this version does not know");
    }

    /** Whether nothing but zeros follows what was written in one go: whoever wrote it was stopped in the middle. */
    private static boolean isUnfinished(byte[] file, int offset) {
        int end = offset;
        while (end < file.length && file[end] != 0) {
            end++;
        }
        while (end < file.length && file[end] == 0) {
            end++;
        }
        return end == file.length;
    }

    private static long number(byte[] file, int offset) {
        long value = 0;
        for (int i = offset; i < offset + 8; i++) {
            int digit = Character.digit(file[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    private static long checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return checksum.getValue();
    }

    /** Says that a block cannot be read. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether it is the end of a file whose last block was being written when the writer was stopped. */
        private final boolean unfinished;

        /** What is wrong. */
        private final String what;

        DamagedException(boolean unfinished, String message) {
            super(message);
            this.what = message;
            this.unfinished = unfinished;
        }

        String what() {
            return what;
        }

        boolean isUnfinished() {
            return unfinished;
        }
    }
}
