package io.github.icldynamics.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.system.LearningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/experiments.md} are those of the declared fields. With {@code
 * -Ddocs.write=true} they are written instead of compared.
 */
class DocumentedFieldsTest {
  private static final Path PAGE = Path.of("..", "docs", "experiments.md");

  private static final String END = "<!-- end of fields -->";

  @Test
  void thePageHasTheFieldsThatAreDeclared() throws IOException {
    String page = Files.readString(PAGE);
    String declared = withTables(page);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, declared);
    } else {
      assertEquals(declared, page, "mvn test -Ddocs.write=true writes the tables again");
    }
  }

  private static String withTables(String page) {
    String written = page;
    for (var system : Laboratory.systems().all()) {
      written = withTable(system, written);
    }
    return written;
  }

  private static String withTable(LearningSystem<?> system, String page) {
    String begin = "<!-- fields of " + system.key() + " -->";
    var block = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(END), Pattern.DOTALL);
    var found = block.matcher(page);
    assertTrue(found.find(), () -> PAGE + " has no place for the fields of " + system.key());
    String table = FieldTable.of(system.format().shape());
    String filled = begin + "\n\n" + table + "\n\n" + END;
    return page.substring(0, found.start()) + filled + page.substring(found.end());
  }
}
