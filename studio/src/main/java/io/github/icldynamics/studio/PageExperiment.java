package io.github.icldynamics.studio;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/** An experiment as the page hands it over. */
public interface PageExperiment extends JSObject {
  /** imbalanced, balanced, zipf, probabilities or groups. */
  @JSProperty
  String getLawKind();

  /**
   * The law's numbers in the order in which an experiment file writes them: K and p₁; K; K and the
   * exponent; the probabilities; probability and count of each group in turn.
   */
  @JSProperty
  Float64Array getLawNumbers();

  /** N, or Infinity. */
  @JSProperty
  double getPromptLength();

  /** σ². */
  @JSProperty
  double getNoise();

  /** Standard deviation and seed of Gaussian initial logits; empty: zero. */
  @JSProperty
  Float64Array getInitial();

  /** The word of an experiment file for it. */
  @JSProperty
  String getMethod();

  /** η. */
  @JSProperty
  double getLearningRate();

  /** ε. */
  @JSProperty
  double getEpsilon();

  /** The flow time to train to; NaN: until every query has converged. */
  @JSProperty
  double getUntil();

  /** auto, all or listed. */
  @JSProperty
  String getQueryKind();

  /** The listed queries, counted from 0. */
  @JSProperty
  Float64Array getQueries();
}
