package io.github.icldynamics.claim;

import java.util.function.Function;

/**
 * A claim being written down, part by part and by name: seven texts in a row are too easily
 * swapped.
 */
public final class ClaimDraft {
  private final String id;
  private final Source source;
  private final String title;
  private String words = "";
  private String formula = "";
  private String hypothesis = "";
  private String measured = "";
  private String tolerance = "";
  private String reading = "";
  private Constants constants = Constants.none();
  private Constants conditions = Constants.none();

  private ClaimDraft(String id, Source source, String title) {
    this.id = id;
    this.source = source;
    this.title = title;
  }

  /**
   * Begins a claim.
   *
   * @param title the statement in one line
   */
  public static ClaimDraft of(String id, Source source, String title) {
    return new ClaimDraft(id, source, title);
  }

  /** The statement as a sentence or two. */
  public ClaimDraft says(String text) {
    words = text;
    return this;
  }

  /** The statement as a formula. */
  public ClaimDraft formula(String text) {
    formula = text;
    return this;
  }

  /** What it needs. */
  public ClaimDraft given(String text) {
    hypothesis = text;
    return this;
  }

  /** What is measured to decide it. */
  public ClaimDraft measures(String text) {
    measured = text;
    return this;
  }

  /** How near is near enough, and why. */
  public ClaimDraft tolerance(String text) {
    tolerance = text;
    return this;
  }

  /** What it means if it holds. */
  public ClaimDraft reads(String text) {
    reading = text;
    return this;
  }

  /** A number that the statement fixes. */
  public ClaimDraft fixes(String name, double value) {
    constants = constants.and(name, value);
    return this;
  }

  /** A number that the statement fixes and that what is run depends on. */
  public ClaimDraft supposes(String name, double value) {
    conditions = conditions.and(name, value);
    return fixes(name, value);
  }

  /** The claim, with the measurement that decides it. */
  public Claim measuredBy(Function<Reach, Judgement> inquiry) {
    return measuredUnder((anything, reach) -> inquiry.apply(reach));
  }

  /** The same where what is run depends on some of the constants. */
  public Claim measuredUnder(Inquiry inquiry) {
    var statement = new Statement(title, words, formula, hypothesis, measured, tolerance, reading);
    return new Claim(id, source, statement, constants, conditions, inquiry);
  }
}
