package io.fogatlas.manifests.tree;

/** Ends the reading of a text that is no YAML or JSON, or goes beyond a limit. */
public final class TreeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The line, from 1; 0 if it is not known. */
    private final int line;

    /** What is wrong. */
    private final String text;

    /**
     * Ends the reading.
     *
     * @param line the line, from 1; 0 if it is not known
     * @param text what is wrong
     */
    public TreeException(int line, String text) {
        super(text);
        this.line = line;
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /**
     * Says where reading ended.
     *
     * @return the line, from 1; 0 if it is not known
     */
    public int line() {
        return line;
    }
}
