package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.sweep.SweepFolder;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.duckdb.DuckDBAppender;

/** Brings an index up to date with the runs of its store. */
final class IndexUpdate {
  private static final long NANOS = 1_000_000L;

  /** A folder that has changed a moment ago may change again without looking newer. */
  private static final long UNSETTLED = 2_000 * NANOS;

  private static final int CHUNK = 2_000;

  private final Path store;
  private final IndexDatabase database;
  private final Progress progress;

  IndexUpdate(Path store, IndexDatabase database, Progress progress) {
    this.store = store;
    this.database = database;
    this.progress = progress;
  }

  /** Takes out what has gone, and reads what has come. */
  void update(int threads) throws SQLException, IOException {
    long now = System.currentTimeMillis() * NANOS;
    if (isUpToDate(now)) {
      return;
    }
    progress.doing("looking at the runs");
    var folders = folders();
    var there = RunPath.in(store).toList();
    var known = known();
    var gone = new HashMap<>(known);
    there.forEach(gone::remove);
    database.execute("BEGIN TRANSACTION");
    remove(List.copyOf(gone.values()));
    add(there.stream().filter(path -> !known.containsKey(path)).toList(), threads);
    keep(folders, now);
    database.execute("COMMIT");
  }

  /** Nothing comes or goes without its folder looking newer. */
  private boolean isUpToDate(long now) throws SQLException {
    var stamps = new HashMap<String, Long>();
    database.query(
        "SELECT path, stamp FROM folders", row -> stamps.put(row.getString(1), row.getLong(2)));
    return !stamps.isEmpty()
        && stamps.entrySet().stream()
            .allMatch(folder -> isUnchanged(folder.getKey(), folder.getValue(), now));
  }

  private boolean isUnchanged(String folder, long stamp, long now) {
    return stamp >= 0 && stamp <= now && RunPath.stamp(store.resolve(folder)) == stamp;
  }

  /** The folders in which runs come and go, with how old they are before they are listed. */
  private Map<String, Long> folders() throws IOException {
    var folders = new LinkedHashMap<String, Long>();
    folders.put("", RunPath.stamp(store));
    try (var entries = Files.list(store)) {
      entries
          .filter(SweepFolder::isSweep)
          .map(SweepFolder::runsOf)
          .forEach(runs -> folders.put(store.relativize(runs).toString(), RunPath.stamp(runs)));
    }
    return folders;
  }

  private void keep(Map<String, Long> folders, long now) throws SQLException {
    database.execute("DELETE FROM folders");
    try (var statement = database.prepare("INSERT INTO folders VALUES (?, ?)")) {
      for (var folder : folders.entrySet()) {
        boolean isSettled = now - folder.getValue() > UNSETTLED;
        statement.setString(1, folder.getKey());
        statement.setLong(2, isSettled ? folder.getValue() : -1);
        statement.execute();
      }
    }
  }

  private Map<RunPath, Integer> known() throws SQLException {
    var known = new HashMap<RunPath, Integer>();
    database.query(
        "SELECT path, stamp, id FROM runs",
        row -> known.put(new RunPath(row.getString(1), row.getLong(2)), row.getInt(3)));
    return known;
  }

  private void remove(List<Integer> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    database.execute("CREATE OR REPLACE TABLE gone (id INTEGER)");
    try (var appender = database.appender("main", "gone")) {
      for (int id : ids) {
        appender.beginRow();
        appender.append(id);
        appender.endRow();
      }
    }
    database.execute("DELETE FROM cells WHERE run IN (SELECT id FROM gone)");
    database.execute("DELETE FROM runs WHERE id IN (SELECT id FROM gone)");
    database.execute("DROP TABLE gone");
  }

  private void add(List<RunPath> paths, int threads) throws SQLException {
    if (paths.isEmpty()) {
      return;
    }
    progress.doing("indexing runs");
    int next = database.number("SELECT coalesce(max(id), 0) FROM runs");
    var names = new NameTable();
    try (var workers = new Workers(threads);
        var runs = database.appender("main", "runs");
        var cells = database.appender("main", "cells")) {
      for (int from = 0; from < paths.size(); from += CHUNK) {
        var chunk = paths.subList(from, Math.min(paths.size(), from + CHUNK));
        for (var entry : read(chunk, workers)) {
          next++;
          append(runs, next, entry);
          append(cells, next, entry, names);
        }
        progress.report((double) (from + chunk.size()) / paths.size());
      }
    }
    names.store();
  }

  private List<RunEntry> read(List<RunPath> paths, Workers workers) {
    var pieces = new ArrayList<Supplier<Optional<RunEntry>>>();
    paths.forEach(path -> pieces.add(() -> RunEntry.read(store, path)));
    return workers.inOrder(pieces).stream().flatMap(Optional::stream).toList();
  }

  private static void append(DuckDBAppender runs, int id, RunEntry entry) throws SQLException {
    runs.beginRow();
    runs.append(id);
    runs.append(entry.path().path());
    runs.append(entry.path().stamp());
    runs.append(entry.path().name());
    runs.append(entry.hash());
    runs.append(entry.system());
    runs.append(entry.outcome());
    runs.endRow();
  }

  private static void append(DuckDBAppender cells, int run, RunEntry entry, NameTable names)
      throws SQLException {
    for (var field : entry.fields().entrySet()) {
      String name = field.getKey();
      append(cells, run, names.id(name, entry.isOfExperiment(name)), field.getValue());
    }
  }

  private static void append(DuckDBAppender cells, int run, int name, Node value)
      throws SQLException {
    double number = Numerals.numberOrNaN(value);
    cells.beginRow();
    cells.append(run);
    cells.append(name);
    if (Double.isNaN(number)) {
      cells.appendNull();
    } else {
      cells.append(number);
    }
    cells.append(value instanceof Node.Nothing ? "" : value.given());
    cells.endRow();
  }

  /** The names of fields by number: there are few, and each stands in every run. */
  private final class NameTable {
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Boolean> added = new LinkedHashMap<>();

    NameTable() throws SQLException {
      database.query("SELECT name, id FROM names", row -> ids.put(row.getString(1), row.getInt(2)));
    }

    int id(String name, boolean isOfExperiment) {
      var known = ids.get(name);
      if (known != null) {
        return known;
      }
      int id = ids.size() + 1;
      ids.put(name, id);
      added.put(name, isOfExperiment);
      return id;
    }

    void store() throws SQLException {
      try (var statement = database.prepare("INSERT INTO names VALUES (?, ?, ?)")) {
        for (var name : added.entrySet()) {
          statement.setInt(1, Objects.requireNonNull(ids.get(name.getKey())));
          statement.setString(2, name.getKey());
          statement.setBoolean(3, name.getValue());
          statement.execute();
        }
      }
    }
  }
}
