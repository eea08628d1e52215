package io.fogatlas.pictures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Lays the graph of an application out in layers, so that data flows run one way as far as they can: a depth-first walk turns the flows
 * that close a cycle around, each vertex goes as many layers down as the longest way to it is long, sweeps over the barycentres of
 * neighbours order each layer so that few flows cross, and flows over several layers get a bend in each (Sugiyama, Tagawa and Toda, Methods
 * for visual understanding of hierarchical system structures, 1981). The same graph always gives the same drawing.
 */
final class GraphLayout {
    private static final int SWEEPS = 12;

    private final int vertices;
    private final List<int[]> edges;
    private final boolean[] turned;
    private final int[] layer;
    private final List<List<Integer>> layers = new ArrayList<>();
    /** For each edge the chain of vertices and bends from its upper to its lower end. */
    private final List<List<Integer>> chains = new ArrayList<>();

    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private final double[] across;

    private GraphLayout(int vertices, List<int[]> edges) {
        this.vertices = vertices;
        this.edges = edges;
        turned = turned();
        layer = layers();
        bends();
        order();
        across = new double[above.size()];
        spread();
    }

    /** Lays out a graph of numbered vertices with edges from source to destination. */
    static GraphLayout of(int vertices, List<int[]> edges) {
        return new GraphLayout(vertices, edges);
    }

    /** How many layers there are. */
    int depth() {
        return layers.size();
    }

    /** How much room the widest layer takes, in slots. */
    double breadth() {
        return Arrays.stream(across).max().orElse(0) + 1;
    }

    /** The layer of a vertex, from 0. */
    int layer(int vertex) {
        return layer[vertex];
    }

    /** Where in its layer a vertex is, in slots, from 0. */
    double slot(int vertex) {
        return across[vertex];
    }

    /** The layers and slots that an edge passes, from its source to its destination. */
    List<Point> course(int edge) {
        List<Point> course = new ArrayList<>();
        List<Integer> chain = chains.get(edge);
        int top = Math.min(layer[edges.get(edge)[0]], layer[edges.get(edge)[1]]);
        for (int i = 0; i < chain.size(); i++) {
            course.add(new Point(across[chain.get(i)], top + i));
        }
        if (turned[edge]) {
            Collections.reverse(course);
        }
        return course;
    }

    /** Which edges close a cycle in a depth-first walk from the vertices that nothing leads to, and then from the rest. */
    private boolean[] turned() {
        boolean[] closes = new boolean[edges.size()];
        List<List<Integer>> out = new ArrayList<>();
        int[] incoming = new int[vertices];
        for (int vertex = 0; vertex < vertices; vertex++) {
            out.add(new ArrayList<>());
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            out.get(edges.get(edge)[0]).add(edge);
            incoming[edges.get(edge)[1]]++;
        }
        int[] state = new int[vertices];
        int[] next = new int[vertices];
        for (int pass = 0; pass < 2; pass++) {
            for (int root = 0; root < vertices; root++) {
                if (state[root] == 0 && (incoming[root] == 0 || pass == 1)) {
                    walk(root, out, state, next, closes);
                }
            }
        }
        return closes;
    }

    private void walk(int root, List<List<Integer>> out, int[] state, int[] next, boolean[] closes) {
        Deque<Integer> path = new ArrayDeque<>(List.of(root));
        state[root] = 1;
        while (!path.isEmpty()) {
            int vertex = path.peek();
            if (next[vertex] == out.get(vertex).size()) {
                state[vertex] = 2;
                path.pop();
                continue;
            }
            int edge = out.get(vertex).get(next[vertex]++);
            int target = edges.get(edge)[1];
            if (state[target] == 1) {
                closes[edge] = true;
            } else if (state[target] == 0) {
                state[target] = 1;
                path.push(target);
            }
        }
    }

    private int upper(int edge) {
        return edges.get(edge)[turned[edge] ? 1 : 0];
    }

    private int lower(int edge) {
        return edges.get(edge)[turned[edge] ? 0 : 1];
    }

    private int[] layers() {
        int[] depths = new int[vertices];
        for (int round = 0, changed = 1; round <= vertices && changed > 0; round++) {
            changed = 0;
            for (int edge = 0; edge < edges.size(); edge++) {
                if (depths[lower(edge)] < depths[upper(edge)] + 1) {
                    depths[lower(edge)] = depths[upper(edge)] + 1;
                    changed++;
                }
            }
        }
        return depths;
    }

    private void bends() {
        int deepest = Arrays.stream(layer).max().orElse(0);
        for (int each = 0; each <= deepest; each++) {
            layers.add(new ArrayList<>());
        }
        for (int vertex = 0; vertex < vertices; vertex++) {
            add(layer[vertex]);
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            List<Integer> chain = new ArrayList<>(List.of(upper(edge)));
            for (int between = layer[upper(edge)] + 1; between < layer[lower(edge)]; between++) {
                chain.add(add(between));
            }
            chain.add(lower(edge));
            chains.add(chain);
            for (int i = 1; i < chain.size(); i++) {
                below.get(chain.get(i - 1)).add(chain.get(i));
                above.get(chain.get(i)).add(chain.get(i - 1));
            }
        }
    }

    private int add(int inLayer) {
        int number = above.size();
        above.add(new ArrayList<>());
        below.add(new ArrayList<>());
        layers.get(inLayer).add(number);
        return number;
    }

    private void order() {
        double[] rank = new double[above.size()];
        layers.forEach(each -> rank(each, rank));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                boolean down = sweep % 2 == 0;
                List<Integer> members = layers.get(down ? i : layers.size() - 1 - i);
                double[] wish = new double[rank.length];
                for (int member : members) {
                    List<Integer> neighbours = (down ? above : below).get(member);
                    wish[member] = neighbours.stream()
                            .mapToDouble(neighbour -> rank[neighbour])
                            .average()
                            .orElse(rank[member]);
                }
                members.sort(Comparator.comparingDouble((Integer member) -> wish[member])
                        .thenComparingDouble(member -> rank[member]));
                rank(members, rank);
            }
        }
    }

    private static void rank(List<Integer> members, double[] rank) {
        for (int i = 0; i < members.size(); i++) {
            rank[members.get(i)] = i + 0.5 - members.size() / 2.0;
        }
    }

    /** Moves everything towards the middle of its neighbours, as far as its layer leaves room. */
    private void spread() {
        for (List<Integer> members : layers) {
            for (int i = 0; i < members.size(); i++) {
                across[members.get(i)] = i - (members.size() - 1) / 2.0;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                settle(layers.get(sweep % 2 == 0 ? i : layers.size() - 1 - i));
            }
        }
        double least = Arrays.stream(across).min().orElse(0);
        for (int i = 0; i < across.length; i++) {
            across[i] -= least;
        }
    }

    private void settle(List<Integer> members) {
        int count = members.size();
        double[] wish = new double[count];
        for (int i = 0; i < count; i++) {
            List<Integer> neighbours = new ArrayList<>(above.get(members.get(i)));
            neighbours.addAll(below.get(members.get(i)));
            wish[i] = neighbours.stream()
                    .mapToDouble(neighbour -> across[neighbour])
                    .average()
                    .orElse(across[members.get(i)]);
        }
        double[] fromLeft = wish.clone();
        double[] fromRight = wish.clone();
        for (int i = 1; i < count; i++) {
            fromLeft[i] = Math.max(fromLeft[i], fromLeft[i - 1] + room(members.get(i - 1), members.get(i)));
        }
        for (int i = count - 2; i >= 0; i--) {
            fromRight[i] = Math.min(fromRight[i], fromRight[i + 1] - room(members.get(i), members.get(i + 1)));
        }
        for (int i = 0; i < count; i++) {
            across[members.get(i)] = (fromLeft[i] + fromRight[i]) / 2;
        }
    }

    /** Two vertices need a whole slot, a bend beside something less. */
    private double room(int one, int other) {
        return one < vertices && other < vertices ? 1 : one < vertices || other < vertices ? 0.7 : 0.35;
    }
}
