/**
 * What every placement algorithm, of this project or of another, can be tested with.
 *
 * <ul>
 *   <li>{@link io.fogatlas.placement.testkit.PlacementAlgorithmContract}: the properties of any algorithm; extend it, name the
 *       algorithm, done.
 *   <li>{@link io.fogatlas.placement.testkit.RequestArbitraries}: arbitrary requests for properties of your own.
 *   <li>{@link io.fogatlas.placement.testkit.BruteForce}: the truth about small requests.
 * </ul>
 *
 * <p>Properties try the same cases in every run; {@code mvn -Plong verify} tries ten times as many, and others each time.
 */
@NullMarked
package io.fogatlas.placement.testkit;

import org.jspecify.annotations.NullMarked;
