package io.fogatlas.manifests.networks;

import java.util.ArrayList;
import java.util.List;

/** Collects what was invented, assumed or left out; what occurred nowhere is not noted. Not thread-safe. */
final class Notes {
    private final List<String> texts = new ArrayList<>();

    void add(String text) {
        texts.add(text);
    }

    void count(String what, long count) {
        if (count > 0) {
            texts.add(what + ": " + count);
        }
    }

    void share(String what, long count, long of) {
        if (count > 0) {
            texts.add(what + ": " + count + " of " + of);
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}
