package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All that decides a result: equal experiments give equal bits.
 *
 * @param tokenLaw law of tokens and query
 * @param promptLength N
 * @param labels covariance C and noise σ²
 * @param method how the logits move
 * @param learningRate η
 * @param epsilon ε
 * @param until flow time to train to; empty: until every query has converged
 * @param queries which columns are trained
 */
public record Experiment(
    TokenLawChoice tokenLaw,
    PromptLength promptLength,
    LabelModel labels,
    MethodChoice method,
    double learningRate,
    double epsilon,
    OptionalDouble until,
    QueryChoice queries) {

  public Experiment {
    var law = within("tokenLaw." + tokenLaw.key(), () -> law(tokenLaw, labels));
    var plan =
        within(
            "training",
            () ->
                new TrainingPlan(
                    law,
                    promptLength,
                    labels,
                    method.method(learningRate),
                    epsilon,
                    Ending.at(until)));
    var features = within("queries", () -> queries.features(tokenLaw, law));
    within("labels", () -> plan.column(features.get(0)));
  }

  private interface Construction<T> {
    T make();
  }

  private static <T> T within(String path, Construction<T> construction) {
    try {
      return construction.make();
    } catch (InvalidInputException e) {
      throw e.field().equals("query") ? e.renamed(path) : e.under(path);
    }
  }

  /** The token law. */
  public TokenLaw law() {
    return law(tokenLaw, labels);
  }

  /** A covariance matrix tells apart what would be exchangeable. */
  private static TokenLaw law(TokenLawChoice choice, LabelModel labels) {
    return labels.covariance() instanceof LabelModel.MatrixCovariance
        ? choice.law().listedSingly()
        : choice.law();
  }

  /** The mathematics of it. */
  public TrainingPlan plan() {
    return new TrainingPlan(
        law(), promptLength, labels, method.method(learningRate), epsilon, Ending.at(until));
  }

  /** The features whose columns are trained, counted from 0. */
  public List<Long> features() {
    return queries.features(tokenLaw, law());
  }

  /** Iterations of a flow time: {@code t = τ/η}. */
  public double iterations(double tau) {
    return tau / learningRate;
  }
}
