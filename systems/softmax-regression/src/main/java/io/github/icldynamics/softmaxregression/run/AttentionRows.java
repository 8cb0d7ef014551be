package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import io.github.icldynamics.softmaxregression.training.SampleTimes;
import java.util.List;

/** Attention of features that stand for the law, at the milestones of the leading column. */
record AttentionRows(TokenLaw law, LayerRun layer, List<Long> features) {
  static Table of(TokenLaw law, LayerRun layer) {
    return new AttentionRows(law, layer, RepresentativeFeatures.of(law)).table();
  }

  private Table table() {
    var rows = Forms.ATTENTION.begin();
    for (double tau : SampleTimes.milestones(layer.leadingColumn())) {
      queries().forEach(query -> put(tau, query, rows));
    }
    return rows.table();
  }

  /** Features that were trained, or are exchangeable with one. */
  private List<Long> queries() {
    var trained = features.stream().filter(k -> layer.columnOf(law, k).isPresent()).toList();
    return trained.isEmpty() ? List.of(layer.leadingColumn().query()) : trained;
  }

  private void put(double tau, long query, TableBuilder rows) {
    var column = layer.columnOf(law, query).orElseThrow();
    // A column that got stuck ends before the others.
    double reached = Math.min(tau, column.trajectory().end());
    var attention = column.stateAt(reached).value().meanAttention();
    for (long feature : features) {
      double share = attention.get(law.groupInColumn(query, feature));
      rows.real(tau).whole(query).whole(feature).real(share);
    }
  }
}
