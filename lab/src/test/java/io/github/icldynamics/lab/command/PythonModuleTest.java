package io.github.icldynamics.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the Python module, on the program of this class path. */
@EnabledOnOs(OS.LINUX)
class PythonModuleTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path MODULE = Path.of("..", "python");

  @TempDir private Path folder;

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean hasPandas() throws Exception {
    return Files.isExecutable(PYTHON)
        && new ProcessBuilder(PYTHON.toString(), "-c", "import pandas").start().waitFor() == 0;
  }

  @Test
  void itsOwnTestsPass() throws Exception {
    boolean isThere = hasPandas();
    assertTrue(isThere || System.getenv("ICL_REQUIRE_PANDAS") == null, "pandas is not installed");
    assumeTrue(isThere);
    var program = folder.resolve("icl");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Icl.class.getName()));
    assertTrue(program.toFile().setExecutable(true));
    var tests =
        new ProcessBuilder(List.of(PYTHON.toString(), "-B", "-m", "unittest", "-v"))
            .directory(MODULE.toFile())
            .redirectErrorStream(true);
    tests.environment().put("ICL", program.toString());
    var process = tests.start();
    String said = said(process);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("Ran 7 tests"), said);
  }
}
