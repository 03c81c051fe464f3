#include "koyomi-calendar-sheet.h"
#include "koyomi-calendar-view.h"
#include "koyomi-card-grid.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-incident-view.h"
#include "koyomi-overview-card.h"
#include "koyomi-overview-view.h"
#include "koyomi-overview.h"
#include "koyomi-report-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>
#include <string.h>

/* The first page of the sample company. */

typedef struct
{
  KoyomiTestWindow  base;
  GtkWidget        *view;       /* not owned */
  KoyomiOverview   *overview;   /* of the same plan, read by the test */
} Fixture;

static KoyomiApplication *application;

static GtkWidget *
find (Fixture *self,
      GType    type)
{
  return koyomi_test_widget_find (GTK_WIDGET (self->base.window), type);
}

/* What is read in passing is there. */
static void
wait_read (Fixture *self)
{
  GtkWidget *entry = koyomi_test_widget_find (self->view, KOYOMI_TYPE_DAY_ENTRY);

  while (!gtk_widget_get_mapped (koyomi_test_widget_find (self->view, KOYOMI_TYPE_CARD_GRID)) ||
         koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (entry)) == KOYOMI_DAY_NONE)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_settings_set_string (koyomi_application_get_settings (application), "last-view", "overview");
  koyomi_test_window_open (&self->base);
  self->view = find (self, KOYOMI_TYPE_OVERVIEW_VIEW);
  wait_read (self);
  self->overview = koyomi_session_load_overview (koyomi_window_get_session (self->base.window), koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_overview_free (self->overview);
  koyomi_test_window_close (&self->base);
  g_settings_reset (koyomi_application_get_settings (application), "last-view");
}

static gboolean
is_called (GtkWidget  *widget,
           const char *name)
{
  char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gboolean is_so = difference == NULL;

  g_free (difference);

  return is_so;
}

static GtkListBox *
find_list (Fixture    *self,
           const char *card)
{
  g_autoptr(GPtrArray) lists = koyomi_test_dialog_list (self->view, GTK_TYPE_LIST_BOX);

  for (guint i = 0; i < lists->len; i++)
    if (is_called (g_ptr_array_index (lists, i), card))
      return g_ptr_array_index (lists, i);

  g_assert_not_reached ();
}

static void
activate_row (Fixture    *self,
              const char *card,
              int         row)
{
  GtkListBoxRow *line = gtk_list_box_get_row_at_index (find_list (self, card), row);

  g_assert_nonnull (line);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (line)));
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
}

/* From any size of window, and of texts, to what has room. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    int width;
    int n_columns;
  } cases[] = { { 1300, 3 }, { 1014, 3 }, { 984, 2 }, { 658, 2 }, { 657, 1 }, { 260, 1 } };
  KoyomiCardGrid *grid = KOYOMI_CARD_GRID (koyomi_test_widget_find (self->view, KOYOMI_TYPE_CARD_GRID));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_card_grid_get_n_columns (grid, cases[i].width), ==, cases[i].n_columns);
}

/* A card that is short is not made as high as its neighbour: what comes next stands directly under it. */
static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *grid = koyomi_test_widget_find (self->view, KOYOMI_TYPE_CARD_GRID);
  GtkWidget *plan = gtk_widget_get_first_child (grid);
  GtkWidget *committee = gtk_widget_get_next_sibling (plan);
  graphene_rect_t place, above, next;
  int minimum, natural;

  g_assert_cmpint (koyomi_card_grid_get_n_columns (KOYOMI_CARD_GRID (grid), gtk_widget_get_width (grid)), ==, 3);
  gtk_widget_measure (plan, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (plan), &minimum, &natural, NULL, NULL);
  g_assert_true (gtk_widget_compute_bounds (plan, grid, &above));
  g_assert_true (gtk_widget_compute_bounds (committee, grid, &next));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_next_sibling (committee), grid, &place));
  g_assert_cmpfloat_with_epsilon (above.size.height, natural, 1);
  g_assert_cmpfloat (above.size.height, <, next.size.height);
  g_assert_cmpfloat (place.origin.y, <, next.origin.y + next.size.height);
  g_assert_cmpfloat (place.origin.y, >, above.origin.y + above.size.height);
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiAttentionItem *late = g_ptr_array_index (self->overview->attention->late, 0);
  const KoyomiIncidentCard *incident = g_ptr_array_index (self->overview->incidents, 0);
  g_autofree char *spelt = NULL;

  /* What is to be reported as soon as possible comes first. */
  spelt = g_strdup_printf ("%s, %s · due 2026-09-11, %u days late", late->title, late->team, self->overview->today - late->last_day);
  g_assert_true (is_called (GTK_WIDGET (gtk_list_box_get_row_at_index (find_list (self, "Needs you"), 1)), spelt));
  g_assert_nonnull (gtk_list_box_get_row_at_index (find_list (self, "Open incidents"), self->overview->incidents->len));
  g_assert_null (gtk_list_box_get_row_at_index (find_list (self, "Open incidents"), self->overview->incidents->len + 1));
  g_assert_cmpstr (incident->number, ==, "2026-011");
}

static void
test_late_run (Fixture       *self,
               gconstpointer  data)
{
  const KoyomiAttentionItem *late = g_ptr_array_index (self->overview->attention->late, 0);
  KoyomiCalendarSheet *sheet;

  activate_row (self, "Needs you", 1);
  g_assert_true (gtk_widget_get_mapped (find (self, KOYOMI_TYPE_CALENDAR_VIEW)));
  sheet = koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (&self->base));
  g_assert_true (koyomi_run_selection_has (koyomi_calendar_sheet_get_selection (sheet), late->occurrence_id));
}

static void
test_incident (Fixture       *self,
               gconstpointer  data)
{
  activate_row (self, "Open incidents", 0);
  g_assert_true (gtk_widget_get_mapped (find (self, KOYOMI_TYPE_INCIDENT_VIEW)));
}

/* The number and the rows of the calendar are the same. */
static void
test_overdue (Fixture       *self,
              gconstpointer  data)
{
  KoyomiCalendarSheet *sheet;

  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-calendar", "s", "state=late"));
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
  sheet = koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (&self->base));
  koyomi_calendar_sheet_fill_all (sheet);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (sheet), ==, self->overview->attention->late->len);
}

/* What counts rows tells them. */
static void
test_popover (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = NULL;
  GtkWidget *popover;

  activate_row (self, "Audit readiness", 1);
  popover = koyomi_test_widget_find (self->view, GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_mapped (popover));
  rows = koyomi_test_dialog_list (popover, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, self->overview->audit->open_findings->len);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* An edit made elsewhere is seen once the page is seen again. */
static void
test_refresh (Fixture       *self,
              gconstpointer  data)
{
  GtkListBoxRow *row;
  GtkWidget *before;

  koyomi_test_window_mark_done (&self->base);
  before = GTK_WIDGET (gtk_list_box_get_row_at_index (find_list (self, "Audit readiness"), 4));
  g_object_add_weak_pointer (G_OBJECT (before), (gpointer *) &before);
  while (before != NULL)
    g_main_context_iteration (NULL, TRUE);
  row = gtk_list_box_get_row_at_index (find_list (self, "Audit readiness"), 4);
  g_assert_nonnull (row);
  wait_read (self);
}

/* The line of a day that has not come is not drawn. */
static void
test_status_day (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *entry = koyomi_test_widget_find (self->view, KOYOMI_TYPE_DAY_ENTRY);
  gboolean is_taken;

  g_signal_emit_by_name (entry, "commit", koyomi_day_today () + 1, &is_taken);
  g_assert_false (is_taken);
  g_signal_emit_by_name (entry, "commit", koyomi_day_new (2026, 6, 30), &is_taken);
  g_assert_true (is_taken);
  while (koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (entry)) != koyomi_day_new (2026, 6, 30))
    g_main_context_iteration (NULL, TRUE);
}

/* The button leads to the report to the committee, of the quarter that it waits for. */
static void
test_report (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *view;
  g_autoptr(GPtrArray) lists = NULL;
  GtkListBoxRow *row;

  koyomi_test_dialog_press (GTK_WINDOW (self->base.window), "_Prepare Report…");
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
  view = find (self, KOYOMI_TYPE_REPORT_VIEW);
  g_assert_true (gtk_widget_get_mapped (view));
  lists = koyomi_test_dialog_list (view, GTK_TYPE_LIST_BOX);
  row = gtk_list_box_get_selected_row (g_ptr_array_index (lists, 0));
  g_assert_cmpstr (gtk_widget_get_name (GTK_WIDGET (row)), ==, "committee");
}

#define ADD(path, test) g_test_add ("/views/overview-view/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();

  ADD ("cards-take-the-columns-that-have-room", test_columns);
  ADD ("short-card-leaves-no-hole", test_places);
  ADD ("rows-are-those-of-the-plan", test_rows);
  ADD ("late-run-is-shown-in-the-calendar", test_late_run);
  ADD ("incident-is-shown-on-the-board", test_incident);
  ADD ("number-is-that-of-the-rows-it-opens", test_overdue);
  ADD ("number-opens-its-rows", test_popover);
  ADD ("report-to-the-committee-is-prepared", test_report);
  ADD ("edit-is-seen", test_refresh);
  ADD ("status-day-has-come", test_status_day);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
