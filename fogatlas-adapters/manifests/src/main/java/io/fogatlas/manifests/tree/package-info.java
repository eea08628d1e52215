/**
 * YAML and JSON as plain trees that know their lines: what the readers and writers of objects stand on. Safe to use on hostile input:
 * depth, size and the expansion of aliases are limited. Not part of the promised API.
 */
@NullMarked
package io.fogatlas.manifests.tree;

import org.jspecify.annotations.NullMarked;
