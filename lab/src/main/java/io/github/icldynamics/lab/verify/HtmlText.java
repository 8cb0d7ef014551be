package io.github.icldynamics.lab.verify;

import java.util.regex.Pattern;

/** Plain text and typed formulas ({@code B_{k,1}}, {@code K^−1.5}) as HTML. */
public final class HtmlText {
  /** An index: braces, or letters and digits. */
  private static final Pattern INDEX = Pattern.compile("\\{[^{}]*\\}|[\\p{L}0-9]+");

  /** An exponent: braces (which may hold indices in braces), a number, or a word. */
  private static final Pattern EXPONENT =
      Pattern.compile(
          "\\{(?:[^{}]|\\{[^{}]*\\})*\\}|[−-]?(?:[0-9]+(?:\\.[0-9]+)?½?|½|[A-Za-z]+(?:\\([^()\\s]*\\))?)|\\([^()]*\\)");

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
    var html = new StringBuilder();
    int at = 0;
    while (at < typed.length()) {
      char c = typed.charAt(at);
      String tag = c == '_' ? "sub" : c == '^' ? "sup" : "";
      var matcher = (c == '_' ? INDEX : EXPONENT).matcher(typed).region(at + 1, typed.length());
      if (!tag.isEmpty() && matcher.lookingAt()) {
        String inside = matcher.group();
        boolean braces = inside.startsWith("{");
        String content = braces ? inside.substring(1, inside.length() - 1) : inside;
        html.append('<').append(tag).append('>').append(formula(content));
        html.append("</").append(tag).append('>');
        at = matcher.end();
      } else {
        html.append(escaped(String.valueOf(c)));
        at++;
      }
    }
    return html.toString();
  }
}
