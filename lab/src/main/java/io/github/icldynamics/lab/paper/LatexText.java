package io.github.icldynamics.lab.paper;

import io.github.icldynamics.lab.text.TypedFormula;
import io.github.icldynamics.lab.text.TypedFormula.Part;
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

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
  private static final String RAISED_PLAIN = "0123456789-+";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋₊ₖₘₙ";
  private static final String LOWERED_PLAIN = "0123456789-+kmn";

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
      Map.of('–', "--", '…', "\\ldots{}", '\u00a0', "~", 'ö', "\\\"o", 'š', "\\v{s}", 'ĝ', "\\^g");

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
          ⟩ \\rangle ′ ' ″ '' ° {}^{\\circ} ᵀ ^{\\top} ✓ \\surd ✗ \\times
          ½ \\frac{1}{2} ¼ \\frac{1}{4} ¾ \\frac{3}{4} ⅓ \\frac{1}{3} ⅛ \\frac{1}{8}
          """);

  private final StringBuilder latex = new StringBuilder();
  private boolean math;

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
    text.putAll(TypedFormula.parts(POWER_OF_TEN.matcher(typed).replaceAll("×10^{$1}")));
    text.inMath(false);
    return text.latex.toString();
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
  }

  /** A script holds formulas alone; its words stand upright. */
  private void script(String mark, List<Part> inside) {
    inMath(true);
    latex.append(mark).append('{');
    for (var part : inside) {
      switch (part) {
        case Part.Plain(String text) -> putScript(text);
        case Part.Index(var deeper) -> script("_", deeper);
        case Part.Exponent(var deeper) -> script("^", deeper);
      }
    }
    latex.append('}');
  }

  private void putScript(String text) {
    if (text.matches("[A-Za-z]{2,}")) {
      latex.append("\\mathrm{").append(text).append('}');
    } else {
      text.chars().forEach(c -> latex.append(SIGNS.getOrDefault((char) c, plain((char) c))));
    }
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (RAISED.indexOf(c) >= 0) {
        putRaised("^", RAISED_PLAIN.charAt(RAISED.indexOf(c)));
      } else if (LOWERED.indexOf(c) >= 0) {
        putRaised("_", LOWERED_PLAIN.charAt(LOWERED.indexOf(c)));
      } else {
        var sign = SIGNS.get(c);
        inMath(sign != null);
        latex.append(sign != null ? sign : plain(c));
      }
    }
  }

  /** Raised or lowered characters one after the other share their braces. */
  private void putRaised(String mark, char plain) {
    inMath(true);
    String open = mark + "{";
    int last = latex.lastIndexOf(open);
    boolean goesOn = last >= 0 && latex.indexOf("}", last) == latex.length() - 1;
    if (goesOn) {
      latex.setLength(latex.length() - 1);
    } else {
      latex.append(open);
    }
    latex.append(plain).append('}');
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
