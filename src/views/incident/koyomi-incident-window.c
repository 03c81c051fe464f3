#include "koyomi-incident-window.h"

#include "koyomi-incident-commands.h"
#include "koyomi-incident-panel.h"

/* What the window leaves of the one behind it, so that this stays in sight. */
#define EDGE 48

/* Wider, its lines would be long to read. */
#define MAX_WIDTH 860
#define MAX_HEIGHT 900

struct _KoyomiIncidentWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *box;
  GtkWidget        *panel;       /* in the box, and gone with it */
  gint64            incident;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentWindow, title),
  KOYOMI_UI_CHILD (KoyomiIncidentWindow, box),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentWindow, koyomi_incident_window, KOYOMI_TYPE_PLAN_WINDOW)

/* The panel listens to the plan by itself. */
static gboolean
koyomi_incident_window_refresh (KoyomiPlanWindow  *window,
                                GError           **error)
{
  KoyomiIncidentWindow *self = KOYOMI_INCIDENT_WINDOW (window);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_plan_window_get_session (window), KOYOMI_TABLE_INCIDENT, self->incident,
                                                       koyomi_plan_window_get_language (window), error);
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;

  title = g_strdup_printf ("%s %s", koyomi_record_get_text (record, KOYOMI_INCIDENT_NUMBER), koyomi_record_get_title (record));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, koyomi_record_get_text (record, KOYOMI_INCIDENT_NUMBER));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_title (record));

  return TRUE;
}

static void
koyomi_incident_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_incident_window_parent_class)->dispose (object);
}

static void
koyomi_incident_window_class_init (KoyomiIncidentWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_incident_window_refresh;
  koyomi_incident_commands_install (GTK_WIDGET_CLASS (klass));
}

static void
koyomi_incident_window_init (KoyomiIncidentWindow *self)
{
}

/* The sections stand below each other and scroll as one. */
static void
fit_into_parent (KoyomiIncidentWindow *self,
                 GtkWindow            *parent)
{
  int width = MIN (gtk_widget_get_width (GTK_WIDGET (parent)) - EDGE, MAX_WIDTH);
  int height = MIN (gtk_widget_get_height (GTK_WIDGET (parent)) - EDGE, MAX_HEIGHT);

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  koyomi_incident_panel_set_orientation (KOYOMI_INCIDENT_PANEL (self->panel), GTK_ORIENTATION_VERTICAL);
  koyomi_incident_panel_widen (KOYOMI_INCIDENT_PANEL (self->panel));
}

/* Shows the incident that is selected in @sheet. */
void
koyomi_incident_window_present (GtkWindow           *parent,
                                KoyomiIncidentSheet *sheet)
{
  KoyomiWorkspace *workspace = koyomi_incident_sheet_get_workspace (sheet);
  g_autoptr(KoyomiIncidentWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_INCIDENT_WINDOW, NULL));

  self->incident = koyomi_incident_sheet_get_selected (sheet);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-incident-window", children);
  koyomi_incident_commands_attach (GTK_WIDGET (self), sheet);
  self->panel = koyomi_incident_panel_new (workspace);
  gtk_widget_set_vexpand (self->panel, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->panel);
  fit_into_parent (self, parent);
  koyomi_incident_panel_set_incident (KOYOMI_INCIDENT_PANEL (self->panel), self->incident);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));

  /* There is nothing any more where the incident was not there. */
  if (self->box != NULL)
    gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}
