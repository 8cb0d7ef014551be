package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.experiment.Fields;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.prompt.TokenLaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private static final List<String> KEYS =
      List.of(
          "probabilities",
          "multiplicities",
          "promptLength",
          "query",
          "logits",
          "labelCovariance",
          "noiseVariance");

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
    spec.commandLine().getOut().println(JsonOutput.text(answer));
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
      return evaluate(Fields.root(document));
    } catch (InvalidInputException e) {
      throw e.field().isEmpty() ? e.renamed(file) : e;
    }
  }

  private static ArrayNode evaluateAll(JsonNode cases) {
    var answers = JsonNodeFactory.instance.arrayNode();
    for (var fields : Fields.root(cases).list()) {
      answers.add(fields.under(EvaluateCommand::evaluate));
    }
    return answers;
  }

  private static ObjectNode evaluate(Fields given) {
    given.mapping(KEYS);
    var column = column(given);
    var logits = Vector.of(given.require("logits").numbers());
    var value = PopulationEvaluator.of(column).evaluate(logits);
    var answer = JsonNodeFactory.instance.objectNode().put("loss", value.loss());
    answer.set("descent", numbers(value.descent()));
    answer.set("meanAttention", numbers(value.meanAttention()));
    return answer;
  }

  private static QueryColumn column(Fields given) {
    double[] probabilities = given.require("probabilities").numbers();
    long[] counts = multiplicities(given, probabilities.length);
    var groups = new ArrayList<FeatureGroup>();
    for (int m = 0; m < probabilities.length; m++) {
      groups.add(group(m, probabilities[m], counts[m]));
    }
    var law = law(groups);
    long query = given.require("query").whole();
    if (query < 0 || query >= law.groups().size()) {
      throw new InvalidInputException(
          "query", "must be from 0 to " + (law.groups().size() - 1) + ", not " + query);
    }
    var labels = labels(given);
    var promptLength = given.require("promptLength").promptLength();
    try {
      return new QueryColumn(law.groups(), (int) query, promptLength, labels);
    } catch (InvalidInputException e) {
      throw e.field().equals("covariance") ? e.renamed("labelCovariance") : e;
    }
  }

  private static TokenLaw law(List<FeatureGroup> groups) {
    try {
      return new TokenLaw(groups);
    } catch (InvalidInputException e) {
      throw e.renamed("probabilities");
    }
  }

  private static long[] multiplicities(Fields given, int groups) {
    var field = given.get("multiplicities");
    if (field.isEmpty()) {
      long[] ones = new long[groups];
      Arrays.fill(ones, 1);
      return ones;
    }
    long[] counts = field.get().list().stream().mapToLong(Fields::whole).toArray();
    if (counts.length != groups) {
      throw new InvalidInputException(
          "multiplicities",
          "must have " + groups + " entries like probabilities, not " + counts.length);
    }
    return counts;
  }

  private static FeatureGroup group(int index, double probability, long count) {
    try {
      return new FeatureGroup(probability, count);
    } catch (InvalidInputException e) {
      String list = e.field().equals("count") ? "multiplicities" : "probabilities";
      throw e.renamed(list + "[" + index + "]");
    }
  }

  private static LabelModel labels(Fields given) {
    double noise = given.get("noiseVariance").map(Fields::number).orElse(0.0);
    try {
      LabelModel.Covariance covariance =
          given
              .get("labelCovariance")
              .<LabelModel.Covariance>map(rows -> LabelModel.MatrixCovariance.of(rows.rows()))
              .orElseGet(LabelModel.IdentityCovariance::new);
      return new LabelModel(covariance, noise);
    } catch (InvalidInputException e) {
      throw switch (e.field()) {
        case "covariance" -> e.renamed("labelCovariance");
        case "noise" -> e.renamed("noiseVariance");
        default -> e;
      };
    }
  }

  private static ArrayNode numbers(Vector vector) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < vector.size(); i++) {
      list.add(vector.get(i));
    }
    return list;
  }
}
