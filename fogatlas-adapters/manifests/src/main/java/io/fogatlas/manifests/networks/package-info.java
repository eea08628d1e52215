/**
 * Reads network files of others (GraphML, SNDlib, REPETITA, network-aware scheduling) into the model, and says what had to be invented
 * or left out.
 */
@NullMarked
package io.fogatlas.manifests.networks;

import org.jspecify.annotations.NullMarked;
