package io.fogatlas.kubernetes.crd;

/** The status of kinds that have none; FogAtlas keeps a number there that nobody reads. */
final class UnusedStatus {
    public Integer currentStatus;
}
