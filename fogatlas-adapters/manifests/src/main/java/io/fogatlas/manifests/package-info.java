/**
 * FogAtlas and Kubernetes objects in YAML and JSON, to and from the model.
 *
 * <p>{@link io.fogatlas.manifests.ManifestReader} reads {@code Region}, {@code Link}, {@code ExternalEndpoint} and {@code FADepl} of
 * {@code fogatlas.fbk.eu/v1alpha1} in both generations, and Kubernetes' {@code Node} and {@code Pod}, from files, directories and streams,
 * as single documents, several of them, or lists; objects of other kinds are skipped with one warning a kind.
 *
 * <h2>What is read how</h2>
 *
 * <ul>
 *   <li>Regions, Links and ExternalEndpoints are named by their {@code spec.id}; Nodes say their region by a label.
 *   <li>The capacity of a Link is its {@code bandwidth}, or in generation A {@code bwmeasured} if that is above 0, otherwise
 *       {@code bwpeak}. Bandwidths are in bit/s, latencies in ms; a latency of 0 or less on a data flow means no bound.
 *   <li>A Node offers its {@code allocatable}, otherwise its {@code capacity}; it is ready unless it is unschedulable or its condition
 *       {@code Ready} says otherwise. With no Node at all, compute is unlimited.
 *   <li>A Pod takes what Kubernetes' scheduler counts for it, if it is bound to a node and has not ended. It belongs to an FADepl if its
 *       ReplicaSet is named {@code <microservice>.reg.<region>-<hash>}.
 *   <li>What others hold of a Link is its {@code status.bwallocated} less what the FADepls that were read have booked of it. An entry of
 *       {@code status.linksoccupancy} with {@code ischanged: true} still waits for FogAtlas's controller: until then the Link counts its
 *       {@code prevbwallocated}.
 *   <li>Required node affinity, tolerations, and pod affinity and anti-affinity with the region as topology are requirements. Preferred
 *       ones are not; other topologies are left to Kubernetes' scheduler, with a warning.
 * </ul>
 *
 * <h2>What the objects cannot hold</h2>
 *
 * <p>Annotations say it:
 *
 * <ul>
 *   <li>{@code fogatlas.io/price-per-mips} of a Region: the price of one MIPS in currency units, with at most 6 decimals.
 *   <li>{@code fogatlas.io/directed} of a Link: {@code "true"} if it leads from {@code endpointa} to {@code endpointb} only.
 *   <li>{@code fogatlas.io/priority} of an FADepl: what it is worth in a batch, a whole number.
 *   <li>{@code fogatlas.io/placement} of an FADepl: an object in YAML or JSON,
 *       <pre>{@code
 * chains:                          # bounds from end to end
 * - name: control                  # may be left out
 *   vertices: [cam1, driver, processor]
 *   latencyMs: 50
 *   processingMs: {driver: 3.5}    # time spent at a vertex
 * microservices:
 *   driver:
 *     allowedRegions: [003-003, 002-002]
 *     forbiddenRegions: [001-001]
 *     allowedTiers: [1, 2]
 *     within: {km: 25, of: "46.07,11.12"}   # or the id of an ExternalEndpoint
 *     spreadOver: 2                # regions over which the replicas are divided
 * }</pre>
 * </ul>
 *
 * <h2>Limits</h2>
 *
 * <p>Input may be hostile. All sources of one reading hold at most 256 MiB; one object at most 2,000,000 values, nested at most 100 deep,
 * of which aliases bring in at most 100,000; all FADepls together at most 3,000,000 values; a line of YAML at most 300,000 characters. Lists
 * are read item by item. So a file of 100 MB is read, or refused with a message, within a heap of 1 GB. Whatever a source holds, readers
 * throw nothing but {@link io.fogatlas.manifests.ManifestException}.
 */
@NullMarked
package io.fogatlas.manifests;

import org.jspecify.annotations.NullMarked;
