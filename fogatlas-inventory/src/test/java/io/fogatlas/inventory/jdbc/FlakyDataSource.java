package io.fogatlas.inventory.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Makes connections that break when they are told to. */
final class FlakyDataSource implements DataSource {
    /** When a connection breaks. */
    enum Break {
        /** Never. */
        NEVER,
        /** Before it can be used at all. */
        AT_ONCE,
        /** When a reservation is to be written. */
        IN_THE_MIDDLE,
        /** Before the commit reaches the database. */
        BEFORE_COMMIT,
        /** After the database has committed, but before it says so. */
        AFTER_COMMIT
    }

    private final String url;
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    FlakyDataSource(String url) {
        this.url = url;
    }

    /** Lets the next connection that gets there break, once. */
    void breakNext(Break when) {
        next.set(when);
    }

    @Override
    public Connection getConnection() throws SQLException {
        breakIf(Break.AT_ONCE);
        Connection real = DriverManager.getConnection(url);
        return (Connection) Proxy.newProxyInstance(
                FlakyDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(real, method, arguments));
    }

    private Object call(Connection real, Method method, Object[] arguments) throws Throwable {
        try {
            if (method.getName().equals("commit")) {
                breakIf(Break.BEFORE_COMMIT, real);
                Object result = method.invoke(real, arguments);
                breakIf(Break.AFTER_COMMIT, real);
                return result;
            }
            if (method.getName().equals("prepareStatement")
                    && arguments[0].toString().contains("insert into reservation")) {
                breakIf(Break.IN_THE_MIDDLE, real);
            }
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void breakIf(Break when, Connection... real) throws SQLException {
        if (next.compareAndSet(when, Break.NEVER)) {
            for (Connection each : real) {
                each.close();
            }
            throw new SQLException("the connection was lost", "08006");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
