package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

final class SolverLibraryTest {
    @Test
    void isThere() {
        assertThatCode(SolverLibrary::require).doesNotThrowAnyException();
        assertThatCode(SolverLibrary::load).doesNotThrowAnyException();
    }

    @Test
    void saysWhichDependencyToAdd() {
        assertThatThrownBy(() -> SolverLibrary.attempt(() -> {
                    throw new NoClassDefFoundError("com/google/ortools/Loader");
                }))
                .isInstanceOf(MissingSolverException.class)
                .hasMessageContaining("com.google.ortools:ortools-java")
                .hasMessageContaining("greedy");
    }

    @Test
    void saysWhenTheLibraryIsNotForThisMachine() {
        assertThatThrownBy(() -> SolverLibrary.attempt(() -> {
                    throw new UnsatisfiedLinkError("wrong ELF class");
                }))
                .isInstanceOf(MissingSolverException.class)
                .hasMessageContaining("wrong ELF class")
                .hasMessageContaining(System.getProperty("os.arch"));
    }

    @Test
    void saysWhenTheLibraryCannotBeUnpacked() {
        assertThatThrownBy(() -> SolverLibrary.attempt(() -> {
                    throw new IllegalStateException("No space left on device");
                }))
                .isInstanceOf(MissingSolverException.class)
                .hasMessageContaining(System.getProperty("java.io.tmpdir"))
                .hasMessageContaining("No space left on device");
    }

    @Test
    void withoutOrToolsGreedyPlacesAndIlpSaysWhatToAdd() throws Exception {
        ClassLoader loader = new WithoutOrTools();
        Class<?> run = loader.loadClass(PlacingWithoutOrTools.class.getName());

        assertThat(run.getDeclaredMethod("outcomeBy", String.class).invoke(null, "greedy"))
                .isEqualTo("OPTIMAL");
        assertThatThrownBy(
                        () -> run.getDeclaredMethod("outcomeBy", String.class).invoke(null, "ilp"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContaining("com.google.ortools:ortools-java")
                .satisfies(missing ->
                        assertThat(missing.getClass().getName()).isEqualTo(MissingSolverException.class.getName()));
    }

    /** Loads this library anew and knows nothing of OR-Tools. */
    private static final class WithoutOrTools extends ClassLoader {
        WithoutOrTools() {
            super(SolverLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.google.ortools.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.fogatlas.placement.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
