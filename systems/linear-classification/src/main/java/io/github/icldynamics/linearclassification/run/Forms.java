package io.github.icldynamics.linearclassification.run;

import static io.github.icldynamics.record.Column.real;
import static io.github.icldynamics.record.Column.text;
import static io.github.icldynamics.record.Column.whole;

import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;
import java.util.ArrayList;
import java.util.List;

/** The tables of a run. */
public final class Forms {
  /** The minimiser on the axes of Λ. */
  public static final TableForm AXES =
      TableForm.of(
          "axes",
          "an axis of Λ",
          whole("axis", "counted from 0"),
          real("variance", "λ"),
          real("weight", "of W*"),
          real("standard_error", "of the weight; 0 where nothing was sampled"),
          real("training_minimum", "the weight of the minimiser of the risk that was descended"));

  /** The minimiser as a matrix. */
  public static final TableForm MINIMISER =
      TableForm.of(
          "minimiser",
          "an entry of the minimiser",
          whole("row", "counted from 0"),
          whole("column", "counted from 0"),
          real("weight", "of W*"),
          real("standard_error", "of the weight; 0 where nothing was sampled"),
          real("deviation", "of G = W*/c − Λ⁻¹"),
          real("infinite_prompts", "of cΛ⁻¹"));

  /** Errors at inference. */
  public static final TableForm INFERENCE =
      TableForm.of(
          "inference",
          "a length of training prompts and one of test prompts",
          text("trained_on", "N, or inf"),
          text("tested_on", "M, or inf"),
          real("excess_error", "E ½ Σ_j |P̂_j − P_j|, the distance from Bayes"),
          real("standard_error", "of the excess error"),
          real("excess_risk", "by how much more often than Bayes the layer is wrong"),
          real("bayes_risk", "how often Bayes is wrong"),
          real("excess_risk_standard_error", "of the excess risk"),
          real("bayes_risk_standard_error", "of Bayes's risk"),
          text("layer", "own, ideal (trained on infinite prompts) or other (on N tokens)"));

  /** Classifiers compared. */
  public static final TableForm CLASSIFIERS =
      TableForm.of(
          "classifiers",
          "a classifier at a length of test prompts",
          whole("tested_on", "M"),
          text("classifier", "its name"),
          real("error", "share of wrong answers"),
          real("standard_error", "of the error, over tasks"),
          real("excess", "share of wrong answers beyond Bayes's"),
          real("excess_standard_error", "of the excess, over tasks"),
          real("bayes_error", "share of wrong answers of Bayes"),
          real("bayes_standard_error", "of Bayes's error, over tasks"));

  /** The tokens of the prompt that is drawn. */
  public static final TableForm PROMPT =
      TableForm.of(
          "prompt",
          "a token of the prompt that is drawn",
          real("x_1", "its first coordinate"),
          real("x_2", "its second coordinate"),
          whole("label", "its class, counted from 0"));

  private Forms() {}

  /** The run: weights are those on the axes of Λ. */
  static TableForm trajectory(int dimension) {
    var columns = new ArrayList<Column>();
    columns.add(real("tau", "flow time τ"));
    columns.add(real("iterations", "τ/η"));
    columns.add(real("loss", "the risk that is descended"));
    columns.add(real("squared_distance", "‖W − W*‖² from the minimiser of the risk descended"));
    for (int k = 0; k < dimension; k++) {
      columns.add(real("weight_" + k, "on axis " + k + " of Λ"));
    }
    return new TableForm("trajectory", "a time of the run", columns);
  }

  /** Class probabilities over the plane. */
  static TableForm boundaries(int classes) {
    var columns = new ArrayList<>(List.of(real("x_1", "of a query"), real("x_2", "of a query")));
    for (int j = 0; j < classes; j++) {
      columns.add(real("layer_" + j, "probability of class " + j + " by the trained layer"));
    }
    for (int j = 0; j < classes; j++) {
      columns.add(real("bayes_" + j, "probability of class " + j + " by Bayes"));
    }
    return new TableForm(
        "boundaries", "a place of the plane, by rows from below, each from the left", columns);
  }
}
