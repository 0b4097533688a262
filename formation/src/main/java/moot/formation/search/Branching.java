package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Branch and cut over the networks that are left: splits the plans by whether two practices share a
 * network, best bound first, diving into the better half.
 */
final class Branching {
  /** Pairs that are tried before one is decided. */
  private static final int CANDIDATES = 4;

  private static final int DIVE_EVERY = 32;

  private final Relaxation relaxation;
  private final int practices;
  private Pool.Held root;
  private @Nullable ReducedCosts rootCosts;
  private double rootBound;
  private double fixedFor = Double.POSITIVE_INFINITY;
  private final Incumbent incumbent;
  private final Separation separation;
  private final Clock clock;
  private final Tolerance tolerance;
  private final double offset;
  private final double ceiling;
  private final PriorityQueue<Node> open =
      new PriorityQueue<>(Comparator.comparingDouble(Node::bound).thenComparingLong(Node::number));
  private long nodes;
  private double pruned = Double.POSITIVE_INFINITY;

  private record Node(@Nullable Branch branch, double bound, int depth, long number) {}

  /**
   * @param offset what the plan costs besides
   * @param ceiling no plan costs as much
   */
  Branching(
      Relaxation relaxation,
      int practices,
      Pool.Held root,
      Incumbent incumbent,
      Separation separation,
      Clock clock,
      Tolerance tolerance,
      double offset,
      double ceiling) {
    this.relaxation = relaxation;
    this.practices = practices;
    this.root = root;
    this.incumbent = incumbent;
    this.separation = separation;
    this.clock = clock;
    this.tolerance = tolerance;
    this.offset = offset;
    this.ceiling = ceiling;
  }

  long nodes() {
    return nodes;
  }

  /**
   * @return a bound for all plans made of the root's networks
   */
  double run() {
    Node next = new Node(null, relaxation.bound(), 0, nodes++);
    while (next != null) {
      if (!clock.goOn()) {
        open.add(next);
        break;
      }
      Node child = next.bound >= enough() ? prune(next.bound) : explore(next);
      if (incumbent.exists()) {
        clock.proved(offset + Math.min(lowest(child), incumbent.cost()));
      }
      next = child != null ? child : open.poll();
    }
    return lowest(null);
  }

  private double lowest(@Nullable Node current) {
    double lowest = current == null ? pruned : Math.min(pruned, current.bound);
    Node first = open.peek();
    return first == null ? lowest : Math.min(lowest, first.bound);
  }

  private double enough() {
    return incumbent.exists() ? tolerance.enough(incumbent.cost(), offset) : ceiling;
  }

  private @Nullable Node prune(double bound) {
    pruned = Math.min(pruned, bound);
    return null;
  }

  /** Bounds a node; gives the child to dive into, puts the other among the open ones. */
  private @Nullable Node explore(Node node) {
    Branch branch = node.branch;
    if (branch == null) {
      relaxation.turnTo(root, column -> true, node.bound);
    } else {
      relaxation.turnTo(
          root.where(branch::allows), column -> branch.allows(column.members()), node.bound);
    }
    relaxation.solve(enough(), clock::goOn);
    for (int round = 0; round < (node.depth == 0 ? 5 : 2); round++) {
      if (relaxation.bound() >= enough() || !relaxation.converged()) {
        break;
      }
      List<Cut> cuts = separation.find(relaxation.parts(), 30, 3);
      if (cuts.isEmpty()) {
        break;
      }
      cuts.forEach(relaxation::add);
      relaxation.solve(enough(), clock::goOn);
    }
    double bound = relaxation.bound();
    if (bound >= enough()) {
      return prune(bound);
    }
    if (!clock.goOn()) {
      open.add(new Node(branch, bound, node.depth, node.number));
      return null;
    }
    if (!relaxation.converged()) {
      // The linear solver gave up here: this part of the plans keeps its bound and stays unproved.
      return prune(bound);
    }
    List<Relaxation.Part> parts = relaxation.parts();
    if (node.depth < 3 || nodes % 16 == 0) {
      incumbent.round(parts, 0);
    } else {
      offerWhole(parts);
    }
    if (bound >= enough()) {
      return prune(bound);
    }
    if (rootCosts == null) {
      rootCosts = relaxation.reducedCosts();
      rootBound = bound;
    }
    int[] pair = pair(parts, bound);
    if (pair == null) {
      // A whole plan that is not cheaper than its bound by more than rounding.
      return prune(bound);
    }
    Node together =
        new Node(new Branch(branch, pair[0], pair[1], true), bound, node.depth + 1, nodes++);
    Node apart =
        new Node(new Branch(branch, pair[0], pair[1], false), bound, node.depth + 1, nodes++);
    if (node.depth == 0 || nodes % DIVE_EVERY == 1) {
      new Dive(relaxation, incumbent, clock, practices).from(root, branch, enough());
    }
    shrink();
    open.add(apart);
    return together;
  }

  /** A better plan leaves fewer networks that could be in a better one still. */
  private void shrink() {
    ReducedCosts costs = rootCosts;
    if (costs != null && incumbent.cost() < fixedFor) {
      fixedFor = incumbent.cost();
      root = root.within(costs, Relaxation.slack(fixedFor, rootBound));
    }
  }

  private void offerWhole(List<Relaxation.Part> parts) {
    List<int[]> networks = new ArrayList<>();
    for (Relaxation.Part part : parts) {
      if (part.share() < 1 - 1e-6) {
        return;
      }
      networks.add(part.column().members());
    }
    incumbent.offer(networks);
  }

  /**
   * The two practices to decide about: of the few about whom the solution is most divided, those
   * for whom both answers are guessed to raise the bound most.
   */
  private int @Nullable [] pair(List<Relaxation.Part> parts, double bound) {
    List<int[]> candidates = divided(parts);
    if (candidates.size() < 2) {
      return candidates.isEmpty() ? null : candidates.getFirst();
    }
    int[] best = candidates.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (int[] pair : candidates) {
      double score = 1;
      for (boolean share : new boolean[] {true, false}) {
        double guess = relaxation.guess(new Branch(null, pair[0], pair[1], share));
        double rise = Math.min(guess, 2 * enough() - bound) - bound;
        score *= Math.max(rise, 1e-6 * Math.abs(bound));
      }
      if (score > most) {
        most = score;
        best = pair;
      }
    }
    return best;
  }

  /** The pairs of practices whose share together is nearest to a half, the nearest first. */
  private static List<int[]> divided(List<Relaxation.Part> parts) {
    Map<Long, Double> shares = new TreeMap<>();
    for (Relaxation.Part part : parts) {
      if (part.share() < 1 - 1e-6) {
        int[] members = part.column().members();
        for (int x = 0; x < members.length; x++) {
          for (int y = x + 1; y < members.length; y++) {
            shares.merge(((long) members[x] << 32) | members[y], part.share(), Double::sum);
          }
        }
      }
    }
    record Divided(long pair, long away) {}
    List<Divided> divided = new ArrayList<>();
    shares.forEach(
        (pair, share) -> {
          double away = Math.abs(share - 0.5);
          if (away < 0.5 - 1e-6) {
            // Rounded, so that noise of the linear solver does not order what is equal.
            divided.add(new Divided(pair, Math.round(1e6 * away)));
          }
        });
    divided.sort(Comparator.comparingLong(Divided::away).thenComparingLong(Divided::pair));
    // Many pairs are divided in the same way by the same networks: look at different ones.
    List<int[]> candidates = new ArrayList<>();
    Set<List<Long>> kinds = new HashSet<>();
    for (Divided one : divided) {
      int a = (int) (one.pair >> 32);
      int b = (int) one.pair;
      if (candidates.size() < CANDIDATES && kinds.add(kind(parts, a, b))) {
        candidates.add(new int[] {a, b});
      }
    }
    return candidates;
  }

  /** Which of the networks have both of two practices, and which have one. */
  private static List<Long> kind(List<Relaxation.Part> parts, int a, int b) {
    List<Long> kind = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      int[] members = parts.get(k).column().members();
      boolean hasA = Arrays.binarySearch(members, a) >= 0;
      boolean hasB = Arrays.binarySearch(members, b) >= 0;
      if (parts.get(k).share() < 1 - 1e-6 && (hasA || hasB)) {
        kind.add(hasA && hasB ? k : -1L - k);
      }
    }
    return kind;
  }
}
