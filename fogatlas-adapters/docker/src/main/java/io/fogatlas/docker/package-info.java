/**
 * Carries decisions out on Docker: a region is an engine, a replica a container, or several that share a network.
 *
 * <p>{@link io.fogatlas.docker.DockerTarget} works on live engines, {@link io.fogatlas.docker.ComposeTarget} writes Compose files.
 */
@NullMarked
package io.fogatlas.docker;

import org.jspecify.annotations.NullMarked;
