package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.Laboratory;
import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The result of one call of the program, in this process. */
record CommandLineFixture(int code, String out, String err) {
  static CommandLineFixture icl(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Icl.execute(Laboratory.systems(), new PrintWriter(out), new PrintWriter(err), arguments);
    return new CommandLineFixture(code, out.toString(), err.toString());
  }

  JsonNode json() {
    return JsonMapper.builder().build().readTree(out);
  }
}
