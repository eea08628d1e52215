package io.fogatlas.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads what a value was refused for. */
public final class Refusal {
    private Refusal() {}

    /**
     * Makes a value that must be refused.
     *
     * @param making makes the value
     * @return every problem as text, such as {@code Link 'l1': id must not be blank}
     */
    public static List<String> of(ThrowingCallable making) {
        InvalidModelException refusal = catchThrowableOfType(InvalidModelException.class, making);
        if (refusal == null) {
            throw new AssertionError("the value was not refused");
        }
        return refusal.problems().stream().map(Problem::toString).toList();
    }
}
