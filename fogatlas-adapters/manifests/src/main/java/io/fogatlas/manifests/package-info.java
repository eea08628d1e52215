/** FogAtlas and Kubernetes objects in YAML and JSON, to and from the model. */
@NullMarked
package io.fogatlas.manifests;

import org.jspecify.annotations.NullMarked;
