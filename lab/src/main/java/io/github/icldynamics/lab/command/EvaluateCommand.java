package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.experiment.Fields;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code icl evaluate}: the population at given logits. */
@Command(
    name = "evaluate",
    description = "Population loss and descent direction at given logits; prints JSON.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class)
final class EvaluateCommand implements Callable<Integer> {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Parameters(
      paramLabel = "FILE.json|-",
      description = "one case or a list of cases; - reads stdin")
  private String file = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var document = parse();
    JsonNode answer = document.isArray() ? evaluateAll(document) : evaluateOne(document);
    spec.commandLine().getOut().println(JsonDocument.text(answer));
    return Icl.DONE;
  }

  private JsonNode parse() {
    JsonNode node;
    try {
      node = JSON.readTree(text());
    } catch (JacksonException e) {
      var location = e.getLocation();
      throw new InvalidInputException(
          file,
          "must be one JSON document, but cannot be read at line "
              + location.getLineNr()
              + ", column "
              + location.getColumnNr());
    }
    if (node == null || node.isMissingNode()) {
      throw new InvalidInputException(file, "must hold a case, but is empty");
    }
    return node;
  }

  private String text() {
    try {
      String text =
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw new InvalidInputException(file, "must be a readable text file, but is not");
    }
  }

  private ObjectNode evaluateOne(JsonNode document) {
    try {
      return EvaluationCase.evaluate(Fields.root(document));
    } catch (InvalidInputException e) {
      throw e.field().isEmpty() ? e.renamed(file) : e;
    }
  }

  private static ArrayNode evaluateAll(JsonNode cases) {
    var answers = JsonNodeFactory.instance.arrayNode();
    for (var fields : Fields.root(cases).list()) {
      answers.add(fields.under(EvaluationCase::evaluate));
    }
    return answers;
  }
}
