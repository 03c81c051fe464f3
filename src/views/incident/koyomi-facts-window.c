#include "koyomi-facts-window.h"

#include "koyomi-record-form.h"

struct _KoyomiFactsWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *body;

  KoyomiRecordForm *form;
  KoyomiRecordForm *drill;     /* shown for a drill only */
  gint64            incident;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFactsWindow, title),
  KOYOMI_UI_CHILD (KoyomiFactsWindow, body),
  KOYOMI_UI_END
};

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_INCIDENT_TITLE, N_("_Title"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_INCIDENT_SUMMARY, N_("_Summary"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_DETECTED_BY, N_("_Found by"), 0, 0, 0 },
  { KOYOMI_INCIDENT_PEOPLE_AFFECTED, N_("_People affected"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_INCIDENT_FOUND_OUTSIDE, N_("Found by _outsiders"), 0, 0, 0 },
  { KOYOMI_INCIDENT_SENSITIVE_DATA, N_("Sensitive personal _data"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_INCIDENT_FINANCIAL_HARM, N_("Risk of financial _harm"), 0, 0, 0 },
  { KOYOMI_INCIDENT_UNLAWFUL_PURPOSE, N_("_Unlawful purpose"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_INCIDENT_CAUSE, N_("_Cause"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_LESSONS, N_("_Lessons"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_REVIEWED_DAY, N_("_Reviewed on"), 0, 0, 0 },
};

static const KoyomiRecordInput drill_inputs[] = {
  { KOYOMI_INCIDENT_SCENARIO, N_("Drill sce_nario"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_CRITERIA, N_("Drill cr_iteria"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_OUTCOME, N_("Drill outco_me"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_INCIDENT_VERDICT, N_("R_esult of the drill"), 0, 0, 0 },
  { KOYOMI_INCIDENT_NEXT_DRILL_DAY, N_("Ne_xt drill"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
};

G_DEFINE_FINAL_TYPE (KoyomiFactsWindow, koyomi_facts_window, KOYOMI_TYPE_PLAN_WINDOW)

static gboolean
koyomi_facts_window_refresh (KoyomiPlanWindow  *window,
                             GError           **error)
{
  KoyomiFactsWindow *self = KOYOMI_FACTS_WINDOW (window);
  g_autoptr(KoyomiRecord) incident = koyomi_session_get (koyomi_plan_window_get_session (window), KOYOMI_TABLE_INCIDENT, self->incident,
                                                         koyomi_plan_window_get_language (window), error);

  if (incident == NULL)
    return FALSE;

  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (incident));
  adw_window_title_set_title (self->title, koyomi_record_get_title (incident));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER));
  koyomi_record_form_show (self->form, incident);
  koyomi_record_form_show (self->drill, incident);
  gtk_widget_set_visible (GTK_WIDGET (self->drill),
                          koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL);

  return TRUE;
}

static void
koyomi_facts_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_facts_window_parent_class)->dispose (object);
}

static void
koyomi_facts_window_class_init (KoyomiFactsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_facts_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_facts_window_refresh;
}

static void
koyomi_facts_window_init (KoyomiFactsWindow *self)
{
}

void
koyomi_facts_window_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           incident)
{
  g_autoptr(KoyomiFactsWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_FACTS_WINDOW, NULL));

  self->incident = incident;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-facts-window", children);
  self->drill = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, drill_inputs, G_N_ELEMENTS (drill_inputs)));
  self->form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, inputs, G_N_ELEMENTS (inputs)));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->drill));
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_record_form_get_first (self->form));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
