package io.fogatlas.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A registry on this machine that has one small image, for one user only. */
final class Registry implements AutoCloseable {
    private static final String MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

    private final HttpServer server;
    private final String authorization;
    private final Map<String, byte[]> blobs = new TreeMap<>();
    private final byte[] manifest;

    Registry(String user, String password) throws IOException {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        byte[] tar = new byte[1024];
        byte[] layer = gzip(tar);
        byte[] config =
                ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"none\"]},\"rootfs\":{\"type\":\"layers\","
                                + "\"diff_ids\":[\"" + digest(tar) + "\"]}}")
                        .getBytes(StandardCharsets.UTF_8);
        manifest = ("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST_TYPE + "\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.docker.container.image.v1+json\",\"size\":" + config.length
                        + ",\"digest\":\""
                        + digest(config) + "\"},\"layers\":[{\"mediaType\":"
                        + "\"application/vnd.docker.image.rootfs.diff.tar.gzip\",\"size\":" + layer.length
                        + ",\"digest\":\""
                        + digest(layer) + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        blobs.put(digest(layer), layer);
        blobs.put(digest(config), config);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(content);
        }
        return zipped.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"registry\"");
            send(exchange, 401, new byte[0], "application/json");
        } else if (path.equals("/v2/")) {
            send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8), "application/json");
        } else if (path.contains("/manifests/")) {
            exchange.getResponseHeaders().set("Docker-Content-Digest", digest(manifest));
            send(exchange, 200, manifest, MANIFEST_TYPE);
        } else {
            byte[] blob = blobs.get(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, blob == null ? 404 : 200, blob == null ? new byte[0] : blob, "application/octet-stream");
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body, String type) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            boolean headers = exchange.getRequestMethod().equals("HEAD");
            if (headers) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            }
            exchange.sendResponseHeaders(status, headers || body.length == 0 ? -1 : body.length);
            if (!headers && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
