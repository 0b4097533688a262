package moot.app.access;

import static moot.app.access.Route.get;
import static moot.app.access.Route.of;
import static moot.app.access.Route.post;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;

/**
 * What each role may see and do, route by route. A route that is not here is refused to everyone.
 *
 * <p>The table decides by role and kind of party alone. What belongs to one place or one party (a
 * run, a draft) is also looked at by the feature that keeps it, and is not found by others.
 */
public final class AccessTable {
  private static final Set<Role> ALL = EnumSet.allOf(Role.class);
  private static final Set<Role> WHO_WORK = EnumSet.complementOf(EnumSet.of(Role.VIEWER));
  private static final Set<Role> SIGNATORIES = EnumSet.of(Role.SIGNATORY);
  private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);

  private static final Set<PartyKind> EVERY_PARTY = EnumSet.allOf(PartyKind.class);
  private static final Set<PartyKind> AT_TABLES =
      EnumSet.complementOf(EnumSet.of(PartyKind.INSTALLATION));
  private static final Set<PartyKind> PRACTICES = EnumSet.of(PartyKind.PRACTICE);
  private static final Set<PartyKind> FACILITATORS = EnumSet.of(PartyKind.FACILITATOR);
  private static final Set<PartyKind> WHO_KEEP_THE_PLACE =
      EnumSet.of(PartyKind.FACILITATOR, PartyKind.SYSTEM, PartyKind.INSTALLATION);
  private static final Set<PartyKind> WHO_PUT =
      EnumSet.of(PartyKind.PRACTICE, PartyKind.FEDERATION, PartyKind.SYSTEM, PartyKind.FACILITATOR);

  private static final Who ANYONE = new Who.Anyone();
  private static final Who SIGNED_IN = new Who.SignedIn();
  private static final Who SEATED = new Who.Seated(ALL, EVERY_PARTY);
  private static final Who WORKING = new Who.Seated(WHO_WORK, EVERY_PARTY);
  private static final Who ADMINISTERING = new Who.Seated(ADMINISTRATORS, EVERY_PARTY);
  private static final Who KEEPING_THE_PLACE = new Who.Seated(ADMINISTRATORS, WHO_KEEP_THE_PLACE);
  private static final Who KEEPING_THE_REGISTER = KEEPING_THE_PLACE;
  private static final Who KEEPING_THE_INSTALLATION =
      new Who.Seated(ADMINISTRATORS, EnumSet.of(PartyKind.INSTALLATION));
  private static final Who AT_A_TABLE = new Who.Seated(ALL, AT_TABLES);
  private static final Who TABLE_WORKING = new Who.Seated(WHO_WORK, AT_TABLES);
  private static final Who PRACTICE_WORKING = new Who.Seated(WHO_WORK, PRACTICES);
  private static final Who SIGNING = new Who.Seated(SIGNATORIES, PRACTICES);
  private static final Who PUTTING = new Who.Seated(WHO_WORK, WHO_PUT);
  private static final Who CHAIRING = new Who.Seated(WHO_WORK, FACILITATORS);
  private static final Who COUNTING =
      new Who.Seated(WHO_WORK, EnumSet.of(PartyKind.FACILITATOR, PartyKind.SYSTEM));
  private static final Who NAMING =
      new Who.Seated(WHO_WORK, EnumSet.of(PartyKind.PRACTICE, PartyKind.NETWORK));

  /** All routes, in the order in which people read them. */
  public static final List<Route> ROUTES =
      List.of(
          // Coming and going.
          get("/sign-in", ANYONE, "the page for signing in"),
          post("/sign-in", ANYONE, "signing in"),
          get("/sign-in/code", ANYONE, "the page for the second factor"),
          post("/sign-in/code", ANYONE, "signing in with the second factor"),
          get("/oauth2/authorization/{provider}", ANYONE, "going to another provider to sign in"),
          get("/login/oauth2/code/{provider}", ANYONE, "coming back from there"),
          post("/sign-in/as", ANYONE, "signing in as anyone, in the demo alone"),
          post("/sign-out", ANYONE, "signing out"),
          get("/invitations/{secret}", ANYONE, "an invitation, for whoever has its link"),
          post("/invitations/{secret}", ANYONE, "accepting an invitation"),
          get("/passwords/{secret}", ANYONE, "a new password, for whoever has its link"),
          post("/passwords/{secret}", ANYONE, "choosing it"),
          get("/seats", SIGNED_IN, "the parties that one may act for"),
          post("/seats", SIGNED_IN, "picking the party to act for"),
          get("/account", SIGNED_IN, "one's own account"),
          post("/account/password", SIGNED_IN, "changing one's password"),
          post("/account/second-factor", SIGNED_IN, "switching on one's second factor"),
          post("/account/second-factor/off", SIGNED_IN, "switching it off"),
          get("/roles", SIGNED_IN, "this table"),
          get("/", ANYONE, "the bare address, which leads to the first page"),
          of(Route.ANY_METHOD, "/error", ANYONE, "what did not work, in words"),
          // What every page is made of.
          get("/moot.css", ANYONE, "how pages look"),
          get("/icon.svg", ANYONE, "the icon"),
          get("/js/**", ANYONE, "scripts of pages"),
          get("/vendor/**", ANYONE, "scripts and styles of others"),
          // Forming. A run is its place's; the installation sees all places.
          get("/forming", SEATED, "the place, or the places to pick from"),
          get("/forming/places", SEATED, "all places in sight"),
          get("/forming/places/{code}", SEATED, "a place: today beside the best plan"),
          get("/forming/places/{code}/today.geojson", SEATED, "the map of today's networks"),
          get("/forming/places/{code}/today.svg", SEATED, "the same, drawn"),
          get("/forming/places/{code}/new", WORKING, "the form for asking for a plan"),
          post("/forming/places/{code}/new", WORKING, "asking for a plan"),
          get("/forming/runs/{id}", SEATED, "a search and its plan"),
          get("/forming/runs/{id}/progress", SEATED, "how far a search is"),
          post("/forming/runs/{id}/ask", WORKING, "asking more about a plan"),
          post("/forming/runs/{id}/stop", WORKING, "stopping a search"),
          get("/forming/runs/{id}/beside/{key}", SEATED, "another plan beside a search's own"),
          get("/forming/runs/{id}/beside/{key}.geojson", SEATED, "its map"),
          get("/forming/runs/{id}/beside/{key}.svg", SEATED, "the same, drawn"),
          get("/forming/compare", SEATED, "two plans side by side"),
          get("/forming/runs/{id}/plan.csv", SEATED, "a plan to take away: table"),
          get("/forming/runs/{id}/plan.xlsx", SEATED, "a plan to take away: workbook"),
          get("/forming/runs/{id}/plan.pdf", SEATED, "a plan to take away: report"),
          get("/forming/runs/{id}/plan.json", SEATED, "a plan to take away: everything"),
          get("/forming/runs/{id}/plan-download.geojson", SEATED, "a plan to take away: map"),
          get("/forming/runs/{id}/plan.geojson", SEATED, "the map of a plan"),
          get("/forming/runs/{id}/plan.svg", SEATED, "the same, drawn"),
          get("/forming/runs/{id}/today.geojson", SEATED, "the map that a plan began from"),
          get("/forming/runs/{id}/today.svg", SEATED, "the same, drawn"),
          // The table of a place.
          get("/table", SEATED, "what needs one today"),
          post("/table/comments", WORKING, "saying something about what lies on the table"),
          post("/table/comments/withdraw", WORKING, "withdrawing what one said"),
          post("/table/comments/seen", SEATED, "having read what one was named in"),
          // Drafts. A draft is its party's until it is shared; then its place's.
          get("/table/drafts", SEATED, "the drafts in sight"),
          post("/table/drafts", WORKING, "beginning a draft"),
          get("/table/drafts/{id}", SEATED, "a draft, or a version of it"),
          get("/table/drafts/{id}/panel", SEATED, "what its page says beside the map"),
          get("/table/drafts/{id}/events", SEATED, "that something about it is new"),
          get("/table/drafts/{id}/cells.geojson", SEATED, "the map of its place"),
          get("/table/drafts/{id}/draft.svg", SEATED, "its map, drawn"),
          get("/table/drafts/{id}/draft.csv", SEATED, "a draft to take away: table"),
          get("/table/drafts/{id}/draft.json", SEATED, "a draft to take away: everything"),
          get("/table/drafts/{id}/compare", SEATED, "a draft beside today or another"),
          post("/table/drafts/{id}/change", WORKING, "changing a draft"),
          post("/table/drafts/{id}/rest", WORKING, "having the rest of a draft completed"),
          post("/table/drafts/{id}/share", WORKING, "sharing a draft of one's party"),
          post("/table/drafts/{id}/name", WORKING, "naming a draft of one's party"),
          post(
              "/table/drafts/{id}/rest-with-wishes", COUNTING, "the same with what practices want"),
          // Consent. A proposal is its table's; who is asked answers for itself.
          get("/table/consent", AT_A_TABLE, "what was put to the practices"),
          get("/table/consent/{id}", AT_A_TABLE, "a proposal, and who says what to it"),
          get("/table/consent/new", PUTTING, "the form for putting a draft"),
          post("/table/consent/new", PUTTING, "putting a draft to the practices"),
          get("/table/consent/change", PUTTING, "the form for a change within a year"),
          post("/table/consent/change", PUTTING, "putting a change to those it touches"),
          post("/table/consent/{id}/answer", SIGNING, "answering for a practice"),
          post("/table/consent/{id}/confirm", SIGNING, "confirming that a condition is met"),
          post("/table/consent/{id}/condition", CHAIRING, "recording that a condition is met"),
          post("/table/consent/{id}/withdraw", PUTTING, "withdrawing what one put"),
          post(
              "/table/consent/{id}/networks/{nr}",
              NAMING,
              "naming who directs a network and who is paid"),
          get("/table/consent/{id}/map.svg", AT_A_TABLE, "the networks of a proposal, drawn"),
          get(
              "/table/consent/{id}/registration-pack.pdf",
              AT_A_TABLE,
              "what was sealed, to hand in: on paper"),
          get(
              "/table/consent/{id}/registration-pack.json",
              AT_A_TABLE,
              "what was sealed, to hand in: data"),
          get(
              "/table/consent/{id}/registration-pack.csv",
              AT_A_TABLE,
              "what was sealed, to hand in: table"),
          // What practices want: confidential; a page shows each seat what it may see.
          get("/table/wishes", AT_A_TABLE, "what a practice wants, and what is published of it"),
          post("/table/wishes", PRACTICE_WORKING, "saying in confidence what a practice wants"),
          post("/table/wishes/publish", SIGNING, "publishing what a practice wants"),
          get("/table/drafts/{id}/wishes", AT_A_TABLE, "how far a draft meets what is wanted"),
          post("/table/drafts/{id}/wishes/weigh", CHAIRING, "weighing a draft against it"),
          post("/table/drafts/{id}/wishes/door", TABLE_WORKING, "until when doors stay open"),
          // Funding: from published lists and payments, so all of a place see the same.
          get("/funding", SEATED, "the place, or the places to pick from"),
          get("/funding/places/{code}", SEATED, "what contracts bring a place in a year"),
          get("/funding/places/{code}/networks/{network}", SEATED, "the same for a network"),
          get("/funding/places/{code}/practices/{practice}", SEATED, "the same for a practice"),
          get("/funding/places/{code}/payments.csv", SEATED, "payments to take away: table"),
          get("/funding/places/{code}/arrears.csv", SEATED, "arrears to take away: table"),
          get("/funding/places/{code}/payments.xlsx", SEATED, "payments to take away: workbook"),
          get("/funding/places/{code}/trace.json", SEATED, "where each amount comes from"),
          get("/funding/places/{code}/summary.json", SEATED, "what it all comes to"),
          get("/funding/places/{code}/reconcile", SEATED, "what was paid beside the rules"),
          get("/funding/places/{code}/reconcile.csv", SEATED, "it to take away: table"),
          get("/funding/places/{code}/reconcile.xlsx", SEATED, "it to take away: workbook"),
          get("/funding/places/{code}/income", SEATED, "national and local income"),
          get("/funding/places/{code}/income.csv", SEATED, "it to take away: table"),
          get("/funding/places/{code}/income.xlsx", SEATED, "it to take away: workbook"),
          get("/funding/packs", SEATED, "the rules of funding"),
          get("/funding/packs/{contract}/{year}", SEATED, "those of a contract and year"),
          // New roles. A plan is its party's until it is shared; ages and service stay there.
          get("/funding/roles", AT_A_TABLE, "the role plans in sight"),
          post("/funding/roles", TABLE_WORKING, "beginning a role plan"),
          get("/funding/roles/{id}", AT_A_TABLE, "a role plan by year and month"),
          get("/funding/roles/{id}/stop", AT_A_TABLE, "what falls due when its funding stops"),
          get("/funding/roles/{id}/sides", AT_A_TABLE, "what both parties worry about in it"),
          post("/funding/roles/{id}/change", TABLE_WORKING, "changing a role plan of one's party"),
          post("/funding/roles/{id}/share", TABLE_WORKING, "sharing a role plan of one's party"),
          get("/funding/scale", AT_A_TABLE, "what functions cost when practices share them"),
          get("/funding/donors", AT_A_TABLE, "services whose staff new roles may draw"),
          post("/funding/donors", COUNTING, "setting how much of a service's staff may go"),
          post("/funding/donors/{id}/remove", COUNTING, "taking a service off that list"),
          // The journal: each entry for those who may see its subject.
          get("/journal", SEATED, "what was done, by whom, when"),
          get("/journal/check", SEATED, "whether the journal's chain holds"),
          // Ways to pay for the management. A scenario is its party's until it is shared.
          get("/funding/scenarios", AT_A_TABLE, "the scenarios in sight"),
          get("/funding/scenarios/new", TABLE_WORKING, "the form for beginning a scenario"),
          post("/funding/scenarios/new", TABLE_WORKING, "beginning a scenario, or copying one"),
          get("/funding/scenarios/file", TABLE_WORKING, "the form for reading a scenario file"),
          post("/funding/scenarios/file", TABLE_WORKING, "reading a scenario file"),
          get("/funding/scenarios/{id}", AT_A_TABLE, "a scenario and what it comes to"),
          post("/funding/scenarios/{id}", TABLE_WORKING, "saving a new version of it"),
          post("/funding/scenarios/{id}/try", AT_A_TABLE, "working it out without saving"),
          post("/funding/scenarios/{id}/answer", AT_A_TABLE, "the same, as its page goes on"),
          post("/funding/scenarios/{id}/share", TABLE_WORKING, "sharing a scenario of one's party"),
          get("/funding/scenarios/compare", AT_A_TABLE, "scenarios side by side"),
          get("/funding/scenarios/{id}/mix", AT_A_TABLE, "the best mix within limits"),
          post("/funding/scenarios/{id}/mix", TABLE_WORKING, "making that mix a scenario"),
          get("/funding/scenarios/{id}/scenario.yaml", AT_A_TABLE, "it to take away: YAML"),
          get("/funding/scenarios/{id}/scenario.json", AT_A_TABLE, "it to take away: JSON"),
          // Programs.
          get("/tokens", ADMINISTERING, "the tokens of one's party's programs"),
          post("/tokens", ADMINISTERING, "making a token"),
          post("/tokens/{id}/revoke", ADMINISTERING, "revoking a token"),
          get("/api/openapi", SIGNED_IN, "the description of the API"),
          get("/api/openapi.yaml", SIGNED_IN, "the same as YAML"),
          get("/api/me", SEATED, "who asks"),
          get("/api/roles", SIGNED_IN, "this table"),
          get("/api/seats", SIGNED_IN, "the parties that one may act for"),
          get("/api/account", SIGNED_IN, "one's own account, never a program's"),
          get("/api/tokens", ADMINISTERING, "the tokens of one's party's programs, no secret"),
          get("/api/waiting", SEATED, "what needs one today"),
          get("/api/comments", SEATED, "what was said"),
          post("/api/comments", WORKING, "saying something"),
          get("/api/journal", SEATED, "what was done, by whom, when"),
          get("/api/journal/check", SEATED, "whether the journal's chain holds"),
          get("/api/places", SEATED, "all places in sight"),
          get("/api/places/{code}", SEATED, "a place: today beside the best plan"),
          get("/api/places/{code}/map", SEATED, "the map of today's networks"),
          get("/api/places/{code}/practices", SEATED, "a place's practices"),
          get("/api/places/{code}/memberships", SEATED, "who is in which network"),
          get("/api/places/{code}/runs", SEATED, "a place's searches"),
          post("/api/places/{code}/runs", WORKING, "asking for a plan"),
          get("/api/runs", SEATED, "the newest searches of all places in sight"),
          get("/api/places/{code}/funding", SEATED, "what contracts bring a place in a year"),
          get("/api/places/{code}/funding/terms", SEATED, "the same by term and payee"),
          get("/api/places/{code}/funding/arrears", SEATED, "what is owed since rates rose"),
          get("/api/places/{code}/funding/networks/{network}", SEATED, "a network's year"),
          get("/api/places/{code}/funding/practices/{practice}", SEATED, "a practice's year"),
          get("/api/places/{code}/funding/reconcile", SEATED, "what was paid beside the rules"),
          get("/api/places/{code}/funding/income", SEATED, "national and local income"),
          get("/api/funding/packs", SEATED, "the rules of funding"),
          get("/api/funding/packs/{contract}/{year}", SEATED, "those of a contract and year"),
          get("/api/role-plans", AT_A_TABLE, "the role plans in sight"),
          post("/api/role-plans", TABLE_WORKING, "beginning a role plan"),
          get("/api/role-plans/{id}", AT_A_TABLE, "a role plan, and its year by month"),
          get("/api/role-plans/{id}/stop", AT_A_TABLE, "what falls due when its funding stops"),
          get("/api/role-plans/{id}/sides", AT_A_TABLE, "what both parties worry about in it"),
          post("/api/role-plans/{id}/change", TABLE_WORKING, "changing a role plan of one's party"),
          post("/api/role-plans/{id}/share", TABLE_WORKING, "sharing a role plan of one's party"),
          get("/api/scale", AT_A_TABLE, "what functions cost when practices share them"),
          get("/api/donors", AT_A_TABLE, "services whose staff new roles may draw"),
          post("/api/donors", COUNTING, "setting how much of a service's staff may go"),
          post("/api/donors/{id}/remove", COUNTING, "taking a service off that list"),
          get("/api/runs/{id}", SEATED, "a search"),
          get("/api/runs/{id}/plan", SEATED, "its plan, everything"),
          get("/api/runs/{id}/map", SEATED, "its plan, as a map"),
          get("/api/runs/{id}/today", SEATED, "the map that a plan began from"),
          get("/api/runs/{id}/beside", SEATED, "the plans beside a search's own"),
          get("/api/runs/{id}/beside/{key}", SEATED, "one of them, and what differs"),
          get("/api/runs/{id}/beside/{key}/map", SEATED, "its map"),
          post("/api/runs/{id}/stop", WORKING, "stopping a search"),
          post("/api/runs/{id}/ask", WORKING, "asking more about a plan"),
          get("/api/compare", SEATED, "two plans side by side"),
          get("/api/networks", SEATED, "all networks of the register, as its map has them"),
          get("/api/networks/practices", SEATED, "all practices on that map"),
          get("/api/drafts", SEATED, "the drafts in sight"),
          post("/api/drafts", WORKING, "beginning a draft"),
          get("/api/drafts/{id}", SEATED, "a draft"),
          get("/api/drafts/{id}/map", SEATED, "its networks, as a map"),
          get("/api/drafts/{id}/versions", SEATED, "its versions"),
          get("/api/drafts/{id}/versions/{number}", SEATED, "one of them"),
          post("/api/drafts/{id}/changes", WORKING, "changing a draft"),
          get("/api/drafts/{id}/compare", SEATED, "a draft beside today or another"),
          post("/api/drafts/{id}/share", WORKING, "sharing a draft of one's party"),
          post("/api/drafts/{id}/name", WORKING, "naming a draft of one's party"),
          post("/api/drafts/{id}/rest", WORKING, "having the rest of a draft completed"),
          post("/api/drafts/{id}/rest-with-wishes", COUNTING, "the same with what practices want"),
          get("/api/drafts/{id}/wishes", AT_A_TABLE, "how far a draft meets what is wanted"),
          get("/api/wishes", AT_A_TABLE, "what a practice wants, and what is published of it"),
          get("/api/proposals", AT_A_TABLE, "what was put to the practices"),
          get("/api/proposals/{id}", AT_A_TABLE, "a proposal, and who says what to it"),
          get("/api/proposals/{id}/map", AT_A_TABLE, "its networks, as a map"),
          post("/api/proposals/{id}/answer", SIGNING, "answering for a practice, never by token"),
          get("/api/proposals/{id}/registration-pack", AT_A_TABLE, "what was sealed, to hand in"),
          get("/api/scenarios", AT_A_TABLE, "the scenarios in sight"),
          post("/api/scenarios", TABLE_WORKING, "beginning a scenario"),
          get("/api/scenarios/compare", AT_A_TABLE, "scenarios side by side"),
          get("/api/scenarios/{id}", AT_A_TABLE, "a scenario and what it comes to"),
          get("/api/scenarios/{id}/versions", AT_A_TABLE, "its versions"),
          post("/api/scenarios/{id}/versions", TABLE_WORKING, "saving a new version of it"),
          get("/api/scenarios/{id}/mix", AT_A_TABLE, "the best mix within limits"),
          post("/api/scenarios/{id}/mix", TABLE_WORKING, "making that mix a scenario"),
          post("/api/scenarios/{id}/share", TABLE_WORKING, "sharing a scenario of one's party"),
          get("/api/people", SEATED, "who acts for one's own party"),
          get("/api/people/parties", KEEPING_THE_PLACE, "the parties of a place"),
          get("/api/people/parties/{party}", ADMINISTERING, "who acts for a party"),
          get("/api/people/accounts", KEEPING_THE_INSTALLATION, "all accounts"),
          get("/api/imports", KEEPING_THE_REGISTER, "what was imported"),
          get("/api/imports/{id}", KEEPING_THE_REGISTER, "what came of a file"),
          get("/api/imports/{id}/problems", KEEPING_THE_REGISTER, "what was wrong with a file"),
          get("/api/fhir/metadata", ANYONE, "what of FHIR there is"),
          get("/api/fhir/Organization", SEATED, "practices and networks as FHIR"),
          get("/api/fhir/Organization/{id}", SEATED, "one of them"),
          get("/api/fhir/OrganizationAffiliation", SEATED, "memberships as FHIR"),
          get("/api/fhir/OrganizationAffiliation/{id}", SEATED, "one of them"),
          // The map of the whole register: published facts.
          get("/map", SEATED, "all networks of the register on one map"),
          get("/map/networks.json", SEATED, "what that map shows"),
          get("/map/networks.svg", SEATED, "the same, drawn"),
          // Who acts for whom. Of other parties than one's own: those of the place, the
          // installation everywhere.
          get("/people", SEATED, "who acts for one's own party"),
          get("/people/parties", KEEPING_THE_PLACE, "the parties of a place"),
          post("/people/parties", KEEPING_THE_PLACE, "letting in one party"),
          post("/people/parties/register", KEEPING_THE_PLACE, "letting in all the register has"),
          get("/people/parties/{party}", ADMINISTERING, "who acts for a party"),
          post("/people/parties/{party}/invitations", ADMINISTERING, "inviting somebody"),
          post("/people/invitations/{id}/withdraw", ADMINISTERING, "withdrawing an invitation"),
          post("/people/seats/{id}/role", ADMINISTERING, "giving another role"),
          post("/people/seats/{id}/end", ADMINISTERING, "ending somebody's seat"),
          get("/people/accounts", KEEPING_THE_INSTALLATION, "all accounts"),
          post(
              "/people/accounts/{id}/password-link",
              KEEPING_THE_INSTALLATION,
              "making a link on which somebody chooses a new password"),
          post(
              "/people/accounts/{id}/second-factor/reset",
              KEEPING_THE_INSTALLATION,
              "resetting somebody's second factor"),
          // The register's files.
          get("/imports", KEEPING_THE_REGISTER, "what was imported"),
          post("/imports", KEEPING_THE_REGISTER, "importing published files"),
          get("/imports/{id}", KEEPING_THE_REGISTER, "what came of a file"),
          get("/imports/{id}/problems.csv", KEEPING_THE_REGISTER, "what was wrong with a file"));

  private AccessTable() {}

  /** The row that decides, the most specific where several fit; empty for an unknown route. */
  public static Optional<Route> find(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return ROUTES.stream()
        .filter(route -> route.fits(method, parsed))
        .min(Comparator.comparing(Route::pattern));
  }
}
