package io.fogatlas.docker;

import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The engines of all regions, connected to when they are first needed. Thread-safe. */
final class Fleet implements AutoCloseable {
    private final Map<String, EngineAddress> addresses;
    private final BiFunction<String, EngineAddress, Engine> connector;
    private final Map<EngineAddress, Engine> engines = new LinkedHashMap<>();

    /**
     * Names the engines.
     *
     * @param addresses the address of each region's engine; several regions may have the same
     * @param connector connects to the engine of a region
     */
    Fleet(Map<String, EngineAddress> addresses, BiFunction<String, EngineAddress, Engine> connector) {
        this.addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
        this.connector = connector;
    }

    /**
     * Gives every engine once, in order of the first of its regions.
     *
     * @param needed the regions whose engine has to answer
     * @param missing takes a sentence about each other engine that cannot be connected to
     * @throws DeploymentException if a region has no engine
     * @throws EngineException if an engine that has to answer cannot be connected to
     */
    synchronized List<Site> sites(Set<String> needed, List<String> missing) {
        for (String region : needed) {
            if (!addresses.containsKey(region)) {
                throw new DeploymentException("There is no engine for region '" + Texts.oneLine(region)
                        + "'; name one in the file of targets, which knows " + addresses.keySet() + ".");
            }
        }
        Map<EngineAddress, Set<String>> regions = new LinkedHashMap<>();
        addresses.forEach((region, address) ->
                regions.computeIfAbsent(address, key -> new TreeSet<>()).add(region));
        List<Site> sites = new ArrayList<>();
        regions.forEach((address, of) -> {
            try {
                Engine engine = engines.get(address);
                if (engine == null) {
                    engine = connector.apply(of.iterator().next(), address);
                    engines.put(address, engine);
                }
                sites.add(new Site(engine, Collections.unmodifiableSet(of)));
            } catch (EngineException failure) {
                if (!Collections.disjoint(of, needed)) {
                    throw failure;
                }
                missing.add(failure.text());
            }
        });
        return sites;
    }

    /** Gives the regions that have an engine, sorted. */
    Set<String> regions() {
        return addresses.keySet();
    }

    @Override
    public synchronized void close() {
        engines.values().forEach(Engine::close);
        engines.clear();
    }
}
