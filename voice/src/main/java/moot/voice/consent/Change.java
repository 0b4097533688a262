package moot.voice.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A change to the networks in the middle of a year. Each kind says whom it touches, and so whose
 * consent it needs, and what holds afterwards.
 */
public sealed interface Change {

  /**
   * Whom a change touches.
   *
   * @param must those without whose agreement it does not go ahead, whatever the rule
   * @param asked all whose consent is asked, those who must agree among them
   * @param told those who are only given notice
   */
  record Touched(
      SortedSet<PracticeCode> must, SortedSet<PracticeCode> asked, SortedSet<PracticeCode> told) {
    /** The part of a practice in the change; one that it does not touch yet comes out of it. */
    public Part partOf(PracticeCode practice) {
      return must.contains(practice)
          ? Part.MUST
          : asked.contains(practice) ? Part.ASKED : told.contains(practice) ? Part.TOLD : Part.NEW;
    }
  }

  /**
   * A practice's network from the effective date.
   *
   * @param network null for none
   */
  record Step(PracticeCode practice, @Nullable NetworkCode network) {}

  /**
   * @param members each practice's network on the day the change is proposed
   */
  Touched touches(Map<PracticeCode, NetworkCode> members);

  /** What would be otherwise; practices that stay where they are are not in it. */
  List<Step> steps();

  /** What keeps this from being a change at all, in words; empty when nothing does. */
  List<String> problems(Map<PracticeCode, NetworkCode> members);

  /** The practices of today that it is about. */
  default SortedSet<PracticeCode> about() {
    return switch (this) {
      case Join join -> new TreeSet<>(Set.of(join.practice()));
      case Leave leave -> new TreeSet<>(Set.of(leave.practice()));
      case Move move -> new TreeSet<>(Set.of(move.practice()));
      case Merge merge -> merge.all();
      case Split split -> new TreeSet<>(Set.of(split.practice()));
    };
  }

  /** Of a practice that ends by merging, the one that goes on; of a new one, where it is from. */
  default Optional<PracticeCode> findRelative(PracticeCode practice) {
    return switch (this) {
      case Merge merge when merge.ending().contains(practice) -> Optional.of(merge.into());
      case Split split
          when !split.practice().equals(practice) && split.findPart(practice).isPresent() ->
          Optional.of(split.practice());
      default -> Optional.empty();
    };
  }

  /** A practice in no network joins one: it and the network's members are asked. */
  record Join(PracticeCode practice, NetworkCode network) implements Change {
    @Override
    public Touched touches(Map<PracticeCode, NetworkCode> members) {
      return touched(Set.of(practice), inside(members, network));
    }

    @Override
    public List<Step> steps() {
      return List.of(new Step(practice, network));
    }

    @Override
    public List<String> problems(Map<PracticeCode, NetworkCode> members) {
      List<String> problems = new ArrayList<>();
      NetworkCode now = members.get(practice);
      if (now != null) {
        problems.add(
            "%s is in %s: expected a practice in no network. Maybe it is to move?"
                .formatted(practice, now));
      }
      return unlessThere(problems, members, network);
    }
  }

  /** A practice leaves its network for none: it decides, the network's members are told. */
  record Leave(PracticeCode practice) implements Change {
    @Override
    public Touched touches(Map<PracticeCode, NetworkCode> members) {
      NetworkCode network = members.get(practice);
      SortedSet<PracticeCode> told = network == null ? new TreeSet<>() : inside(members, network);
      told.remove(practice);
      return new Touched(new TreeSet<>(Set.of(practice)), new TreeSet<>(Set.of(practice)), told);
    }

    @Override
    public List<Step> steps() {
      return List.of(new Step(practice, null));
    }

    @Override
    public List<String> problems(Map<PracticeCode, NetworkCode> members) {
      return members.containsKey(practice)
          ? List.of()
          : List.of(
              "%s is in no network: expected one that it can leave. Maybe it has left already?"
                  .formatted(practice));
    }
  }

  /** A practice moves to another network: it and the members of both are asked. */
  record Move(PracticeCode practice, NetworkCode to) implements Change {
    @Override
    public Touched touches(Map<PracticeCode, NetworkCode> members) {
      SortedSet<PracticeCode> asked = inside(members, to);
      NetworkCode from = members.get(practice);
      if (from != null) {
        asked.addAll(inside(members, from));
      }
      return touched(Set.of(practice), asked);
    }

    @Override
    public List<Step> steps() {
      return List.of(new Step(practice, to));
    }

    @Override
    public List<String> problems(Map<PracticeCode, NetworkCode> members) {
      List<String> problems = new ArrayList<>();
      NetworkCode now = members.get(practice);
      if (now == null) {
        problems.add(
            "%s is in no network: expected one that it can move from. Maybe it is to join?"
                .formatted(practice));
      } else if (now.equals(to)) {
        problems.add(
            "%s is in %s already: expected another network. Maybe the wrong one was chosen?"
                .formatted(practice, to));
      }
      return unlessThere(problems, members, to);
    }
  }

  /**
   * Practices merge into one of them, which keeps its code; they and the members of all their
   * networks are asked.
   *
   * @param into the one that goes on
   * @param ending the others, at least one
   * @param network in which the merged practice is; a network of one of them
   */
  record Merge(PracticeCode into, SortedSet<PracticeCode> ending, NetworkCode network)
      implements Change {
    public Merge {
      ending = new TreeSet<>(ending);
    }

    @Override
    public Touched touches(Map<PracticeCode, NetworkCode> members) {
      SortedSet<PracticeCode> all = all();
      SortedSet<PracticeCode> asked = inside(members, network);
      for (PracticeCode each : all) {
        NetworkCode now = members.get(each);
        if (now != null) {
          asked.addAll(inside(members, now));
        }
      }
      return touched(all, asked);
    }

    @Override
    public List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      steps.add(new Step(into, network));
      ending.forEach(each -> steps.add(new Step(each, null)));
      return steps;
    }

    @Override
    public List<String> problems(Map<PracticeCode, NetworkCode> members) {
      List<String> problems = new ArrayList<>();
      if (ending.isEmpty() || ending.contains(into)) {
        problems.add(
            "%s: expected at least one other practice to merge with. Maybe none was chosen?"
                .formatted(into));
      }
      if (all().stream().noneMatch(each -> network.equals(members.get(each)))) {
        problems.add(
            "%s is the network of none of them: expected one of theirs. Maybe the merged practice is to move afterwards, as a change of its own?"
                .formatted(network));
      }
      return problems;
    }

    private SortedSet<PracticeCode> all() {
      SortedSet<PracticeCode> all = new TreeSet<>(ending);
      all.add(into);
      return all;
    }
  }

  /**
   * A practice splits: it goes on with its code where it is, and each new part is in a network of
   * its own choice; the practice and the members of all these networks are asked.
   *
   * @param parts at least one
   */
  record Split(PracticeCode practice, List<Part> parts) implements Change {
    public Split {
      parts = List.copyOf(parts);
    }

    /**
     * A new practice that comes out of the split.
     *
     * @param code of ODS, or one of our own until there is one
     */
    public record Part(PracticeCode code, String name, NetworkCode network) {}

    /** The new practice of a code. */
    public Optional<Part> findPart(PracticeCode code) {
      return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    @Override
    public Touched touches(Map<PracticeCode, NetworkCode> members) {
      SortedSet<PracticeCode> asked = new TreeSet<>();
      NetworkCode now = members.get(practice);
      if (now != null) {
        asked.addAll(inside(members, now));
      }
      parts.forEach(part -> asked.addAll(inside(members, part.network())));
      return touched(Set.of(practice), asked);
    }

    @Override
    public List<Step> steps() {
      return parts.stream().map(part -> new Step(part.code(), part.network())).toList();
    }

    @Override
    public List<String> problems(Map<PracticeCode, NetworkCode> members) {
      List<String> problems = new ArrayList<>();
      if (parts.isEmpty()) {
        problems.add(
            "%s: expected at least one new practice. Maybe its name was left out?"
                .formatted(practice));
      }
      for (Part part : parts) {
        if (members.containsKey(part.code()) || part.code().equals(practice)) {
          problems.add(
              "%s is a practice already: expected the code of a new one. Maybe leave the code empty until ODS gives one?"
                  .formatted(part.code()));
        }
        unlessThere(problems, members, part.network());
      }
      return problems;
    }
  }

  private static Touched touched(Set<PracticeCode> must, SortedSet<PracticeCode> members) {
    SortedSet<PracticeCode> asked = new TreeSet<>(members);
    asked.addAll(must);
    return new Touched(new TreeSet<>(must), asked, new TreeSet<>());
  }

  private static SortedSet<PracticeCode> inside(
      Map<PracticeCode, NetworkCode> members, NetworkCode network) {
    SortedSet<PracticeCode> inside = new TreeSet<>();
    members.forEach(
        (practice, of) -> {
          if (of.equals(network)) {
            inside.add(practice);
          }
        });
    return inside;
  }

  private static List<String> unlessThere(
      List<String> problems, Map<PracticeCode, NetworkCode> members, NetworkCode network) {
    if (!members.containsValue(network)) {
      problems.add(
          "network %s has no members: expected one of today's. Maybe a new network is wanted, which is a plan?"
              .formatted(network));
    }
    return problems;
  }
}
