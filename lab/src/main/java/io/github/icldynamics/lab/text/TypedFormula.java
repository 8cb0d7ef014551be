package io.github.icldynamics.lab.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences with formulas as they are typed ({@code B_{k,1}}, {@code K^−1.5}), taken apart. */
public final class TypedFormula {
  /** An index: braces, or letters and digits. */
  private static final Pattern INDEX = Pattern.compile("\\{[^{}]*\\}|[\\p{L}0-9]+");

  /** An exponent: braces (which may hold indices in braces), a number, or a word. */
  private static final Pattern EXPONENT =
      Pattern.compile(
          "\\{(?:[^{}]|\\{[^{}]*\\})*\\}|[−-]?(?:[0-9]+(?:\\.[0-9]+)?½?|½|[A-Za-z]+(?:\\([^()\\s]*\\))?)|\\([^()]*\\)");

  private TypedFormula() {}

  /** A piece of such a sentence. */
  public sealed interface Part {
    /** On the line. */
    record Plain(String text) implements Part {}

    /** Lowered. */
    record Index(List<Part> parts) implements Part {
      public Index {
        parts = List.copyOf(parts);
      }
    }

    /** Raised. */
    record Exponent(List<Part> parts) implements Part {
      public Exponent {
        parts = List.copyOf(parts);
      }
    }
  }

  /** The pieces from left to right. */
  public static List<Part> parts(String typed) {
    var parts = new ArrayList<Part>();
    var plain = new StringBuilder();
    int at = 0;
    while (at < typed.length()) {
      char c = typed.charAt(at);
      var matcher = (c == '_' ? INDEX : EXPONENT).matcher(typed).region(at + 1, typed.length());
      if ((c == '_' || c == '^') && matcher.lookingAt()) {
        put(plain, parts);
        var inside = parts(withoutBraces(matcher.group()));
        parts.add(c == '_' ? new Part.Index(inside) : new Part.Exponent(inside));
        at = matcher.end();
      } else {
        plain.append(c);
        at++;
      }
    }
    put(plain, parts);
    return parts;
  }

  private static void put(StringBuilder plain, List<Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private static String withoutBraces(String group) {
    return group.startsWith("{") ? group.substring(1, group.length() - 1) : group;
  }
}
