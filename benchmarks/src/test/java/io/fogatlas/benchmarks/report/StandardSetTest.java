package io.fogatlas.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.benchmarks.report.Chart.Axis;
import io.fogatlas.benchmarks.report.Chart.Point;
import io.fogatlas.benchmarks.report.Chart.Series;
import io.fogatlas.benchmarks.report.Chart.Style;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class StandardSetTest {
    private static final String GRAPHML = """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">
            <node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>
            """;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<StudySettings> asked = new ArrayList<>();

    @TempDir
    private Path directory;

    private final Study toy = new Study() {
        @Override
        public String key() {
            return "toy";
        }

        @Override
        public Findings run(StudySettings settings, PrintStream progress) {
            asked.add(settings);
            return findings();
        }
    };

    private final Study broken = new Study() {
        @Override
        public String key() {
            return "broken";
        }

        @Override
        public Findings run(StudySettings settings, PrintStream progress) {
            throw new IllegalStateException("the peer\nis away");
        }
    };

    static Findings findings() {
        return Findings.builder("A toy", "How fast is it?")
                .add(new Table(
                        "times",
                        "Times",
                        List.of("who", "s"),
                        List.of(List.of("a|b", "1.5"), List.of("say \"c\", d", "0.5–2"))))
                .addData(new Table("all", "All", List.of("n"), List.of(List.of("1"))))
                .add(new Chart(
                        "growth",
                        "Time against size",
                        Axis.logarithmic("regions"),
                        Axis.logarithmic("s"),
                        List.of(
                                new Series(
                                        "greedy",
                                        Style.MARKED_LINE,
                                        List.of(new Point(100, 0.01, 0.005, 0.04), Point.of(1000, 0.1))),
                                new Series("fit", Style.LINE, List.of(Point.of(100, 0.01), Point.of(1000, 0.1))),
                                new Series("steps", Style.STEPS, List.of(Point.of(100, 0.02), Point.of(1000, 0.2))))))
                .addLoss("The toy is slower than the peer on 'a': 2 s against 1 s.")
                .add(new Findings.Attachment("toy.json", "{}"))
                .build();
    }

    private int run(List<Study> studies, String... args) throws IOException, InterruptedException {
        return StandardSet.run(args, studies, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void writesTheTextTheTablesAndTheCharts() throws Exception {
        Path out = directory.resolve("new/report");

        int status = run(List.of(toy), "--profile", "short", "--out", out.toString());

        assertThat(status).isZero();
        String report = Files.readString(out.resolve("report.md"));
        assertThat(report)
                .contains("| Processor | ", "| JVM | ", "| Versions | FogAtlas ", "OR-Tools", "| Commit | ")
                .contains("--profile short --out " + out)
                .contains("## Cases we lose\n\n- `toy`: The toy is slower than the peer on 'a': 2 s against 1 s.\n")
                .contains("### Times\n\n| who | s |\n|---|--:|\n| a\\|b | 1.5 |\n")
                .contains("[![Time against size](toy-growth.png)](toy-growth.svg)");
        assertThat(out.resolve("toy-times.csv")).hasContent("who,s\na|b,1.5\n\"say \"\"c\"\", d\",0.5–2");
        assertThat(out.resolve("toy-all.csv")).hasContent("n\n1");
        assertThat(out.resolve("toy.json")).hasContent("{}");
        BufferedImage image = ImageIO.read(out.resolve("toy-growth.png").toFile());
        assertThat(image.getWidth()).isGreaterThan(1000);
        assertThat(image.getRGB(1, 1) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document drawing =
                parsers.newDocumentBuilder().parse(out.resolve("toy-growth.svg").toFile());
        assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(drawing.getDocumentElement().getTextContent())
                .contains("Time against size: s over regions of greedy, fit, steps");
    }

    @Test
    void tellsOfAStudyThatFailedAndGoesOnWithTheNext() throws Exception {
        int status = run(List.of(broken, toy), "--out", directory.toString());

        assertThat(status).isEqualTo(1);
        assertThat(directory.resolve("report.md"))
                .content()
                .contains("- `broken`: failed. java.lang.IllegalStateException: the peer is away", "## A toy");
    }

    @Test
    void handsTheOptionsToTheStudies() throws Exception {
        Path network = Files.writeString(directory.resolve("my.graphml"), GRAPHML);

        run(
                List.of(toy, broken),
                "--studies",
                "toy",
                "--algorithms",
                "greedy,local-search",
                "--seeds",
                "3-5",
                "--peers",
                "no",
                "--network",
                network.toString(),
                "--out",
                directory.resolve("out").toString());

        assertThat(asked).hasSize(1);
        StudySettings settings = asked.get(0);
        assertThat(settings.profile()).isEqualTo(Profile.STANDARD);
        assertThat(settings.algorithmsOr("ilp")).containsExactly("greedy", "local-search");
        assertThat(settings.seedsOr(10)).containsExactly(3L, 4L, 5L);
        assertThat(settings.peers()).isFalse();
        assertThat(settings.network()).contains(network);
    }

    @Test
    void neverWritesOverAnEarlierReport() throws Exception {
        Files.writeString(directory.resolve("report.md"), "earlier");

        refuses("there is something in it already", "--out", directory.toString());

        assertThat(directory.resolve("report.md")).hasContent("earlier");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesOptionsItCannotUseBeforeItMeasures() throws IOException {
        Path out = directory.resolve("out");
        refuses("'nothing'", "--studies", "nothing", "--out", out.toString());
        refuses("'mine'", "--algorithms", "mine", "--out", out.toString());
        refuses("'quick'", "--profile", "quick", "--out", out.toString());
        refuses("'maybe'", "--peers", "maybe", "--out", out.toString());
        refuses("'--seeds'", "--seeds", "5-3", "--out", out.toString());
        refuses("'no-such-file'", "--network", "no-such-file", "--out", out.toString());
        refuses("'--speed'", "--speed", "high");
        Path file = Files.writeString(directory.resolve("file"), "");
        refuses("is of no format", "--network", file.toString(), "--out", out.toString());
        refuses("not a directory", "--out", file.toString());

        assertThat(out).doesNotExist();
        assertThat(asked).isEmpty();
    }

    private void refuses(String naming, String... args) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> run(List.of(toy), args))
                .withMessageContaining(naming);
    }
}
