package io.fogatlas.inventory.jdbc;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a database is, and how it is used.
 *
 * @param url the JDBC URL of a PostgreSQL or an H2 database; user and password may be in it
 * @param user who to log in as; empty if the URL says so
 * @param password the password; empty if the URL has it or none is needed
 * @param connections how many connections are kept at most, from 2 to 1,000
 * @param patience how long to wait for a connection, or for another process that is changing the inventory; a process that holds the
 *     others up for more than half as long loses its turn. From 100 ms to an hour
 */
public record DatabaseSettings(
        String url, Optional<String> user, Optional<String> password, int connections, Duration patience) {
    /** How many connections are kept at most, unless said otherwise: {@value}. */
    public static final int DEFAULT_CONNECTIONS = 4;

    /** How long is waited, unless said otherwise: 30 seconds. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * Checks the values.
     *
     * @param url the JDBC URL
     * @param user who to log in as
     * @param password the password
     * @param connections how many connections
     * @param patience how long to wait
     * @throws IllegalArgumentException if the URL is of no known kind, or a number is out of its range
     */
    public DatabaseSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Dialect.ofUrl(url);
        if (connections < 2 || connections > 1000) {
            throw new IllegalArgumentException(
                    "There must be 2 to 1000 connections, but " + connections + " is asked.");
        }
        if (patience.compareTo(SHORTEST) < 0 || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The patience must be from " + SHORTEST + " to " + LONGEST + ", but is " + patience + ".");
        }
    }

    /**
     * Uses a database with the usual number of connections and the usual patience.
     *
     * @param url its JDBC URL
     * @return the settings
     * @throws IllegalArgumentException if the URL is of no known kind
     */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, Optional.empty(), Optional.empty(), DEFAULT_CONNECTIONS, DEFAULT_PATIENCE);
    }

    /**
     * Changes who to log in as.
     *
     * @param name the user's name
     * @param secret the user's password
     * @return the changed settings
     */
    public DatabaseSettings login(String name, String secret) {
        return new DatabaseSettings(url, Optional.of(name), Optional.of(secret), connections, patience);
    }

    /**
     * Changes how many connections are kept.
     *
     * @param most at most so many, from 2 to 1,000
     * @return the changed settings
     * @throws IllegalArgumentException if the number is out of its range
     */
    public DatabaseSettings connections(int most) {
        return new DatabaseSettings(url, user, password, most, patience);
    }

    /**
     * Changes how long is waited.
     *
     * @param longest at most so long, from 100 ms to an hour
     * @return the changed settings
     * @throws IllegalArgumentException if the time is out of its range
     */
    public DatabaseSettings patience(Duration longest) {
        return new DatabaseSettings(url, user, password, connections, longest);
    }

    /**
     * Names the database without its secrets.
     *
     * @return the URL up to its parameters, without user and password
     */
    String place() {
        return place(url);
    }

    static String place(String url) {
        return url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
    }

    /** Shows no secrets. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + place() + ", connections=" + connections + ", patience=" + patience + "]";
    }
}
