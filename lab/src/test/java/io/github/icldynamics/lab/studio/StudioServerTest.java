package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioServerTest {
  private final StudioServer server = StudioServer.atAnyPort(StandIn.site());
  private final StudioClient client = new StudioClient(server.address());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | text/html; charset=utf-8",
        "/index.html | text/html; charset=utf-8",
        "/page.css | text/css; charset=utf-8",
        "/src/main.js | text/javascript; charset=utf-8",
        "/figures.json | application/json; charset=utf-8",
        "/favicon.svg | image/svg+xml; charset=utf-8",
        "/example.yaml | text/yaml; charset=utf-8",
        "/lib/engine.wasm | application/wasm",
        "/lib/font.woff2 | font/woff2"
      })
  void everyKindOfFileHasItsType(String path, String type) {
    var answer = client.get(path);
    assertEquals(200, answer.statusCode());
    assertEquals(type, header(answer, "Content-Type"));
    assertEquals(answer.body().length, Integer.parseInt(header(answer, "Content-Length")));
  }

  @Test
  void theRootIsTheIndex() {
    assertArrayEquals(client.get("/index.html").body(), client.get("/").body());
    assertTrue(text(client.get("/")).contains("<title>Stand-in</title>"));
  }

  @Test
  void filesAreServedByteForByte() throws IOException {
    try (var stream = StandIn.class.getResourceAsStream("standin/lib/engine.wasm")) {
      assertArrayEquals(stream.readAllBytes(), client.get("/lib/engine.wasm").body());
    }
    assertEquals("title: ε\n", text(client.get("/example.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/lib/engine.wasm"})
  void whoeverReadsGzipGetsLess(String path) throws IOException {
    var plain = client.get(path);
    var compressed = client.get(path, "Accept-Encoding", "br, gzip");
    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("gzip", header(compressed, "Content-Encoding"));
    assertEquals("Accept-Encoding", header(plain, "Vary"));
    assertTrue(compressed.body().length < plain.body().length);
    assertArrayEquals(plain.body(), StudioClient.unzip(compressed.body()));
  }

  @Test
  void whatIsCompressedAlreadyStaysAsItIs() {
    var font = client.get("/lib/font.woff2", "Accept-Encoding", "gzip");
    assertEquals("", header(font, "Content-Encoding"));
    assertEquals(204, font.body().length);
  }

  @Test
  void headTellsTheLengthAndSendsNothing() {
    var whole = client.get("/index.html", "Accept-Encoding", "gzip");
    var head = client.send("HEAD", "/index.html", "Accept-Encoding", "gzip");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(header(whole, "Content-Length"), header(head, "Content-Length"));
    assertEquals("gzip", header(head, "Content-Encoding"));
    assertEquals(404, client.send("HEAD", "/nothing.html").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void theStudioCanOnlyBeRead(String method) {
    var answer = client.send(method, "/index.html");
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", header(answer, "Allow"));
    assertEquals("The studio can only be read.\n", text(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing.html",
        "/src",
        "/src/",
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/%2E%2E%2Foutside.txt",
        "/..%5Coutside.txt",
        "/src/../../outside.txt",
        "/src/../index.html",
        "//index.html",
        "/./index.html",
        "/index.html%00.js",
        "/../StudioServerTest.class",
        "/run/experiment.yaml"
      })
  void nothingElseIsThere(String path) {
    assertEquals(404, client.raw("GET " + path + " HTTP/1.1", "Host: " + client.host()));
  }

  /** Else the paths above that lead out of the folder would lead nowhere anyway. */
  @Test
  void somethingStandsBesideThePage() throws IOException {
    try (var stream = StandIn.class.getResourceAsStream("standin/../outside.txt")) {
      assertTrue(stream.readAllBytes().length > 0);
    }
  }

  @Test
  void aFragmentOfAnAddressIsNoPath() {
    assertEquals(200, client.raw("GET /index.html?a=../b HTTP/1.1", "Host: " + client.host()));
  }

  @Test
  void namesOfThisMachineAreAnswered() {
    int port = server.address().getPort();
    assertEquals(200, client.raw("GET / HTTP/1.1", "Host: 127.0.0.1:" + port));
    assertEquals(200, client.raw("GET / HTTP/1.1", "Host: localhost:" + port));
    assertEquals(200, client.raw("GET / HTTP/1.1", "Host: LocalHost:" + port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: example.org",
        "Host: example.org:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1:PORT.example.org",
        "Host:",
        "Accept: */*",
        "Host: 127.0.0.1:PORT\r\nHost: example.org"
      })
  void otherNamesAreRefused(String headers) {
    String port = Integer.toString(server.address().getPort());
    assertEquals(421, client.raw("GET / HTTP/1.1", headers.replace("PORT", port)));
    assertEquals(421, client.raw("POST / HTTP/1.1", headers.replace("PORT", port)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lib/engine.wasm", "/nothing.html"})
  void everyAnswerProtectsThePage(String path) {
    var answer = client.get(path);
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(answer, "Referrer-Policy"));
    assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
    assertEquals("no-cache", header(answer, "Cache-Control"));
    assertEquals(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'",
        header(answer, "Content-Security-Policy"));
  }

  @Test
  void anExperimentIsServedAndOpened() {
    var given = Laboratory.systems().preset("zipf");
    var site = StudioSite.of(StandIn.files(), given);
    try (var other = StudioServer.atAnyPort(site)) {
      assertEquals("open=run/experiment.yaml", other.address().getFragment());
      var answer = new StudioClient(other.address()).get("/run/experiment.yaml");
      assertEquals("text/yaml; charset=utf-8", header(answer, "Content-Type"));
      assertEquals(Yaml.text(given.document()), text(answer));
    }
    assertEquals("http://127.0.0.1:" + server.address().getPort() + "/", address(server));
  }

  private static String address(StudioServer server) {
    return server.address().toString();
  }

  @Test
  void oneConnectionCarriesManyRequests() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      for (int i = 0; i < 3; i++) {
        assertEquals(404, client.rawOn(socket, "HEAD /x HTTP/1.1", "Host: " + client.host()));
      }
    }
  }

  /** All of 127.0.0.0/8 is this machine on some systems, and none of it but 127.0.0.1 on others. */
  @Test
  void noOtherAddressOfThisMachineAnswers() throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    var other = new InetSocketAddress(loopback, server.address().getPort());
    assertThrows(
        IOException.class,
        () -> {
          try (var socket = new Socket()) {
            socket.connect(other, 2000);
          }
        });
  }

  @Test
  void aClosedServerAnswersNobodyAndFreesItsPort() throws IOException {
    int port = server.address().getPort();
    try (var kept = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertEquals(404, client.rawOn(kept, "HEAD /x HTTP/1.1", "Host: " + client.host()));
      server.close();
      assertEquals(-1, kept.getInputStream().read());
    }
    assertThrows(
        IOException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    StudioServer.at(port, StandIn.site()).close();
  }

  @Test
  void aPortInUseIsRefused() {
    int port = server.address().getPort();
    var e =
        assertThrows(
            InvalidInputException.class, () -> StudioServer.at(port, StandIn.site()).close());
    assertEquals("--port must be a free port, and " + port + " is not", e.getMessage());
  }

  @Test
  void theUsualPortGivesWayToAnother() throws IOException {
    var usual = URI.create("http://127.0.0.1:8025/");
    try (var first = StudioServer.atUsualPort(StandIn.site());
        var second = StudioServer.atUsualPort(StandIn.site())) {
      for (var each : List.of(first, second)) {
        assertEquals(200, new StudioClient(each.address()).get("/").statusCode());
      }
      assertNotEquals(first.address(), second.address());
      assertNotEquals(usual, second.address());
    }
    if (isFree(usual.getPort())) {
      try (var alone = StudioServer.atUsualPort(StandIn.site())) {
        assertEquals(usual, alone.address());
      }
    }
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
