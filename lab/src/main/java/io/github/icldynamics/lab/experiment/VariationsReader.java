package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.experiment.GramChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.experiment.Variations;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.ChangingLaw;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an experiment changes in the paper's setting. */
final class VariationsReader {
  private static final List<String> COURSES = List.of("switch", "drift", "cycle");

  private VariationsReader() {}

  static Variations read(Fields file) {
    var valueScale = file.get("valueScale");
    valueScale.ifPresent(field -> field.mapping(List.of("initial", "trained")));
    return new Variations(
        file.get("features").map(VariationsReader::gram).orElseGet(GramChoice.Identity::new),
        file.get("initial").map(VariationsReader::initial).orElseGet(InitialLogits.Zero::new),
        file.get("queryLaw").flatMap(VariationsReader::otherLaw),
        file.get("change").flatMap(VariationsReader::change),
        valueScale.flatMap(field -> field.get("initial")).map(Fields::number).orElse(1.0),
        valueScale.flatMap(field -> field.get("trained")).map(Fields::truth).orElse(false),
        file.get("test").flatMap(field -> test(file, field)));
  }

  private static GramChoice gram(Fields features) {
    var gram = features.mapping(List.of("gram")).get("gram");
    if (gram.isEmpty() || gram.get().isText("identity")) {
      return new GramChoice.Identity();
    }
    var field = gram.get();
    if (field.isMapping()) {
      field.mapping(List.of("equicorrelated"));
      var correlation = field.require("equicorrelated");
      double rho = correlation.number();
      if (!(rho >= 0 && rho < 1)) {
        throw correlation.bad("must lie in [0, 1)");
      }
      return new GramChoice.Equicorrelated(rho);
    }
    if (!field.isList()) {
      throw field.bad("must be identity, {equicorrelated: ρ} or a symmetric matrix [[…], …]");
    }
    try {
      return new GramChoice.Given(SymmetricMatrix.of(field.rows()));
    } catch (InvalidInputException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(field.path(), String.valueOf(e.getMessage()));
    }
  }

  private static InitialLogits initial(Fields initial) {
    var logits = initial.mapping(List.of("logits")).get("logits");
    if (logits.isEmpty() || logits.get().isText("zero")) {
      return new InitialLogits.Zero();
    }
    var field = logits.get();
    if (field.isMapping()) {
      return field
          .mapping(List.of("gaussian"))
          .require("gaussian")
          .under(
              gaussian -> {
                gaussian.mapping(List.of("scale", "seed"));
                return new InitialLogits.Gaussian(
                    gaussian.require("scale").number(),
                    gaussian.get("seed").map(Fields::whole).orElse(1L));
              });
    }
    if (!field.isList()) {
      throw field.bad("must be zero, {gaussian: {scale, seed}} or a matrix [[…], …]");
    }
    return given(field);
  }

  /** A matrix S, whose column k belongs to query k. */
  private static InitialLogits given(Fields field) {
    double[][] rows = field.rows();
    var columns = new ArrayList<Vector>();
    for (int k = 0; k < rows.length; k++) {
      double[] column = new double[rows.length];
      for (int m = 0; m < rows.length; m++) {
        if (rows[m].length != rows.length) {
          throw new InvalidInputException(
              field.path(),
              "must be square, but row "
                  + m
                  + " has "
                  + rows[m].length
                  + " entries and there are "
                  + rows.length
                  + " rows");
        }
        column[m] = rows[m][k];
      }
      columns.add(Vector.of(column));
    }
    return new InitialLogits.Given(columns);
  }

  private static Optional<TokenLawChoice> otherLaw(Fields field) {
    return field.isText("same") ? Optional.empty() : Optional.of(ExperimentReader.tokenLaw(field));
  }

  private static Optional<Variations.Change> change(Fields field) {
    if (field.isText("none")) {
      return Optional.empty();
    }
    field.mapping(COURSES);
    if (field.keys().size() != 1) {
      throw new InvalidInputException(
          field.path(),
          "must have exactly one of the keys "
              + String.join(", ", COURSES)
              + ", not "
              + field.keys().size());
    }
    String key = field.keys().get(0);
    var inner = field.require(key);
    var to = inner.isMapping() ? inner.get("to") : Optional.<Fields>empty();
    var law = to.map(ExperimentReader::tokenLaw);
    var course = inner.under(given -> course(key, given));
    return Optional.of(
        new Variations.Change(
            law.orElseThrow(
                () -> new InvalidInputException(inner.path() + ".to", "is required but not given")),
            course));
  }

  private static ChangingLaw.Course course(String key, Fields field) {
    return switch (key) {
      case "switch" ->
          new ChangingLaw.Switch(field.mapping(List.of("at", "to")).require("at").number());
      case "drift" ->
          new ChangingLaw.Drift(field.mapping(List.of("over", "to")).require("over").number());
      default ->
          new ChangingLaw.Cycle(field.mapping(List.of("period", "to")).require("period").number());
    };
  }

  private static Optional<Variations.Test> test(Fields file, Fields field) {
    if (field.isText("same")) {
      return Optional.empty();
    }
    field.mapping(List.of("tokenLaw", "promptLength"));
    PromptLength length =
        field
            .get("promptLength")
            .map(Fields::promptLength)
            .orElseGet(() -> file.require("promptLength").promptLength());
    var law = field.get("tokenLaw").flatMap(VariationsReader::otherLaw);
    return Optional.of(new Variations.Test(law, length));
  }
}
