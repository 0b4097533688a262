package moot.app.roleplans;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import moot.app.access.Seat;
import moot.funding.roles.BadRolePlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services whose staff new roles may draw. */
@Controller
class DonorPages {
  private static final int UNPROCESSABLE = 422;

  private final DonorDesk desk;

  DonorPages(DonorDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/funding/donors")
  String donors(Seat seat, Model model) {
    return donors(seat, RoleForm.NONE, model);
  }

  private String donors(Seat seat, RoleForm form, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("donors", desk.list(seat));
    model.addAttribute("roles", RoleTitles.byService());
    model.addAttribute("form", form);
    return "roleplans/donors";
  }

  @PostMapping("/funding/donors")
  String setDonor(
      Seat seat,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    try {
      desk.set(seat, fields);
      return "redirect:/funding/donors";
    } catch (BadRolePlan e) {
      response.setStatus(UNPROCESSABLE);
      return donors(seat, RoleForm.of("donor", fields).refused(e), model);
    }
  }

  @PostMapping("/funding/donors/{id}/remove")
  String removeDonor(Seat seat, @PathVariable long id) {
    desk.remove(seat, id);
    return "redirect:/funding/donors";
  }
}
