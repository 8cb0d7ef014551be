package io.github.icldynamics.lab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Paper;
import io.github.icldynamics.claim.Source;
import io.github.icldynamics.claim.Standing;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.lab.page.HtmlText;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class VerificationPageTest {
  private static Claim claim(String id, double measured) {
    return ClaimDraft.of(
            id,
            new Source(
                new Paper(
                    "huang2024", List.of("Huang, Yu", "Cheng & Co"), "Title", "ICML", 2024, ""),
                Standing.OURS,
                "here"),
            "A_k < B_{k,1}")
        .says("a & b")
        .formula("K^−1.5")
        .given("nothing")
        .measures("x")
        .tolerance("none")
        .reads("fine")
        .fixes("x", 1)
        .measuredBy(
            reach -> {
              if (Double.isNaN(measured)) {
                throw Undecided.tooShort("the run was too short");
              }
              var exhibit =
                  new Exhibit("t", Exhibit.Axis.linear("x"), Exhibit.Axis.log("y"), List.of());
              var check = Check.near("x", measured, 1, 0);
              return constants -> Evidence.of(exhibit, check);
            });
  }

  /** Not static: threads that run the claims wait for this class to be there. */
  private final Verification mixed =
      Verification.execute(
          List.of(claim("good", 1), claim("bad", 2), claim("open", Double.NaN)),
          2,
          Progress.none());

  @Test
  void everyVerdictIsShown() {
    String html = VerificationPage.of(mixed, List.of("bad"));
    assertTrue(html.contains("3 claims: 1 holds, 1 fails, 1 inconclusive"));
    assertTrue(html.contains("<span class=\"verdict fails\">✗ fails</span>"));
    assertTrue(html.contains("<dt>verdict</dt><dd>inconclusive: the run was too short</dd>"));
    assertTrue(html.contains("not as stated: x"));
    assertTrue(html.contains("A<sub>k</sub> &lt; B<sub>k,1</sub>"));
    assertTrue(html.contains("a &amp; b"));
  }

  @Test
  void aFailureSaysWhatWasMeasuredAndExpected() {
    assertEquals(
        "not as stated: x; farthest out: x = 2, expected 1",
        EvidenceText.sentence(mixed.findings().get(1)));
    assertEquals("the run was too short", EvidenceText.sentence(mixed.findings().get(2)));
  }

  @Test
  void theDocumentCountsEveryVerdict() {
    var document = JsonMapper.shared().readTree(Json.text(VerificationDocument.of(mixed)));
    assertEquals(1, document.get("holds").asInt());
    assertEquals(1, document.get("fails").asInt());
    assertEquals(1, document.get("inconclusive").asInt());
    assertEquals("inconclusive", document.at("/claims/2/verdict").asString());
    assertEquals(0, document.at("/claims/2/measured").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B_{k,1} | B<sub>k,1</sub>",
        "e^{A_k} ≪ K | e<sup>A<sub>k</sub></sup> ≪ K",
        "K^−1.5, ε^−½ | K<sup>−1.5</sup>, ε<sup>−½</sup>",
        "(1 − p_k)^N (x) | (1 − p<sub>k</sub>)<sup>N</sup> (x)",
        "L_k* ≤ ½ | L<sub>k</sub>* ≤ ½",
        "a_ | a_",
        "Θ(e^−poly(K)) | Θ(e<sup>−poly(K)</sup>)",
        "T_ρ(ε) | T<sub>ρ</sub>(ε)",
        "10^(−3) | 10<sup>(−3)</sup>",
      })
  void formulasBecomeIndicesAndExponents(String typed, String html) {
    assertEquals(html, HtmlText.formula(typed));
  }
}
