/**
 * What the whole domain shares: amounts and their limits, resource vectors, locations, and how invalid values are refused.
 *
 * <p>Every value of the domain is immutable, checks itself when it is made, is equal by value, and needs nothing but the JDK.
 */
@NullMarked
package io.fogatlas.model;

import org.jspecify.annotations.NullMarked;
