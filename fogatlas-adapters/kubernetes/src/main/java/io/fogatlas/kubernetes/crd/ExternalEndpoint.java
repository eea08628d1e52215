package io.fogatlas.kubernetes.crd;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A sensor, camera or service that is fixed in one region. */
@Group("fogatlas.fbk.eu")
@Version("v1alpha1")
@Kind("ExternalEndpoint")
@Plural("externalendpoints")
@Singular("externalendpoint")
@AdditionalPrinterColumn(name = "Id", jsonPath = ".spec.id")
@AdditionalPrinterColumn(name = "Type", jsonPath = ".spec.type")
@AdditionalPrinterColumn(name = "Region", jsonPath = ".spec.regionid")
@AdditionalPrinterColumn(name = "Address", jsonPath = ".spec.ipaddress")
final class ExternalEndpoint extends CustomResource<ExternalEndpointSpec, UnusedStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
