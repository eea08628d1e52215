package io.fogatlas.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Speaks TLS on a port of this machine, demands a certificate of the client, and passes on what comes to another address. */
final class TlsForwarder implements AutoCloseable {
    private final SSLServerSocket server;
    private final SocketAddress target;

    TlsForwarder(SSLContext context, SocketAddress target) throws IOException {
        this.target = target;
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        background(this::accept);
    }

    static SocketAddress unix(URI address) {
        return UnixDomainSocketAddress.of(Path.of(address.getPath()));
    }

    URI address(String host) {
        return URI.create("tcp://" + host + ":" + server.getLocalPort());
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "tls-forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SSLSocket near = (SSLSocket) server.accept();
                SocketChannel far = target instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
                far.connect(target);
                background(() -> forth(near, far));
                background(() -> back(far, near));
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static void forth(SSLSocket near, SocketChannel far) {
        byte[] buffer = new byte[8192];
        try (near;
                far) {
            for (int read = near.getInputStream().read(buffer);
                    read >= 0;
                    read = near.getInputStream().read(buffer)) {
                far.write(ByteBuffer.wrap(buffer, 0, read));
            }
        } catch (IOException gone) {
            // One side is closed, as the tests of what is refused make it: with it the other one is.
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the channel itself: its streams would wait for each other. */
    private static void back(SocketChannel far, SSLSocket near) {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        try (near;
                far) {
            while (far.read(buffer) >= 0) {
                near.getOutputStream().write(buffer.array(), 0, buffer.position());
                near.getOutputStream().flush();
                buffer.clear();
            }
        } catch (IOException gone) {
            // As above.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
