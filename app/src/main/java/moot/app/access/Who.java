package moot.app.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may take a route. */
public sealed interface Who {
  /** In words, for the page that shows the table. */
  String words();

  /** Everybody, signed in or not. */
  record Anyone() implements Who {
    @Override
    public String words() {
      return "anyone, signed in or not";
    }
  }

  /** A person who is signed in, with or without a seat. */
  record SignedIn() implements Who {
    @Override
    public String words() {
      return "anyone who is signed in";
    }
  }

  /** Whoever acts for one of these kinds of party in one of these roles. */
  record Seated(Set<Role> roles, Set<PartyKind> kinds) implements Who {
    public Seated {
      roles = Set.copyOf(roles);
      kinds = Set.copyOf(kinds);
    }

    boolean has(Seat seat) {
      return roles.contains(seat.role()) && kinds.contains(seat.party().kind());
    }

    @Override
    public String words() {
      String who =
          roles.size() == Role.values().length
              ? "anyone who acts"
              : Stream.of(Role.values())
                  .filter(roles::contains)
                  .map(Role::words)
                  .collect(Collectors.joining(", "));
      String what =
          kinds.size() == PartyKind.values().length
              ? "any party"
              : Stream.of(PartyKind.values())
                  .filter(kinds::contains)
                  .map(PartyKind::words)
                  .collect(Collectors.joining(", "));
      return who + " for: " + what;
    }
  }
}
