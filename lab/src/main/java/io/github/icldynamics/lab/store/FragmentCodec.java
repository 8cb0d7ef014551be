package io.github.icldynamics.lab.store;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.system.Fragment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of runs to and from bytes; every double keeps its bits.
 *
 * @param forms of the tables of each part, in their order
 */
public record FragmentCodec(List<TableForm> forms) {
  public FragmentCodec {
    forms = List.copyOf(forms);
  }

  /** A part as bytes. */
  public byte[] bytes(Fragment fragment) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(fragment, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The part of some bytes. */
  public Fragment fragment(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Fragment fragment, DataOutputStream out) throws IOException {
    for (var table : fragment.tables()) {
      writeTable(table, out);
    }
    out.writeInt(fragment.arrays().size());
    for (var array : new TreeMap<>(fragment.arrays()).entrySet()) {
      out.writeUTF(array.getKey());
      writeRow(array.getValue(), out);
    }
  }

  private static void writeTable(Table table, DataOutputStream out) throws IOException {
    out.writeInt(table.size());
    for (int row = 0; row < table.size(); row++) {
      for (int column = 0; column < table.form().columns().size(); column++) {
        writeCell(table, column, row, out);
      }
    }
  }

  private static void writeCell(Table table, int column, int row, DataOutputStream out)
      throws IOException {
    switch (table.form().columns().get(column).kind()) {
      case WHOLE -> out.writeLong(table.whole(column, row));
      case REAL -> out.writeDouble(table.real(column, row));
      case TEXT -> writeText(table.text(column, row), out);
    }
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeRow(Vector row, DataOutputStream out) throws IOException {
    out.writeInt(row.size());
    for (int i = 0; i < row.size(); i++) {
      out.writeDouble(row.get(i));
    }
  }

  Fragment read(DataInputStream in) throws IOException {
    var tables = new ArrayList<Table>();
    for (var form : forms) {
      tables.add(readTable(form, in));
    }
    int number = in.readInt();
    Map<String, Vector> arrays = new LinkedHashMap<>();
    for (int i = 0; i < number; i++) {
      arrays.put(in.readUTF(), readRow(in));
    }
    return new Fragment(tables, arrays);
  }

  private static Table readTable(TableForm form, DataInputStream in) throws IOException {
    int size = in.readInt();
    var builder = form.begin();
    for (int row = 0; row < size; row++) {
      for (var column : form.columns()) {
        switch (column.kind()) {
          case WHOLE -> builder.whole(in.readLong());
          case REAL -> builder.real(in.readDouble());
          case TEXT -> builder.text(readText(in));
        }
      }
    }
    return builder.table();
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static Vector readRow(DataInputStream in) throws IOException {
    double[] row = new double[in.readInt()];
    for (int i = 0; i < row.length; i++) {
      row[i] = in.readDouble();
    }
    return Vector.of(row);
  }
}
