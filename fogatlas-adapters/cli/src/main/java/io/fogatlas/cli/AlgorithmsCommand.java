package io.fogatlas.cli;

import io.fogatlas.placement.PlacementAlgorithm;
import picocli.CommandLine.Command;

/** The command {@code fogatlas algorithms}. */
@Command(
        name = "algorithms",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = "List the algorithms that place applications, with the names FogAtlas knows them by.")
final class AlgorithmsCommand implements Runnable {
    private final Session session;

    AlgorithmsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        TextTable table = new TextTable("NAME", "ALIASES", "DESCRIPTION");
        for (PlacementAlgorithm algorithm : session.engine().algorithms()) {
            String aliases = String.join(", ", algorithm.aliases());
            table.add(algorithm.name(), aliases.isEmpty() ? "-" : aliases, algorithm.description());
        }
        table.lines(TextTable.WIDTH, session.paint()::bold).forEach(session.out()::println);
    }
}
