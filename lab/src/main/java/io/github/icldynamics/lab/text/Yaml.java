package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Documents to and from YAML, of which JSON is a part. */
public final class Yaml {
  private static final int HASH_DIGITS = 12;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .streamReadConstraints(InputText.LIMITS)
                  .loadSettings(LoadSettings.builder().setCodePointLimit(InputText.LARGEST).build())
                  .build())
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.INDENT_ARRAYS)
          .build();

  private Yaml() {}

  /**
   * Reads YAML or JSON text.
   *
   * @param source what to call the text in complaints about it as a whole
   */
  public static Node read(String source, String text) {
    return parse(source, text).document();
  }

  /** The same, with where everything stands. */
  public static ParsedText parse(String source, String text) {
    try (var parser = MAPPER.createParser(text)) {
      var document = TokenReader.read(source, parser);
      if (document instanceof Node.Nothing) {
        throw new InvalidInputException(source, "must hold an experiment, but is empty");
      }
      return new ParsedText(source, document, () -> MAPPER.createParser(text));
    } catch (JacksonException e) {
      throw new SyntaxFault(text, e).inYaml(source);
    }
  }

  /** The text of a document; of equal documents the same. */
  public static String text(Node document) {
    return MAPPER.writeValueAsString(JsonTree.of(document));
  }

  /** The first digits of the SHA-256 of its text: equal for equal documents. */
  public static String hash(Node document) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text(document).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
