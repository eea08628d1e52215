package io.fogatlas.docker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An engine that exists in memory only. It can stop answering, or end the test's program, at a call of choice.
 *
 * <p>A container whose command is {@code exit} ends at once.
 */
final class MemoryEngine implements Engine {
    private final String name;
    private final Map<String, Held> containers = new LinkedHashMap<>();
    private final Map<String, FoundNetwork> networks = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> volumes = new TreeMap<>();
    private final Set<String> images = new HashSet<>(Set.of(RealEngines.IMAGE));
    private final Set<String> registry = new HashSet<>();
    private final List<String> calls = new ArrayList<>();
    private EngineFacts facts = new EngineFacts("machine", 4, 8L << 30, "x86_64", "linux", Map.of());
    private int callsLeft = Integer.MAX_VALUE;
    private boolean killed;
    private int lastId;

    private static final class Held {
        private final FoundContainer container;
        private final Optional<NewContainer> made;
        private boolean running;

        private Held(FoundContainer container, Optional<NewContainer> made, boolean running) {
            this.container = container;
            this.made = made;
            this.running = running;
        }

        private FoundContainer found() {
            return new FoundContainer(
                    container.id(),
                    container.name(),
                    container.imageId(),
                    container.labels(),
                    running,
                    running ? container.hostPorts() : List.of());
        }
    }

    /** Ends the program, as a signal would: nothing catches it. */
    static final class Killed extends Error {}

    MemoryEngine(String name) {
        this.name = name;
    }

    /** Answers so many calls more, and no more after that. */
    MemoryEngine stopAfter(int count) {
        callsLeft = count;
        killed = false;
        return this;
    }

    /** Answers so many calls more, and ends the program with the next. */
    MemoryEngine killAfter(int count) {
        callsLeft = count;
        killed = true;
        return this;
    }

    void recover() {
        callsLeft = Integer.MAX_VALUE;
    }

    MemoryEngine offering(String image) {
        registry.add(image);
        return this;
    }

    MemoryEngine on(EngineFacts machine) {
        facts = machine;
        return this;
    }

    /** Adds a container of somebody else. */
    MemoryEngine foreign(String container, String... ports) {
        containers.put(
                "foreign-" + container,
                new Held(
                        new FoundContainer("foreign-" + container, container, "x", Map.of(), true, List.of(ports)),
                        Optional.empty(),
                        true));
        return this;
    }

    /** Everything there is, a line each, sorted. */
    Set<String> everything() {
        Set<String> lines = new TreeSet<>();
        containers.values().forEach(held -> lines.add("container " + held.container.name() + " " + held.running));
        networks.values().forEach(network -> lines.add("network " + network.name()));
        volumes.keySet().forEach(volume -> lines.add("volume " + volume));
        return lines;
    }

    List<String> calls() {
        return calls;
    }

    /** The container of a name as it was created. */
    NewContainer made(String startOfName) {
        return containers.values().stream()
                .flatMap(held -> held.made.stream())
                .filter(made -> made.name().startsWith(startOfName))
                .findFirst()
                .orElseThrow();
    }

    void end(String startOfName) {
        containers.values().stream()
                .filter(held -> held.container.name().startsWith(startOfName))
                .forEach(held -> held.running = false);
    }

    private void call(String what) {
        if (callsLeft-- <= 0) {
            callsLeft = 0;
            if (killed) {
                throw new Killed();
            }
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE, "The engine of '" + name + "' does not answer.");
        }
        calls.add(what);
    }

    @Override
    public EngineFacts facts() {
        call("facts");
        return facts;
    }

    @Override
    public List<FoundContainer> containers(Map<String, String> labels) {
        call("containers");
        return containers.values().stream()
                .map(Held::found)
                .filter(container -> container.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    @Override
    public ContainerState state(String id) {
        call("state");
        Held held = containers.get(id);
        if (held == null) {
            return new ContainerState("gone", "", 0, "", "");
        }
        return new ContainerState(held.running ? "running" : "exited", "", held.running ? 0 : 3, "", "then");
    }

    @Override
    public List<ContainerUse> uses() {
        call("uses");
        return containers.values().stream()
                .filter(held -> held.running)
                .map(held -> new ContainerUse(
                        held.container.name(),
                        held.container.labels(),
                        held.made
                                .map(made -> made.spec().limits().nanoCpus().orElse(0) / 1_000_000)
                                .orElse(250L),
                        held.made
                                .map(made -> made.spec().limits().memoryBytes().orElse(0))
                                .orElse(1L << 30)))
                .toList();
    }

    @Override
    public Optional<String> image(String image) {
        call("image");
        return images.contains(image) ? Optional.of("sha256:" + image) : Optional.empty();
    }

    @Override
    public void pull(String image, Consumer<String> progress) {
        call("pull " + image);
        if (!registry.contains(image)) {
            throw new EngineException(EngineException.Kind.MISSING, "There is no image '" + image + "'.");
        }
        progress.accept("1 of 1 layers");
        images.add(image);
    }

    @Override
    public String create(NewContainer container) {
        call("create " + container.name());
        if (containers.values().stream().anyMatch(held -> held.container.name().equals(container.name()))) {
            throw new EngineException(EngineException.Kind.REFUSED, "The name is taken.");
        }
        String id = "id-" + ++lastId;
        List<String> ports =
                container.position() == 0 ? List.copyOf(container.workload().hostPorts()) : List.of();
        containers.put(
                id,
                new Held(
                        new FoundContainer(id, container.name(), "x", container.labels(), false, ports),
                        Optional.of(container),
                        false));
        Map<String, String> own = new TreeMap<>(container.labels());
        container.spec().mounts().stream()
                .filter(mounted -> !mounted.inMemory())
                .forEach(mounted -> volumes.put(Names.volume(container.volumePrefix(), mounted.volume()), own));
        return id;
    }

    @Override
    public void start(String id) {
        call("start " + containers.get(id).container.name());
        Held starting = containers.get(id);
        boolean taken = containers.values().stream()
                .anyMatch(held -> held != starting
                        && held.running
                        && held.container.hostPorts().stream().anyMatch(starting.container.hostPorts()::contains));
        if (taken) {
            throw new EngineException(EngineException.Kind.REFUSED, "The port is already allocated.");
        }
        starting.running = starting.made
                .map(made -> !made.spec().entrypoint().equals(List.of("exit")))
                .orElse(true);
    }

    @Override
    public void stop(String id) {
        call("stop "
                + (containers.containsKey(id) ? containers.get(id).container.name() : id));
        if (containers.containsKey(id)) {
            containers.get(id).running = false;
        }
    }

    @Override
    public void removeContainer(String id) {
        call("remove "
                + (containers.containsKey(id) ? containers.get(id).container.name() : id));
        containers.remove(id);
    }

    @Override
    public List<FoundNetwork> networks(Map<String, String> labels) {
        call("networks");
        return networks.values().stream()
                .filter(network -> network.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    @Override
    public String createNetwork(String network, Map<String, String> labels) {
        call("create network " + network);
        String id = "net-" + ++lastId;
        networks.put(id, new FoundNetwork(id, network, Map.copyOf(labels)));
        return id;
    }

    @Override
    public void removeNetwork(String id) {
        call("remove network " + id);
        networks.remove(id);
    }

    @Override
    public List<FoundVolume> volumes(Map<String, String> labels) {
        call("volumes");
        return volumes.entrySet().stream()
                .filter(volume -> volume.getValue().entrySet().containsAll(labels.entrySet()))
                .map(volume -> new FoundVolume(volume.getKey(), volume.getValue()))
                .toList();
    }

    @Override
    public void removeVolume(String volume) {
        call("remove volume " + volume);
        volumes.remove(volume);
    }

    @Override
    public void close() {}
}
