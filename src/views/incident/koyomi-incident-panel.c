#include "koyomi-incident-panel.h"

#include "koyomi-incident-clocks-view.h"
#include "koyomi-incident-head.h"
#include "koyomi-incident-more.h"
#include "koyomi-incident-tasks-view.h"
#include "koyomi-incident-timeline-view.h"
#include "koyomi-ui.h"

/* So narrow a column still holds a line of text, and four of them stand in a window of 1024, or one of 1280 beside its sidebar. */
#define COLUMN_WIDTH 208

/* The parts of the panel, side by side below the board, or below each other at its side. */
typedef enum
{
  KOYOMI_INCIDENT_SECTION_HEAD,
  KOYOMI_INCIDENT_SECTION_CLOCKS,
  KOYOMI_INCIDENT_SECTION_TASKS,
  KOYOMI_INCIDENT_SECTION_TIMELINE,
  KOYOMI_INCIDENT_SECTION_MORE,
  KOYOMI_N_INCIDENT_SECTIONS,
} KoyomiIncidentSection;

/* Shows an incident in the widget of a section. */
typedef void (*KoyomiIncidentSectionFunc) (GtkWidget *widget,
                                           gint64     incident);

/* What is looked at least stands below the timeline. */
#define N_COLUMNS KOYOMI_INCIDENT_SECTION_MORE

struct _KoyomiIncidentPanel
{
  GtkWidget                  parent_instance;

  KoyomiWorkspace           *workspace;
  gint64                     incident;      /* 0 for none */
  GtkWidget                 *pages;
  GtkWidget                 *scroller;
  GtkWidget                 *sections;
  GtkWidget                 *frames[N_COLUMNS];
  GtkWidget                 *boxes[N_COLUMNS];
  GtkWidget                 *widgets[KOYOMI_N_INCIDENT_SECTIONS];
  KoyomiIncidentSectionFunc  funcs[KOYOMI_N_INCIDENT_SECTIONS];
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentPanel, pages),
  KOYOMI_UI_CHILD (KoyomiIncidentPanel, scroller),
  KOYOMI_UI_CHILD (KoyomiIncidentPanel, sections),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentPanel, koyomi_incident_panel, GTK_TYPE_WIDGET)

static gboolean
exists (KoyomiIncidentPanel *self)
{
  g_autoptr(KoyomiRecord) record = NULL;

  if (self->incident != 0)
    record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_INCIDENT, self->incident,
                                 koyomi_workspace_get_language (self->workspace), NULL);

  return record != NULL;
}

static void
refresh (KoyomiIncidentPanel *self)
{
  gboolean any = exists (self);

  if (any)
    for (guint i = 0; i < KOYOMI_N_INCIDENT_SECTIONS; i++)
      self->funcs[i] (self->widgets[i], self->incident);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), any ? "incident" : "none");
}

static void
koyomi_incident_panel_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_INCIDENT_PANEL (object)->workspace);

  G_OBJECT_CLASS (koyomi_incident_panel_parent_class)->dispose (object);
}

static void
koyomi_incident_panel_class_init (KoyomiIncidentPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_incident_panel_init (KoyomiIncidentPanel *self)
{
}

static void
set_head_incident (GtkWidget *widget,
                   gint64     incident)
{
  koyomi_incident_head_set_incident (KOYOMI_INCIDENT_HEAD (widget), incident);
}

static void
set_tasks_incident (GtkWidget *widget,
                    gint64     incident)
{
  koyomi_incident_tasks_view_set_incident (KOYOMI_INCIDENT_TASKS_VIEW (widget), incident);
}

static void
set_timeline_incident (GtkWidget *widget,
                       gint64     incident)
{
  koyomi_incident_timeline_view_set_incident (KOYOMI_INCIDENT_TIMELINE_VIEW (widget), incident);
}

static void
set_more_incident (GtkWidget *widget,
                   gint64     incident)
{
  koyomi_incident_more_set_incident (KOYOMI_INCIDENT_MORE (widget), incident);
}

/* Side by side each column scrolls by itself, below each other all scroll together. */
static void
update_frame (GtkWidget      *frame,
              GtkOrientation  orientation)
{
  gboolean beside = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, beside ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_widget_set_size_request (frame, beside ? COLUMN_WIDTH : -1, -1);
}

static void
add_column (KoyomiIncidentPanel *self,
            guint                column)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  /* A bar that is always seen tells that there is more. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (frame), FALSE);
  gtk_widget_set_hexpand (frame, TRUE);
  gtk_widget_add_css_class (frame, "koyomi-section");
  update_frame (frame, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->sections)));
  gtk_box_append (GTK_BOX (self->sections), frame);
  self->frames[column] = frame;
  self->boxes[column] = box;
}

/* @set_incident: is called with each incident that is shown, and again when the plan has changed */
static void
fill (KoyomiIncidentPanel       *self,
      KoyomiIncidentSection      section,
      GtkWidget                 *widget,
      KoyomiIncidentSectionFunc  set_incident)
{
  gtk_box_append (GTK_BOX (self->boxes[MIN (section, N_COLUMNS - 1)]), widget);
  self->widgets[section] = widget;
  self->funcs[section] = set_incident;
}

GtkWidget *
koyomi_incident_panel_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentPanel *self = g_object_new (KOYOMI_TYPE_INCIDENT_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_INCIDENT_PANEL, "koyomi-incident-panel", koyomi_workspace_get_language (workspace), children);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, "Details of the incident"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  fill (self, KOYOMI_INCIDENT_SECTION_HEAD, koyomi_incident_head_new (workspace), set_head_incident);
  fill (self, KOYOMI_INCIDENT_SECTION_CLOCKS, koyomi_incident_clocks_view_new (workspace), koyomi_incident_clocks_view_set_incident);
  fill (self, KOYOMI_INCIDENT_SECTION_TASKS, koyomi_incident_tasks_view_new (workspace), set_tasks_incident);
  fill (self, KOYOMI_INCIDENT_SECTION_TIMELINE, koyomi_incident_timeline_view_new (workspace), set_timeline_incident);
  fill (self, KOYOMI_INCIDENT_SECTION_MORE, koyomi_incident_more_new (workspace), set_more_incident);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* @incident: 0 for none */
void
koyomi_incident_panel_set_incident (KoyomiIncidentPanel *self,
                                    gint64               incident)
{
  self->incident = incident;
  refresh (self);
}

/* Of the sections. */
void
koyomi_incident_panel_set_orientation (KoyomiIncidentPanel *self,
                                       GtkOrientation       orientation)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sections), orientation);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_add_css_class (self->sections, "koyomi-sections-down");
  else
    gtk_widget_remove_css_class (self->sections, "koyomi-sections-down");
  for (guint i = 0; i < N_COLUMNS; i++)
    update_frame (self->frames[i], orientation);
}

/* For a place that is wide. */
void
koyomi_incident_panel_widen (KoyomiIncidentPanel *self)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_PANEL (self));

  koyomi_incident_head_widen (KOYOMI_INCIDENT_HEAD (self->widgets[KOYOMI_INCIDENT_SECTION_HEAD]));
}
