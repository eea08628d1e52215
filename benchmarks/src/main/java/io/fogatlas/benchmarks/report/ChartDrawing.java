package io.fogatlas.benchmarks.report;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.fogatlas.benchmarks.report.Chart.Point;
import io.fogatlas.benchmarks.report.Chart.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws charts with XChart. Colours are those of Okabe and Ito ("Color Universal Design", 2008), which people with any common kind of colour
 * vision tell apart; markers differ too, and from the ninth series on the lines are dashed.
 */
final class ChartDrawing {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int PNG_SCALE = 2;
    private static final String NUMBERS = "#,##0.######";
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0x8B6914));
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS);

    private final XYChart drawing;
    private final String spoken;
    private int bars;

    ChartDrawing(Chart chart) {
        drawing = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(chart.title())
                .xAxisTitle(chart.x().name())
                .yAxisTitle(chart.y().name())
                .build();
        spoken = "%s: %s over %s of %s"
                .formatted(
                        chart.title(),
                        chart.y().name(),
                        chart.x().name(),
                        chart.series().stream().map(Series::name).collect(Collectors.joining(", ")));
        style(chart);
        widen(chart);
        for (int number = 0; number < chart.series().size(); number++) {
            Series series = chart.series().get(number);
            if (!series.points().isEmpty()) {
                add(series, number);
            }
        }
    }

    private void style(Chart chart) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
        drawing.getStyler()
                .setXAxisLogarithmic(chart.x().logarithmic())
                .setYAxisLogarithmic(chart.y().logarithmic())
                .setAxisTitleFont(font)
                .setAxisTickLabelsFont(font)
                .setPlotGridLinesColor(new Color(0xDDDDDD))
                .setLocale(Locale.ROOT)
                .setXAxisDecimalPattern(NUMBERS)
                .setYAxisDecimalPattern(NUMBERS)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleFont(font.deriveFont(Font.BOLD, 16))
                .setLegendFont(font)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideE)
                .setMarkerSize(8)
                .setAntiAlias(true)
                .setToolTipsEnabled(false);
    }

    /** Widens logarithmic axes to whole decades where fewer than two would be labelled: only decades are. */
    private void widen(Chart chart) {
        if (chart.x().logarithmic()) {
            double[] ends = decades(chart, Point::x, Point::x);
            if (ends.length == 2) {
                drawing.getStyler().setXAxisMin(ends[0]).setXAxisMax(ends[1]);
            }
        }
        if (chart.y().logarithmic()) {
            double[] ends = decades(chart, Point::low, Point::high);
            if (ends.length == 2) {
                drawing.getStyler().setYAxisMin(ends[0]).setYAxisMax(ends[1]);
            }
        }
    }

    /** The decades around all points; nothing if two are between them anyway. */
    private static double[] decades(Chart chart, ToDoubleFunction<Point> low, ToDoubleFunction<Point> high) {
        double least = points(chart).mapToDouble(low).min().orElse(1);
        double most = points(chart).mapToDouble(high).max().orElse(1);
        if (Math.floor(Math.log10(most)) - Math.ceil(Math.log10(least)) >= 1) {
            return new double[0];
        }
        double floor = Math.floor(Math.log10(least));
        return new double[] {Math.pow(10, floor), Math.pow(10, Math.max(floor + 1, Math.ceil(Math.log10(most))))};
    }

    private static Stream<Point> points(Chart chart) {
        return chart.series().stream().flatMap(series -> series.points().stream());
    }

    private void add(Series series, int number) {
        double[] x = series.points().stream().mapToDouble(Point::x).toArray();
        double[] y = series.points().stream().mapToDouble(Point::y).toArray();
        Color colour = COLOURS.get(number % COLOURS.size());
        XYSeries line = drawing.addSeries(series.name(), x, y);
        line.setMarkerColor(colour).setLineColor(colour).setLineStyle(stroke(number));
        line.setMarker(
                switch (series.style()) {
                    case MARKED_LINE, MARKERS -> MARKERS.get(number % MARKERS.size());
                    case LINE, STEPS -> SeriesMarkers.NONE;
                });
        line.setXYSeriesRenderStyle(
                switch (series.style()) {
                    case MARKED_LINE, LINE -> XYSeriesRenderStyle.Line;
                    case STEPS -> XYSeriesRenderStyle.Step;
                    case MARKERS -> XYSeriesRenderStyle.Scatter;
                });
        for (Point point : series.points()) {
            if (point.low() < point.high()) {
                addBar(point, colour);
            }
        }
    }

    /** An error bar as a series of its own, since those of XChart reach as far up as down. */
    private void addBar(Point point, Color colour) {
        XYSeries bar = drawing.addSeries(
                "bar " + bars++, new double[] {point.x(), point.x()}, new double[] {point.low(), point.high()});
        bar.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line).setShowInLegend(false);
        bar.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(1.5f));
    }

    private static BasicStroke stroke(int number) {
        return number < COLOURS.size()
                ? new BasicStroke(2)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8, 4}, 0);
    }

    /** Writes the drawing as a vector graphic. */
    void writeSvg(Path file) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        drawing.paint(graphics, WIDTH, HEIGHT);
        Document document = new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(0, 0, WIDTH, HEIGHT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.writeTo(bytes);
        String svg = bytes.toString(StandardCharsets.UTF_8);
        // Letters are drawn as outlines, which say nothing to who listens to the page or searches it.
        int inside = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        Files.writeString(
                file, svg.substring(0, inside) + "<title>" + escaped(spoken) + "</title>" + svg.substring(inside));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Writes the drawing as an image. */
    void writePng(Path file) throws IOException {
        BufferedImage image = new BufferedImage(PNG_SCALE * WIDTH, PNG_SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
