package io.github.icldynamics.lab.paper;

import io.github.icldynamics.lab.text.TypedFormula;
import io.github.icldynamics.lab.text.TypedFormula.Part;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sentences with typed formulas and the signs of mathematics as LaTeX that needs no package and no
 * engine of its own.
 */
final class LatexText {
  private static final Pattern POWER_OF_TEN = Pattern.compile("(?<=[0-9])e([+-]?[0-9]+)\\b");

  private static final Pattern BASE = Pattern.compile("(?:(?<![A-Za-z])[A-Za-z]|[0-9.×·−]+)$");

  /** A hyphen before a number that begins here. */
  private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}0-9)])-(?=[0-9.])");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀ′″";
  private static final String RAISED_PLAIN = "0123456789−+⊤′″";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋₊ₖₘₙ";
  private static final String LOWERED_PLAIN = "0123456789−+kmn";

  /** Marks over a letter, and what sets them in a formula. */
  private static final Map<Character, String> ACCENTS =
      Map.of(
          '\u0302', "\\hat", '\u0303', "\\tilde", '\u0304', "\\bar", '\u0308', "\\ddot", '\u030c',
          "\\check");

  private static final Map<Character, String> RESERVED =
      Map.of(
          '\\', "\\textbackslash{}",
          '~', "\\textasciitilde{}",
          '^', "\\textasciicircum{}",
          '{', "\\{",
          '}', "\\}",
          '$', "\\$",
          '&', "\\&",
          '#', "\\#",
          '%', "\\%",
          '_', "\\_");

  private static final Map<Character, String> TEXT =
      Map.of('–', "--", '…', "\\ldots{}", '\u00a0', "~");

  private static final Map<Character, String> SIGNS =
      signs(
          """
          α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon ζ \\zeta η \\eta θ \\theta
          κ \\kappa λ \\lambda μ \\mu ν \\nu ξ \\xi π \\pi ρ \\rho σ \\sigma τ \\tau φ \\varphi
          χ \\chi ψ \\psi ω \\omega Γ \\Gamma Δ \\Delta Θ \\Theta Λ \\Lambda Ξ \\Xi Π \\Pi
          Σ \\Sigma Φ \\Phi Ψ \\Psi Ω \\Omega ℓ \\ell ∂ \\partial ∇ \\nabla ∫ \\int
          − - × \\times · \\cdot ÷ \\div ± \\pm ⊗ \\otimes √ \\surd ∞ \\infty
          ≤ \\leq ≥ \\geq ≈ \\approx ≠ \\neq ≪ \\ll ≫ \\gg ∝ \\propto ∈ \\in < < > > | |
          → \\rightarrow ← \\leftarrow ⇒ \\Rightarrow ‖ \\| ⌊ \\lfloor ⌋ \\rfloor ⟨ \\langle
          ⟩ \\rangle ′ \\prime ″ \\prime\\prime ° {}^{\\circ} ⊤ \\top ⪯ \\preceq ⪰ \\succeq ✓ \\surd ✗ \\times
          ½ \\frac{1}{2} ¼ \\frac{1}{4} ¾ \\frac{3}{4} ⅓ \\frac{1}{3} ⅛ \\frac{1}{8}
          """);

  private final StringBuilder latex = new StringBuilder();
  private boolean math;

  /** The scripts that what was put last has, by their marks. */
  private String scripts = "";

  private LatexText() {}

  /** A command that is a word ends at a blank, for a letter may follow. */
  private static Map<Character, String> signs(String pairs) {
    var words = pairs.strip().split("\\s+", -1);
    return IntStream.range(0, words.length / 2)
        .boxed()
        .collect(
            Collectors.toUnmodifiableMap(
                i -> words[2 * i].charAt(0),
                i -> words[2 * i + 1].replaceFirst("(\\\\[A-Za-z]+)$", "$1 ")));
  }

  /** The LaTeX for a cell or a sentence. */
  static String of(String typed) {
    var text = new LatexText();
    String apart = Normalizer.normalize(typed, Normalizer.Form.NFD);
    String signed = MINUS.matcher(apart).replaceAll("−");
    String powers = POWER_OF_TEN.matcher(signed).replaceAll("×10^{$1}");
    text.putAll(TypedFormula.parts(withScriptsTyped(powers)));
    text.inMath(false);
    return text.latex.toString();
  }

  /** Raised and lowered characters as they would be typed. */
  private static String withScriptsTyped(String text) {
    var typed = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      boolean isRaised = RAISED.indexOf(text.charAt(i)) >= 0;
      String from = isRaised ? RAISED : LOWERED;
      int end = i;
      while (end < text.length() && from.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end == i) {
        typed.append(text.charAt(i++));
        continue;
      }
      typed.append(isRaised ? "^{" : "_{");
      String to = isRaised ? RAISED_PLAIN : LOWERED_PLAIN;
      text.substring(i, end).chars().forEach(c -> typed.append(to.charAt(from.indexOf(c))));
      typed.append('}');
      i = end;
    }
    return typed.toString();
  }

  private void putAll(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      boolean hasScript = i + 1 < parts.size();
      switch (parts.get(i)) {
        case Part.Plain(String text) when hasScript -> putBase(text);
        case Part.Plain(String text) -> put(text);
        case Part.Index(var inside) -> script("_", inside);
        case Part.Exponent(var inside) -> script("^", inside);
      }
    }
  }

  /** What a script follows belongs to its formula, if it is a letter or a number. */
  private void putBase(String text) {
    var base = BASE.matcher(text);
    int start = base.find() ? base.start() : text.length();
    put(text.substring(0, start));
    if (start < text.length()) {
      inMath(true);
      putScript(text.substring(start));
    }
    scripts = "";
  }

  /** A script holds formulas alone; its words stand upright. A base has one of each kind. */
  private void script(String mark, List<Part> inside) {
    inMath(true);
    latex.append(scripts.contains(mark) ? "{}" : "").append(mark).append('{');
    String outside = scripts + mark;
    scripts = "";
    for (var part : inside) {
      switch (part) {
        case Part.Plain(String text) -> putScript(text);
        case Part.Index(var deeper) -> script("_", deeper);
        case Part.Exponent(var deeper) -> script("^", deeper);
      }
    }
    latex.append('}');
    scripts = outside;
  }

  private void putScript(String text) {
    scripts = "";
    if (text.matches("[A-Za-z]{2,}")) {
      latex.append("\\mathrm{").append(text).append('}');
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      i = putSign(text, i);
    }
  }

  private void put(String text) {
    scripts = "";
    for (int i = 0; i < text.length(); i++) {
      inMath(SIGNS.containsKey(text.charAt(i)) || isAccented(text, i));
      i = putSign(text, i);
    }
  }

  /**
   * A character with the mark over it, if it has one.
   *
   * @return the place of the last that was put
   */
  private int putSign(String text, int at) {
    char c = text.charAt(at);
    if (isAccented(text, at)) {
      String accent = ACCENTS.get(text.charAt(at + 1));
      latex.append(accent).append('{').append(SIGNS.getOrDefault(c, plain(c))).append('}');
      return at + 1;
    }
    latex.append(SIGNS.getOrDefault(c, plain(c)));
    return at;
  }

  private static boolean isAccented(String text, int at) {
    return at + 1 < text.length() && ACCENTS.containsKey(text.charAt(at + 1));
  }

  private static String plain(char c) {
    return RESERVED.getOrDefault(c, TEXT.getOrDefault(c, String.valueOf(c)));
  }

  private void inMath(boolean wanted) {
    if (math != wanted) {
      boolean blank = math && latex.charAt(latex.length() - 1) == ' ';
      latex.setLength(latex.length() - (blank ? 1 : 0));
      latex.append('$');
      math = wanted;
    }
  }
}
