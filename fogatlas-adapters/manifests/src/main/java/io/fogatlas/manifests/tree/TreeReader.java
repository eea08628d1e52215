package io.fogatlas.manifests.tree;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/**
 * Reads documents of YAML or JSON into trees.
 *
 * <p>YAML is read as Kubernetes reads it (see {@link ScalarValue}), with aliases and merge keys but without tags of other types. Several
 * documents may follow each other: separated by {@code ---} in YAML, or simply one after the other in JSON. Stateless and thread-safe.
 */
public final class TreeReader {
    /** How far to look for the first character that tells JSON from YAML. */
    private static final int LOOK_AHEAD = 4096;

    private TreeReader() {}

    /**
     * Reads all documents of a stream. What starts with a brace and a quote, or with a bracket and a brace, is JSON; everything else is
     * YAML.
     *
     * @param stream the text, in UTF-8, UTF-16 or UTF-32; is not closed
     * @param itemsApart whether items of lists are handed over one by one
     * @param handler takes the documents
     * @throws TreeException if the text is no YAML or JSON, or goes beyond a limit
     * @throws IOException if the stream cannot be read
     */
    public static void read(InputStream stream, boolean itemsApart, TreeHandler handler)
            throws TreeException, IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, 2 * LOOK_AHEAD);
        try {
            if (looksLikeJson(buffered)) {
                new JsonTrees(buffered, itemsApart, handler).read();
            } else {
                new YamlTrees(buffered, itemsApart, handler).read();
            }
        } catch (CharacterCodingException | CharConversionException wrong) {
            throw new TreeException(0, "cannot be read: it is no text in UTF-8, nor in UTF-16 with a byte order mark");
        }
    }

    private static boolean looksLikeJson(BufferedInputStream stream) throws IOException {
        stream.mark(LOOK_AHEAD);
        StringBuilder start = new StringBuilder();
        for (int read = 0; read < LOOK_AHEAD && start.length() < 2; read++) {
            int next = stream.read();
            if (next < 0) {
                break;
            }
            boolean skipped = next <= ' ' || next == 0xEF || next == 0xBB || next == 0xBF || next >= 0xFE;
            if (!skipped) {
                start.append((char) next);
            }
        }
        stream.reset();
        String opening = start.toString();
        return opening.equals("{\"")
                || opening.equals("{}")
                || opening.equals("[{")
                || opening.equals("[]")
                || opening.equals("[[");
    }
}
