package io.github.icldynamics.lab.command;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.verify.ClaimSelection;
import io.github.icldynamics.lab.verify.VerdictKind;
import io.github.icldynamics.lab.verify.Verification;
import io.github.icldynamics.lab.verify.VerificationDocument;
import io.github.icldynamics.lab.verify.VerificationPage;
import io.github.icldynamics.lab.verify.VerificationPaper;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl verify}: put claims to the test; print a line each, write a page with the figures. */
@Command(
    name = "verify",
    description = "Put published statements, and ours about the same systems, to the test.")
final class VerifyCommand extends Subcommand {
  private final ClaimSelection selection;

  @Parameters(
      paramLabel = "CLAIM",
      arity = "0..*",
      description = "claims by name (default: all; see --list)")
  private List<String> names = List.of();

  @Option(
      names = "--paper",
      paramLabel = "PAPER",
      description = "the claims about one paper's system; icl systems lists the papers")
  private @Nullable String paper;

  @Option(names = "--list", description = "list the claims as a table, test nothing")
  private boolean list;

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description =
          "the page to write (default: runs/verify-PAPER.html, verify-all.html, or verify.html for"
              + " claims by name)")
  private @Nullable String out;

  @Option(names = "--no-save", description = "write no page")
  private boolean noSave;

  @Mixin private FiguresOption figures = new FiguresOption();

  @Mixin private ThreadCount threads = new ThreadCount();

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  VerifyCommand(Systems systems) {
    super(systems);
    this.selection = new ClaimSelection(systems.catalogues());
  }

  @Override
  public Integer call() {
    var claims = claims();
    boolean forPaper = figures.areForPaper();
    requireNotBoth(list && json, "--json", "--list");
    requireNotBoth(list && out != null, "--out", "--list");
    requireNotBoth(list && noSave, "--no-save", "--list");
    requireNotBoth(list && forPaper, "--figures paper", "--list");
    if (list) {
      print(VerifyReport.list(claims));
      return Icl.DONE;
    }
    requireNotBoth(noSave && out != null, "--out", "--no-save");
    requireNotBoth(noSave && forPaper, "--figures paper", "--no-save");
    int workers = threads.number();
    Optional<Path> target = noSave ? Optional.empty() : Optional.of(target());
    var paper = target.filter(page -> forPaper).map(VerifyCommand::paperBeside);
    // Before the work, so that it is not lost.
    target.ifPresent(ReportFile::requireWritable);
    paper.ifPresent(folder -> ReportFile.requireWritable(folder.resolve(PaperFiles.TABLE)));
    var verification = verification(claims, workers);
    try {
      target.ifPresent(
          path -> {
            ReportFile.write(path, VerificationPage.of(verification, selection.headlines()));
            paper.ifPresent(folder -> writeForPaper(verification, folder));
          });
    } catch (StorageException e) {
      // The verdicts took their time, and are no worse without a page.
      tell(verification, List.of());
      throw e;
    }
    tell(verification, Stream.concat(target.stream(), paper.stream()).toList());
    return verification.count(VerdictKind.FAILS) == 0 ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  /** A folder beside the page and of its name. */
  private static Path paperBeside(Path page) {
    String name = page.getFileName().toString().replaceFirst("\\.html$", "");
    return page.resolveSibling(name + "-paper");
  }

  private static void writeForPaper(Verification verification, Path folder) {
    ReportFile.writeAll(folder, VerificationPaper.files(verification).all());
  }

  private void tell(Verification verification, List<Path> written) {
    print(
        json
            ? Json.text(VerificationDocument.of(verification))
            : VerifyReport.of(verification, selection.headlines(), !names.isEmpty(), written));
  }

  private Verification verification(List<Claim> claims, int workers) {
    try (var progress = progress()) {
      progress.doing("putting claims to the test");
      return Verification.execute(claims, workers, progress);
    }
  }

  private List<Claim> claims() {
    var among = paper == null ? selection.all() : selection.of(paper);
    return names.isEmpty() ? among : selection.named(names, among);
  }

  private Path target() {
    if (out != null) {
      return GivenPath.of("--out", out);
    }
    String what = !names.isEmpty() ? "verify" : paper == null ? "verify-all" : "verify-" + paper;
    return Path.of("runs", what + ".html");
  }
}
