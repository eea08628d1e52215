package io.fogatlas.kubernetes.crd;

/** What texts in objects have to look like. */
final class Patterns {
    private static final String NUMBER = "(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))";
    private static final String UNIT = "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?[0-9]+))?";

    /** A Kubernetes Quantity that is not negative. */
    static final String AMOUNT = "^\\+?" + NUMBER + UNIT + "$";

    /** A Kubernetes Quantity; 0 and less stand for none. */
    static final String BOUND = "^(\\+|-)?" + NUMBER + UNIT + "$";

    /** An id that others refer to; that of a region is the value of a label too. */
    static final String ID = "^\\S(.*\\S)?$";

    /** The value of a label, which is also a part of the name of an object. */
    static final String REGION_ID = "^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$";

    /** Degrees of latitude and longitude, with a comma between them. */
    static final String LOCATION =
            "^\\s*(\\+|-)?([0-9]|[1-8][0-9]|90)(\\.[0-9]*)?\\s*,\\s*(\\+|-)?([0-9]{1,2}|1[0-7][0-9]|180)(\\.[0-9]*)?\\s*$";

    private Patterns() {}
}
