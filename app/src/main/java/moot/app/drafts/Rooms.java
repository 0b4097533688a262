package moot.app.drafts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.app.web.ToldToVisitors;
import moot.formation.Drafting;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.springframework.stereotype.Component;

/** Places ready for drafting, kept as long as the register stays the same. */
@Component
class Rooms {
  private static final int MOST = 40;

  private final RegisterStore register;
  private final Map<Key, Room> rooms =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Room> eldest) {
          return size() > MOST;
        }
      };

  Rooms(RegisterStore register) {
    this.register = register;
  }

  private record Key(PlaceCode place, DraftRules rules, String state) {}

  /**
   * A place and its drafting.
   *
   * @param known the practices that take part today
   * @param networkNames what today's networks are called
   * @param practices by code
   * @param state of the register
   */
  record Room(
      Drafting drafting,
      Set<PracticeCode> known,
      Map<String, String> networkNames,
      Map<PracticeCode, FormingPractice> practices,
      String state) {
    FormingPlace place() {
      return drafting.place();
    }

    /** What people call a network. */
    String called(String network) {
      return networkNames.getOrDefault(network, network);
    }

    String named(String code) {
      FormingPractice practice = practices.get(new PracticeCode(code));
      return practice == null || practice.name().isBlank() ? code : practice.name();
    }
  }

  /**
   * @throws ToldToVisitors when no practice takes part in it
   */
  Room at(PlaceCode place, DraftRules rules) {
    Key key = new Key(place, rules, register.state());
    synchronized (rooms) {
      Room known = rooms.get(key);
      if (known != null) {
        return known;
      }
    }
    FormingPlace here;
    try {
      here = register.getFormingPlace(place);
    } catch (UnknownPlace e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
    Map<NetworkCode, String> names = register.listNetworkNames();
    Map<String, String> called = new TreeMap<>();
    Map<PracticeCode, FormingPractice> practices = new TreeMap<>();
    for (FormingPractice practice : here.practices()) {
      practices.put(practice.code(), practice);
      NetworkCode today = practice.today();
      if (today != null) {
        called.put(today.value(), names.getOrDefault(today, today.value()));
      }
    }
    Room room =
        new Room(
            new Drafting(here, rules.rules()),
            new TreeSet<>(practices.keySet()),
            called,
            practices,
            key.state());
    synchronized (rooms) {
      rooms.put(key, room);
    }
    return room;
  }
}
