package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.descent.Adam;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.GramChoice;
import io.github.icldynamics.softmaxregression.experiment.LabelChoice;
import io.github.icldynamics.softmaxregression.experiment.TestChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.experiment.ValueScale;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ColumnObjective;
import io.github.icldynamics.softmaxregression.objective.CurriculumObjective;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.Criterion;
import io.github.icldynamics.softmaxregression.training.InitialLogits;
import io.github.icldynamics.softmaxregression.training.PopulationTest;
import java.util.List;
import java.util.Optional;

/**
 * One assumption of the paper broken, or none, with the time that an under-represented query then
 * takes until a tenth of what it can learn is left.
 */
enum BrokenAssumption {
  NONE("none: the paper's setting, N = ∞", "2") {
    @Override
    double time(long features) {
      return Sweep.time(shared(infinite(features)));
    }
  },
  NOISE("label noise σ² = 1, N = K²", "2") {
    @Override
    double time(long features) {
      var noisy =
          prompts(features, features * features)
              .with(Experiment.LABELS, new LabelChoice(LabelChoice.linear().moments(), 1));
      return Sweep.time(shared(noisy));
    }
  },
  CORRELATION("correlation ρ = 0.3", "2") {
    @Override
    double time(long features) {
      return together(infinite(features).with(Experiment.GRAM, new GramChoice.Equicorrelated(0.3)));
    }
  },
  FUNCTIONS("functions of a ReLU kernel", "2") {
    @Override
    double time(long features) {
      var moments = new LabelChoice.Functions(new LabelKernel.Relu());
      return Sweep.time(
          shared(infinite(features).with(Experiment.LABELS, new LabelChoice(moments, 0))));
    }
  },
  PROMPTS_OF_ALL("prompts of N = K tokens", "2") {
    @Override
    double time(long features) {
      return Sweep.time(shared(prompts(features, features)));
    }
  },
  SHORT_PROMPTS("prompts of N = 10 tokens", "1") {
    @Override
    double time(long features) {
      return Sweep.time(shared(prompts(features, 10)));
    }
  },
  QUERIES("queries asked equally often", "2") {
    @Override
    double time(long features) {
      var balanced = new TokenLawChoice.Groups(likeImbalanced(features));
      return Sweep.time(
          shared(infinite(features).with(Experiment.QUERY_LAW, Optional.of(balanced))));
    }
  },
  ZIPF("Zipf's law, exponent 1, its last query", "2, as K² ln² K") {
    @Override
    double time(long features) {
      var law = new TokenLawChoice.Zipf(features, 1);
      return lean(Sweep.column(law, features - 1), Vector.zero((int) features));
    }

    @Override
    double probability(long features) {
      return new TokenLawChoice.Zipf(features, 1).law().probability(features - 1);
    }
  },
  VALUE_SCALE("a trained value scale", "2") {
    @Override
    double time(long features) {
      return together(infinite(features).with(Experiment.VALUE_SCALE, new ValueScale(1, true)));
    }
  },
  START("a Gaussian start, standard deviation 0.1", "2") {
    @Override
    double time(long features) {
      var law = Contestant.law(features).law().listedSingly();
      var column = law.column(Sweep.RARE, PromptLength.infinite(), LabelModel.linear());
      return lean(column, new InitialLogits.Gaussian(0.1, 1).column(column, Sweep.RARE));
    }
  },
  ADAM("Adam, η = 0.1, ε = 10⁻⁸: iterations", "2, from 0") {
    @Override
    double time(long features) {
      double rate = 0.1;
      var training =
          SHARE
              .with(Training.METHOD, new Adam(0.9, 0.999, 1e-8))
              .with(Training.LEARNING_RATE, rate);
      return Sweep.time(shared(infinite(features).with(Experiment.TRAINING, training))) / rate;
    }
  },
  CURRICULUM("a curriculum of few features a prompt", "1, as K ln K") {
    @Override
    double time(long features) {
      var column = Sweep.column(Contestant.law(features), Sweep.RARE);
      var objective = new CurriculumObjective(column);
      double rate = SHORT_STEP / column.queryProbability();
      double target = LEFT * initialLoss(objective, Vector.zero(objective.size()));
      double horizon = 1e3 * (double) features * features;
      return new GradientDescent(rate)
          .follow(objective, Vector.zero(objective.size()), new Goal.Converge(target, horizon))
          .end();
    }
  },
  TEST("tested on the balanced law", "2") {
    @Override
    double time(long features) {
      var balanced = new TokenLawChoice.Groups(likeImbalanced(features));
      var test = new TestChoice(Optional.of(balanced), Optional.empty(), Optional.empty());
      var experiment = infinite(features).with(Experiment.TEST, Optional.of(test));
      var run = shared(experiment);
      var longer = run.extendedTo(10 * Sweep.time(run));
      return PopulationTest.of(
              longer, experiment.testColumn(Sweep.RARE).orElseThrow(), new Criterion.Share(LEFT))
          .convergence()
          .orElseThrow();
    }
  };

  /** The share of {@code L_k(0) − L_k*} that is left. */
  static final double LEFT = 0.1;

  private static final Training SHARE =
      Training.usual().with(Training.CONVERGED, Optional.of(new Criterion.Share(LEFT)));

  /** Of a logit, in one step of a curriculum: such steps follow the flow within a percent. */
  private static final double SHORT_STEP = 0.02;

  /** Enough for seven digits, with so many weights that more would take hours. */
  private static final double LEAN_TOLERANCE = 1e-6;

  private final String title;
  private final String limit;

  /**
   * @param limit what the local exponent of K in the time tends to
   */
  BrokenAssumption(String title, String limit) {
    this.title = title;
    this.limit = limit;
  }

  String title() {
    return title;
  }

  String limit() {
    return limit;
  }

  /** The time, in iterations where there is no flow time. */
  abstract double time(long features);

  /** p_k of the query. */
  double probability(long features) {
    return Contestant.law(features).law().probability(Sweep.RARE);
  }

  private static Experiment infinite(long features) {
    return Sweep.experiment(Contestant.law(features)).with(Experiment.TRAINING, SHARE);
  }

  private static Experiment prompts(long features, long tokens) {
    return infinite(features).with(Experiment.PROMPT_LENGTH, PromptLength.of(tokens));
  }

  private static ColumnRun shared(Experiment experiment) {
    return experiment.layerPlan().train(Sweep.RARE);
  }

  private static double together(Experiment experiment) {
    return Sweep.time(experiment.layerPlan().trainTogether(List.of((long) Sweep.RARE)).getFirst());
  }

  /** All features equally frequent, in the groups of the imbalanced law. */
  private static List<FeatureGroup> likeImbalanced(long features) {
    return Contestant.law(features).law().groups().stream()
        .map(group -> new FeatureGroup(1.0 / features, group.count()))
        .toList();
  }

  /** A column with as many weights as features, on infinite prompts, whose way is not kept. */
  private static double lean(QueryColumn column, Vector initial) {
    var objective = new ColumnObjective(column);
    double target = LEFT * initialLoss(objective, initial);
    double p = column.queryProbability();
    var goal = new Goal.Converge(target, 1e3 / (p * p));
    return new GradientFlow(LEAN_TOLERANCE).outcome(objective, initial, goal).tau();
  }

  private static double initialLoss(Objective objective, Vector initial) {
    return objective.descend(0, initial.toArray(), new double[initial.size()]);
  }
}
