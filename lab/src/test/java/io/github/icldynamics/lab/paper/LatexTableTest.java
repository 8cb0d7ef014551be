package io.github.icldynamics.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.system.Block;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "plain text|plain text",
        "\"B_{k,1} = −0.49 ln K\"|\"$B_{k,1}$ = $-$0.49 ln K\"",
        "\"α_k overtakes |β_{k,1}|\"|\"$\\alpha _{k}$ overtakes $|\\beta _{k,1}|$\"",
        "5.1734e-23|$5.1734\\times 10^{-23}$",
        "3e+10|$3\\times 10^{+10}$",
        "K^−1.5|$K^{-1.5}$",
        "Attn_k = ½|Attn$_{k}$ = $\\frac{1}{2}$",
        "10⁻³|$10^{-3}$",
        "p₁ ≥ 1/K²|$p_{1}$ $\\geq$ 1/$K^{2}$",
        "K²ᵀ and x²′|\"$K^{2\\top }$ and $x^{2\\prime }$\"",
        "a_b^2_3|$a_{b}^{2}{}_{3}$",
        "K^2²|$K^{2}{}^{2}$",
        "e^{−x²}|$e^{-x^{2}}$",
        "P̂ of v̄ and ŷ|$\\hat{P}$ of $\\bar{v}$ and $\\hat{y}$",
        "√K ⪯ 1|$\\surd$K $\\preceq$ 1",
        "x_{max}|$x_{\\mathrm{max}}$",
        "95% of a & b # 1|95\\% of a \\& b \\# 1",
        "a $ and {braces} and ~|a \\$ and \\{braces\\} and \\textasciitilde{}",
        "three hours|three hours",
        "-0.24443|$-$0.24443",
        "under-represented 2-3|under-represented 2-3",
      })
  void textBecomesLatex(String typed, String latex) {
    assertEquals(latex, LatexText.of(typed));
  }

  @Test
  void numbersStandToTheRight() {
    var table =
        new LatexTable(
            "Times",
            List.of("law", "τ"),
            List.of(List.of("Zipf", "1.5"), List.of("balanced", "2e-12")));
    assertEquals(
        """
        % Times
        \\begin{tabular}{lr}
        \\hline
        law & $\\tau$ \\\\
        \\hline
        Zipf & 1.5 \\\\
        balanced & $2\\times 10^{-12}$ \\\\
        \\hline
        \\end{tabular}
        """,
        LatexTable.file(List.of(table)));
  }

  @Test
  void tablesOfAReportStandUnderTheLineAboveThem() {
    var grid = new Block.Grid(List.of("a"), List.of(List.of("1")));
    List<Block> report =
        List.of(new Block.Line("first"), new Block.Gap(), grid, new Block.Line("second"), grid);
    assertEquals(
        List.of("first", "second"), LatexTable.of(report).stream().map(LatexTable::title).toList());
  }
}
