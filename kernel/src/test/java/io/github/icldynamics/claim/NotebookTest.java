package io.github.icldynamics.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotebookTest {
  private final Notebook notebook = new Notebook();
  private final Set<Integer> measured = ConcurrentHashMap.newKeySet();

  private record Square(int number, Set<Integer> measured) implements Notebook.Question<Integer> {
    @Override
    public Integer answer() {
      if (!measured.add(number)) {
        throw new IllegalStateException(number + " is measured twice");
      }
      return number * number;
    }

    // Sets are equal by what is in them, which changes here.
    @Override
    public boolean equals(Object other) {
      return other instanceof Square square && square.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  @Test
  void equalQuestionsAreMeasuredOnceWhoeverAsks() {
    var answers =
        IntStream.range(0, 4000)
            .parallel()
            .mapToObj(i -> notebook.answer(new Square(i % 40, measured)))
            .collect(Collectors.toSet());
    assertEquals(IntStream.range(0, 40).mapToObj(i -> i * i).collect(Collectors.toSet()), answers);
    assertEquals(40, measured.size());
  }

  @Test
  void anAnswerMayNeedAnother() {
    record Sum(Notebook notebook, Set<Integer> measured) implements Notebook.Question<Integer> {
      @Override
      public Integer answer() {
        return notebook.answer(new Square(3, measured)) + notebook.answer(new Square(4, measured));
      }
    }
    assertEquals(25, notebook.answer(new Sum(notebook, measured)));
  }

  /** Whoever could not be answered may ask again, and is told the same. */
  @Test
  void whatCannotBeDecidedIsSaidToAllWhoAsk() {
    Notebook.Question<Integer> hopeless =
        () -> {
          throw Undecided.tooShort("needs more");
        };
    for (int i = 0; i < 2; i++) {
      assertThrows(Undecided.class, () -> notebook.answer(hopeless));
    }
  }
}
