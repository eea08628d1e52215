package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** An application of several chunks in a federation of clusters; kept as data. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("FedFAApp")
@Plural("fedfaapps")
@Singular("fedfaapp")
@AdditionalPrinterColumn(name = "Algorithm", jsonPath = ".spec.algorithm")
@AdditionalPrinterColumn(name = "Chunks", jsonPath = ".spec.applicationchunks[*].name")
final class FedFAApp extends CustomResource<FedFAAppSpec, ApplicationStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
