package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The process of a real engine, which a test may stop and must start again. */
final class EngineProcess {
    private final URI address;
    private final ProcessHandle process;
    private final List<String> command;

    private EngineProcess(URI address, ProcessHandle process, List<String> command) {
        this.address = address;
        this.process = process;
        this.command = command;
    }

    /** Finds the engine that listens at an address; empty if its command line cannot be seen. */
    static Optional<EngineProcess> at(URI address) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("dockerd"))
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(address.toString()))
                .findFirst()
                .map(process -> {
                    List<String> command = new ArrayList<>();
                    command.add(process.info().command().orElseThrow());
                    command.addAll(Arrays.asList(process.info().arguments().orElseThrow()));
                    return new EngineProcess(address, process, command);
                });
    }

    /** Stops it and everything it runs. */
    void stop() {
        process.destroy();
        await(() -> !process.isAlive());
    }

    /** Starts it as it was started before, and waits until it answers. */
    void start() throws IOException {
        new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        EngineConnector connector = new EngineConnector(new RegistryCredentials(Optional.empty()));
        await(() -> {
            try (Engine engine = connector.apply("restarted", EngineAddress.of(address))) {
                return engine.facts().cpus() > 0;
            } catch (EngineException notYet) {
                return false;
            }
        });
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime() - deadline).as("nothing has happened").isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
