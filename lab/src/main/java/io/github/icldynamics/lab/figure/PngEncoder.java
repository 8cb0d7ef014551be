package io.github.icldynamics.lab.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes an image of type RGB as a PNG of its pixels and nothing else. ImageIO would do, but
 * searches for plug-ins first, which takes longer than to draw the figure.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

  private PngEncoder() {}

  static byte[] encode(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    writeChunk(out, "IHDR", header(image));
    writeChunk(out, "IDAT", deflated(scanLines(image)));
    writeChunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] header(BufferedImage image) {
    return ByteBuffer.allocate(13)
        .putInt(image.getWidth())
        .putInt(image.getHeight())
        .put(EIGHT_BIT_RGB)
        .array();
  }

  /** Red, green and blue of every pixel; each line starts with a 0, which stands for no filter. */
  private static byte[] scanLines(BufferedImage image) {
    int width = image.getWidth();
    var bytes = new byte[image.getHeight() * (1 + 3 * width)];
    var line = new int[width];
    int next = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, width, 1, line);
      next++;
      for (int rgb : line) {
        bytes[next++] = (byte) (rgb >> 16);
        bytes[next++] = (byte) (rgb >> 8);
        bytes[next++] = (byte) rgb;
      }
    }
    return bytes;
  }

  private static byte[] deflated(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    try (var deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static void writeChunk(ByteArrayOutputStream out, String type, byte[] content) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
