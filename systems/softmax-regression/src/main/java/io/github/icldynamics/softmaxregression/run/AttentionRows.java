package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import java.util.List;

/** Attention of features that stand for the law, at the milestones of the leading column. */
final class AttentionRows {
  private final TokenLaw law;
  private final LayerRun layer;
  private final List<Long> features;

  private AttentionRows(TokenLaw law, LayerRun layer) {
    this.law = law;
    this.layer = layer;
    this.features = RepresentativeFeatures.of(law);
  }

  static Table of(TokenLaw law, LayerRun layer) {
    return new AttentionRows(law, layer).table();
  }

  private Table table() {
    var rows = Forms.ATTENTION.begin();
    for (double tau : WholeRun.milestones(layer.leadingColumn())) {
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
      rows.real(tau)
          .whole(query)
          .whole(feature)
          .real(attention.get(law.groupInColumn(query, feature)));
    }
  }
}
