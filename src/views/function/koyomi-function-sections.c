#include "koyomi-function-sections.h"

#include "koyomi-day.h"
#include "koyomi-fact-texts.h"
#include "koyomi-function-facts.h"
#include "koyomi-maturity-window.h"
#include "koyomi-run-list.h"

struct _KoyomiFunctionSections
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiFactList  *activities;
  KoyomiRunList   *runs;
  KoyomiFactList  *maturity;
  KoyomiFactList  *incidents;
  KoyomiFactList  *findings;
  KoyomiFactList  *controls;
  KoyomiFactList  *evidence;
};

G_DEFINE_FINAL_TYPE (KoyomiFunctionSections, koyomi_function_sections, GTK_TYPE_WIDGET)

static void
koyomi_function_sections_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&KOYOMI_FUNCTION_SECTIONS (object)->workspace);

  G_OBJECT_CLASS (koyomi_function_sections_parent_class)->dispose (object);
}

static void
koyomi_function_sections_class_init (KoyomiFunctionSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_function_sections_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_function_sections_init (KoyomiFunctionSections *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
}

static const char *tr (KoyomiFunctionSections *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiFunctionSections *self,
    const char             *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* Also a function that nobody has assessed leads to where that is done. */
static void
show_maturity (KoyomiFunctionSections    *self,
               gint64                     function,
               const KoyomiMaturityScore *score)
{
  g_autofree char *levels = NULL;

  if (score->is_known || score->has_goal)
    {
      levels = score->has_goal ? g_strdup_printf ("%d → %d", score->as_is, score->to_be) : g_strdup_printf ("%d", score->as_is);
      koyomi_fact_list_add (self->maturity, score->has_goal ? tr (self, N_("Level now, and the goal")) : tr (self, N_("Level now")),
                            score->is_known ? "" : tr (self, N_("Nobody has assessed it: it counts as 1 until then")), levels,
                            function);
    }
  else
    koyomi_fact_list_add (self->maturity, tr (self, N_("Not assessed yet")), "", "", function);
  koyomi_fact_list_show (self->maturity, tr (self, N_("Maturity")));
}

static void
add_finding (KoyomiFunctionSections *self,
             KoyomiRecord           *finding)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *grade = koyomi_record_format (finding, KOYOMI_FINDING_GRADE, language);
  g_autofree char *status = koyomi_record_format (finding, KOYOMI_FINDING_STATUS, language);
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER),
                                            koyomi_record_get_title (finding));
  g_autofree char *details = g_strdup_printf ("%s  ·  %s", grade, status);
  g_autofree char *day = NULL;
  g_autofree char *due = NULL;

  if (koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS) < KOYOMI_FINDING_STATUS_DONE &&
      !koyomi_record_is_none (finding, KOYOMI_FINDING_DUE_DAY))
    {
      day = koyomi_day_format (koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY));
      /* Translators: %s is the day until which a finding has to be mended */
      due = g_strdup_printf (tr (self, N_("due %s")), day);
    }
  koyomi_fact_list_add (self->findings, g_strchug (title), details, due != NULL ? due : "", 0);
}

static void
show_findings (KoyomiFunctionSections    *self,
               const KoyomiFunctionFacts *facts)
{
  g_autofree char *heading = NULL;

  for (guint i = 0; i < facts->findings->len; i++)
    add_finding (self, g_ptr_array_index (facts->findings, i));

  /* Translators: how many findings there are, and of them how many are open */
  heading = facts->findings->len > 0 ? g_strdup_printf (tr (self, N_("Findings (%u, %u open)")), facts->findings->len, facts->n_open) : NULL;
  koyomi_fact_list_show (self->findings, heading != NULL ? heading : tr (self, N_("Findings")));
}

static void
show_controls (KoyomiFunctionSections *self,
               GPtrArray              *controls)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  for (guint i = 0; i < controls->len; i++)
    {
      KoyomiRecord *control = g_ptr_array_index (controls, i);
      g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE),
                                                koyomi_record_get_title (control));
      g_autofree char *kind = koyomi_record_format (control, KOYOMI_CONTROL_KIND, language);
      g_autofree char *status = koyomi_record_format (control, KOYOMI_CONTROL_STATUS, language);

      koyomi_fact_list_add (self->controls, title, kind,
                            koyomi_record_get_int (control, KOYOMI_CONTROL_APPLICABLE) ? status : tr (self, N_("Not applicable")), 0);
    }
  koyomi_fact_list_show_counted (self->controls, tr (self, N_("ISO/IEC 27001 controls")), controls->len);
}

static void
show_evidence (KoyomiFunctionSections *self,
               GPtrArray              *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const KoyomiEvidenceUse *use = g_ptr_array_index (evidence, i);
      g_autofree char *day = NULL;
      g_autofree char *until = NULL;

      if (!koyomi_record_is_none (use->evidence, KOYOMI_EVIDENCE_EXPIRES_DAY))
        {
          day = koyomi_day_format (koyomi_record_get_day (use->evidence, KOYOMI_EVIDENCE_EXPIRES_DAY));
          until = g_strdup_printf (tr (self, N_("until %s")), day);
        }
      koyomi_fact_list_add (self->evidence, koyomi_record_get_title (use->evidence), use->proves, until != NULL ? until : "", 0);
    }
  koyomi_fact_list_show_counted (self->evidence, tr (self, N_("Evidence")), evidence->len);
}

static KoyomiFactList *
add_list (KoyomiFunctionSections *self,
          const char             *name,
          const char             *none)
{
  GtkWidget *list = koyomi_fact_list_new (tr (self, name), tr (self, none));

  gtk_widget_set_parent (list, GTK_WIDGET (self));

  return KOYOMI_FACT_LIST (list);
}

static void
run_activated_cb (KoyomiFunctionSections *self,
                  gint64                  run)
{
  koyomi_workspace_show_run (self->workspace, run);
}

static void
incident_activated_cb (KoyomiFunctionSections *self,
                       gint64                  incident)
{
  koyomi_workspace_show_incident (self->workspace, incident);
}

static void
maturity_activated_cb (KoyomiFunctionSections *self,
                       gint64                  function)
{
  koyomi_maturity_window_present_function (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, function);
}

GtkWidget *
koyomi_function_sections_new (KoyomiWorkspace *workspace)
{
  KoyomiFunctionSections *self = g_object_new (KOYOMI_TYPE_FUNCTION_SECTIONS, NULL);

  self->workspace = g_object_ref (workspace);
  self->activities = add_list (self, N_("Activities of this year"), N_("No activity in this year"));
  self->runs = KOYOMI_RUN_LIST (koyomi_run_list_new (workspace));
  gtk_widget_set_parent (GTK_WIDGET (self->runs), GTK_WIDGET (self));
  self->maturity = add_list (self, N_("Maturity"), N_("Not assessed yet"));
  self->incidents = add_list (self, N_("Incidents"), N_("It had no task in an incident"));
  self->findings = add_list (self, N_("Findings"), N_("No finding is about it"));
  self->controls = add_list (self, N_("ISO/IEC 27001 controls"), N_("No control is linked to it"));
  self->evidence = add_list (self, N_("Evidence"), N_("No evidence is linked to it"));
  g_signal_connect_object (self->runs, "run-activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->incidents, "activated", G_CALLBACK (incident_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maturity, "activated", G_CALLBACK (maturity_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->activities, "activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows what the plan says of the function now. */
gboolean
koyomi_function_sections_show (KoyomiFunctionSections  *self,
                               gint64                   function,
                               GError                 **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiFunctionFacts) facts = koyomi_session_load_function_facts (session, function,
                                                                             koyomi_session_get_fiscal_year (session, koyomi_day_today ()),
                                                                             language, error);

  if (facts == NULL || !koyomi_run_list_show (self->runs, function, error))
    return FALSE;

  koyomi_fact_list_show_activities (self->activities, facts->activities, &facts->count, facts->year, language);
  show_maturity (self, function, &facts->score);
  koyomi_fact_list_show_incidents (self->incidents, facts->incidents, language);
  show_findings (self, facts);
  show_controls (self, facts->controls);
  show_evidence (self, facts->evidence);

  return TRUE;
}
