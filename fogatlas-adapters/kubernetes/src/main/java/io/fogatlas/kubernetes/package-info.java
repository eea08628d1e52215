/** Carries decisions out on a Kubernetes cluster, and reads the infrastructure from one. */
@NullMarked
package io.fogatlas.kubernetes;

import org.jspecify.annotations.NullMarked;
