package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --figures}, for every command that draws. */
final class FiguresOption {
  private static final Choice<Boolean> FOR_PAPER =
      new Choice<Boolean>("--figures").or("screen", false).or("paper", true);

  @Option(
      names = "--figures",
      paramLabel = "screen|paper",
      description =
          "paper: besides, each figure for a column (3.25 in) and a page (6.75 in) as PDF and SVG,"
              + " the numbers it shows as CSV, and the tables in LaTeX (default: screen)")
  private @Nullable String figures;

  /**
   * Whether figures for a paper are asked for.
   *
   * @throws InvalidInputException if it is another word
   */
  boolean areForPaper() {
    return FOR_PAPER.of(figures);
  }
}
