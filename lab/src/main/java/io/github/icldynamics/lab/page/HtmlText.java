package io.github.icldynamics.lab.page;

import io.github.icldynamics.lab.text.TypedFormula;
import io.github.icldynamics.lab.text.TypedFormula.Part;
import java.util.List;
import java.util.stream.Collectors;

/** Plain text and typed formulas ({@code B_{k,1}}, {@code K^−1.5}) as HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** Text with the characters that HTML keeps for itself escaped. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A sentence with formulas in it. */
  public static String formula(String typed) {
    return html(TypedFormula.parts(typed));
  }

  private static String html(List<Part> parts) {
    return parts.stream().map(HtmlText::html).collect(Collectors.joining());
  }

  private static String html(Part part) {
    return switch (part) {
      case Part.Plain(String text) -> escaped(text);
      case Part.Index(var parts) -> "<sub>" + html(parts) + "</sub>";
      case Part.Exponent(var parts) -> "<sup>" + html(parts) + "</sup>";
    };
  }
}
