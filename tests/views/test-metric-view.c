#include "koyomi-board-tiles.h"
#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-history.h"
#include "koyomi-incident-causes.h"
#include "koyomi-metric-board.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-flow.h"
#include "koyomi-metric-incidents.h"
#include "koyomi-metric-page.h"
#include "koyomi-metric-row-facts.h"
#include "koyomi-metric-tile.h"
#include "koyomi-metric-view.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-table.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

/* The KPIs of the sample company. */
typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWindow        *window;
  GtkWidget        *view;
} Fixture;

static void
settle (Fixture *self)
{
  for (guint i = 0; i < 50; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
choose_view (Fixture    *self,
             const char *name)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (self->window, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (gtk_widget_get_name (row), name) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  choose_view (self, "kpis");
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_METRIC_VIEW);
  while (koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_TILE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  gtk_widget_grab_focus (self->view);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static void
press (Fixture    *self,
       const char *key)
{
  g_assert_true (koyomi_test_widget_press (self->window, key));
  settle (self);
}

static GtkWidget *
get_grid (GtkWidget *page)
{
  return koyomi_test_widget_find (page, KOYOMI_TYPE_METRIC_FLOW);
}

static gint64
get_focus (Fixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *tile = focus != NULL ? gtk_widget_get_ancestor (focus, KOYOMI_TYPE_METRIC_TILE) : NULL;

  return tile != NULL ? koyomi_metric_tile_get_metric (KOYOMI_METRIC_TILE (tile)) : 0;
}

static gint64
find_metric (Fixture    *self,
             const char *code)
{
  g_autoptr(GPtrArray) metrics = koyomi_session_list (self->session, KOYOMI_TABLE_METRIC, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < metrics->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (metrics, i));

  g_assert_not_reached ();
}

static GtkWidget *
get_page (Fixture *self)
{
  GtkWidget *page = koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_PAGE);

  g_assert_nonnull (page);

  return page;
}

static guint
count_tiles (GtkWidget *page)
{
  g_autoptr(GPtrArray) tiles = koyomi_test_dialog_list (page, KOYOMI_TYPE_METRIC_TILE);

  return tiles->len;
}

/* From card to card, into one and back to it. */
static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  gint64 first = get_focus (self), second;

  g_assert_cmpint (first, ==, find_metric (self, "KPI-01"));
  press (self, "Right");
  if (get_focus (self) == first)
    press (self, "Down");
  second = get_focus (self);
  g_assert_cmpint (second, !=, first);
  press (self, "Return");
  g_assert_cmpint (koyomi_metric_page_get_metric (KOYOMI_METRIC_PAGE (get_page (self))), ==, second);
  press (self, "<Alt>Left");
  g_assert_cmpint (get_focus (self), ==, second);
  press (self, "Return");
  press (self, "Escape");
  g_assert_cmpint (get_focus (self), ==, second);
}

/* Counts are buttons that filter; a search goes by the code as well. */
static void
test_filter (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *grid = get_grid (self->view);
  guint n_all = count_tiles (grid);
  g_autoptr(GPtrArray) counts = koyomi_test_dialog_list (self->view, GTK_TYPE_TOGGLE_BUTTON);
  g_autoptr(GPtrArray) searches = koyomi_test_dialog_list (self->view, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *search = g_ptr_array_index (searches, searches->len - 1);   /* drop-downs have some as well */
  gboolean found = FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (g_ptr_array_index (counts, i)));

      if (label == NULL || strstr (label, "off target") == NULL)
        continue;

      gtk_toggle_button_set_active (g_ptr_array_index (counts, i), TRUE);
      settle (self);
      g_assert_cmpuint (count_tiles (grid), ==, atoi (strchr (label, ' ')));
      gtk_toggle_button_set_active (g_ptr_array_index (counts, i), FALSE);
      found = TRUE;
    }
  g_assert_true (found);

  gtk_editable_set_text (GTK_EDITABLE (search), "kpi-22");
  g_signal_emit_by_name (search, "search-changed");
  settle (self);
  g_assert_cmpuint (count_tiles (grid), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing at all");
  g_signal_emit_by_name (search, "search-changed");
  settle (self);
  g_assert_true (gtk_widget_activate_action (self->view, "metric.clear-filter", NULL));
  settle (self);
  g_assert_cmpuint (count_tiles (grid), ==, n_all);
}

/* Of every metric and quarter, what the foot says of the rows is the number that was told. */
static void
test_foot (Fixture       *self,
           gconstpointer  data)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (self->session, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);
  guint n_told = 0;

  for (guint i = 0; i < metrics->len * 3; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i / 3);
      g_autoptr(KoyomiMetricResult) result = koyomi_metric_book_tell (book, metric, year, 1 + i % 3, TRUE, NULL);
      g_autoptr(KoyomiMetricRowFacts) facts = koyomi_metric_row_facts_new (self->session, &result->figure, KOYOMI_LANGUAGE_EN, NULL);
      g_autofree char *value = koyomi_metric_format_value (result->figure.value, koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT),
                                                           KOYOMI_LANGUAGE_EN);
      g_autofree char *foot = koyomi_metric_figure_explain (&result->figure, metric, KOYOMI_LANGUAGE_EN);

      for (guint j = 0; result->figure.rows != NULL && j < result->figure.rows->len; j++)
        {
          g_autofree char *name = koyomi_metric_row_facts_name (facts, &g_array_index (result->figure.rows, KoyomiMetricRow, j));

          g_assert_cmpstr (name, !=, "");
        }
      if (isnan (result->figure.value))
        continue;

      g_test_message ("%s Q%u: %s", koyomi_record_get_text (metric, KOYOMI_METRIC_CODE), 1 + i % 3, foot);
      g_assert_nonnull (strstr (foot, value));
      n_told++;
    }
  g_assert_cmpuint (n_told, >, 60);
}

/* The number leads to its rows, and a row to where it belongs. */
static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *dialog;
  KoyomiRowTable *table;

  koyomi_metric_view_show (KOYOMI_METRIC_VIEW (self->view), find_metric (self, "KPI-05"));
  settle (self);
  press (self, "<Control>r");
  dialog = koyomi_test_dialog_wait (self->window);
  table = KOYOMI_ROW_TABLE (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_ROW_TABLE));
  g_assert_cmpuint (koyomi_row_table_get_n_rows (table), ==, 3);
  g_assert_true (koyomi_test_dialog_has_line (dialog, "3 rows = 3"));

  koyomi_row_table_choose (table, 1);
  koyomi_test_dialog_press (dialog, "_Go There");
  settle (self);
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_false (gtk_widget_get_mapped (self->view));
}

/* A point of the chart leads to the rows of its time. */
static void
test_point (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *chart;
  GtkWindow *dialog;

  koyomi_metric_view_show (KOYOMI_METRIC_VIEW (self->view), find_metric (self, "KPI-05"));
  settle (self);
  chart = koyomi_test_widget_find (get_page (self), KOYOMI_TYPE_FIGURE_VIEW);
  gtk_widget_grab_focus (chart);
  settle (self);
  press (self, "Return");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_nonnull (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_ROW_TABLE));
  gtk_window_close (dialog);
  settle (self);
}

static KoyomiTextField *
find_comment (Fixture *self)
{
  return KOYOMI_TEXT_FIELD (koyomi_test_widget_find (get_page (self), KOYOMI_TYPE_TEXT_FIELD));
}

/* What is said of a quarter is saved, told, and taken back. */
static void
test_comment (Fixture       *self,
              gconstpointer  data)
{
  gint64 n_before = koyomi_session_count (self->session, KOYOMI_TABLE_METRIC_COMMENT, NULL);
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;

  koyomi_metric_view_show (KOYOMI_METRIC_VIEW (self->view), find_metric (self, "KPI-05"));
  settle (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (koyomi_text_field_get_input (find_comment (self)))), "Fewer than feared", -1);
  g_assert_true (koyomi_text_field_commit (find_comment (self)));
  settle (self);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_METRIC_COMMENT, NULL), ==, n_before + 1);
  text = koyomi_text_field_dup_text (find_comment (self));
  g_assert_cmpstr (text, ==, "Fewer than feared");

  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  undone = koyomi_text_field_dup_text (find_comment (self));
  g_assert_cmpstr (undone, ==, "");
}

/* Tiles are moved and taken off by key, and the focus goes with them. */
static void
test_board (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) before = koyomi_session_list_board_tiles (self->session, NULL);
  g_autoptr(GArray) moved = NULL;
  g_autoptr(GArray) removed = NULL;
  GtkWidget *board;

  g_assert_true (gtk_widget_activate_action (self->view, "metric.page", "s", "board"));
  settle (self);
  board = koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_BOARD);
  g_assert_cmpuint (count_tiles (board), ==, before->len);
  gtk_widget_grab_focus (board);
  settle (self);
  g_assert_cmpint (get_focus (self), ==, g_array_index (before, gint64, 0));

  press (self, "<Control>Right");
  moved = koyomi_session_list_board_tiles (self->session, NULL);
  g_assert_cmpint (g_array_index (moved, gint64, 0), ==, g_array_index (before, gint64, 1));
  g_assert_cmpint (g_array_index (moved, gint64, 1), ==, g_array_index (before, gint64, 0));
  g_assert_cmpint (get_focus (self), ==, g_array_index (before, gint64, 0));

  press (self, "Delete");
  removed = koyomi_session_list_board_tiles (self->session, NULL);
  g_assert_cmpuint (removed->len, ==, before->len - 1);
  g_assert_cmpuint (count_tiles (board), ==, before->len - 1);
}

/* Without tiles some are proposed. */
static void
test_tiles (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) tiles = NULL;
  GtkWindow *dialog;

  g_assert_true (koyomi_session_set_board_tiles (self->session, none, KOYOMI_LANGUAGE_EN, NULL));
  g_assert_true (gtk_widget_activate_action (self->view, "metric.page", "s", "board"));
  settle (self);
  g_assert_true (gtk_widget_activate_action (self->view, "metric.tiles", NULL));
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_true (koyomi_test_dialog_has_line (dialog, "8 of at most 12 tiles"));
  koyomi_test_dialog_press (dialog, "_Apply");
  settle (self);
  tiles = koyomi_session_list_board_tiles (self->session, NULL);
  g_assert_cmpuint (tiles->len, ==, 8);
  g_assert_cmpuint (count_tiles (koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_BOARD)), ==, 8);
}

/* A quarter is closed, and what changes afterwards is told beside what was closed. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  GtkWindow *dialog;
  g_autoptr(GPtrArray) drops = NULL;

  g_assert_true (gtk_widget_activate_action (self->view, "metric.close-quarter", NULL));
  dialog = koyomi_test_dialog_wait (self->window);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 1);
  koyomi_test_dialog_press (dialog, "_Close Quarter");
  settle (self);
  g_assert_true (koyomi_session_is_quarter_closed (self->session, year, 2));
  koyomi_test_dialog_press (dialog, "_Open Again");
  settle (self);
  g_assert_false (koyomi_session_is_quarter_closed (self->session, year, 2));
  gtk_window_close (dialog);
  settle (self);
}

/* Other columns and another quarter keep the cards. */
static void
test_time (Fixture       *self,
           gconstpointer  data)
{
  guint n_all = count_tiles (get_grid (self->view));
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (self->view, GTK_TYPE_DROP_DOWN);
  g_autoptr(GPtrArray) toggles = koyomi_test_dialog_list (self->view, GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < toggles->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (toggles, i)), "Year") == 0)
      gtk_toggle_button_set_active (g_ptr_array_index (toggles, i), TRUE);
  settle (self);
  g_assert_cmpuint (count_tiles (get_grid (self->view)), ==, n_all);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 2);
  settle (self);
  g_assert_cmpuint (count_tiles (get_grid (self->view)), ==, n_all);
}

static void
activate_bar (Fixture *self,
              guint    figure,
              guint    series,
              guint    column)
{
  GtkWidget *side = koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_INCIDENTS);
  g_autoptr(GPtrArray) views = koyomi_test_dialog_list (side, KOYOMI_TYPE_FIGURE_VIEW);
  KoyomiFigureView *view = g_ptr_array_index (views, figure);
  int index = -1;

  g_assert_cmpuint (views->len, ==, 2);
  for (guint i = 0; i < koyomi_figure_get_n_regions (koyomi_figure_view_get_figure (view)); i++)
    {
      const KoyomiFigureRegion *region = koyomi_figure_get_region (koyomi_figure_view_get_figure (view), i);

      if (region->series == series && region->column == column)
        index = i;
    }
  g_assert_cmpint (index, >=, 0);
  koyomi_figure_view_point_out (view, index);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "figure.activate", NULL));
  settle (self);
}

static guint
count_listed (Fixture *self)
{
  GtkWidget *popover = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      popover = child;
  g_assert_nonnull (popover);
  rows = koyomi_test_dialog_list (popover, GTK_TYPE_LIST_BOX_ROW);

  return rows->len;
}

/* A bar that counts several incidents lists them, one that counts one leads to it. */
static void
test_incidents (Fixture       *self,
                gconstpointer  data)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (self->session, koyomi_time_now (), KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) cards = koyomi_incident_board_list_days (board, koyomi_fiscal_year_get_first_day (year), koyomi_day_today ());
  g_autoptr(GPtrArray) causes = koyomi_incident_causes_new (cards);
  const KoyomiIncidentCause *first = g_ptr_array_index (causes, 0), *last = g_ptr_array_index (causes, causes->len - 1);
  const KoyomiIncidentCard *card = g_ptr_array_index (last->cards, 0);
  int month = koyomi_fiscal_year_get_month_index (year, koyomi_time_get_day (card->since));
  guint32 first_day = koyomi_fiscal_year_get_month_first (year, month);
  g_autoptr(GPtrArray) same = koyomi_incident_cards_list_severity (cards, card->severity, first_day, koyomi_day_add_months (first_day, 1) - 1);

  g_assert_cmpuint (first->cards->len, >, 1);
  g_assert_cmpuint (same->len, ==, 1);
  activate_bar (self, 0, 0, 0);
  g_assert_cmpuint (count_listed (self), ==, first->cards->len);
  activate_bar (self, 1, card->severity, month);
  g_assert_false (gtk_widget_get_mapped (self->view));
}

/* A year without incidents says so, and one with some shows them again. */
static void
test_no_incidents (Fixture       *self,
                   gconstpointer  data)
{
  GtkWidget *side = koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_INCIDENTS);
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (self->view, GTK_TYPE_DROP_DOWN);
  g_autoptr(GPtrArray) views = koyomi_test_dialog_list (side, KOYOMI_TYPE_FIGURE_VIEW);

  g_assert_true (gtk_widget_get_mapped (g_ptr_array_index (views, 0)));
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 11);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (side, "No incidents in FY2023."));
  g_assert_false (gtk_widget_get_mapped (g_ptr_array_index (views, 0)));
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 0);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (g_ptr_array_index (views, 0)));
}

/* The buttons of the header bar say what they take back. */
static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (self->view, GTK_TYPE_BUTTON);
  GtkWidget *undo = NULL;

  g_assert_true (gtk_widget_activate_action (self->view, "metric.page", "s", "board"));
  settle (self);
  g_assert_true (gtk_widget_child_focus (koyomi_test_widget_find (self->view, KOYOMI_TYPE_METRIC_BOARD), GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "plan.undo") == 0)
      undo = g_ptr_array_index (buttons, i);
  g_assert_nonnull (undo);
  g_assert_true (gtk_widget_activate_action (self->view, "metric.move-later", NULL));
  settle (self);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (undo), "Undo: "));
  g_assert_true (gtk_widget_is_sensitive (undo));
}

#define ADD(name, func) g_test_add ("/views/metric-view/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_objective (Fixture    *self,
               const char *title,
               const char *code,
               double      target)
{
  g_autoptr(KoyomiRecord) objective = koyomi_record_new (KOYOMI_TABLE_OBJECTIVE);

  koyomi_record_set_text (objective, KOYOMI_OBJECTIVE_TITLE, title);
  koyomi_record_set_int (objective, KOYOMI_OBJECTIVE_METRIC, find_metric (self, code));
  koyomi_record_set_real (objective, KOYOMI_OBJECTIVE_TARGET, target);
  koyomi_record_set_int (objective, KOYOMI_OBJECTIVE_DUE_DAY, koyomi_day_today () + 30);
  g_assert_cmpint (koyomi_session_add (self->session, objective, KOYOMI_LANGUAGE_EN, NULL), !=, 0);
}

static int
find_bar (KoyomiFigure *figure,
          const char   *title)
{
  for (guint i = 0; i < koyomi_figure_get_n_regions (figure); i++)
    if (g_str_has_prefix (koyomi_figure_get_region (figure, i)->text, title))
      return i;

  return -1;
}

/* Below the list each has a bar with its target; a press on it chooses its row. */
static void
test_objectives (Fixture       *self,
                 gconstpointer  data)
{
  GtkWindow *window;
  KoyomiRowTable *table;
  KoyomiFigureView *chart;
  KoyomiFigure *figure;
  int reached, open;

  add_objective (self, "Acknowledged within an hour", "KPI-02", 1);
  add_objective (self, "No serious incident", "KPI-06", -1);
  g_assert_true (gtk_widget_activate_action (self->view, "plan.objectives", NULL));
  window = koyomi_test_dialog_wait (self->window);
  table = KOYOMI_ROW_TABLE (koyomi_test_widget_find (GTK_WIDGET (window), KOYOMI_TYPE_ROW_TABLE));
  chart = KOYOMI_FIGURE_VIEW (koyomi_test_widget_find (GTK_WIDGET (window), KOYOMI_TYPE_FIGURE_VIEW));
  figure = koyomi_figure_view_get_figure (chart);
  g_assert_cmpuint (koyomi_figure_get_n_regions (figure), ==, koyomi_row_table_get_n_rows (table));
  reached = find_bar (figure, "Acknowledged within an hour: ");
  open = find_bar (figure, "No serious incident: ");
  g_assert_true (g_str_has_suffix (koyomi_figure_get_region (figure, reached)->text, " (On target)"));
  g_assert_true (g_str_has_suffix (koyomi_figure_get_region (figure, open)->text, " (At risk)"));
  g_signal_emit_by_name (chart, "activated", open, 0);
  g_assert_cmpint (koyomi_row_table_get_chosen (table), ==, open);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  ADD ("keys-go-into-a-card-and-back", test_keys);
  ADD ("counts-and-search-filter", test_filter);
  ADD ("foot-equals-the-number", test_foot);
  ADD ("number-leads-to-its-rows", test_rows);
  ADD ("point-leads-to-its-rows", test_point);
  ADD ("comment-is-saved-and-undone", test_comment);
  ADD ("tiles-are-moved-by-key", test_board);
  ADD ("tiles-are-proposed", test_tiles);
  ADD ("quarter-is-closed-and-opened", test_close);
  ADD ("other-times-are-shown", test_time);
  ADD ("bar-leads-to-its-incidents", test_incidents);
  ADD ("year-without-incidents-says-so", test_no_incidents);
  ADD ("objectives-have-bars-with-their-targets", test_objectives);
  ADD ("undo-is-in-the-header-bar", test_history);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
