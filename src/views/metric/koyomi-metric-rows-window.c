#include "koyomi-metric-rows-window.h"

#include "koyomi-day.h"
#include "koyomi-function-card.h"
#include "koyomi-metric-row-facts.h"
#include "koyomi-record-card.h"
#include "koyomi-row-table.h"
#include "koyomi-team-card.h"

#include <math.h>

enum
{
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_DETAIL,
  COLUMN_COUNTS,
  COLUMN_AMOUNT,
  N_COLUMNS
};

struct _KoyomiMetricRowsWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *place;
  GtkLabel         *formula;
  GtkLabel         *note;
  GtkLabel         *foot;
  GtkWidget        *go_button;
  GtkWidget        *copy_button;
  GtkWidget        *nothing;

  KoyomiRowTable   *table;
  gint64            metric;
  guint32           first_day;
  guint32           last_day;
  GArray           *links;       /* (element-type KoyomiMetricLink): of the rows */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, title),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, place),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, formula),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, note),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, foot),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, go_button),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, copy_button),
  KOYOMI_UI_CHILD (KoyomiMetricRowsWindow, nothing),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricRowsWindow, koyomi_metric_rows_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiMetricLink
get_chosen (KoyomiMetricRowsWindow *self)
{
  int row = koyomi_row_table_get_chosen (self->table);

  return row >= 0 && row < (int) self->links->len ? g_array_index (self->links, KoyomiMetricLink, row) : (KoyomiMetricLink) { 0, 0 };
}

static void
chosen_cb (KoyomiMetricRowsWindow *self)
{
  gtk_widget_set_sensitive (self->go_button, get_chosen (self).id != 0);
}

/* The window makes way for the view that shows the row; cards open over it. */
static void
go_cb (KoyomiMetricRowsWindow *self)
{
  KoyomiWorkspace *workspace = koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
  KoyomiMetricLink link = get_chosen (self);

  if (link.id == 0)
    return;

  if (link.table == KOYOMI_TABLE_OCCURRENCE)
    koyomi_workspace_show_run (workspace, link.id);
  else if (link.table == KOYOMI_TABLE_INCIDENT)
    koyomi_workspace_show_incident (workspace, link.id);
  else if (link.table == KOYOMI_TABLE_FUNCTION)
    koyomi_function_card_present (GTK_WINDOW (self), workspace, link.id);
  else if (link.table == KOYOMI_TABLE_TEAM)
    koyomi_team_card_present (GTK_WINDOW (self), workspace, link.id);
  else
    koyomi_record_card_present (GTK_WINDOW (self), workspace, link.table, link.id);
}

static const char *
get_heading (KoyomiMetricRowsWindow *self,
             guint                   column)
{
  static const char * const headings[N_COLUMNS] = { N_("What"), N_("Kind"), N_("Details"), N_("Counts"), N_("Value") };

  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), headings[column]);
}

static void
add_row (KoyomiMetricRowsWindow *self,
         KoyomiMetricRowFacts   *facts,
         const KoyomiMetricRow  *row,
         KoyomiUnit              unit)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  KoyomiMetricLink link = koyomi_metric_row_facts_get_link (facts, row);
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_NAME] = koyomi_metric_row_facts_name (facts, row);
  cells[COLUMN_KIND] = g_strdup (koyomi_tr (language, koyomi_dictionary_get_table (row->table)->label));
  cells[COLUMN_DETAIL] = koyomi_metric_row_facts_detail (facts, row);
  cells[COLUMN_COUNTS] = g_strdup (row->counts ? koyomi_trc (language, "row of a number", "yes") : koyomi_trc (language, "row of a number", "no"));
  cells[COLUMN_AMOUNT] = unit == KOYOMI_UNIT_COUNT || unit == KOYOMI_UNIT_PERCENT ? g_strdup_printf ("%g", row->amount)
                                                                                  : koyomi_metric_format_value (row->amount, unit, language);
  koyomi_row_table_take_row (self->table, cells);
  g_array_append_val (self->links, link);
}

static void
show_titles (KoyomiMetricRowsWindow   *self,
             KoyomiRecord             *metric,
             const KoyomiMetricFigure *figure)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  g_autofree char *days = koyomi_day_format_span (self->first_day, self->last_day, language);
  g_autofree char *value = koyomi_metric_format_value (figure->value, koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT), language);
  g_autofree char *title = g_strdup_printf ("%s: %s", koyomi_record_get_title (metric), value);
  g_autofree char *foot = koyomi_metric_figure_explain (figure, metric, language);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, days);
  gtk_label_set_label (self->formula, koyomi_record_get_text (metric, KOYOMI_METRIC_FORMULA));
  gtk_label_set_label (self->foot, foot);
}

/* Figures of a closed quarter stand still, while rows are those of now. */
static void
show_note (KoyomiMetricRowsWindow *self,
           KoyomiMetricBook       *book,
           KoyomiRecord           *metric)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), self->first_day);
  int quarter = koyomi_fiscal_year_get_quarter (year, self->first_day);
  gboolean is_quarter = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3) == self->first_day &&
                        koyomi_day_add_months (self->first_day, 3) == self->last_day + 1;
  g_autoptr(KoyomiMetricResult) result = is_quarter ? koyomi_metric_book_tell (book, metric, year, quarter, FALSE, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), result != NULL && result->is_restated);
  if (result != NULL && result->is_restated)
    {
      g_autofree char *closed = koyomi_metric_format_value (result->value, koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT), language);
      /* Translators: the value that was kept when the quarter was closed */
      g_autofree char *text = g_strdup_printf (koyomi_tr (language, N_("The quarter was closed with %s. These are the rows as the plan now stands.")),
                                               closed);

      gtk_label_set_label (self->note, text);
    }
}

static void
show_rows (KoyomiMetricRowsWindow   *self,
           KoyomiMetricRowFacts     *facts,
           const KoyomiMetricFigure *figure,
           KoyomiUnit                unit)
{
  guint n_rows = figure->rows != NULL ? figure->rows->len : 0;

  g_array_set_size (self->links, 0);
  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, facts, &g_array_index (figure->rows, KoyomiMetricRow, i), unit);
  koyomi_row_table_show (self->table);
  gtk_widget_set_visible (GTK_WIDGET (self->table), n_rows > 0);
  gtk_widget_set_visible (self->nothing, n_rows == 0);
  gtk_widget_set_sensitive (self->copy_button, n_rows > 0);
  chosen_cb (self);
}

static KoyomiRecord *
find_metric (KoyomiMetricRowsWindow  *self,
             KoyomiMetricBook        *book,
             GError                 **error)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);

  for (guint i = 0; i < metrics->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (metrics, i)) == self->metric)
      return g_ptr_array_index (metrics, i);

  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the metric is no longer there");

  return NULL;
}

static gboolean
koyomi_metric_rows_window_refresh (KoyomiPlanWindow  *window,
                                   GError           **error)
{
  KoyomiMetricRowsWindow *self = KOYOMI_METRIC_ROWS_WINDOW (window);
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_day_today (), language, error);
  KoyomiRecord *metric = book != NULL ? find_metric (self, book, error) : NULL;
  g_autoptr(KoyomiMetricRowFacts) facts = NULL;
  g_auto(KoyomiMetricFigure) figure = { 0 };

  if (metric == NULL || !koyomi_metric_book_compute (book, metric, self->first_day, self->last_day, TRUE, &figure, error) ||
      (facts = koyomi_metric_row_facts_new (session, &figure, language, error)) == NULL)
    return FALSE;

  show_titles (self, metric, &figure);
  show_note (self, book, metric);
  show_rows (self, facts, &figure, koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT));

  return TRUE;
}

static void
copy_cb (KoyomiMetricRowsWindow *self)
{
  g_autofree char *text = koyomi_row_table_dup_text (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  koyomi_workspace_tell (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)),
                         koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The table was copied")));
}

static void
koyomi_metric_rows_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_metric_rows_window_parent_class)->dispose (object);
}

static void
koyomi_metric_rows_window_finalize (GObject *object)
{
  g_array_unref (KOYOMI_METRIC_ROWS_WINDOW (object)->links);

  G_OBJECT_CLASS (koyomi_metric_rows_window_parent_class)->finalize (object);
}

static void
koyomi_metric_rows_window_class_init (KoyomiMetricRowsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_rows_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_rows_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_metric_rows_window_refresh;
}

static void
koyomi_metric_rows_window_init (KoyomiMetricRowsWindow *self)
{
  self->links = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricLink));
}

static void
make_table (KoyomiMetricRowsWindow *self)
{
  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("Rows behind the number"))));
  for (guint i = 0; i < N_COLUMNS; i++)
    koyomi_row_table_add_column (self->table, get_heading (self, i), i >= COLUMN_COUNTS);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_prepend (GTK_BOX (self->place), GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
}

/* @first_day, @last_day: the time of the number, within one fiscal year */
void
koyomi_metric_rows_window_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   gint64           metric,
                                   guint32          first_day,
                                   guint32          last_day)
{
  g_autoptr(KoyomiMetricRowsWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_METRIC_ROWS_WINDOW, NULL));

  self->metric = metric;
  self->first_day = first_day;
  self->last_day = last_day;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-metric-rows-window", children);
  make_table (self);
  g_signal_connect_object (self->go_button, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->table));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->go_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
