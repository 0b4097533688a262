package moot.app.comments;

import moot.app.access.Seat;
import moot.app.table.SubjectGate.Sight;
import moot.app.table.Subjects;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what the form under a subject sends; the subject's own page shows the comments. */
@Controller
class CommentPages {
  private final Comments comments;
  private final Subjects subjects;

  CommentPages(Comments comments, Subjects subjects) {
    this.comments = comments;
    this.subjects = subjects;
  }

  @PostMapping("/table/comments")
  String add(
      Seat seat,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String body) {
    // The part's name comes with its code, so that an old comment still reads well when it is gone.
    int bar = part.indexOf('|');
    comments.add(
        seat,
        subject,
        bar < 0 ? part : part.substring(0, bar),
        bar < 0 ? part : part.substring(bar + 1),
        body);
    return back(seat, subject);
  }

  @PostMapping("/table/comments/withdraw")
  String withdraw(Seat seat, @RequestParam String subject, @RequestParam long comment) {
    comments.withdraw(seat, subject, comment);
    return back(seat, subject);
  }

  @PostMapping("/table/comments/seen")
  String seen(Seat seat, @RequestParam String subject) {
    comments.seen(seat, subject);
    return back(seat, subject);
  }

  private String back(Seat seat, String subject) {
    Sight sight =
        subjects
            .find(seat, subject)
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404, "There is nothing here that you may see. Maybe the link is old?"));
    return "redirect:" + sight.link() + "#comments";
  }
}
