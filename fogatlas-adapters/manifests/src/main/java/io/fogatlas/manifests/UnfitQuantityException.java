package io.fogatlas.manifests;

/** Says what is wrong with a Quantity, in words that continue "spec.bandwidth …". */
final class UnfitQuantityException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    UnfitQuantityException(String text) {
        super(text);
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
