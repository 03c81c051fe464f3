#include "koyomi-team-card.h"

#include "koyomi-day.h"
#include "koyomi-fact-texts.h"
#include "koyomi-function-card.h"
#include "koyomi-number-input.h"
#include "koyomi-team-facts.h"
#include "koyomi-teams-window.h"

#include <math.h>

struct _KoyomiTeamCard
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *edit_button;
  GtkWidget        *body;

  gint64            team;
  KoyomiTeamFacts  *facts;         /* NULL until it is shown */
  KoyomiFactList   *about;
  KoyomiFactList   *functions;
  KoyomiFactList   *people;
  KoyomiFactList   *contracts;
  KoyomiFactList   *activities;
  KoyomiFactList   *load;
  KoyomiFactList   *incidents;
  KoyomiFactList   *breaches;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiTeamCard, title),
  KOYOMI_UI_CHILD (KoyomiTeamCard, edit_button),
  KOYOMI_UI_CHILD (KoyomiTeamCard, body),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiTeamCard, koyomi_team_card, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiLanguage
get_language (KoyomiTeamCard *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *tr (KoyomiTeamCard *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiTeamCard *self,
    const char     *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

/* Such as “2026-04-01 – 2027-03-31”, open at the end that nobody has set; "" for always. */
static char *
format_time (KoyomiRecord *record,
             int           first_field,
             int           last_field)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (koyomi_record_is_none (record, first_field) && koyomi_record_is_none (record, last_field))
    return g_strdup ("");

  first = koyomi_record_is_none (record, first_field) ? g_strdup ("") : koyomi_day_format (koyomi_record_get_day (record, first_field));
  last = koyomi_record_is_none (record, last_field) ? g_strdup ("") : koyomi_day_format (koyomi_record_get_day (record, last_field));

  return g_strstrip (g_strdup_printf ("%s – %s", first, last));
}

static void
add_field (KoyomiTeamCard *self,
           KoyomiRecord   *team,
           int             field)
{
  const KoyomiTable *table = koyomi_record_get_table (team);
  g_autofree char *value = koyomi_record_format (team, field, get_language (self));

  if (*value != '\0')
    koyomi_fact_list_add (self->about, tr (self, table->fields[KOYOMI_FIELD_INDEX (field)].label), "", value, 0);
}

static void
show_about (KoyomiTeamCard *self,
            KoyomiRecord   *team)
{
  g_autofree char *time = format_time (team, KOYOMI_TEAM_ACTIVE_FROM, KOYOMI_TEAM_ACTIVE_TO);

  add_field (self, team, KOYOMI_TEAM_KIND);
  add_field (self, team, KOYOMI_TEAM_CAPACITY);
  add_field (self, team, KOYOMI_TEAM_CONTACT);
  if (*time != '\0')
    koyomi_fact_list_add (self->about, tr (self, N_("Active")), "", time, 0);
  if (!koyomi_record_is_none (team, KOYOMI_TEAM_NOTE))
    koyomi_fact_list_add (self->about, tr (self, N_("Note")), koyomi_record_get_text (team, KOYOMI_TEAM_NOTE), "", 0);
  koyomi_fact_list_show (self->about, tr (self, N_("About the team")));
}

static void
show_functions (KoyomiTeamCard *self)
{
  for (guint i = 0; i < self->facts->functions->len; i++)
    {
      const KoyomiFunctionLetters *entry = g_ptr_array_index (self->facts->functions, i);
      g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (entry->function, KOYOMI_FUNCTION_CODE),
                                                koyomi_record_get_title (entry->function));

      koyomi_fact_list_add (self->functions, g_strchug (title), koyomi_record_get_title (entry->catalogue), entry->letters,
                            koyomi_record_get_id (entry->function));
    }
  koyomi_fact_list_show_counted (self->functions, tr (self, N_("Functions and letters")), self->facts->functions->len);
}

static void
show_people (KoyomiTeamCard *self)
{
  for (guint i = 0; i < self->facts->people->len; i++)
    {
      KoyomiRecord *person = g_ptr_array_index (self->facts->people, i);

      koyomi_fact_list_add (self->people, koyomi_record_get_title (person), koyomi_record_get_text (person, KOYOMI_PERSON_ROLE),
                            koyomi_record_get_text (person, KOYOMI_PERSON_CONTACT), 0);
    }
  koyomi_fact_list_show_counted (self->people, tr (self, N_("People")), self->facts->people->len);
}

static void
show_contracts (KoyomiTeamCard *self)
{
  for (guint i = 0; i < self->facts->contracts->len; i++)
    {
      KoyomiRecord *contract = g_ptr_array_index (self->facts->contracts, i);
      g_autofree char *time = format_time (contract, KOYOMI_CONTRACT_FIRST_DAY, KOYOMI_CONTRACT_LAST_DAY);

      koyomi_fact_list_add (self->contracts, koyomi_record_get_title (contract), koyomi_record_get_text (contract, KOYOMI_CONTRACT_PARTNER),
                            time, 0);
    }
  koyomi_fact_list_show_counted (self->contracts, tr (self, N_("Contracts")), self->facts->contracts->len);
}

static char *
format_load (KoyomiTeamCard *self)
{
  const KoyomiLoadCell *load = &self->facts->load;
  double share = koyomi_load_cell_get_share (load);
  g_autofree char *percent = NULL;

  if (isnan (load->capacity))
    /* Translators: person-days that a team has to do; nobody said how many it can */
    return g_strdup_printf (tr (self, N_("%.1f person-days")), koyomi_load_cell_get_days (load));

  percent = isfinite (share) ? g_strdup_printf (" (%.0f %%)", share * 100) : g_strdup ("");

  /* Translators: person-days that a team has to do, those that it has, and the share in brackets */
  return g_strdup_printf (tr (self, N_("%.1f of %.1f person-days%s")), koyomi_load_cell_get_days (load), load->capacity, percent);
}

static void
show_load (KoyomiTeamCard *self)
{
  const KoyomiLoadCell *load = &self->facts->load;
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (self->facts->year, self->facts->quarter, get_language (self));
  g_autofree char *value = format_load (self);
  g_autofree char *unknown = NULL;

  if (load->n_unknown > 0)
    unknown = g_strdup_printf (koyomi_ntr (get_language (self), "%u run without an estimate is not in it",
                                           "%u runs without an estimate are not in it", load->n_unknown), load->n_unknown);
  koyomi_fact_list_add (self->load, quarter, koyomi_load_cell_is_over (load) ? tr (self, N_("More than the team can do")) :
                        unknown != NULL ? unknown : "", value, 0);
  koyomi_fact_list_show (self->load, tr (self, N_("Load")));
}

/* Where a breach can be mended: its run, else its function. */
static gboolean
leads_somewhere (const KoyomiBreach *breach)
{
  return breach->occurrence_id != 0 || (breach->function_id != 0 && breach->function_ids->len == 1);
}

static void
show_breaches (KoyomiTeamCard *self)
{
  for (guint i = 0; i < self->facts->breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (self->facts->breaches, i);

      koyomi_fact_list_add (self->breaches, breach->sentence, koyomi_rule_get_name (breach->rule, get_language (self)),
                            koyomi_rule_severity_get_label (koyomi_rule_get_severity (breach->rule), get_language (self)),
                            leads_somewhere (breach) ? i + 1 : 0);
    }
  koyomi_fact_list_show_counted (self->breaches, tr (self, N_("Breaches of rules")), self->facts->breaches->len);
}

static gboolean
koyomi_team_card_refresh (KoyomiPlanWindow  *window,
                          GError           **error)
{
  KoyomiTeamCard *self = KOYOMI_TEAM_CARD (window);
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  KoyomiLanguage language = get_language (self);
  g_autoptr(KoyomiRecord) team = koyomi_session_get (session, KOYOMI_TABLE_TEAM, self->team, language, error);
  KoyomiTeamFacts *facts;

  if (team == NULL || (facts = koyomi_session_load_team_facts (session, self->team,
                                                               koyomi_session_get_fiscal_year (session, koyomi_day_today ()),
                                                               language, error)) == NULL)
    return FALSE;

  koyomi_team_facts_free (self->facts);
  self->facts = facts;
  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (team));
  adw_window_title_set_title (self->title, koyomi_record_get_title (team));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_text (team, KOYOMI_TEAM_CODE));
  show_about (self, team);
  show_functions (self);
  show_people (self);
  show_contracts (self);
  koyomi_fact_list_show_activities (self->activities, facts->activities, &facts->count, facts->year, language);
  show_load (self);
  koyomi_fact_list_show_incidents (self->incidents, facts->incidents, language);
  show_breaches (self);

  return TRUE;
}

static void
function_activated_cb (KoyomiTeamCard *self,
                       gint64          function)
{
  koyomi_function_card_present (GTK_WINDOW (self), koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), function);
}

static void
run_activated_cb (KoyomiTeamCard *self,
                  gint64          run)
{
  koyomi_workspace_show_run (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), run);
}

static void
incident_activated_cb (KoyomiTeamCard *self,
                       gint64          incident)
{
  koyomi_workspace_show_incident (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), incident);
}

static void
breach_activated_cb (KoyomiTeamCard *self,
                     gint64          place)
{
  KoyomiBreach *breach = g_ptr_array_index (self->facts->breaches, place - 1);

  if (breach->occurrence_id != 0)
    run_activated_cb (self, breach->occurrence_id);
  else
    function_activated_cb (self, breach->function_id);
}

/* What the card shows is edited in the window of teams, over which it may stand itself. */
static void
edit_cb (KoyomiTeamCard *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!KOYOMI_IS_TEAMS_WINDOW (parent))
    koyomi_teams_window_present (GTK_WINDOW (self), koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), self->team);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
koyomi_team_card_dispose (GObject *object)
{
  KoyomiTeamCard *self = KOYOMI_TEAM_CARD (object);

  koyomi_ui_clear (self, children);
  g_clear_pointer (&self->facts, koyomi_team_facts_free);

  G_OBJECT_CLASS (koyomi_team_card_parent_class)->dispose (object);
}

static void
koyomi_team_card_class_init (KoyomiTeamCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_team_card_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_team_card_refresh;
}

static void
koyomi_team_card_init (KoyomiTeamCard *self)
{
}

static KoyomiFactList *
add_list (KoyomiTeamCard *self,
          const char     *name,
          const char     *none)
{
  GtkWidget *list = koyomi_fact_list_new (tr (self, name), tr (self, none));

  gtk_box_append (GTK_BOX (self->body), list);

  return KOYOMI_FACT_LIST (list);
}

static void
add_lists (KoyomiTeamCard *self)
{
  self->about = add_list (self, N_("About the team"), N_("Nothing is known of it"));
  self->functions = add_list (self, N_("Functions and letters"), N_("No function yet"));
  self->people = add_list (self, N_("People"), N_("Nobody is registered"));
  self->contracts = add_list (self, N_("Contracts"), N_("No contract"));
  self->activities = add_list (self, N_("Activities of this year"), N_("No activity in this year"));
  self->load = add_list (self, N_("Load"), N_("Nothing to do"));
  self->incidents = add_list (self, N_("Incidents"), N_("It had no part in an incident"));
  self->breaches = add_list (self, N_("Breaches of rules"), N_("No rule is broken"));
  g_signal_connect_object (self->functions, "activated", G_CALLBACK (function_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->activities, "activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->incidents, "activated", G_CALLBACK (incident_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->breaches, "activated", G_CALLBACK (breach_activated_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_team_card_present (GtkWindow       *parent,
                          KoyomiWorkspace *workspace,
                          gint64           team)
{
  KoyomiTeamCard *self = g_object_new (KOYOMI_TYPE_TEAM_CARD, NULL);

  self->team = team;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-team-card", children);
  add_lists (self);
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->edit_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
