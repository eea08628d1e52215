/**
 * An inventory kept in a database, PostgreSQL or embedded H2, which many processes may share. Needs JDBI, Flyway, HikariCP, Jackson and
 * the database's driver on the class path.
 */
@NullMarked
package io.fogatlas.inventory.jdbc;

import org.jspecify.annotations.NullMarked;
