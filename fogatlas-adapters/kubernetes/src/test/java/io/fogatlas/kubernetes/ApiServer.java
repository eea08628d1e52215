package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * As much of an API server as it takes to test without a cluster, over HTTP on loopback: objects by path, resource versions, the status
 * subresource, server-side apply as a merge, dry runs. It checks no schema and runs no controller; the real one is for the integration
 * tests.
 */
final class ApiServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final HttpServer server;
    private long version;
    private BiFunction<String, String, Optional<Integer>> refusing = (method, path) -> Optional.empty();

    ApiServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Connects to it. */
    Cluster connect() {
        return Cluster.of(
                "test",
                new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder()
                                .withAutoConfigure(false)
                                .withMasterUrl("http://127.0.0.1:"
                                        + server.getAddress().getPort())
                                .withRequestRetryBackoffLimit(0)
                                .build())
                        .build());
    }

    /** Answers some requests, told by method and path, with an error of this status code. */
    synchronized void refuse(BiFunction<String, String, Optional<Integer>> requests) {
        refusing = requests;
    }

    /** Puts an object there, however it is. */
    synchronized void put(ObjectKind kind, String namespace, JsonNode object) {
        ObjectNode stored = object.deepCopy();
        Trees.inner(stored, "metadata").put("namespace", namespace);
        store(path(kind, namespace) + "/" + Trees.name(stored), stored);
    }

    synchronized Optional<ObjectNode> get(ObjectKind kind, String namespace, String name) {
        return Optional.ofNullable(objects.get(path(kind, namespace) + "/" + name))
                .map(ObjectNode::deepCopy);
    }

    /** The names of the objects of a kind. */
    synchronized String names(ObjectKind kind, String namespace) {
        String start = path(kind, namespace) + "/";
        return String.join(
                " ",
                objects.keySet().stream()
                        .filter(path -> path.startsWith(start))
                        .map(path -> path.substring(start.length()))
                        .toList());
    }

    private static String path(ObjectKind kind, String namespace) {
        String resource = kind.resource();
        int dot = resource.indexOf('.');
        String plural = dot < 0 ? resource : resource.substring(0, dot);
        String root = dot < 0 ? "/api/" : "/apis/";
        return root + kind.apiVersion() + "/namespaces/" + namespace + "/" + plural;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String method = exchange.getRequestMethod();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<Integer> refused = refusing.apply(method, path + "?" + query);
        if (refused.isPresent()) {
            answer(exchange, refused.get(), status(refused.get(), "refused by the test"));
            return;
        }
        boolean isStatus = path.endsWith("/status");
        String at = isStatus ? path.substring(0, path.length() - "/status".length()) : path;
        switch (method) {
            case "GET" -> read(exchange, at);
            case "POST" -> {
                ObjectNode object = (ObjectNode) MAPPER.readTree(body);
                write(exchange, at + "/" + Trees.name(object), object, false, 409, false);
            }
            case "PUT" -> write(exchange, at, (ObjectNode) MAPPER.readTree(body), isStatus, 404, true);
            case "PATCH" -> patch(exchange, at, query, MAPPER.readTree(body));
            case "DELETE" -> {
                ObjectNode gone = objects.remove(at);
                answer(exchange, gone == null ? 404 : 200, gone == null ? status(404, "not found") : gone);
            }
            default -> answer(exchange, 405, status(405, method));
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        ObjectNode found = objects.get(path);
        if (found != null) {
            answer(exchange, 200, found);
        } else if (path.matches(".*/namespaces/[^/]+/[^/]+/[^/]+")) {
            answer(exchange, 404, status(404, "not found"));
        } else {
            String plural = path.substring(path.lastIndexOf('/') + 1);
            ObjectNode list = Trees.empty().put("apiVersion", "v1").put("kind", "List");
            list.putObject("metadata").put("resourceVersion", Long.toString(version));
            ArrayNode items = list.putArray("items");
            objects.forEach((at, object) -> {
                if (at.startsWith(path + "/") || (!path.contains("/namespaces/") && at.contains("/" + plural + "/"))) {
                    items.add(object);
                }
            });
            answer(exchange, 200, list);
        }
    }

    private void write(
            HttpExchange exchange, String path, ObjectNode object, boolean isStatus, int unlessThere, boolean replaces)
            throws IOException {
        ObjectNode live = objects.get(path);
        if ((live != null) != replaces) {
            answer(exchange, unlessThere, status(unlessThere, "there or not"));
        } else if (live != null
                && !Trees.resourceVersion(object).isEmpty()
                && !Trees.resourceVersion(object).equals(Trees.resourceVersion(live))) {
            answer(exchange, 409, status(409, "the object has been modified"));
        } else {
            ObjectNode written = live != null && isStatus ? live.deepCopy() : object.deepCopy();
            if (live != null) {
                JsonNode status = isStatus ? object.path("status") : live.path("status");
                if (!status.isMissingNode()) {
                    written.set("status", status);
                }
                Trees.inner(written, "metadata").put("uid", Trees.uid(live));
            }
            answer(exchange, 200, store(path, written));
        }
    }

    private void patch(HttpExchange exchange, String path, String query, JsonNode patch) throws IOException {
        ObjectNode live = objects.get(path);
        if (patch.isArray()) {
            answer(exchange, live == null ? 404 : 200, live == null ? status(404, "not found") : live);
            return;
        }
        ObjectNode merged = live == null ? Trees.empty() : live.deepCopy();
        merge(merged, (ObjectNode) patch);
        if (query.contains("dryRun=All")) {
            answer(exchange, 200, merged);
        } else if (live != null && merged.equals(live)) {
            answer(exchange, 200, live);
        } else {
            answer(exchange, 200, store(path, merged));
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode inner) {
                merge(Trees.inner(into, entry.getKey()), inner);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private ObjectNode store(String path, ObjectNode object) {
        ObjectNode metadata = Trees.inner(object, "metadata");
        metadata.put("resourceVersion", Long.toString(++version));
        if (!metadata.has("uid")) {
            metadata.put(
                    "uid",
                    UUID.nameUUIDFromBytes((path + version).getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        objects.put(path, object);
        return object;
    }

    private static ObjectNode status(int code, String message) {
        ObjectNode status = Trees.empty()
                .put("apiVersion", "v1")
                .put("kind", "Status")
                .put("code", code)
                .put("message", message);
        status.putObject("details").put("name", "x");
        return status;
    }

    private static void answer(HttpExchange exchange, int code, JsonNode body) {
        try (exchange) {
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
