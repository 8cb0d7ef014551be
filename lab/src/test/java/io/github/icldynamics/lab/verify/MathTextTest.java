package io.github.icldynamics.lab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|β_{k,1}| ; |βₖ₁|",
        "α_k, |B_{k,n}| ; αₖ, |Bₖₙ|",
        "T_1 at K^-3.0 ; T₁ at K⁻³",
        "K^−1.5 ; K^−1.5",
        "τ_III/T ; τ(III)/T",
        "τ_IV ; τ(IV)",
        "K = 100000000 ; K = 10⁸",
        "K = 1000 ; K = 1000",
        "T_ρ ; T_ρ",
        "ν_max/ν_0 ; ν_max/ν₀",
      })
  void typedFormulasAreRaisedAndLowered(String typed, String drawn) {
    assertEquals(drawn, MathText.of(typed));
  }
}
