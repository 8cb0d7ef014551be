package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Documents to and from YAML, of which JSON is a part. */
public final class Yaml {
  private static final int HASH_DIGITS = 12;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .loadSettings(LoadSettings.builder().setCodePointLimit(InputText.LARGEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
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
    JsonNode node;
    try {
      refuseAliases(source, text);
      node = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new InvalidInputException(source, "must be YAML or JSON, but " + reason(e));
    }
    if (node == null || node.isMissingNode() || node.isNull()) {
      throw new InvalidInputException(source, "must hold an experiment, but is empty");
    }
    return JsonTree.read(node);
  }

  /** The tree model would read an alias as a text of its name. */
  private static void refuseAliases(String source, String text) {
    try (var parser = (YAMLParser) MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          throw new InvalidInputException(
              source, "must give values themselves, not by the alias *" + parser.getString());
        }
      }
    }
  }

  private static String reason(JacksonException e) {
    if (e instanceof MismatchedInputException) {
      return "holds more than one document";
    }
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    boolean readable = !message.isBlank() && !message.contains("java.");
    var location = e.getLocation();
    return (readable ? message : "a value cannot be read")
        + (location == null || location.getLineNr() < 1
            ? ""
            : " (line " + location.getLineNr() + ")");
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
