package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.softmaxregression.experiment.LabelChoice;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.law.LabelKernel.Polynomial;
import java.util.List;

/** A class of functions, and how it is drawn. */
record FunctionClass(String title, LabelKernel kernel, CurveStyle style) {
  static final FunctionClass LINEAR =
      new FunctionClass("linear", new LabelKernel.Linear(), CurveStyle.solid(0));
  static final FunctionClass QUADRATIC =
      new FunctionClass("quadratic", new Polynomial(2, 1), CurveStyle.dashed(1));
  static final FunctionClass CUBIC =
      new FunctionClass("cubic", new Polynomial(3, 1), CurveStyle.dotted(2));
  static final FunctionClass RELU =
      new FunctionClass("random ReLU network", new LabelKernel.Relu(), CurveStyle.dashed(3));
  static final FunctionClass GAUSSIAN =
      new FunctionClass("Gaussian process", new LabelKernel.Gaussian(1), CurveStyle.dotted(5));

  static final List<FunctionClass> ALL = List.of(LINEAR, QUADRATIC, CUBIC, RELU, GAUSSIAN);

  /** Labels that are such functions, without noise. */
  LabelChoice labels() {
    return new LabelChoice(new LabelChoice.Functions(kernel), 0);
  }

  /** {@code v = k(1) − k(ρ)}: what two features do not share. */
  double variance(double correlation) {
    return kernel.moment(1, 1, 1) - kernel.moment(1, correlation, 1);
  }
}
