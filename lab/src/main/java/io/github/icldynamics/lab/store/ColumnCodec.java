package io.github.icldynamics.lab.store;

import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.analysis.Role;
import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.lab.run.ColumnRecord;
import io.github.icldynamics.lab.run.ColumnSummary;
import io.github.icldynamics.lab.run.SampledState;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.ErrorFloor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Records of columns to and from bytes; every double keeps its bits. The query comes first. */
final class ColumnCodec {
  private static final OptionalDouble NOTHING = OptionalDouble.empty();

  private ColumnCodec() {}

  static byte[] encode(ColumnRecord column) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      writeSummary(column.summary(), out);
      out.writeInt(column.own());
      out.writeInt(column.competitor());
      out.writeInt(column.states().size());
      for (var state : column.states()) {
        writeState(state, out);
      }
      out.writeInt(column.logits().size());
      for (int m = 0; m < column.logits().size(); m++) {
        out.writeDouble(column.logits().get(m));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeSummary(ColumnSummary summary, DataOutputStream out) throws IOException {
    out.writeLong(summary.query());
    out.writeUTF(summary.role().name());
    out.writeDouble(summary.probability());
    writeOptional(
        summary.floor().map(floor -> OptionalDouble.of(floor.logarithm())).orElse(NOTHING), out);
    out.writeUTF(summary.outcome().name());
    out.writeUTF(summary.ended());
    writeOptional(summary.convergence(), out);
    out.writeDouble(summary.end());
    out.writeInt(summary.phases().size());
    for (var phase : summary.phases()) {
      writePhase(phase, out);
    }
  }

  private static void writeOptional(OptionalDouble value, DataOutputStream out) throws IOException {
    out.writeBoolean(value.isPresent());
    out.writeDouble(value.orElse(0));
  }

  private static void writePhase(Phase phase, DataOutputStream out) throws IOException {
    out.writeUTF(phase.name());
    out.writeDouble(phase.from());
    out.writeDouble(phase.to());
    out.writeUTF(phase.why());
    out.writeBoolean(phase.threshold().isPresent());
    if (phase.threshold().isPresent()) {
      var threshold = phase.threshold().get();
      out.writeUTF(threshold.weight());
      out.writeUTF(threshold.bound());
      out.writeDouble(threshold.value());
      writeOptional(threshold.tau(), out);
    }
  }

  private static void writeState(SampledState state, DataOutputStream out) throws IOException {
    out.writeDouble(state.tau());
    out.writeDouble(state.error());
    for (var group : List.of(state.own(), state.competitor())) {
      out.writeDouble(group.logit());
      out.writeDouble(group.meanAttention());
      out.writeDouble(group.descent());
    }
  }

  static ColumnRecord decode(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ColumnRecord(
          readSummary(in), in.readInt(), in.readInt(), readStates(in), readLogits(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ColumnSummary readSummary(DataInputStream in) throws IOException {
    return new ColumnSummary(
        in.readLong(),
        Role.valueOf(in.readUTF()),
        in.readDouble(),
        readFloor(in),
        RunOutcome.valueOf(in.readUTF()),
        in.readUTF(),
        readOptional(in),
        in.readDouble(),
        readPhases(in));
  }

  private static Optional<ErrorFloor> readFloor(DataInputStream in) throws IOException {
    var logarithm = readOptional(in);
    return logarithm.isPresent()
        ? Optional.of(new ErrorFloor(logarithm.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble readOptional(DataInputStream in) throws IOException {
    boolean present = in.readBoolean();
    double value = in.readDouble();
    return present ? OptionalDouble.of(value) : NOTHING;
  }

  private static List<Phase> readPhases(DataInputStream in) throws IOException {
    int number = in.readInt();
    var phases = new ArrayList<Phase>();
    for (int i = 0; i < number; i++) {
      phases.add(
          new Phase(
              in.readUTF(), in.readDouble(), in.readDouble(), in.readUTF(), readThreshold(in)));
    }
    return phases;
  }

  private static Optional<Phase.Threshold> readThreshold(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(
            new Phase.Threshold(in.readUTF(), in.readUTF(), in.readDouble(), readOptional(in)))
        : Optional.empty();
  }

  private static List<SampledState> readStates(DataInputStream in) throws IOException {
    int number = in.readInt();
    var states = new ArrayList<SampledState>();
    for (int i = 0; i < number; i++) {
      states.add(new SampledState(in.readDouble(), in.readDouble(), readGroup(in), readGroup(in)));
    }
    return states;
  }

  private static SampledState.Group readGroup(DataInputStream in) throws IOException {
    return new SampledState.Group(in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static Vector readLogits(DataInputStream in) throws IOException {
    double[] logits = new double[in.readInt()];
    for (int m = 0; m < logits.length; m++) {
      logits[m] = in.readDouble();
    }
    return Vector.of(logits);
  }
}
