package io.fogatlas.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.util.function.Supplier;

/** Makes calls to an engine, and of what goes wrong with them a sentence that names the engine. */
final class EngineCalls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String region;
    private final String address;

    EngineCalls(String region, String address) {
        this.region = region;
        this.address = address;
    }

    /** Calls, and gives the answer. */
    <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (NotFoundException missing) {
            throw new EngineException(EngineException.Kind.MISSING, said(missing), missing);
        } catch (DockerException refused) {
            throw new EngineException(EngineException.Kind.REFUSED, said(refused), refused);
        } catch (EngineException told) {
            throw told;
        } catch (RuntimeException failure) {
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    "The engine of region '" + region + "' at " + address + " does not answer: " + reason(failure)
                            + ". See whether it runs, and whether the file of targets names it right.",
                    failure);
        }
    }

    /** Calls for something that may be done already, or whose object may be gone. */
    void make(Runnable call) {
        try {
            answer(() -> {
                try {
                    call.run();
                } catch (NotModifiedException done) {
                    return false;
                }
                return true;
            });
        } catch (EngineException failure) {
            if (failure.kind() != EngineException.Kind.MISSING) {
                throw failure;
            }
        }
    }

    EngineException refused(String text) {
        return new EngineException(
                EngineException.Kind.REFUSED, "The engine of region '" + region + "' says: " + Texts.oneLine(text));
    }

    private String said(DockerException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int brace = message.indexOf('{');
        if (brace >= 0) {
            try {
                message = MAPPER.readTree(message.substring(brace))
                        .path("message")
                        .asText(message);
            } catch (JsonProcessingException noJson) {
                // Then the message stays as it is.
            }
        }
        return "The engine of region '" + region + "' says: " + Texts.oneLine(message);
    }

    private static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && !(at instanceof IOException)) {
            at = at.getCause();
        }
        String message = at.getMessage() == null ? "" : at.getMessage();
        return Texts.oneLine(message.isEmpty() ? at.getClass().getSimpleName() : message);
    }
}
