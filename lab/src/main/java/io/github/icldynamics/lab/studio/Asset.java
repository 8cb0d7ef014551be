package io.github.icldynamics.lab.studio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the site, held in memory, plain and compressed; its bytes are for reading only. */
final class Asset {
  private final MediaType type;
  private final byte[] plain;
  private final byte[] compressed;

  private Asset(MediaType type, byte[] plain, byte[] compressed) {
    this.type = type;
    this.plain = plain;
    this.compressed = compressed;
  }

  static Asset of(MediaType type, byte[] bytes) {
    return new Asset(type, bytes, type.isCompressible() ? compress(bytes) : bytes);
  }

  static Asset of(MediaType type, String text) {
    return of(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] compress(byte[] bytes) {
    var buffer = new ByteArrayOutputStream();
    try (var gzip = new ThoroughCompression(buffer)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return buffer.toByteArray();
  }

  MediaType type() {
    return type;
  }

  /** Whether compressing it makes it smaller. */
  boolean isSmallerCompressed() {
    return compressed.length < plain.length;
  }

  byte[] plain() {
    return plain;
  }

  byte[] compressed() {
    return compressed;
  }

  /** Compressed once and sent often. */
  private static final class ThoroughCompression extends GZIPOutputStream {
    ThoroughCompression(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
