package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.DuckDb;
import io.github.icldynamics.lab.store.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The database of an index, in a file of the store, or in memory where the store cannot be written.
 * One process has it at a time, and others wait.
 */
final class IndexDatabase implements AutoCloseable {
  /** A folder of its own: what comes and goes in it makes the store itself look no newer. */
  private static final String FOLDER = ".index";

  private static final String DATABASE = "index.duckdb";
  private static final String LOCK = "lock";
  private static final String FORMAT = "icl index 1";

  private final Path store;
  private final Connection connection;
  private final Optional<FileChannel> lock;

  private IndexDatabase(Path store, Connection connection, Optional<FileChannel> lock) {
    this.store = store;
    this.connection = connection;
    this.lock = lock;
  }

  /** Opens it, if need be a new one. */
  static IndexDatabase open(Path store) throws IOException, SQLException {
    if (!Files.isWritable(store)) {
      return prepared(store, "jdbc:duckdb:", Optional.empty());
    }
    var folder = Files.createDirectories(store.resolve(FOLDER));
    var lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock.lock().isValid()) {
      throw new IOException("its lock cannot be had");
    }
    String url = "jdbc:duckdb:" + file(store);
    try {
      return prepared(store, url, Optional.of(lock));
    } catch (SQLException e) {
      // Of another version, or damaged: it holds nothing that the runs do not.
      forget(store);
      return prepared(store, url, Optional.of(lock));
    }
  }

  /** Throws it away. */
  static void forget(Path store) {
    try {
      Files.deleteIfExists(file(store));
      Files.deleteIfExists(store.resolve(FOLDER).resolve(DATABASE + ".wal"));
    } catch (IOException e) {
      throw StorageException.writing(file(store), e);
    }
  }

  private static Path file(Path store) {
    return store.resolve(FOLDER).resolve(DATABASE);
  }

  private static IndexDatabase prepared(Path store, String url, Optional<FileChannel> lock)
      throws SQLException {
    var database = new IndexDatabase(store, DuckDb.connected(url), lock);
    try {
      database.prepare();
      return database;
    } catch (SQLException e) {
      database.connection.close();
      throw e;
    }
  }

  private void prepare() throws SQLException {
    execute("SET threads = 2");
    execute("CREATE TABLE IF NOT EXISTS formats (format VARCHAR)");
    if (!texts("SELECT format FROM formats").equals(List.of(FORMAT))) {
      begin();
    }
  }

  private void begin() throws SQLException {
    for (String table : List.of("folders", "runs", "names", "cells")) {
      execute("DROP TABLE IF EXISTS " + table);
    }
    execute("CREATE TABLE folders (path VARCHAR, stamp BIGINT)");
    execute(
        """
        CREATE TABLE runs (id INTEGER, path VARCHAR, stamp BIGINT, name VARCHAR, hash VARCHAR,
          system VARCHAR, outcome VARCHAR)
        """);
    execute("CREATE TABLE names (id INTEGER, name VARCHAR, ofExperiment BOOLEAN)");
    execute("CREATE TABLE cells (run INTEGER, name INTEGER, number DOUBLE, text VARCHAR)");
    execute("DELETE FROM formats");
    execute("INSERT INTO formats VALUES ('" + FORMAT + "')");
  }

  void execute(String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  PreparedStatement prepare(String command) throws SQLException {
    return connection.prepareStatement(command);
  }

  /** Who reads a row of an answer. */
  interface RowReader {
    /** Reads it. */
    void read(ResultSet row) throws SQLException;
  }

  void query(String query, RowReader reader) throws SQLException {
    try (var statement = prepare(query)) {
      query(statement, reader);
    }
  }

  static void query(PreparedStatement statement, RowReader reader) throws SQLException {
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  int number(String query) throws SQLException {
    var numbers = new ArrayList<Integer>();
    query(query, row -> numbers.add(row.getInt(1)));
    return numbers.getFirst();
  }

  List<String> texts(String query) throws SQLException {
    var texts = new ArrayList<String>();
    query(query, row -> texts.add(row.getString(1)));
    return texts;
  }

  /** Writes rows into a table, faster than statements do. */
  DuckDBAppender appender(String schema, String table) throws SQLException {
    return connection.unwrap(DuckDBConnection.class).createAppender(schema, table);
  }

  /** What the machine or the database would not do. */
  StorageException refused(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return StorageException.reading(file(store), new IOException(line, e));
  }

  @Override
  public void close() {
    try {
      connection.close();
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (SQLException e) {
      throw refused(e);
    } catch (IOException e) {
      throw StorageException.writing(store.resolve(FOLDER), e);
    }
  }
}
