package moot.app.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** The bare address leads to the first thing in the navigation. */
@Controller
class StartPage {
  private final String path;

  StartPage(List<NavigationItem> navigation) {
    this.path =
        navigation.stream()
            .min(Comparator.comparingInt(NavigationItem::order))
            .map(NavigationItem::path)
            .orElse("/error");
  }

  @GetMapping("/")
  RedirectView start() {
    RedirectView view = new RedirectView(path, true);
    view.setExposeModelAttributes(false);
    return view;
  }
}
