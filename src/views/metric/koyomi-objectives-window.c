#include "koyomi-objectives-window.h"

#include "koyomi-bullet-chart.h"
#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-metric-figure.h"
#include "koyomi-objective-dialog.h"
#include "koyomi-objectives.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-table.h"

#include <math.h>

struct _KoyomiObjectivesWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *add_button;
  GtkWidget        *first_button;   /* adds one, where there is none yet */
  GtkWidget        *edit_button;
  GtkWidget        *remove_button;
  GtkStack         *stack;
  GtkLabel         *note_label;
  GtkWidget        *body;
  GtkWidget        *chart_place;

  KoyomiRowTable   *table;
  KoyomiFigureView *chart;
  GPtrArray        *results;        /* (element-type KoyomiObjectiveResult), as the table shows them */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, add_button),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, first_button),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, edit_button),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, remove_button),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, stack),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, note_label),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, body),
  KOYOMI_UI_CHILD (KoyomiObjectivesWindow, chart_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiObjectivesWindow, koyomi_objectives_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiObjectivesWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiObjectivesWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

/* Returns: (nullable): the one that is chosen */
static KoyomiObjectiveResult *
get_chosen (KoyomiObjectivesWindow *self)
{
  int row = koyomi_row_table_get_chosen (self->table);

  return self->results != NULL && row >= 0 && row < (int) self->results->len ? g_ptr_array_index (self->results, row) : NULL;
}

static void
add_row (KoyomiObjectivesWindow      *self,
         const KoyomiObjectiveResult *result)
{
  KoyomiLanguage language = get_language (self);
  KoyomiUnit unit = koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT);
  GStrv cells = g_new0 (char *, 9);

  cells[0] = g_strdup (koyomi_record_get_text (result->objective, KOYOMI_OBJECTIVE_NUMBER));
  cells[1] = g_strdup (koyomi_record_get_title (result->objective));
  cells[2] = g_strdup (koyomi_record_get_title (result->metric));
  cells[3] = koyomi_metric_format_value (koyomi_record_get_real (result->objective, KOYOMI_OBJECTIVE_TARGET), unit, language);
  cells[4] = koyomi_metric_format_value (result->value, unit, language);
  cells[5] = koyomi_day_format (koyomi_record_get_day (result->objective, KOYOMI_OBJECTIVE_DUE_DAY));
  cells[6] = g_strdup (koyomi_record_get_text (result->objective, KOYOMI_OBJECTIVE_OWNER));
  cells[7] = g_strdup (koyomi_objective_state_get_label (result->state, language));
  koyomi_row_table_take_row (self->table, cells);
}

/* What is aimed at is at least the target where more is better, else at most. */
static void
add_bullet (KoyomiBulletChart           *chart,
            const KoyomiObjectiveResult *result,
            KoyomiLanguage               language)
{
  static const KoyomiMetricStatus statuses[KOYOMI_N_OBJECTIVE_STATES] = {
    [KOYOMI_OBJECTIVE_REACHED] = KOYOMI_METRIC_ON_TARGET,
    [KOYOMI_OBJECTIVE_OPEN] = KOYOMI_METRIC_AT_RISK,
    [KOYOMI_OBJECTIVE_MISSED] = KOYOMI_METRIC_OFF_TARGET,
    [KOYOMI_OBJECTIVE_NO_DATA] = KOYOMI_METRIC_NO_DATA,
  };
  KoyomiUnit unit = koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT);
  double target = koyomi_record_get_real (result->objective, KOYOMI_OBJECTIVE_TARGET);
  gboolean is_more = koyomi_record_get_int (result->metric, KOYOMI_METRIC_DIRECTION) == KOYOMI_DIRECTION_UP;
  KoyomiPlotLimits limits = { is_more ? target : NAN, is_more ? NAN : target, NAN, NAN };

  koyomi_bullet_chart_add (chart, koyomi_record_get_title (result->objective), result->value, koyomi_unit_get_decimals (unit),
                           koyomi_unit_get_sign (unit, language), &limits, statuses[result->state]);
}

static void
show_chart (KoyomiObjectivesWindow *self)
{
  KoyomiLanguage language = get_language (self);
  KoyomiFigure *figure = koyomi_bullet_chart_new (language, koyomi_tr (language, N_("Values against their targets")));

  for (guint i = 0; i < self->results->len; i++)
    add_bullet (KOYOMI_BULLET_CHART (figure), g_ptr_array_index (self->results, i), language);
  koyomi_figure_view_take (self->chart, figure);
}

static GPtrArray *
load (KoyomiObjectivesWindow  *self,
      GError                 **error)
{
  KoyomiSession *session = koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_day_today (), get_language (self), error);

  return book != NULL ? koyomi_session_load_objectives (session, book, koyomi_day_today (), get_language (self), error) : NULL;
}

static void
chosen_cb (KoyomiObjectivesWindow *self)
{
  KoyomiObjectiveResult *result = get_chosen (self);
  gboolean is_editable = result != NULL && koyomi_workspace_can_edit (get_workspace (self));
  const char *note = result != NULL ? koyomi_record_get_text (result->objective, KOYOMI_OBJECTIVE_NOTE) : "";

  gtk_widget_set_sensitive (self->edit_button, is_editable);
  gtk_widget_set_sensitive (self->remove_button, is_editable);
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
}

static gboolean
koyomi_objectives_window_refresh (KoyomiPlanWindow  *window,
                                  GError           **error)
{
  KoyomiObjectivesWindow *self = KOYOMI_OBJECTIVES_WINDOW (window);
  GPtrArray *results = load (self, error);

  if (results == NULL)
    return FALSE;

  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = results;
  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < results->len; i++)
    add_row (self, g_ptr_array_index (results, i));
  koyomi_row_table_show (self->table);
  show_chart (self);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "list" : "none");
  chosen_cb (self);

  return TRUE;
}

static void
add_cb (KoyomiObjectivesWindow *self)
{
  koyomi_objective_dialog_present (GTK_WINDOW (self), get_workspace (self), NULL);
}

static void
edit_cb (KoyomiObjectivesWindow *self)
{
  KoyomiObjectiveResult *result = get_chosen (self);

  if (result != NULL && koyomi_workspace_can_edit (get_workspace (self)))
    koyomi_objective_dialog_present (GTK_WINDOW (self), get_workspace (self), result->objective);
}

static void
remove_cb (KoyomiObjectivesWindow *self)
{
  KoyomiObjectiveResult *result = get_chosen (self);
  g_autoptr(GError) error = NULL;

  if (result != NULL &&
      !koyomi_session_remove (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), KOYOMI_TABLE_OBJECTIVE,
                              koyomi_record_get_id (result->objective), get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("Nothing was removed")), error);
}

static void
koyomi_objectives_window_dispose (GObject *object)
{
  KoyomiObjectivesWindow *self = KOYOMI_OBJECTIVES_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_objectives_window_parent_class)->dispose (object);
}

static void
koyomi_objectives_window_class_init (KoyomiObjectivesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_objectives_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_objectives_window_refresh;
}

static void
koyomi_objectives_window_init (KoyomiObjectivesWindow *self)
{
}

static void
make_table (KoyomiObjectivesWindow *self)
{
  static const struct
  {
    const char *title;
    gboolean    is_narrow;
  } columns[] = {
    { N_("Number"), TRUE }, { N_("Objective"), FALSE }, { N_("KPI"), FALSE }, { N_("Target"), TRUE },
    { N_("Now"), TRUE }, { N_("Due"), TRUE }, { N_("Owner"), FALSE }, { N_("State"), TRUE },
  };

  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_tr (get_language (self), N_("Objectives"))));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    koyomi_row_table_add_column (self->table, koyomi_tr (get_language (self), columns[i].title), columns[i].is_narrow);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_prepend (GTK_BOX (self->body), GTK_WIDGET (self->table));
}

/* A press on a bar chooses its row. */
static void
bar_cb (KoyomiObjectivesWindow *self,
        guint                   series,
        guint                   column)
{
  koyomi_row_table_choose (self->table, series);
}

static void
make_chart (KoyomiObjectivesWindow *self)
{
  self->chart = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (get_workspace (self), koyomi_tr (get_language (self), N_("Values against their targets"))));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_box_append (GTK_BOX (self->chart_place), GTK_WIDGET (self->chart));
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (bar_cb), self, G_CONNECT_SWAPPED);
}

static void
connect (KoyomiObjectivesWindow *self)
{
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_objectives_window_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace)
{
  g_autoptr(KoyomiObjectivesWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_OBJECTIVES_WINDOW, NULL));

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-objectives-window", children);
  make_table (self);
  make_chart (self);
  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->table));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
  if (self->stack != NULL && self->results != NULL && self->results->len == 0)
    gtk_widget_grab_focus (self->first_button);
}
