package moot.formation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Branch and cut over the networks that are left: splits the plans by whether two practices share a
 * network, best bound first, diving into the better half.
 */
final class Branching {
  private final Relaxation relaxation;
  private final Pool.Held root;
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
      Pool.Held root,
      Incumbent incumbent,
      Separation separation,
      Clock clock,
      Tolerance tolerance,
      double offset,
      double ceiling) {
    this.relaxation = relaxation;
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
      relaxation.turnTo(root.where(branch), column -> branch.allows(column.members()), node.bound);
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
    int[] pair = pair(parts);
    if (pair == null) {
      // A whole plan that is not cheaper than its bound by more than rounding.
      return prune(bound);
    }
    Node together =
        new Node(new Branch(branch, pair[0], pair[1], true), bound, node.depth + 1, nodes++);
    Node apart =
        new Node(new Branch(branch, pair[0], pair[1], false), bound, node.depth + 1, nodes++);
    open.add(apart);
    return together;
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

  /** The two practices about whom the solution is most divided. */
  private static int @Nullable [] pair(List<Relaxation.Part> parts) {
    java.util.Map<Long, Double> shares = new java.util.HashMap<>();
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
    long best = -1;
    double nearest = 0.5 - 1e-6;
    for (var entry : shares.entrySet()) {
      double away = Math.abs(entry.getValue() - 0.5);
      if (away < nearest - 1e-9 || (away < nearest + 1e-9 && best >= 0 && entry.getKey() < best)) {
        nearest = Math.min(nearest, away);
        best = entry.getKey();
      }
    }
    return best < 0 ? null : new int[] {(int) (best >> 32), (int) best};
  }
}
