#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-matrix-commands.h"
#include "koyomi-matrix-compare-bar.h"
#include "koyomi-matrix-view.h"
#include "koyomi-row-table.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-matrix-view.h"
#include "koyomi-test-widget.h"

typedef KoyomiTestMatrixView Fixture;

static const KoyomiMatrixDifference *
get_difference (Fixture *self)
{
  return koyomi_matrix_sheet_get_facts (self->sheet)->difference;
}

static void
compare_with_day (Fixture *self,
                  guint32  day)
{
  koyomi_matrix_sheet_set_moment (self->sheet, koyomi_matrix_moment_new (KOYOMI_MATRIX_MOMENT_DAY, NULL, day, ""));
  koyomi_test_window_settle (&self->test);
}

/* What has changed is seen at once, also what is changed now, until Escape. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *bar = koyomi_test_window_find (&self->test, KOYOMI_TYPE_MATRIX_COMPARE_BAR);
  GPtrArray *changes;
  guint n;

  g_assert_false (gtk_widget_get_visible (bar));
  compare_with_day (self, koyomi_day_new (2026, 5, 5));
  g_assert_true (gtk_widget_get_visible (bar));
  changes = koyomi_matrix_difference_get_changes (get_difference (self));
  n = changes->len;
  g_assert_cmpuint (n, >, 3);

  koyomi_test_matrix_view_go_to (self, 2, 0);
  koyomi_matrix_sheet_set_begins (self->sheet, TRUE);
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 's'));
  koyomi_matrix_sheet_update (self->sheet);
  g_assert_cmpuint (koyomi_matrix_difference_get_changes (get_difference (self))->len, ==, n + 1);

  koyomi_matrix_sheet_set_show (self->sheet, KOYOMI_MATRIX_SHOW_CHANGES);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), <, 20);
  koyomi_test_window_settle (&self->test);
  koyomi_matrix_rows_enter (self->rows);
  koyomi_test_window_press (&self->test, "Escape");
  g_assert_null (koyomi_matrix_sheet_get_moment (self->sheet));
  g_assert_null (get_difference (self));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), >, 54);
}

/* Keys go from change to change, and round again. */
static void
test_next_change (Fixture       *self,
                  gconstpointer  data)
{
  KoyomiMatrixPlace first, place;
  guint row, column;
  guint n = 0;

  compare_with_day (self, koyomi_day_new (2026, 5, 5));
  koyomi_test_matrix_view_go_to (self, 0, -1);
  koyomi_test_window_press (&self->test, "F8");
  first = koyomi_matrix_sheet_get_focus (self->sheet);
  do
    {
      place = koyomi_matrix_sheet_get_focus (self->sheet);
      g_assert_true (koyomi_matrix_sheet_find_cell (self->sheet, place, &row, &column));
      g_assert_true (koyomi_matrix_difference_has_cell (get_difference (self), row, column));
      koyomi_test_window_press (&self->test, "F8");
      n++;
      place = koyomi_matrix_sheet_get_focus (self->sheet);
    }
  while ((place.line != first.line || place.column != first.column) && n < 100);

  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, 100);
  koyomi_test_window_press (&self->test, "<Shift>F8");
  koyomi_test_window_press (&self->test, "F8");
  place = koyomi_matrix_sheet_get_focus (self->sheet);
  g_assert_cmpint (place.line, ==, first.line);
  g_assert_cmpint (place.column, ==, first.column);
}

/* Returns: the choice of that name in the dialog */
static GtkWidget *
find_choice (GtkWindow  *dialog,
             const char *label)
{
  g_autoptr(GPtrArray) choices = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (gtk_check_button_get_label (g_ptr_array_index (choices, i)), label) == 0)
      return g_ptr_array_index (choices, i);

  g_error ("there is no choice %s", label);
}

static void
wait_for_moment (Fixture *self)
{
  while (koyomi_matrix_sheet_get_moment (self->sheet) == NULL)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_window_settle (&self->test);
}

/* The plan as it stood at a baseline, and the list of what has become of it. */
static void
test_compare_dialog (Fixture       *self,
                     gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *table;

  koyomi_test_window_add_baseline (&self->test);
  koyomi_test_matrix_view_go_to (self, 2, 0);
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 's'));
  koyomi_test_window_settle (&self->test);

  koyomi_test_window_press (&self->test, "<Control>b");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_true (KOYOMI_IS_FORM_DIALOG (dialog));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (dialog, "The plan at a _baseline")), TRUE);
  koyomi_test_dialog_press (dialog, "Com_pare");
  wait_for_moment (self);
  g_assert_nonnull (koyomi_matrix_sheet_get_moment (self->sheet)->then);
  g_assert_cmpuint (koyomi_matrix_difference_get_changes (get_difference (self))->len, ==, 1);

  gtk_widget_activate_action (koyomi_test_window_find (&self->test, KOYOMI_TYPE_MATRIX_VIEW), "matrix.list-changes", NULL);
  dialog = koyomi_test_dialog_wait (self->window);
  table = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_ROW_TABLE);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (KOYOMI_ROW_TABLE (table)), ==, 1);
  g_assert_cmpstr (koyomi_row_table_get_text (KOYOMI_ROW_TABLE (table), 0, 4), ==, "CISO got S");
  koyomi_test_matrix_view_go_to (self, 5, 3);
  koyomi_test_dialog_press (dialog, "_Show in the Matrix");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_matrix_sheet_get_focus (self->sheet).line, ==, 2);
  g_assert_cmpint (koyomi_matrix_sheet_get_focus (self->sheet).column, ==, 0);
}

/* A meeting from before the plan was begun is compared by the days of the assignments. */
static void
test_compare_meeting (Fixture       *self,
                      gconstpointer  data)
{
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>b");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_false (gtk_widget_get_sensitive (find_choice (dialog, "The plan at a _baseline")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (dialog, "Since the last _meeting of a committee")), TRUE);
  koyomi_test_dialog_press (dialog, "Com_pare");
  wait_for_moment (self);
  g_assert_cmpint (koyomi_matrix_sheet_get_moment (self->sheet)->kind, ==, KOYOMI_MATRIX_MOMENT_MEETING);
  g_assert_cmpuint (koyomi_matrix_sheet_get_moment (self->sheet)->day, ==, koyomi_day_new (2026, 11, 19));
  g_assert_nonnull (get_difference (self));
}

#define ADD(path, func) \
  g_test_add ("/views/matrix-comparing/" path, Fixture, NULL, koyomi_test_matrix_view_set_up, func, koyomi_test_matrix_view_tear_down)

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
  ADD ("compared-until-escape", test_compare);
  ADD ("goes-from-change-to-change", test_next_change);
  ADD ("compared-with-a-baseline-and-listed", test_compare_dialog);
  ADD ("compared-with-a-meeting", test_compare_meeting);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
