package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A site: cloud, fog or edge. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("Region")
@Plural("regions")
@Singular("region")
@AdditionalPrinterColumn(name = "Id", jsonPath = ".spec.id")
@AdditionalPrinterColumn(name = "Tier", jsonPath = ".spec.tier", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "MIPS", jsonPath = ".spec.cpu2mips", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Location", jsonPath = ".spec.location")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
final class Region extends CustomResource<RegionSpec, UnusedStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
