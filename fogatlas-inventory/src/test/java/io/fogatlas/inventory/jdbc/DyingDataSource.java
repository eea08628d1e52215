package io.fogatlas.inventory.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Loses all connections for ever after so many statements and commits, as if the process had been killed then. */
final class DyingDataSource {
    /** What is thrown from then on; no exception, so that nothing is tried again. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final String url;
    private final List<Connection> open = new ArrayList<>();
    private int left;

    private DyingDataSource(String url, int left) {
        this.url = url;
        this.left = left;
    }

    static DataSource after(int statements, String url) {
        DyingDataSource dying = new DyingDataSource(url, statements);
        return proxy(DataSource.class, (method, arguments) -> dying.connect());
    }

    private Connection connect() throws SQLException {
        live(0);
        Connection real = DriverManager.getConnection(url);
        open.add(real);
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                live(1);
            }
            Object result = call(real, method, arguments);
            return result instanceof Statement statement ? watch(statement, method.getReturnType()) : result;
        });
    }

    private <T> T watch(Statement real, Class<T> type) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                live(1);
            }
            return call(real, method, arguments);
        });
    }

    private void live(int statements) throws SQLException {
        left -= statements;
        if (left < 0) {
            for (Connection each : open) {
                each.close();
            }
            throw new Killed();
        }
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                DyingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    /** What is done instead of a method. */
    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }
}
