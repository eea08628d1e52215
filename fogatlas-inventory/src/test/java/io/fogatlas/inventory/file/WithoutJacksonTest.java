package io.fogatlas.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.testkit.Site;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Runs with a class path from which Jackson was taken out. */
final class WithoutJacksonTest {
    /** What is run with the smaller class path. */
    public static final class InMemory implements Callable<String> {
        @Override
        public String call() {
            try (Inventory inventory = Inventory.inMemory(Site.INFRASTRUCTURE)) {
                return "generation " + inventory.snapshot().generation();
            }
        }
    }

    /** What is run with the smaller class path. */
    public static final class InFile implements Callable<String> {
        @Override
        public String call() {
            try {
                FileWorker.open(Path.of("unused")).close();
                return "opened";
            } catch (RuntimeException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
    }

    private static String run(Class<? extends Callable<String>> what, String... without) throws Exception {
        List<URL> rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(without).noneMatch(entry::contains))
                .map(WithoutJacksonTest::url)
                .toList();
        try (URLClassLoader loader =
                new URLClassLoader(rest.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Callable<?> isolated = (Callable<?>)
                    loader.loadClass(what.getName()).getConstructor().newInstance();
            return String.valueOf(isolated.call());
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void anInventoryInMemoryNeedsNoLibrary() throws Exception {
        assertThat(run(InMemory.class, "jackson", "jdbi", "HikariCP", "flyway", "micrometer"))
                .isEqualTo("generation 0");
    }

    @Test
    void anInventoryInAFileSaysWhichLibraryToAdd() throws Exception {
        assertThat(run(InFile.class, "jackson-databind"))
                .isEqualTo(
                        "An inventory in a file needs com.fasterxml.jackson.core:jackson-databind; add this dependency.");
        assertThat(run(InFile.class, "jackson-datatype-jdk8")).contains("jackson-datatype-jdk8; add this dependency");
    }
}
