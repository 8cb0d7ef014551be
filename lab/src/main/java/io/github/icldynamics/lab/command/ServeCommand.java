package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Systems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code icl serve}: a line of JSON in, a line out, until the input ends. */
@Command(
    name = "serve",
    description =
        "Answer lines of JSON, {\"run\": experiment}, {\"evaluate\": case}, {\"sweep\": sweep} or"
            + " {\"verify\": paper}, each by a line, until the input ends.")
final class ServeCommand extends Subcommand {
  @Mixin private ThreadCount threads = new ThreadCount();

  ServeCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var answers = new Answers(systems, threads.number());
    var out = commandLine().getOut();
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          out.println(Json.line(answer(answers, line)));
          out.flush();
        }
        if (out.checkError()) {
          break;
        }
      }
    } catch (IOException e) {
      throw StorageException.reading(Path.of("standard input"), e);
    }
    return Icl.DONE;
  }

  /** What goes wrong with one line is the answer to that line. */
  private static Node answer(Answers answers, String line) {
    try {
      return Json.parse("line", line).read(answers::of);
    } catch (InvalidInputException | StorageException e) {
      return refusal(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return refusal("internal error: " + e);
    }
  }

  private static Node refusal(String sentence) {
    return Node.Mapping.empty().with("error", new Node.Text(sentence));
  }
}
