package io.fogatlas.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Leads to the socket of an engine on another machine, by the command {@code ssh} and what its user has set up for it: keys, agent,
 * known hosts. It asks nothing: without a key that is accepted, or with a host that is not known, it fails.
 */
final class SshTunnel implements AutoCloseable {
    private static final String DEFAULT_SOCKET = "/var/run/docker.sock";
    private static final Pattern SOCKET = Pattern.compile("/[a-zA-Z0-9_./-]{1,100}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Process process;
    private final Path directory;
    private final Thread atExit;

    private SshTunnel(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.atExit = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Opens a tunnel.
     *
     * @param region the region, for messages
     * @param address an {@code ssh://} address
     * @throws EngineException if it does not open
     */
    static SshTunnel open(String region, EngineAddress address) {
        try {
            Path directory = Files.createTempDirectory("fogatlas");
            Path socket = directory.resolve("docker.sock");
            Process process = new ProcessBuilder(command(address, socket))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(directory.resolve("log").toFile())
                    .start();
            SshTunnel tunnel = new SshTunnel(process, directory);
            tunnel.await(region, address);
            return tunnel;
        } catch (IOException failure) {
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    "The engine of region '" + region + "' at " + address + " cannot be reached, since the command ssh"
                            + " cannot be run: " + Texts.oneLine(String.valueOf(failure.getMessage())),
                    failure);
        }
    }

    /** The command line: everything from the address stands where ssh takes it for nothing else. */
    static List<String> command(EngineAddress address, Path socket) {
        URI host = address.host();
        String path = host.getPath() == null || host.getPath().isEmpty() ? DEFAULT_SOCKET : host.getPath();
        if (!SOCKET.matcher(path).matches()
                || !Patterns.isHostName(host.getHost().replaceAll("[\\[\\]:]", ""))) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "The address " + address + " is none of ssh://[USER@]HOST[:PORT][/SOCKET].");
        }
        List<String> command = new ArrayList<>(List.of("ssh", "-N", "-T"));
        for (String option : List.of(
                "BatchMode=yes",
                "ExitOnForwardFailure=yes",
                "StreamLocalBindMask=0177",
                "ConnectTimeout=10",
                "ServerAliveInterval=15",
                "ServerAliveCountMax=2")) {
            command.add("-o");
            command.add(option);
        }
        address.sshConfig().ifPresent(file -> command.addAll(List.of("-F", file.toString())));
        if (host.getPort() > 0) {
            command.addAll(List.of("-p", Integer.toString(host.getPort())));
        }
        if (host.getUserInfo() != null) {
            command.addAll(List.of("-l", host.getUserInfo()));
        }
        command.addAll(List.of("-L", socket + ":" + path, "--", host.getHost().replaceAll("[\\[\\]]", "")));
        return command;
    }

    private void await(String region, EngineAddress address) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(directory.resolve("docker.sock"))) {
            boolean over = System.nanoTime() - deadline > 0;
            if (!process.isAlive() || over || Thread.currentThread().isInterrupted()) {
                String said = lastLine();
                close();
                throw new EngineException(
                        EngineException.Kind.UNREACHABLE,
                        "The engine of region '" + region + "' at " + address + " cannot be reached: ssh "
                                + (said.isEmpty() ? "did not connect in time" : "says: " + said)
                                + ". Try: ssh " + address.host().getHost());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private String lastLine() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(directory.resolve("log")), StandardCharsets.UTF_8))) {
            return Texts.oneLine(reader.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b));
        }
    }

    /** The near end. */
    URI socket() {
        return URI.create("unix://" + directory.resolve("docker.sock"));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook does it.
            return;
        }
        end();
    }

    private void end() {
        process.destroy();
        for (String file : List.of("docker.sock", "log")) {
            directory.resolve(file).toFile().delete();
        }
        directory.toFile().delete();
    }
}
