package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.StreamReadConstraints;

/** Texts from outside, of a size that can be read. */
public final class InputText {
  /** The most bytes that are read. */
  static final int LARGEST = 64 << 20;

  /** No limits of the library's own: ours are told in words of this program. */
  static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build();

  private InputText() {}

  /** The text of a file. */
  public static String of(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file.toString(), "must be a text file, but is a folder");
    }
    try (var stream = Files.newInputStream(file)) {
      return of(file.toString(), stream);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file.toString(), "must be a text file, but is not there");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(file.toString(), "cannot be read: permission denied");
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
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
      return decoded(source, bytes);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** A decoder of one's own, unlike a String, tells of bytes that are no text, and where. */
  private static String decoded(String source, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    int zero = text.indexOf('\0');
    if (isUtf16(bytes) || zero >= 0) {
      throw new InvalidInputException(
          source, "must be text in UTF-8, but seems to be in UTF-16 or no text; save it as UTF-8");
    }
    if (result != CoderResult.UNDERFLOW) {
      throw new InvalidInputException(
          source,
          "must be text in UTF-8, but at %s has a byte of another encoding (0x%02X), such as Latin-1; save it as UTF-8"
              .formatted(Place.of(text, text.length()), bytes[in.position()]));
    }
    return text;
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static InvalidInputException unreadable(String source, IOException cause) {
    return new InvalidInputException(source, "cannot be read: " + cause.getMessage());
  }
}
