package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.MixtureExperiment;
import io.github.icldynamics.experiment.StoredExperiment;
import io.github.icldynamics.prompt.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Experiments to and from text. */
public final class ExperimentFile {
  private static final int HASH_DIGITS = 12;

  private static final YAMLMapper YAML =
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

  private ExperimentFile() {}

  /**
   * Reads YAML or JSON text.
   *
   * @param source what to call the text in complaints about it as a whole
   */
  public static Experiment parse(String source, String text) {
    return parse(source, text, ExperimentReader::read);
  }

  /** The same for the mixture system. */
  public static MixtureExperiment parseMixture(String source, String text) {
    return parse(source, text, MixtureReader::read);
  }

  /** The same for either system; an experiment of the mixture system has a mixture. */
  public static StoredExperiment parseAny(String source, String text) {
    return parse(source, text, ExperimentFile::readAny);
  }

  private static StoredExperiment readAny(Fields file) {
    return file.isMapping() && file.keys().contains("mixture")
        ? MixtureReader.read(file)
        : ExperimentReader.read(file);
  }

  private static <T> T parse(String source, String text, Function<Fields, T> reader) {
    try {
      return reader.apply(Fields.root(tree(source, text)));
    } catch (InvalidInputException e) {
      throw e.field().isEmpty() ? e.renamed(source) : e;
    }
  }

  private static JsonNode tree(String source, String text) {
    JsonNode node;
    try {
      refuseAliases(source, text);
      node = YAML.readTree(text);
    } catch (JacksonException e) {
      throw new InvalidInputException(source, "must be YAML or JSON, but " + reason(e));
    }
    if (node == null || node.isMissingNode() || node.isNull()) {
      throw new InvalidInputException(source, "must hold an experiment, but is empty");
    }
    return node;
  }

  /** The tree model would read an alias as a text of its name. */
  private static void refuseAliases(String source, String text) {
    try (var parser = (YAMLParser) YAML.createParser(text)) {
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

  /** The canonical YAML: all fields, in one order, in one way. */
  public static String canonical(StoredExperiment experiment) {
    return YAML.writeValueAsString(tree(experiment));
  }

  /** The same as a tree. */
  public static ObjectNode tree(StoredExperiment experiment) {
    return switch (experiment) {
      case Experiment trained -> ExperimentTree.of(trained);
      case MixtureExperiment trained -> MixtureTree.of(trained);
    };
  }

  /** The first digits of the SHA-256 of the canonical YAML: equal for equal experiments. */
  public static String hash(StoredExperiment experiment) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(canonical(experiment).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
