package org.passerelle.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// Speaks the protocol of ClamAV's daemon well enough to find the EICAR test text, and to be away.
final class FakeClamd implements AutoCloseable {
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final long largest;
    final AtomicLong largestPiece = new AtomicLong();

    FakeClamd(int port, long largest) {
        this.largest = largest;
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new StringBuilder();
            for (int c = in.read(); c > 0; c = in.read()) {
                command.append((char) c);
            }
            var answer =
                    switch (command.toString()) {
                        case "zPING" -> "PONG";
                        case "zINSTREAM" -> scanned(in);
                        default -> "UNKNOWN COMMAND";
                    };
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The client went away.
        }
    }

    private String scanned(DataInputStream in) throws IOException {
        var text = new StringBuilder();
        long size = 0;
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            largestPiece.accumulateAndGet(length, Math::max);
            size += length;
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        if (size > largest) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return text.indexOf(EICAR) < 0 ? "stream: OK" : "stream: Win.Test.EICAR_HDB-1 FOUND";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
