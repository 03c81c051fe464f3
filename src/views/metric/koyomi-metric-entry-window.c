#include "koyomi-metric-entry-window.h"

#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-metric-cell-panel.h"
#include "koyomi-metric-entry-grid.h"
#include "koyomi-metric-paste-dialog.h"
#include "koyomi-metric-window.h"

struct _KoyomiMetricEntryWindow
{
  KoyomiPlanWindow       parent_instance;

  GtkDropDown           *years;
  GtkLabel              *summary_label;
  GtkWidget             *copy_button;
  GtkWidget             *paste_button;
  GtkWidget             *definition_button;
  GtkWidget             *new_button;
  GtkWidget             *add_button;
  GtkStack              *stack;
  GtkWidget             *body;

  KoyomiMetricEntryGrid *entry_grid;
  KoyomiMetricCellPanel *panel;
  GPtrArray             *grid;          /* (element-type KoyomiMetricGridRow), as it is shown */
  KoyomiFiscalYear       year;
  int                    first_year;    /* that can be chosen */
  gboolean               is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, years),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, summary_label),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, copy_button),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, paste_button),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, definition_button),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, new_button),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, add_button),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, stack),
  KOYOMI_UI_CHILD (KoyomiMetricEntryWindow, body),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricEntryWindow, koyomi_metric_entry_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiSession *
get_session (KoyomiMetricEntryWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiWorkspace *
get_workspace (KoyomiMetricEntryWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiMetricEntryWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

/* Returns: (nullable): the row of the cell that is chosen */
static const KoyomiMetricGridRow *
get_chosen (KoyomiMetricEntryWindow *self,
            guint                   *column)
{
  guint row;

  koyomi_metric_entry_grid_get_cell (self->entry_grid, &row, column);

  return self->grid != NULL && row < self->grid->len ? g_ptr_array_index (self->grid, row) : NULL;
}

static gboolean
show_panel (KoyomiMetricEntryWindow  *self,
            GError                  **error)
{
  guint column;
  const KoyomiMetricGridRow *row = get_chosen (self, &column);

  return koyomi_metric_cell_panel_show (self->panel, row, column, error);
}

static void
moved_cb (KoyomiMetricEntryWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!show_panel (self, &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The plan could not be read")),
                             error);
}

/* What is still to be entered. */
static void
show_summary (KoyomiMetricEntryWindow *self)
{
  KoyomiLanguage language = get_language (self);
  guint n_missing, n_stale;
  g_autofree char *missing = NULL;
  g_autofree char *stale = NULL;
  g_autofree char *text = NULL;

  koyomi_metric_grid_count (self->grid, &n_missing, &n_stale);
  missing = g_strdup_printf (koyomi_ntr (language, "%u value missing", "%u values missing", n_missing), n_missing);
  stale = g_strdup_printf (koyomi_ntr (language, "%u KPI out of date", "%u KPIs out of date", n_stale), n_stale);
  text = n_stale > 0 ? g_strdup_printf ("%s · %s", missing, stale) : g_strdup (missing);
  gtk_label_set_label (self->summary_label, text);
}

/* The years of the plan, this one and the one that is shown. */
static void
show_years (KoyomiMetricEntryWindow *self)
{
  g_autoptr(GArray) years = koyomi_session_list_fiscal_years (get_session (self), NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  int now = koyomi_session_get_fiscal_year (get_session (self), koyomi_day_today ()).year;
  int last = MAX (now, self->year.year);

  self->first_year = MIN (now - 1, self->year.year);
  if (years != NULL && years->len > 0)
    self->first_year = MIN (self->first_year, g_array_index (years, KoyomiFiscalYear, 0).year);
  for (int year = self->first_year; year <= last; year++)
    gtk_string_list_take (names, koyomi_fiscal_year_format ((KoyomiFiscalYear) { year, self->year.start_month }, get_language (self)));

  self->is_refreshing = TRUE;
  koyomi_drop_down_set_names (self->years, names, self->year.year - self->first_year);
  self->is_refreshing = FALSE;
}

static gboolean
koyomi_metric_entry_window_refresh (KoyomiPlanWindow  *window,
                                    GError           **error)
{
  KoyomiMetricEntryWindow *self = KOYOMI_METRIC_ENTRY_WINDOW (window);
  GPtrArray *grid = koyomi_session_load_metric_grid (get_session (self), self->year, koyomi_day_today (), get_language (self), error);

  if (grid == NULL)
    return FALSE;

  g_clear_pointer (&self->grid, g_ptr_array_unref);
  self->grid = grid;
  show_years (self);
  show_summary (self);
  koyomi_metric_entry_grid_show (self->entry_grid, grid, self->year);
  gtk_stack_set_visible_child_name (self->stack, grid->len > 0 ? "grid" : "none");
  gtk_widget_set_sensitive (self->definition_button, grid->len > 0);
  gtk_widget_set_sensitive (self->copy_button, grid->len > 0);
  gtk_widget_set_sensitive (self->paste_button, grid->len > 0 && koyomi_workspace_can_edit (get_workspace (self)));

  return show_panel (self, error);
}

static void
year_cb (KoyomiMetricEntryWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing)
    return;

  koyomi_workspace_flush (get_workspace (self));
  self->year.year = self->first_year + (int) gtk_drop_down_get_selected (self->years);
  if (!koyomi_metric_entry_window_refresh (KOYOMI_PLAN_WINDOW (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The plan could not be read")),
                             error);
}

static void
paste_cb (KoyomiMetricEntryWindow *self,
          const char              *text)
{
  guint row, column;

  koyomi_metric_entry_grid_get_cell (self->entry_grid, &row, &column);
  koyomi_metric_paste_dialog_present (GTK_WINDOW (self), get_workspace (self), self->grid, row, column, text);
}

static void
definition_cb (KoyomiMetricEntryWindow *self)
{
  guint column;
  const KoyomiMetricGridRow *row = get_chosen (self, &column);

  koyomi_workspace_flush (get_workspace (self));
  if (row != NULL)
    koyomi_metric_window_present (GTK_WINDOW (self), get_workspace (self), koyomi_record_get_id (row->metric));
}

static void
add_cb (KoyomiMetricEntryWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_metric_window_present (GTK_WINDOW (self), get_workspace (self), 0);
}

static void
flush_cb (KoyomiMetricEntryWindow *self)
{
  koyomi_metric_entry_grid_commit (self->entry_grid);
}

static void
koyomi_metric_entry_window_dispose (GObject *object)
{
  KoyomiMetricEntryWindow *self = KOYOMI_METRIC_ENTRY_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->grid, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_metric_entry_window_parent_class)->dispose (object);
}

static void
koyomi_metric_entry_window_class_init (KoyomiMetricEntryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_entry_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_metric_entry_window_refresh;
}

static void
koyomi_metric_entry_window_init (KoyomiMetricEntryWindow *self)
{
}

static void
connect (KoyomiMetricEntryWindow *self)
{
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_grid, "paste", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (koyomi_metric_entry_grid_copy), self->entry_grid, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paste_button, "clicked", G_CALLBACK (koyomi_metric_entry_grid_paste), self->entry_grid, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->definition_button, "clicked", G_CALLBACK (definition_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
}

/* This month of the metric; of the first one where there is none such. */
static void
choose (KoyomiMetricEntryWindow *self,
        gint64                   metric)
{
  guint row = 0;

  for (guint i = 0; i < self->grid->len; i++)
    if (koyomi_record_get_id (((KoyomiMetricGridRow *) g_ptr_array_index (self->grid, i))->metric) == metric)
      row = i;

  koyomi_metric_entry_grid_choose (self->entry_grid, row, koyomi_fiscal_year_get_month_index (self->year, koyomi_day_today ()));
}

/* @metric: the one whose cell of this month is chosen; 0 for the first */
void
koyomi_metric_entry_window_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    gint64           metric)
{
  g_autoptr(KoyomiMetricEntryWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_METRIC_ENTRY_WINDOW, NULL));

  self->year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (workspace), koyomi_day_today ());
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-metric-entry-window", children);
  self->entry_grid = KOYOMI_METRIC_ENTRY_GRID (koyomi_metric_entry_grid_new (workspace));
  self->panel = KOYOMI_METRIC_CELL_PANEL (koyomi_metric_cell_panel_new (workspace));
  gtk_widget_set_vexpand (GTK_WIDGET (self->entry_grid), TRUE);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->entry_grid));
  gtk_box_append (GTK_BOX (self->body), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->panel));
  gtk_widget_set_sensitive (self->new_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_visible (self->add_button, koyomi_workspace_can_edit (workspace));
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->entry_grid));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));

  /* There is no cell to have the focus before the window shows the values. */
  if (self->stack != NULL && self->grid != NULL && self->grid->len > 0)
    choose (self, metric);
}
