package io.github.icldynamics.lab.studio;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How fast the page is, measured in the page: not a test of its own, because a loaded machine would
 * make it fail. {@code benchmarks/studio.sh} runs it.
 */
class StudioBenchmark {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final String MANY_FEATURES = "#v1&K=1000000&N=1000000000000";

  /**
   * Moves p₁ two hundred times by a step, as a hand does, and waits each time for its plots, a
   * second at most. Marks are observed in a task of its own, after the frame in which they were set
   * has been rendered.
   */
  private static final String DRAG =
      """
      async () => {
        await icl.whenIdle();
        const slider = document.querySelector('[data-field="law.dominant"] input[type=range]');
        const times = [];
        let up = true;
        for (let move = 0; move < 200; move++) {
          const drawn = nextDrawing();
          up = Number(slider.value) > 0.8 ? false : Number(slider.value) < 0.2 ? true : up;
          const begun = performance.now();
          if (up) slider.stepUp(); else slider.stepDown();
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          if (await Promise.race([drawn, tooLong()])) {
            times.push(performance.now() - begun);
          }
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        times.sort((a, b) => a - b);
        return [times.length, ...[0.5, 0.95, 1].map((q) => times[Math.ceil(q * times.length) - 1])];

        function tooLong() {
          return new Promise((resolve) => setTimeout(() => resolve(false), 1000));
        }

        function nextDrawing() {
          return new Promise((resolve) => {
            const observer = new PerformanceObserver((list) => {
              if (list.getEntriesByName('plots-drawn').length > 0) {
                observer.disconnect();
                resolve(true);
              }
            });
            observer.observe({ type: 'mark' });
          });
        }
      }
      """;

  /**
   * First contentful paint, and the first run on the screen, in milliseconds after navigation
   * began.
   */
  private static final String LOADING =
      """
      async () => {
        await icl.whenIdle();
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        const run = performance.getEntriesByName('first-run-drawn')[0];
        return [paint.startTime, run.startTime];
      }
      """;

  @Test
  void printsWhatItMeasures() {
    var page = BROWSER.open(MANY_FEATURES);
    page.evaluate("() => icl.whenIdle()");
    var responses = new ArrayList<Response>();
    page.onResponse(responses::add);
    page.reload();
    var loading = numbers(page.evaluate(LOADING));
    int bytes =
        List.copyOf(responses).stream().mapToInt(r -> r.request().sizes().responseBodySize).sum();
    System.out.printf(
        "first paint %.0f ms, first run drawn %.0f ms; %.0f kB transferred in %d files%n",
        loading.get(0), loading.get(1), bytes / 1e3, responses.size());
    var quantiles = numbers(page.evaluate(DRAG));
    System.out.printf(
        "slider to plots, K = 10^6, N = 10^12, %.0f of 200 moves drawn: median %.1f ms, 95%% %.1f"
            + " ms, worst %.1f ms%n",
        quantiles.get(0), quantiles.get(1), quantiles.get(2), quantiles.get(3));
  }

  private static List<Double> numbers(Object answer) {
    return ((List<?>) answer).stream().map(number -> ((Number) number).doubleValue()).toList();
  }
}
