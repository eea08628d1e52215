package io.fogatlas.docker;

import java.util.Map;

/**
 * What an engine says about its machine.
 *
 * @param name the machine's name
 * @param cpus how many cores it has
 * @param memoryBytes how much memory
 * @param architecture such as {@code x86_64}
 * @param os such as {@code linux}
 * @param labels the engine's own labels
 */
record EngineFacts(
        String name, int cpus, long memoryBytes, String architecture, String os, Map<String, String> labels) {}
