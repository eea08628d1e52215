package io.fogatlas.kubernetes;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds of objects that are read or written, and where the API server has them. */
enum ObjectKind {
    REGION("fogatlas.fbk.eu", "v1alpha1", "Region", "regions", true),
    LINK("fogatlas.fbk.eu", "v1alpha1", "Link", "links", true),
    EXTERNAL_ENDPOINT("fogatlas.fbk.eu", "v1alpha1", "ExternalEndpoint", "externalendpoints", true),
    FADEPL("fogatlas.fbk.eu", "v1alpha1", "FADepl", "fadepls", true),
    DEPLOYMENT("apps", "v1", "Deployment", "deployments", true),
    NODE("", "v1", "Node", "nodes", false),
    POD("", "v1", "Pod", "pods", true),
    EVENT("", "v1", "Event", "events", true);

    private final String group;
    private final String version;
    private final String kind;
    private final String plural;
    private final boolean namespaced;

    ObjectKind(String group, String version, String kind, String plural, boolean namespaced) {
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
        this.namespaced = namespaced;
    }

    String kind() {
        return kind;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** How a person names the resource, such as {@code fadepls.fogatlas.fbk.eu}. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    boolean isOfFogAtlas() {
        return group.equals("fogatlas.fbk.eu");
    }

    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
