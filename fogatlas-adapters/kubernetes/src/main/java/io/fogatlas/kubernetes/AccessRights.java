package io.fogatlas.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rights that are needed in a cluster, and no others. */
public final class AccessRights {
    private AccessRights() {}

    /**
     * Writes two ClusterRoles, one to read and one to deploy, and a ServiceAccount that has both, for {@code kubectl apply -f -}.
     *
     * @return documents of YAML
     */
    public static String yaml() {
        try (InputStream stream = AccessRights.class.getResourceAsStream("rbac.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("'rbac.yaml' is missing beside " + AccessRights.class);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
