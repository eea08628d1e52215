/**
 * The way of a decision into the world: place, reserve, push to a target, confirm, or back out.
 *
 * <p>{@link io.fogatlas.orchestration.DeploymentTarget} is the port that Kubernetes, Docker and others implement.
 */
@NullMarked
package io.fogatlas.orchestration;

import org.jspecify.annotations.NullMarked;
