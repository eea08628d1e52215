package io.fogatlas.kubernetes;

/** An object of somebody else has the name of one that is to be made. */
final class ForeignObjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignObjectException(String message) {
        super(message);
    }
}
