/**
 * FogAtlas's kinds of objects as classes, of which the CustomResourceDefinitions are generated. Nothing else reads them: objects are
 * handled as trees, so that no field is lost. Each accepts every sensible object that FogAtlas's own definition accepts.
 */
package io.fogatlas.kubernetes.crd;
