package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An index of the runs of a store, in DuckDB beside them. It holds nothing that the runs do not, is
 * brought up to date when it is opened, and can be thrown away.
 */
public final class RunIndex implements AutoCloseable {
  private static final String FOUND = "SELECT path, name, hash, system, outcome, stamp FROM runs ";
  private static final long NANOS = 1_000_000L;
  private static final int MOST_OF_A_HASH = 100;

  private final Path store;
  private final IndexDatabase database;

  private RunIndex(Path store, IndexDatabase database) {
    this.store = store;
    this.database = database;
  }

  /** A run that an index has found. */
  public record Found(
      Path path, String name, String hash, String system, String outcome, long madeMillis) {}

  /**
   * Opens the index of a store, and brings it up to date.
   *
   * @param threads that read runs
   * @throws InvalidInputException if there is no such folder
   * @throws StorageException if the machine does not let it be read
   */
  public static RunIndex open(Path store, int threads, Progress progress) {
    if (!Files.isDirectory(store)) {
      throw new InvalidInputException(
          store.toString(), "must be a folder with runs in it, and there is none");
    }
    try {
      var database = IndexDatabase.open(store);
      new IndexUpdate(store, database, progress).update(threads);
      return new RunIndex(store, database);
    } catch (SQLException e) {
      throw StorageException.reading(store, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw StorageException.reading(store, e);
    }
  }

  /** Throws the index of a store away: the next who opens it makes it again. */
  public static void forget(Path store) {
    IndexDatabase.forget(store);
  }

  /**
   * The runs that a condition is true of, the newest first.
   *
   * @param most how many at most
   * @throws InvalidInputException if no run has a field of the condition
   */
  public List<Found> find(Condition condition, int most) {
    var query = new Query(condition);
    String sql = FOUND + "WHERE %s ORDER BY stamp DESC, path LIMIT %d".formatted(query.sql, most);
    return asked(
        () -> {
          try (var statement = query.prepared(sql)) {
            return found(statement);
          }
        });
  }

  /** The runs whose hash begins so. */
  public List<Found> withHash(String beginning) {
    String sql =
        FOUND + "WHERE starts_with(hash, ?) ORDER BY stamp DESC, path LIMIT " + MOST_OF_A_HASH;
    return asked(
        () -> {
          try (var statement = database.prepare(sql)) {
            statement.setString(1, beginning);
            return found(statement);
          }
        });
  }

  private List<Found> found(PreparedStatement statement) throws SQLException {
    var found = new ArrayList<Found>();
    IndexDatabase.query(
        statement,
        row ->
            found.add(
                new Found(
                    store.resolve(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6) / NANOS)));
    return found;
  }

  /** How many runs a condition is true of. */
  public int count(Condition condition) {
    var query = new Query(condition);
    return asked(
        () -> {
          var counts = new ArrayList<Integer>();
          try (var statement = query.prepared("SELECT count(*) FROM runs WHERE " + query.sql)) {
            IndexDatabase.query(statement, row -> counts.add(row.getInt(1)));
          }
          return counts.getFirst();
        });
  }

  /**
   * The values of fields of some runs, as texts by run and name; what a run does not have is not
   * there.
   *
   * @throws InvalidInputException if no run has one of the fields
   */
  public Map<Path, Map<String, String>> values(List<Found> runs, List<String> names) {
    names.forEach(this::idsOf);
    return asked(
        () -> {
          var values = new LinkedHashMap<Path, Map<String, String>>();
          String sql =
              """
              SELECT names.name, cells.text FROM cells JOIN names ON names.id = cells.name
              JOIN runs ON runs.id = cells.run WHERE runs.path = ? ORDER BY names.id
              """;
          try (var statement = database.prepare(sql)) {
            for (var run : runs) {
              var all = new LinkedHashMap<String, String>();
              statement.setString(1, relative(run));
              IndexDatabase.query(statement, row -> all.put(row.getString(1), row.getString(2)));
              values.put(run.path(), wanted(all, names));
            }
          }
          return values;
        });
  }

  private String relative(Found run) {
    return store.relativize(run.path()).toString();
  }

  private static Map<String, String> wanted(Map<String, String> all, List<String> names) {
    var wanted = new HashMap<String, String>();
    for (String asked : names) {
      all.entrySet().stream()
          .filter(entry -> isMeant(asked, entry.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .ifPresent(text -> wanted.put(asked, text));
    }
    return wanted;
  }

  /** The end of a name is enough. */
  private static boolean isMeant(String asked, String field) {
    return field.equals(asked) || field.endsWith("." + asked);
  }

  /** The fields of experiments in which some runs differ. */
  public List<String> differing(List<Found> runs, int most) {
    if (runs.isEmpty()) {
      return List.of();
    }
    var paths =
        runs.stream()
            .map(run -> "'" + relative(run).replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    String sql =
        """
        SELECT names.name FROM cells JOIN names ON names.id = cells.name
        JOIN runs ON runs.id = cells.run
        WHERE names.ofExperiment AND runs.path IN (%s)
        GROUP BY names.name, names.id HAVING count(DISTINCT cells.text) > 1
        ORDER BY names.id LIMIT %d
        """
            .formatted(paths, most);
    return asked(() -> database.texts(sql));
  }

  private List<Integer> idsOf(String asked) {
    var all = names();
    var ids =
        all.entrySet().stream()
            .filter(entry -> isMeant(asked, entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (ids.isEmpty()) {
      throw new InvalidInputException(
          asked, "is no field, fact or landmark of any run" + Words.hint(asked, all.keySet()));
    }
    return ids;
  }

  private Map<String, Integer> names() {
    return asked(
        () -> {
          var names = new LinkedHashMap<String, Integer>();
          database.query(
              "SELECT name, id FROM names ORDER BY id",
              row -> names.put(row.getString(1), row.getInt(2)));
          return names;
        });
  }

  /** A condition as a query, with its values in their places. */
  private final class Query {
    private static final Set<String> OF_RUNS = Set.of("name", "hash", "system", "outcome", "path");

    private final List<Object> values = new ArrayList<>();
    private final String sql;

    Query(Condition condition) {
      this.sql = sql(condition);
    }

    private String sql(Condition condition) {
      return switch (condition) {
        case Condition.Always() -> "true";
        case Condition.And(var left, var right) -> "(" + sql(left) + " AND " + sql(right) + ")";
        case Condition.Or(var left, var right) -> "(" + sql(left) + " OR " + sql(right) + ")";
        case Condition.Not(var inner) -> "NOT (" + sql(inner) + ")";
        case Condition.Comparison comparison -> sql(comparison);
      };
    }

    private String sql(Condition.Comparison comparison) {
      String sign = comparison.relation().sql();
      if (OF_RUNS.contains(comparison.name())) {
        values.add(comparison.value());
        return comparison.name() + " " + sign + " ?";
      }
      String ids =
          idsOf(comparison.name()).stream().map(String::valueOf).collect(Collectors.joining(", "));
      double number = Numerals.numberOrNaN(new Node.Text(comparison.value()));
      values.add(Double.isNaN(number) ? comparison.value() : (Object) number);
      String column = Double.isNaN(number) ? "text" : "number";
      return "id IN (SELECT run FROM cells WHERE name IN (%s) AND %s %s ?)"
          .formatted(ids, column, sign);
    }

    PreparedStatement prepared(String whole) throws SQLException {
      var statement = database.prepare(whole);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement;
    }
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw database.refused(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
