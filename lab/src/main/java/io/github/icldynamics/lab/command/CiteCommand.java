package io.github.icldynamics.lab.command;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.lab.paper.BibTex;
import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.system.Systems;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code icl cite}: what a paper that shows a run should cite. */
@Command(
    name = "cite",
    description = "Print BibTeX of the papers whose system a run is of, and of this program.")
final class CiteCommand extends Subcommand {
  @Parameters(paramLabel = "RUN", description = "a run folder, or the beginning of a hash")
  private String run = "";

  @Mixin private StoreOption store = new StoreOption();

  CiteCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var stored = stored(store, run);
    String papers =
        systems.named(stored.record().system()).catalogues().stream()
            .map(Catalogue::paper)
            .map(BibTex::of)
            .collect(Collectors.joining("\n"));
    String note = "run %s, of the experiment in its folder".formatted(stored.hash());
    print(papers + "\n" + BibTex.ofProgram(Provenance.version(), note).stripTrailing());
    return Icl.DONE;
  }
}
