package io.fogatlas.kubernetes;

import io.fogatlas.orchestration.DeploymentStep;

/** One change of one object of the cluster, which can be taken back. */
interface Change {
    /** What is changed. */
    DeploymentStep step();

    /**
     * Makes the change.
     *
     * @param owner the FADepl that it is made for, which is there by now
     */
    void perform(Owner owner);

    /**
     * Makes the object what it was before, also if the change was made in part or not at all.
     *
     * @param owner the FADepl that it was made for
     */
    void undo(Owner owner);
}
