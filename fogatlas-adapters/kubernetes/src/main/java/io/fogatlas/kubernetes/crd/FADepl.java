package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** An application: microservices, external endpoints, and the data flows between them. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("FADepl")
@Plural("fadepls")
@Singular("fadepl")
@AdditionalPrinterColumn(name = "Algorithm", jsonPath = ".spec.algorithm")
@AdditionalPrinterColumn(
        name = "Status",
        jsonPath = ".status.currentstatus",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Microservices", jsonPath = ".status.placements[*].microservice", priority = 1)
@AdditionalPrinterColumn(name = "Regions", jsonPath = ".status.placements[*].regions[*].regionselected", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
final class FADepl extends CustomResource<FADeplSpec, ApplicationStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
