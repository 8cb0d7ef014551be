package io.github.icldynamics.lab.verify;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Formulas as they are typed ({@code B_{k,1}}, {@code 10^−6}) in the raised and lowered characters
 * that figures can draw; what has no such character stays as it is.
 */
final class MathText {
  /** An index in braces, or of one character: a word such as "max" is none that can be lowered. */
  private static final Pattern SUBSCRIPT =
      Pattern.compile("_(?:\\{([^}]*)\\}|([kmn0-9])(?!\\p{L}))");

  private static final Pattern ROMAN = Pattern.compile("τ_(IV|I{1,3})");
  private static final Pattern POWER = Pattern.compile("\\^[−-]?[0-9]+(?:\\.[0-9]+)?");

  private static final Pattern TEN_THOUSAND_AND_MORE = Pattern.compile("\\b10{4,}\\b");

  private static final String ORDINARY = "0123456789kmn";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉ₖₘₙ";
  private static final String DIGITS = "0123456789−";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

  private MathText() {}

  static String of(String typed) {
    String text = ROMAN.matcher(typed).replaceAll("τ($1)");
    text = TEN_THOUSAND_AND_MORE.matcher(text).replaceAll(m -> "10^" + (m.group().length() - 1));
    text = SUBSCRIPT.matcher(text).replaceAll(MathText::lowered);
    return POWER.matcher(text).replaceAll(MathText::raised);
  }

  private static String lowered(MatchResult match) {
    String inside = match.group(1) == null ? match.group(2) : match.group(1);
    String letters = inside.replace(",", "");
    boolean known = letters.chars().allMatch(c -> ORDINARY.indexOf(c) >= 0);
    return known ? translate(letters, ORDINARY, LOWERED) : match.group();
  }

  private static String raised(MatchResult match) {
    String number = match.group().substring(1).replace('-', '−');
    String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    return whole.contains(".") ? "^" + whole : translate(whole, DIGITS, RAISED);
  }

  private static String translate(String text, String from, String to) {
    var translated = new StringBuilder();
    text.chars().forEach(c -> translated.append(to.charAt(from.indexOf(c))));
    return translated.toString();
  }
}
