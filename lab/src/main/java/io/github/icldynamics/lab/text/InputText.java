package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts from outside, of a size that can be read. */
public final class InputText {
  /** The most bytes that are read. */
  static final int LARGEST = 64 << 20;

  private InputText() {}

  /** The text of a file. */
  public static String of(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return of(file.toString(), stream);
    } catch (IOException e) {
      throw unreadable(file.toString());
    }
  }

  /**
   * The rest of a stream.
   *
   * @param source what to call it in complaints
   */
  public static String of(String source, InputStream stream) {
    try {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InvalidInputException(source, "must be at most 64 MiB");
      }
      // A decoder of one's own, unlike a String, complains of bytes that are no text.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw unreadable(source);
    }
  }

  private static InvalidInputException unreadable(String source) {
    return new InvalidInputException(source, "must be a readable text file, but is not");
  }
}
