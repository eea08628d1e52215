package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A machine that may become a node; kept as data. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("DynamicNode")
@Plural("dynamicnodes")
@Singular("dynamicnode")
@AdditionalPrinterColumn(name = "Region", jsonPath = ".spec.region_id")
@AdditionalPrinterColumn(name = "Address", jsonPath = ".spec.ip_address")
@AdditionalPrinterColumn(name = "Status", jsonPath = ".spec.status")
final class DynamicNode extends CustomResource<DynamicNodeSpec, UnusedStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
