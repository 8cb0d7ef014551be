import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks ({@code check}) or rewrites ({@code apply}) the layout of every Java file of the project.
 */
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    var mode =
        switch (arguments[0]) {
          case "check" -> List.of("--dry-run", "--set-exit-if-changed");
          case "apply" -> List.of("--replace");
          default -> throw new IllegalArgumentException("check or apply, not " + arguments[0]);
        };
    var words = Stream.concat(mode.stream(), javaFiles().stream()).toArray(String[]::new);
    var formatter =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in);
    int status = formatter.format(words);
    if (status != 0) {
      System.err.println(
          "Files above are not formatted: run  mvn validate -Dformat.arguments=apply");
      System.exit(status);
    }
  }

  private static List<String> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of(""))) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java") && !name.contains("target"))
          .sorted()
          .toList();
    }
  }
}
