package io.fogatlas.manifests.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the reading of lines that are too long. The YAML scanner looks ahead to the end of a line, in time that grows with the square of
 * its length, so that a line of 100 MB would take it days.
 */
final class LineLimit extends FilterReader {
    /** How many characters a line may have: more than all annotations of a Kubernetes object together. */
    static final int MAX_LINE = 300_000;

    private int line = 1;
    private int length;

    LineLimit(Reader reader) {
        super(reader);
    }

    /** Says that a line is too long. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private static final String TEXT =
                "the line is longer than " + MAX_LINE + " characters; break it, or write JSON";

        private final int line;

        private TooLongException(int line) {
            super(TEXT);
            this.line = line;
        }

        String text() {
            return TEXT;
        }

        int line() {
            return line;
        }
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int i = 0; i < read; i++) {
            count(buffer[offset + i]);
        }
        return read;
    }

    private void count(char c) throws IOException {
        length++;
        if (c == '\n') {
            line++;
            length = 0;
        } else if (c == '\r') {
            length = 0;
        } else if (length > MAX_LINE) {
            throw new TooLongException(line);
        }
    }
}
