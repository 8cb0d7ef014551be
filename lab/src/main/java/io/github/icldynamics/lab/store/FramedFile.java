package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of frames, each its length (4 bytes), the CRC-32C of length and content (4 bytes), and the
 * content; numbers are big-endian. Whatever follows the last whole frame is damage.
 */
record FramedFile(FileChannel channel) {
  private static final int HEAD = 8;

  static long length(byte[] content) {
    return HEAD + (long) content.length;
  }

  /** Whether a file cannot hold so much as a frame without content. */
  static boolean isTooShort(FileChannel channel) throws IOException {
    return channel.size() < HEAD;
  }

  /** The content of the frame at a position; empty if no whole frame is there. */
  Optional<byte[]> read(long position) throws IOException {
    var head = ByteBuffer.allocate(HEAD);
    if (!fill(head, position)) {
      return Optional.empty();
    }
    int length = head.getInt();
    int sum = head.getInt();
    if (length < 0 || length > channel.size() - position - HEAD) {
      return Optional.empty();
    }
    var content = ByteBuffer.allocate(length);
    return fill(content, position + HEAD) && sum == checksum(content.array())
        ? Optional.of(content.array())
        : Optional.empty();
  }

  private boolean fill(ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  /** Writes a frame at the end, whole or not at all; returns its position. */
  long append(byte[] content) throws IOException {
    var frame = ByteBuffer.allocate(Math.toIntExact(length(content)));
    frame.putInt(content.length).putInt(checksum(content)).put(content).flip();
    long position = channel.size();
    try {
      while (frame.hasRemaining()) {
        channel.write(frame, position + frame.position());
      }
    } catch (IOException e) {
      // Else frames of other threads would come to lie behind the damage, and be lost.
      if (channel.isOpen()) {
        cut(position);
      }
      throw e;
    }
    return position;
  }

  void cut(long position) throws IOException {
    channel.truncate(position);
  }

  private static int checksum(byte[] content) {
    var sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
    sum.update(content);
    return (int) sum.getValue();
  }
}
