package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** What joins two regions. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("Link")
@Plural("links")
@Singular("link")
@AdditionalPrinterColumn(name = "A", jsonPath = ".spec.endpointa")
@AdditionalPrinterColumn(name = "B", jsonPath = ".spec.endpointb")
@AdditionalPrinterColumn(name = "Bandwidth", jsonPath = ".spec.bandwidth")
@AdditionalPrinterColumn(name = "Allocated", jsonPath = ".status.bwallocated")
@AdditionalPrinterColumn(name = "Latency", jsonPath = ".spec.latency")
@AdditionalPrinterColumn(name = "Status", jsonPath = ".spec.status")
final class Link extends CustomResource<LinkSpec, LinkStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
