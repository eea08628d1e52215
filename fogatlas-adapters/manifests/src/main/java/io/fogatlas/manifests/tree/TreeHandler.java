package io.fogatlas.manifests.tree;

/** Takes what a {@link TreeReader} reads, piece by piece. */
public interface TreeHandler {
    /**
     * Takes an object that is an item of a list: of the top-level key {@code items}, or of a document that is a list. Only objects that
     * say their {@code apiVersion} and {@code kind} come this way, so that long lists need not be held as a whole.
     *
     * @param object the object
     * @throws TreeException if reading is to end
     */
    void item(ObjectValue object) throws TreeException;

    /**
     * Takes a whole document, without the items that were handed over before.
     *
     * @param document the document
     * @param items how many of its items were handed over before
     * @throws TreeException if reading is to end
     */
    void document(Value document, int items) throws TreeException;

    /**
     * Takes note of something that is wrong and does not end the reading.
     *
     * @param line the line
     * @param text what is wrong
     */
    void problem(int line, String text);
}
