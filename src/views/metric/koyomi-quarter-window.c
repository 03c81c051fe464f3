#include "koyomi-quarter-window.h"

#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-metric-book.h"
#include "koyomi-metric-close.h"
#include "koyomi-row-table.h"

#include <math.h>

/* So many quarters are offered, back from today's. */
#define N_QUARTERS 8

enum
{
  COLUMN_NAME,
  COLUMN_KEPT,
  COLUMN_NOW,
  COLUMN_STATUS,
  N_COLUMNS
};

typedef struct
{
  KoyomiFiscalYear year;
  int              quarter;
} Quarter;

struct _KoyomiQuarterWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkDropDown      *quarters;
  GtkLabel         *state;
  GtkWidget        *place;
  GtkWidget        *close_button;
  GtkWidget        *open_button;

  KoyomiRowTable   *table;
  Quarter           offered[N_QUARTERS];
  Quarter           chosen;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiQuarterWindow, quarters),
  KOYOMI_UI_CHILD (KoyomiQuarterWindow, state),
  KOYOMI_UI_CHILD (KoyomiQuarterWindow, place),
  KOYOMI_UI_CHILD (KoyomiQuarterWindow, close_button),
  KOYOMI_UI_CHILD (KoyomiQuarterWindow, open_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiQuarterWindow, koyomi_quarter_window, KOYOMI_TYPE_PLAN_WINDOW)

static guint32
get_last_day (Quarter quarter)
{
  return koyomi_day_add_months (koyomi_fiscal_year_get_month_first (quarter.year, (quarter.quarter - 1) * 3), 3) - 1;
}

static void
add_row (KoyomiQuarterWindow      *self,
         const KoyomiMetricResult *result)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  KoyomiUnit unit = koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT);
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_NAME] = g_strdup (koyomi_record_get_title (result->metric));
  cells[COLUMN_KEPT] = result->close != NULL ? koyomi_metric_format_value (result->value, unit, language) : g_strdup ("");
  cells[COLUMN_NOW] = koyomi_metric_format_value (result->figure.value, unit, language);
  cells[COLUMN_STATUS] = result->is_restated ? g_strdup_printf ("≠ %s", koyomi_trc (language, "figure of a closed quarter", "Restated"))
                                             : g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (result->status),
                                                                koyomi_metric_status_get_label (result->status, language));
  koyomi_row_table_take_row (self->table, cells);
}

/* What was restated comes first: it is what somebody has to explain. */
static gboolean
show_rows (KoyomiQuarterWindow  *self,
           KoyomiMetricBook     *book,
           guint                *n_restated,
           guint                *n_missing,
           GError              **error)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_metric_result_free);

  *n_restated = *n_missing = 0;
  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      KoyomiMetricResult *result;

      if (koyomi_metric_is_retired (metric, get_last_day (self->chosen) + 1))
        continue;
      if ((result = koyomi_metric_book_tell (book, metric, self->chosen.year, self->chosen.quarter, FALSE, error)) == NULL)
        return FALSE;
      g_ptr_array_insert (results, result->is_restated && result->close != NULL ? (int) (*n_restated)++ : -1, result);
      *n_missing += isnan (result->value);
    }

  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < results->len; i++)
    add_row (self, g_ptr_array_index (results, i));
  koyomi_row_table_show (self->table);

  return TRUE;
}

static char *
describe_state (KoyomiQuarterWindow *self,
                gboolean             is_closed,
                guint                n_restated,
                guint                n_missing)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  guint n = koyomi_row_table_get_n_rows (self->table);

  if (is_closed && n_restated > 0)
    return g_strdup_printf (koyomi_ntr (language, "The quarter is closed. %u figure would be otherwise as the plan now stands; both are told.",
                                        "The quarter is closed. %u figures would be otherwise as the plan now stands; both are told.",
                                        n_restated), n_restated);
  if (is_closed)
    return g_strdup (koyomi_tr (language, N_("The quarter is closed, and its figures are still those of the plan.")));
  if (get_last_day (self->chosen) >= koyomi_day_today ())
    return g_strdup (koyomi_tr (language, N_("The quarter is not over yet; it can be closed from the day after its last.")));

  /* Translators: how many figures are kept, and how many of them have no data */
  return g_strdup_printf (koyomi_tr (language, N_("Closing keeps these %1$u figures as they stand, %2$u of them without data. What is changed "
                                                  "or entered later does not move them any more, but is told beside them.")), n, n_missing);
}

static void
update (KoyomiQuarterWindow *self,
        guint                n_restated,
        guint                n_missing)
{
  KoyomiSession *session = koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
  gboolean can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  gboolean is_closed = koyomi_session_is_quarter_closed (session, self->chosen.year, self->chosen.quarter);
  g_autofree char *state = describe_state (self, is_closed, n_restated, n_missing);

  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (self->close_button, !is_closed);
  gtk_widget_set_visible (self->open_button, is_closed);
  gtk_widget_set_sensitive (self->close_button, can_edit && get_last_day (self->chosen) < koyomi_day_today ());
  gtk_widget_set_sensitive (self->open_button, can_edit);
}

static gboolean
koyomi_quarter_window_refresh (KoyomiPlanWindow  *window,
                               GError           **error)
{
  KoyomiQuarterWindow *self = KOYOMI_QUARTER_WINDOW (window);
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (koyomi_plan_window_get_session (window), koyomi_day_today (),
                                                                  koyomi_plan_window_get_language (window), error);
  guint n_restated, n_missing;

  if (book == NULL || !show_rows (self, book, &n_restated, &n_missing, error))
    return FALSE;

  update (self, n_restated, n_missing);

  return TRUE;
}

static void
quarter_cb (KoyomiQuarterWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->quarters);
  g_autoptr(GError) error = NULL;

  if (selected >= N_QUARTERS)
    return;

  self->chosen = self->offered[selected];
  if (!koyomi_quarter_window_refresh (KOYOMI_PLAN_WINDOW (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The KPIs could not be read")),
                             error);
}

static void
close_cb (KoyomiQuarterWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (window));
  if (!koyomi_session_close_quarter (koyomi_plan_window_get_session (window), self->chosen.year, self->chosen.quarter,
                                     koyomi_plan_window_get_language (window), &error))
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The quarter was not closed")), error);
}

static void
open_cb (KoyomiQuarterWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_open_quarter (koyomi_plan_window_get_session (window), self->chosen.year, self->chosen.quarter,
                                    koyomi_plan_window_get_language (window), &error))
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The quarter was not opened again")), error);
}

static void
koyomi_quarter_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_quarter_window_parent_class)->dispose (object);
}

static void
koyomi_quarter_window_class_init (KoyomiQuarterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_quarter_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_quarter_window_refresh;
}

static void
koyomi_quarter_window_init (KoyomiQuarterWindow *self)
{
}

static void
make_table (KoyomiQuarterWindow *self)
{
  static const char * const headings[N_COLUMNS] = { N_("KPI"), N_("Kept"), N_("As it now stands"), N_("Status") };

  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("Figures of the quarter"))));
  for (guint i = 0; i < N_COLUMNS; i++)
    koyomi_row_table_add_column (self->table, koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), headings[i]), i == COLUMN_KEPT || i == COLUMN_NOW);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->table));
}

/* Back from the quarter of today; the one that is wanted is chosen. */
static void
offer_quarters (KoyomiQuarterWindow *self)
{
  KoyomiSession *session = koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint32 day = koyomi_day_get_month_first (koyomi_day_today ());
  guint selected = 0;

  for (guint i = 0; i < N_QUARTERS; i++, day = koyomi_day_add_months (day, -3))
    {
      KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, day);
      int quarter = koyomi_fiscal_year_get_quarter (year, day);
      g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
      g_autofree char *quarter_name = koyomi_fiscal_year_format_quarter (year, quarter, language);
      g_autofree char *name = g_strdup_printf ("%s %s", year_name, quarter_name);

      self->offered[i] = (Quarter) { year, quarter };
      gtk_string_list_append (names, name);
      if (year.year == self->chosen.year.year && quarter == self->chosen.quarter)
        selected = i;
    }
  self->chosen = self->offered[selected];
  koyomi_drop_down_set_names (self->quarters, names, selected);
}

void
koyomi_quarter_window_present (GtkWindow        *parent,
                               KoyomiWorkspace  *workspace,
                               KoyomiFiscalYear  year,
                               int               quarter)
{
  g_autoptr(KoyomiQuarterWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_QUARTER_WINDOW, NULL));

  self->chosen = (Quarter) { year, quarter };
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-quarter-window", children);
  make_table (self);
  offer_quarters (self);
  g_signal_connect_object (self->quarters, "notify::selected", G_CALLBACK (quarter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close_button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->quarters));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
