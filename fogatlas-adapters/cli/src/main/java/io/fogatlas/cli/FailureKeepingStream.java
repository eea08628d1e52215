package io.fogatlas.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes bytes on until that fails for the first time, and keeps the failure: print writers do not tell of it. */
final class FailureKeepingStream extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    FailureKeepingStream(OutputStream target) {
        this.target = target;
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> target.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(target::flush);
    }

    private void attempt(Attempt attempt) {
        if (failure == null) {
            try {
                attempt.run();
            } catch (IOException failed) {
                failure = failed;
            }
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
