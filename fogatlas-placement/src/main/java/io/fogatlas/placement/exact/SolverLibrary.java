package io.fogatlas.placement.exact;

import com.google.ortools.Loader;

/**
 * Loads the native code of OR-Tools, once for all threads. Nothing else of OR-Tools is touched before {@link #load} has returned, so that
 * everything but exact placement works without it.
 */
final class SolverLibrary {
    private static final String ADD =
            "Add the dependency com.google.ortools:ortools-java, which fogatlas-placement brings along unless it is excluded, or use"
                    + " another algorithm, such as 'greedy'.";

    private SolverLibrary() {}

    /** Loads what belongs to OR-Tools; stands in for it in tests. */
    interface Loading {
        /**
         * Loads.
         *
         * @throws ClassNotFoundException if there is nothing to load
         */
        void load() throws ClassNotFoundException;
    }

    /**
     * Looks whether the library is on the class path, without loading it; that takes no time.
     *
     * @throws MissingSolverException if it is not
     */
    static void require() {
        attempt(() -> Class.forName(
                "com.google.ortools.Loader", /* initialize= */ false, SolverLibrary.class.getClassLoader()));
    }

    /**
     * Loads the library, if that was not done before; the first time takes long.
     *
     * @throws MissingSolverException if it is not on the class path, or not made for this machine
     */
    static void load() {
        attempt(() -> Loader.loadNativeLibraries());
    }

    static void attempt(Loading loading) {
        try {
            loading.load();
        } catch (ClassNotFoundException | NoClassDefFoundError notOnClassPath) {
            throw new MissingSolverException(
                    "Exact placement needs OR-Tools, which is not on the class path. " + ADD, notOnClassPath);
        } catch (LinkageError notLoadable) {
            throw new MissingSolverException(
                    "The native library of OR-Tools cannot be loaded (%s). %s"
                            .formatted(notLoadable.getMessage(), remedy()),
                    notLoadable);
        } catch (RuntimeException notUnpackable) {
            // So the loader reports what goes wrong while it unpacks the library.
            throw new MissingSolverException(
                    "The native library of OR-Tools cannot be unpacked to '%s' (%s). %s"
                            .formatted(System.getProperty("java.io.tmpdir"), notUnpackable.getMessage(), remedy()),
                    notUnpackable);
        }
    }

    private static String remedy() {
        return ("This is %s on %s; the library is made for Linux with glibc, macOS and Windows on x86-64, and for Linux and macOS on"
                        + " AArch64. See that its artifact for this system is on the class path and that there is room for temporary"
                        + " files, or use another algorithm, such as 'greedy'.")
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
