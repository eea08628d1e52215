/**
 * Arbitrary values of the domain for property tests with jqwik: infrastructures, applications that fit them, what is taken of them
 * and where the applications run now.
 *
 * <p>{@link io.fogatlas.model.arbitraries.Scenarios} is the entry. Values are valid by construction: a drawn <em>shape</em> of small
 * numbers is turned into a value without filters, so that every shrunk shape is a value again, and a simpler one. Which features
 * come up is drawn for each value anew, since most faults need few features together and are hidden by others.
 */
@NullMarked
package io.fogatlas.model.arbitraries;

import org.jspecify.annotations.NullMarked;
