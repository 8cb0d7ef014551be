package io.github.icldynamics.lab.store;

import io.github.icldynamics.numeric.Vector;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A matrix of doubles written row by row in NumPy's format 1.0: little-endian, rows contiguous.
 * Rows that are shorter than others end in NaN.
 */
final class ArrayFile implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private final OutputStream out;
  private final int columns;

  private ArrayFile(OutputStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  static ArrayFile create(Path path, int rows, int columns) throws IOException {
    var file = new ArrayFile(new BufferedOutputStream(Files.newOutputStream(path)), columns);
    file.out.write(head(rows, columns));
    return file;
  }

  private static byte[] head(int rows, int columns) {
    String shape =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int before = MAGIC.length + Short.BYTES;
    int padding = ALIGNMENT - (before + shape.length() + 1) % ALIGNMENT;
    String text = shape + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(before + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  void add(Vector row) throws IOException {
    var bytes = ByteBuffer.allocate(columns * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < columns; i++) {
      bytes.putDouble(i < row.size() ? row.get(i) : Double.NaN);
    }
    out.write(bytes.array());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
