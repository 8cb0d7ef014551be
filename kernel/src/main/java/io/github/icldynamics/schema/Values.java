package io.github.icldynamics.schema;

import java.util.IdentityHashMap;

/** The values of the fields of one record, before there is the record. */
public final class Values {
  private final IdentityHashMap<Field<?, ?>, Object> values = new IdentityHashMap<>();

  Values() {}

  <T> void put(Field<?, T> field, T value) {
    values.put(field, value);
  }

  boolean has(Field<?, ?> field) {
    return values.containsKey(field);
  }

  /** The value of a field. */
  @SuppressWarnings("unchecked") // put takes only values of the field's own type
  public <T> T get(Field<?, T> field) {
    var value = (T) values.get(field);
    if (value == null) {
      throw new IllegalArgumentException("no value of the field " + field.key());
    }
    return value;
  }
}
