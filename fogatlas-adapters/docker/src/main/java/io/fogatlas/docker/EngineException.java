package io.fogatlas.docker;

/** Says that an engine could not be asked, or said no. */
final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it failed. */
    enum Kind {
        /** The engine does not answer. */
        UNREACHABLE,
        /** What it was asked about is not there. */
        MISSING,
        /** The engine says no. */
        REFUSED
    }

    private final Kind kind;
    private final String text;

    EngineException(Kind kind, String text, Throwable cause) {
        super(text, cause);
        this.kind = kind;
        this.text = text;
    }

    EngineException(Kind kind, String text) {
        super(text);
        this.kind = kind;
        this.text = text;
    }

    /** What went wrong, where, and what to do. */
    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }
}
