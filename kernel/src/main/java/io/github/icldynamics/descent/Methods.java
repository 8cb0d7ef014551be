package io.github.icldynamics.descent;

import io.github.icldynamics.schema.TaggedFormat;
import java.util.ArrayList;
import java.util.List;

/** The methods that every system can train with. */
public final class Methods {
  private static final List<TaggedFormat.Kind<? extends MethodChoice>> ALL =
      List.of(
          FlowChoice.KIND,
          PlainDescent.KIND,
          Momentum.KIND,
          Nesterov.KIND,
          Adam.KIND,
          RmsProp.KIND,
          SignDescent.KIND,
          NormalisedDescent.KIND);

  private Methods() {}

  /**
   * The format of a method: its word at the key {@code method}, its constants beside it.
   *
   * @param own methods that only one system has
   */
  public static TaggedFormat<MethodChoice> format(
      List<TaggedFormat.Kind<? extends MethodChoice>> own) {
    var kinds = new ArrayList<>(ALL);
    kinds.addAll(own);
    return TaggedFormat.of("method", kinds);
  }
}
