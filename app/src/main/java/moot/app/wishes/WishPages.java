package moot.app.wishes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.app.web.NavigationItem;
import moot.app.web.ToldToVisitors;
import moot.formation.Wish;
import moot.register.PlaceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a practice says what it wants, and on which all see what is published. */
@Controller
class WishPages {
  private static final String FIELD = "wish-";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final WishDesk desk;
  private final WishStore store;
  private final RegisterStore register;
  private final WishViews views;

  WishPages(WishDesk desk, WishStore store, RegisterStore register, WishViews views) {
    this.desk = desk;
    this.store = store;
    this.register = register;
    this.views = views;
  }

  @Bean
  static NavigationItem wishesNavigation() {
    return new NavigationItem(25, "Wishes", "/table/wishes");
  }

  @GetMapping("/table/wishes")
  String wishes(Seat seat, Model model) {
    ConfidenceVersion now = views.now(seat);
    return page(seat, now.number(), now.said(), "", model);
  }

  @PostMapping("/table/wishes")
  String keep(
      Seat seat,
      @RequestParam(name = "on") String read,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    int on = version(read);
    Confidence said = read(seat, sent);
    if (said.conditions().length() > WishDesk.MOST_CHARACTERS) {
      response.setStatus(422);
      return page(
          seat,
          on,
          said,
          "What you need first has %,d characters: expected at most %,d. Maybe say it in fewer words?"
              .formatted(said.conditions().length(), WishDesk.MOST_CHARACTERS),
          model);
    }
    try {
      desk.keep(seat, on, said);
      return "redirect:/table/wishes#kept";
    } catch (WishDesk.Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(
          seat,
          e.now().number(),
          said,
          "%s changed this on %s, while you were at it. The page shows what you have filled in; nothing was kept yet. Maybe talk, and keep it once more?"
              .formatted(e.now().person(), WHEN.format(e.now().madeAt())),
          model);
    }
  }

  @PostMapping("/table/wishes/publish")
  String publish(
      Seat seat,
      @RequestParam(name = "on") String read,
      @RequestParam(defaultValue = "") List<String> part,
      Model model,
      HttpServletResponse response) {
    int on = version(read);
    try {
      desk.publish(seat, on, WishDesk.ticked(part));
      return "redirect:/table/wishes#publishing";
    } catch (WishDesk.Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(
          seat,
          e.now().number(),
          e.now().said(),
          "%s changed what you say on %s. Nothing was published. Maybe look at it and publish then?"
              .formatted(e.now().person(), WHEN.format(e.now().madeAt())),
          model);
    }
  }

  private Confidence read(Seat seat, Map<String, String> sent) {
    PlaceCode place = WishDesk.practicePlace(seat);
    String stance = sent.getOrDefault("stance", "");
    Set<String> known = new TreeSet<>();
    register
        .getFormingPlace(place)
        .practices()
        .forEach(practice -> known.add(practice.code().value()));
    // Of practices that have closed since, what was said stays.
    known.addAll(store.getNow(seat.party().id()).said().wishes().keySet());
    known.remove(seat.party().code());
    Map<String, Wish> wishes = new TreeMap<>();
    sent.forEach(
        (field, value) -> {
          if (field.startsWith(FIELD) && !value.isEmpty()) {
            String code = field.substring(FIELD.length());
            if (!known.contains(code)) {
              throw misread();
            }
            wishes.put(code, one(Wish.values(), value));
          }
        });
    return Confidence.of(
        stance.isEmpty() ? null : one(Stance.values(), stance),
        sent.getOrDefault("conditions", "").replace("\u0000", "").replace("\r\n", "\n").strip(),
        wishes);
  }

  /** Read here: Spring logs whatever it cannot read, and it may stand in the wrong field. */
  private static int version(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw misread();
    }
  }

  private static <T extends Enum<T>> T one(T[] values, String name) {
    for (T value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw misread();
  }

  /** Says nothing of what was sent: it is confidential even when it is wrong. */
  private static ToldToVisitors misread() {
    return new ToldToVisitors(
        400,
        "Something in the form was not one of the choices that it offers. Maybe the page is of another version, or a practice has closed?");
  }

  private String page(Seat seat, int on, Confidence said, String problem, Model model) {
    WishesSeen seen = views.of(seat, on, said, problem);
    model.addAttribute("seat", seat);
    model.addAttribute("placeName", seen.placeName());
    model.addAttribute("own", seen.own());
    model.addAttribute("published", seen.published());
    model.addAttribute("atLeast", seen.atLeast());
    return "wishes/wishes";
  }
}
