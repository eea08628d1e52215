package io.fogatlas.placement.testkit;

import java.util.function.Supplier;

/** An algorithm answered wrongly. What it says takes long to find out, so that is put off until somebody wants to read it. */
public final class WrongAnswerError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> text;

    WrongAnswerError(Supplier<String> text, Throwable cause) {
        super(null, cause);
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text.get();
    }
}
