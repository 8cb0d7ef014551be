package io.github.icldynamics.lab.studio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the site, held in memory, plain and compressed. */
@SuppressWarnings("ArrayRecordComponent") // the bytes are for reading only
record Asset(MediaType type, byte[] plain, byte[] compressed) {
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

  boolean isSmallerCompressed() {
    return compressed.length < plain.length;
  }

  /** Compressed once and sent often. */
  private static final class ThoroughCompression extends GZIPOutputStream {
    ThoroughCompression(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
