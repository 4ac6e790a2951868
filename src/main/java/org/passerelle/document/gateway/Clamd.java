package org.passerelle.document.gateway;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.passerelle.document.domain.VirusScanner;

/// Speaks to ClamAV's daemon over TCP: the file goes to it in pieces by its command `INSTREAM`, so
/// that the daemon needs no access to the folder.
final class Clamd implements VirusScanner {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;

    /// @param address `host:port`, or `[address]:port` for IPv6
    /// @throws IllegalArgumentException when it is no such address
    Clamd(String address) {
        var colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "passerelle.virus-scanner should be host:port, not '" + address + "'");
        }
        host = address.substring(0, colon).replaceAll("^\\[|]$", "");
        port = Integer.parseInt(address.substring(colon + 1));
    }

    /// Whether it is there.
    @Override
    public boolean answers() {
        try (var socket = connected()) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return "PONG".equals(answer(socket));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isSet() {
        return true;
    }

    @Override
    public Verdict scan(Path file) {
        try (var socket = connected();
                var content = Files.newInputStream(file)) {
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var piece = new byte[PIECE_BYTES];
            int read;
            while ((read = content.read(piece)) > 0) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return verdict(answer(socket));
        } catch (IOException e) {
            return new Verdict.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    /// `stream: OK`, `stream: Name-Of-It FOUND`, or an error such as a size over its own limit.
    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            var end = answer.length() - FOUND.length();
            return new Verdict.Infected(answer.substring("stream: ".length(), end));
        }
        return new Verdict.NoAnswer(answer.isEmpty() ? "it closed the connection" : answer);
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String answer(Socket socket) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var in = socket.getInputStream();
        int next;
        while (bytes.size() < LONGEST_ANSWER && (next = in.read()) > 0) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
