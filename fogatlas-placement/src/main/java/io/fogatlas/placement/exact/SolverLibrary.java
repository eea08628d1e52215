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
        void load();
    }

    /**
     * Loads the library, if that was not done before.
     *
     * @throws MissingSolverException if it is not on the class path, or not made for this machine
     */
    static void load() {
        // Not a method reference: that would look for the class before the try.
        load(() -> Loader.loadNativeLibraries());
    }

    static void load(Loading loading) {
        try {
            loading.load();
        } catch (NoClassDefFoundError notOnClassPath) {
            throw new MissingSolverException(
                    "Exact placement needs OR-Tools, which is not on the class path. " + ADD, notOnClassPath);
        } catch (UnsatisfiedLinkError notLoadable) {
            throw new MissingSolverException(
                    "The native library of OR-Tools cannot be loaded here (%s). %s"
                            .formatted(notLoadable.getMessage(), notForThisMachine()),
                    notLoadable);
        } catch (RuntimeException notUnpackable) {
            // The loader wraps what goes wrong while it unpacks the library into the directory for temporary files.
            throw new MissingSolverException(
                    "The native library of OR-Tools cannot be unpacked to '%s' (%s). %s"
                            .formatted(
                                    System.getProperty("java.io.tmpdir"),
                                    notUnpackable.getMessage(),
                                    notForThisMachine()),
                    notUnpackable);
        }
    }

    private static String notForThisMachine() {
        return ("It exists for Linux, macOS and Windows on x86-64 or AArch64 with glibc; this is %s on %s. See that there is room for"
                        + " temporary files and that the artifact for this system is on the class path, or use another algorithm,"
                        + " such as 'greedy'.")
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
