package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** DuckDB, which reads and writes tables: a library of the machine's own code. */
public final class DuckDb {
  private DuckDb() {}

  /** A database in memory. */
  public static Connection inMemory() throws SQLException {
    return connected("jdbc:duckdb:");
  }

  /**
   * A database by its address.
   *
   * @throws StorageException if the machine cannot load the library, which is unpacked into a
   *     folder for temporary files
   */
  public static Connection connected(String address) throws SQLException {
    try {
      return DriverManager.getConnection(address);
    } catch (LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw StorageException.opening(
          "the library of DuckDB", new IOException(String.valueOf(cause.getMessage()), e));
    }
  }
}
