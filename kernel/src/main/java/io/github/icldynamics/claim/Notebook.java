package io.github.icldynamics.claim;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inquiries of one verification have found out so far, so that none measures it again. May
 * be used by several threads.
 */
public final class Notebook {
  private final Map<Question<?>, Entry<?>> entries = new HashMap<>();

  /** Something that can be measured: equal questions have equal answers. */
  public interface Question<T> {
    /** Measures it. */
    T answer();
  }

  /** The answer, measured by whoever asks first; others wait for it. */
  public <T> T answer(Question<T> question) {
    return entry(question).answer();
  }

  @SuppressWarnings("unchecked") // the entry of a question was made for it
  private synchronized <T> Entry<T> entry(Question<T> question) {
    return (Entry<T>) entries.computeIfAbsent(question, Entry::new);
  }

  /** A question, and its answer as soon as there is one. */
  private static final class Entry<T> {
    private final Question<T> question;
    private @Nullable T answer;

    Entry(Question<T> question) {
      this.question = question;
    }

    synchronized T answer() {
      if (answer == null) {
        answer = question.answer();
      }
      return answer;
    }
  }
}
