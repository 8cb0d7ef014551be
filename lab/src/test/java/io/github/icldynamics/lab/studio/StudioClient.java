package io.github.icldynamics.lab.studio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Asks a server, properly or byte by byte. */
final class StudioClient {
  private static final int PATIENCE_MILLIS = 10_000;

  private final URI server;

  StudioClient(URI server) {
    this.server = server;
  }

  /** What {@code Host} has to be. */
  String host() {
    return server.getAuthority();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The status that is answered to a request as it is written here. */
  int raw(String request, String headers) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      return rawOn(socket, request, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same on a connection that is open already. */
  int rawOn(Socket socket, String request, String headers) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    String text = request + "\r\n" + headers + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  static byte[] unzip(byte[] bytes) throws IOException {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }
}
