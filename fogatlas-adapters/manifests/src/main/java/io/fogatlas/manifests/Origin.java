package io.fogatlas.manifests;

/**
 * Where an object was read, to say so when something is wrong with it.
 *
 * @param file the name of the source
 * @param line the line it starts at
 * @param kind its kind
 * @param name its id or name
 */
record Origin(String file, int line, String kind, String name) {
    /** The same object, at a line inside it. */
    Origin at(int innerLine) {
        return innerLine > 0 ? new Origin(file, innerLine, kind, name) : this;
    }

    ManifestProblem problem(String text) {
        return new ManifestProblem(file, line, kind, name, text);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
