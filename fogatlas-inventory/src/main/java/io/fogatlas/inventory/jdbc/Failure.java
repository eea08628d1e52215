package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryStorageException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** Says what went wrong with a database, and what to do about it. */
final class Failure {
    private Failure() {}

    /** Makes the exception; {@code done} completes the sentence "The inventory could not be". */
    static InventoryStorageException of(String place, String done, Throwable cause) {
        Optional<SQLException> sql = sql(cause);
        String reason = sql.<Throwable>map(found -> found).orElse(cause).getMessage();
        String state = sql.map(SQLException::getSQLState).orElse("");
        return new InventoryStorageException(
                "The inventory in " + place + " could not be " + done + ": " + reason + ". " + remedy(state, cause),
                cause);
    }

    /** The last SQL exception in a chain: that of the driver. */
    private static Optional<SQLException> sql(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                found = Optional.of(sql);
            }
            depth++;
        }
        return found;
    }

    /** Whether a connection was lost that had been made before, so that the next one may do. */
    static boolean isBrokenConnection(JdbiException failure) {
        String state = sql(failure).map(SQLException::getSQLState).orElse("");
        boolean lost = state.startsWith("08") || state.startsWith("57P");
        return lost && !(failure instanceof ConnectionException);
    }

    private static String remedy(String state, Throwable cause) {
        if (state.startsWith("28") || state.equals("42501")) {
            return "Check the user, the password, and what the user may do.";
        } else if (state.startsWith("3D") || state.equals("90149") || state.equals("90146")) {
            return "Create the database first.";
        } else if (state.equals("55P03") || state.equals("HYT00") || state.equals("57014")) {
            return "Another process holds the inventory for too long; try again, and look for one that hangs.";
        } else if (state.equals("25P03")) {
            return "This process was too slow in its turn; try again.";
        } else if (state.startsWith("53")) {
            return "The database has too few resources or connections; try again, or give it more.";
        } else if (state.startsWith("08") || state.startsWith("57") || isWaiting(cause)) {
            return "Check that the database runs, can be reached and has connections left, and try again.";
        }
        return "Try again; if that does not help, look into the database's log.";
    }

    private static boolean isWaiting(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
