#include "koyomi-plan-page.h"

#include "koyomi-audit-badge.h"
#include "koyomi-audit-view.h"
#include "koyomi-calendar-view.h"
#include "koyomi-incident-badge.h"
#include "koyomi-incident-view.h"
#include "koyomi-matrix-view.h"
#include "koyomi-metric-view.h"
#include "koyomi-overview-view.h"
#include "koyomi-report-view.h"

static void
take_over_overview (GtkWidget *view,
                    GtkWidget *other)
{
  koyomi_overview_view_take_over (KOYOMI_OVERVIEW_VIEW (view), KOYOMI_OVERVIEW_VIEW (other));
}

static void
take_over_calendar (GtkWidget *view,
                    GtkWidget *other)
{
  koyomi_calendar_view_take_over (KOYOMI_CALENDAR_VIEW (view), KOYOMI_CALENDAR_VIEW (other));
}

static gboolean
go_to_inspector (GtkWidget *view)
{
  return koyomi_calendar_view_go_to_inspector (KOYOMI_CALENDAR_VIEW (view));
}

static void
take_over_matrix (GtkWidget *view,
                  GtkWidget *other)
{
  koyomi_matrix_view_take_over (KOYOMI_MATRIX_VIEW (view), KOYOMI_MATRIX_VIEW (other));
}

static void
take_over_incidents (GtkWidget *view,
                     GtkWidget *other)
{
  koyomi_incident_view_take_over (KOYOMI_INCIDENT_VIEW (view), KOYOMI_INCIDENT_VIEW (other));
}

static gboolean
go_to_incident_panel (GtkWidget *view)
{
  return koyomi_incident_view_go_to_panel (KOYOMI_INCIDENT_VIEW (view));
}

static void
take_over_metrics (GtkWidget *view,
                   GtkWidget *other)
{
  koyomi_metric_view_take_over (KOYOMI_METRIC_VIEW (view), KOYOMI_METRIC_VIEW (other));
}

static void
take_over_audit (GtkWidget *view,
                 GtkWidget *other)
{
  koyomi_audit_view_take_over (KOYOMI_AUDIT_VIEW (view), KOYOMI_AUDIT_VIEW (other));
}

static void
take_over_reports (GtkWidget *view,
                   GtkWidget *other)
{
  koyomi_report_view_take_over (KOYOMI_REPORT_VIEW (view), KOYOMI_REPORT_VIEW (other));
}

const KoyomiPlanPage koyomi_plan_pages[] = {
  { "overview", N_("Overview"), "koyomi-overview-symbolic", koyomi_overview_view_new, take_over_overview, .tells_attention = TRUE },
  { "calendar", N_("Calendar"), "koyomi-calendar-symbolic", koyomi_calendar_view_new, take_over_calendar, go_to_inspector },
  { "matrix", N_("Matrix"), "koyomi-matrix-symbolic", koyomi_matrix_view_new, take_over_matrix },
  { "incidents", N_("Incidents"), "koyomi-incidents-symbolic", koyomi_incident_view_new, take_over_incidents, go_to_incident_panel,
    koyomi_incident_badge_attach },
  { "kpis", N_("KPIs"), "koyomi-kpi-symbolic", koyomi_metric_view_new, take_over_metrics },
  { "audit", N_("Audit"), "koyomi-audit-symbolic", koyomi_audit_view_new, take_over_audit, .attach_badge = koyomi_audit_badge_attach },
  { "reports", N_("Reports"), "koyomi-report-symbolic", koyomi_report_view_new, take_over_reports },
};

const int koyomi_n_plan_pages = G_N_ELEMENTS (koyomi_plan_pages);

/* Returns: (nullable) */
const KoyomiPlanPage *
koyomi_plan_page_find (const char *name)
{
  for (int i = 0; i < koyomi_n_plan_pages; i++)
    if (g_strcmp0 (koyomi_plan_pages[i].name, name) == 0)
      return &koyomi_plan_pages[i];

  return NULL;
}

static GtkWidget *
create_title (const KoyomiPlanPage *self,
              KoyomiWorkspace      *workspace)
{
  GtkWidget *title = gtk_label_new (koyomi_tr (koyomi_workspace_get_language (workspace), self->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);

  return title;
}

/* A number at the end of the row; the page says when it is seen. */
static GtkWidget *
create_badge (const KoyomiPlanPage *self,
              KoyomiWorkspace      *workspace)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_set_visible (badge, FALSE);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "koyomi-number");
  gtk_widget_add_css_class (badge, "caption");
  self->attach_badge (GTK_LABEL (badge), workspace);

  return badge;
}

/* Returns: (transfer floating): a row of the sidebar, with the name of the page */
GtkWidget *
koyomi_plan_page_create_row (const KoyomiPlanPage *self,
                             KoyomiWorkspace      *workspace)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_name (row, self->name);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (self->icon));
  gtk_box_append (GTK_BOX (box), create_title (self, workspace));
  if (self->attach_badge != NULL)
    gtk_box_append (GTK_BOX (box), create_badge (self, workspace));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}
