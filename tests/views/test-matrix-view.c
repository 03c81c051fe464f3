#include "koyomi-breach-row.h"
#include "koyomi-edit.h"
#include "koyomi-function-edit.h"
#include "koyomi-history.h"
#include "koyomi-import-file.h"
#include "koyomi-matrix-commands.h"
#include "koyomi-matrix-fold-memory.h"
#include "koyomi-matrix-jump.h"
#include "koyomi-matrix-view.h"
#include "koyomi-session-matrix.h"
#include "koyomi-team-card.h"
#include "koyomi-template.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-matrix-view.h"
#include "koyomi-test-widget.h"

#include <math.h>
#include <string.h>

typedef KoyomiTestMatrixView Fixture;

static KoyomiLetters
get_letters (Fixture *self,
             int      line,
             int      column)
{
  koyomi_matrix_sheet_update (self->sheet);

  return koyomi_matrix_sheet_get_letters (self->sheet, (KoyomiMatrixPlace) { line, column });
}

static void
clear_all (Fixture *self)
{
  koyomi_test_window_press (&self->test, "<Control>a");
  koyomi_test_window_press (&self->test, "Delete");
  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (self->sheet); i++)
    for (int j = 0; j < koyomi_matrix_sheet_get_n_columns (self->sheet); j++)
      g_assert_cmpuint (get_letters (self, i, j), ==, 0);
}

static void
test_alive (Fixture       *self,
            gconstpointer  data)
{
  GtkAdjustment *down = koyomi_matrix_rows_get_down (self->rows);
  guint n_lines;

  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), >, 54);
  for (double value = 0; value < gtk_adjustment_get_upper (down); value += 137)
    {
      gtk_adjustment_set_value (down, value);
      koyomi_test_window_settle (&self->test);
      n_lines = koyomi_test_widget_count (GTK_WIDGET (self->rows), KOYOMI_TYPE_MATRIX_LINE_VIEW);
      g_assert_cmpuint (n_lines, <=, gtk_adjustment_get_page_size (down) / 25 + 2);
      g_assert_cmpuint (koyomi_test_widget_count (GTK_WIDGET (self->rows), KOYOMI_TYPE_MATRIX_CELL_VIEW), <=,
                        n_lines * koyomi_matrix_sheet_get_n_columns (self->sheet));
    }
}

static void
test_type (Fixture       *self,
           gconstpointer  data)
{
  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 0);

  /* Faster than the window shows it. */
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 'r'));
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 'A'));
  g_assert_false (koyomi_matrix_commands_type (self->sheet, 'q'));
  g_assert_cmpuint (get_letters (self, 1, 0), ==, KOYOMI_LETTERS_R | KOYOMI_LETTERS_A);
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 'r'));
  g_assert_cmpuint (get_letters (self, 1, 0), ==, KOYOMI_LETTERS_A);
}

static void
test_all_roles (Fixture       *self,
                gconstpointer  data)
{
  guint n = 0;

  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 2);
  for (;;)
    {
      KoyomiMatrixPlace before = koyomi_matrix_sheet_get_focus (self->sheet);

      g_assert_true (koyomi_matrix_commands_type (self->sheet, 'r'));
      n++;
      koyomi_test_window_press (&self->test, "Down");
      if (koyomi_matrix_sheet_get_focus (self->sheet).line == before.line)
        break;
    }

  g_assert_cmpuint (n, ==, 54);
  koyomi_matrix_sheet_update (self->sheet);
  for (guint i = 0; i < 54; i++)
    g_assert_cmpuint (koyomi_matrix_get_row (koyomi_matrix_sheet_get_facts (self->sheet)->matrix, i)->n_responsible, ==, 1);
}

static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 0);
  koyomi_test_window_press (&self->test, "<Shift>Down");
  koyomi_test_window_press (&self->test, "<Shift>Right");
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 'c'));
  for (int i = 1; i <= 2; i++)
    for (int j = 0; j <= 1; j++)
      g_assert_cmpuint (get_letters (self, i, j), ==, KOYOMI_LETTERS_C);
  g_assert_cmpuint (get_letters (self, 3, 0), ==, 0);

  koyomi_test_window_press (&self->test, "Delete");
  g_assert_cmpuint (get_letters (self, 1, 0), ==, 0);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpuint (get_letters (self, 2, 1), ==, KOYOMI_LETTERS_C);
}

static void
test_paste (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *fault = NULL;
  g_autofree char *copied = NULL;

  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 0);
  g_assert_true (koyomi_matrix_commands_paste_text (self->sheet, "RA\t\tC\nI\tS\t\n", &fault));
  g_assert_cmpuint (get_letters (self, 1, 0), ==, KOYOMI_LETTERS_R | KOYOMI_LETTERS_A);
  g_assert_cmpuint (get_letters (self, 1, 2), ==, KOYOMI_LETTERS_C);
  g_assert_cmpuint (get_letters (self, 2, 1), ==, KOYOMI_LETTERS_S);
  copied = koyomi_matrix_commands_copy_text (self->sheet);
  g_assert_cmpstr (copied, ==, "RA\t\tC\nI\tS\t\n");

  koyomi_test_matrix_view_go_to (self, 1, 0);
  g_assert_false (koyomi_matrix_commands_paste_text (self->sheet, "I\tI\nI\tQ\n", &fault));
  g_assert_nonnull (strstr (fault, "Row 2, column 2"));
  g_assert_cmpuint (get_letters (self, 1, 0), ==, KOYOMI_LETTERS_R | KOYOMI_LETTERS_A);
}

static void
test_fill (Fixture       *self,
           gconstpointer  data)
{
  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 1);
  koyomi_matrix_commands_type (self->sheet, 'i');
  for (guint i = 0; i < 3; i++)
    koyomi_test_window_press (&self->test, "<Shift>Down");
  koyomi_test_window_press (&self->test, "<Control>d");
  g_assert_cmpuint (get_letters (self, 4, 1), ==, KOYOMI_LETTERS_I);
  g_assert_cmpuint (get_letters (self, 5, 1), ==, 0);

  koyomi_matrix_commands_fill (self->sheet, &(KoyomiMatrixRange) { 1, 1, 1, 1 }, &(KoyomiMatrixRange) { 1, 1, 2, 4 });
  g_assert_cmpuint (get_letters (self, 1, 4), ==, KOYOMI_LETTERS_I);
}

/* Drawn out with keys, the focus goes along: what was typed before is not lost. */
static void
test_fill_drawn_out (Fixture       *self,
                     gconstpointer  data)
{
  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 1);
  koyomi_matrix_commands_type (self->sheet, 'r');
  koyomi_test_window_press (&self->test, "<Shift>Down");
  koyomi_test_window_press (&self->test, "<Shift>Right");
  koyomi_test_window_press (&self->test, "<Control>Return");
  for (int i = 1; i <= 2; i++)
    for (int j = 1; j <= 2; j++)
      g_assert_cmpuint (get_letters (self, i, j), ==, KOYOMI_LETTERS_R);

  koyomi_test_window_press (&self->test, "Right");
  koyomi_matrix_commands_type (self->sheet, 'c');
  koyomi_matrix_sheet_choose (self->sheet, (KoyomiMatrixRange) { 1, 4, 3, 3 });
  koyomi_test_window_press (&self->test, "<Control>Return");
  g_assert_cmpuint (get_letters (self, 1, 3), ==, KOYOMI_LETTERS_C);
  g_assert_cmpuint (get_letters (self, 4, 3), ==, KOYOMI_LETTERS_C);
}

static void
test_paste_room (Fixture       *self,
                 gconstpointer  data)
{
  int last_line = koyomi_matrix_sheet_get_n_lines (self->sheet) - 1;
  int last_column = koyomi_matrix_sheet_get_n_columns (self->sheet) - 1;
  g_autofree char *fault = NULL;
  g_autofree char *below = NULL;

  /* Into rows that are selected, with all its columns. */
  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 1, 0);
  koyomi_test_window_press (&self->test, "<Shift>Down");
  koyomi_test_window_press (&self->test, "<Shift>Down");
  g_assert_true (koyomi_matrix_commands_paste_text (self->sheet, "A\tR\n", &fault));
  for (int i = 1; i <= 3; i++)
    g_assert_cmpuint (get_letters (self, i, 1), ==, KOYOMI_LETTERS_R);
  g_assert_cmpint (koyomi_matrix_sheet_get_range (self->sheet).last_column, ==, 1);

  koyomi_test_matrix_view_go_to (self, last_line, last_column);
  g_assert_false (koyomi_matrix_commands_paste_text (self->sheet, "A\tR\n", &fault));
  g_assert_nonnull (strstr (fault, "Nothing was pasted"));
  g_assert_false (koyomi_matrix_commands_paste_text (self->sheet, "A\nR\n", &below));
  g_assert_nonnull (below);
  g_assert_cmpuint (get_letters (self, last_line, last_column), ==, 0);

  /* What is empty needs no room. */
  g_clear_pointer (&fault, g_free);
  g_assert_true (koyomi_matrix_commands_paste_text (self->sheet, "A\t\n\t\n", &fault));
  g_assert_cmpuint (get_letters (self, last_line, last_column), ==, KOYOMI_LETTERS_A);
}

static void
test_filter (Fixture       *self,
             gconstpointer  data)
{
  const KoyomiMatrixFacts *facts;

  koyomi_matrix_sheet_set_catalogue (self->sheet, koyomi_session_find_catalogue (self->session, "cric", NULL));
  koyomi_matrix_sheet_set_show (self->sheet, KOYOMI_MATRIX_SHOW_BREACHES);
  facts = koyomi_matrix_sheet_get_facts (self->sheet);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), >, 0);
  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (self->sheet); i++)
    {
      const KoyomiMatrixLine *line = koyomi_matrix_sheet_get_line (self->sheet, i);

      g_assert_true (line->is_group || koyomi_matrix_facts_get_breach (facts, line->index) != NULL);
    }

  koyomi_matrix_sheet_clear_filter (self->sheet);
  koyomi_matrix_sheet_set_by_gap (self->sheet, TRUE);
  for (int i = 1; i < koyomi_matrix_sheet_get_n_lines (self->sheet); i++)
    g_assert_cmpint (koyomi_matrix_facts_get_score (facts, koyomi_matrix_sheet_get_line (self->sheet, i - 1)->index)->gap, >=,
                     koyomi_matrix_facts_get_score (facts, koyomi_matrix_sheet_get_line (self->sheet, i)->index)->gap);
  koyomi_matrix_sheet_set_search (self->sheet, "CSIRT");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), >, 0);
  koyomi_matrix_sheet_set_search (self->sheet, "nothing is called so");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), ==, 0);
}

static void
test_transposed (Fixture       *self,
                 gconstpointer  data)
{
  gint64 function, team;
  KoyomiMatrixPlace focus;

  clear_all (self);
  koyomi_test_matrix_view_go_to (self, 9, 3);
  function = koyomi_record_get_id (koyomi_matrix_sheet_get_line_record (self->sheet, 9));
  team = koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self->sheet, 3));
  koyomi_test_window_press (&self->test, "<Control>t");

  focus = koyomi_matrix_sheet_get_focus (self->sheet);
  g_assert_cmpint (koyomi_record_get_id (koyomi_matrix_sheet_get_line_record (self->sheet, focus.line)), ==, team);
  g_assert_cmpint (koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self->sheet, focus.column)), ==, function);
  g_assert_true (koyomi_matrix_commands_type (self->sheet, 's'));
  koyomi_test_window_press (&self->test, "<Control>t");
  g_assert_cmpuint (get_letters (self, 9, 3), ==, KOYOMI_LETTERS_S);
}

static void
test_fold (Fixture       *self,
           gconstpointer  data)
{
  int n_lines = koyomi_matrix_sheet_get_n_lines (self->sheet);

  koyomi_test_matrix_view_go_to (self, 0, -1);
  koyomi_test_window_press (&self->test, "Left");
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), <, n_lines);
  g_assert_cmpint (koyomi_matrix_sheet_get_focus (self->sheet).line, ==, 0);
  koyomi_test_window_press (&self->test, "Right");
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), ==, n_lines);
  koyomi_test_window_press (&self->test, "<Control>minus");
  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (self->sheet); i++)
    g_assert_true (koyomi_matrix_sheet_get_line (self->sheet, i)->is_group);
}

/* As Enter on a row of the list does, which GTK 4.8 does not survive if the list goes meanwhile. */
static void
test_choose_catalogue (Fixture       *self,
                       gconstpointer  data)
{
  gint64 x1060 = koyomi_session_find_catalogue (self->session, "x1060", NULL);
  GtkWidget *drop = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_MATRIX_VIEW);
  GtkWidget *list;
  guint index = 0;

  drop = koyomi_test_widget_find (drop, GTK_TYPE_DROP_DOWN);
  list = koyomi_test_widget_find (drop, GTK_TYPE_LIST_VIEW);
  while (koyomi_matrix_sheet_get_catalogue (self->sheet) != x1060)
    {
      g_assert_cmpuint (index, <, g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop))));
      gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), index, TRUE);
      g_signal_emit_by_name (list, "activate", index++);
      koyomi_test_window_settle (&self->test);
    }
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, index - 1);
}

/* Shows an empty plan in place of the sample company. */
static void
open_empty_plan (Fixture *self)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_EN };
  g_autofree char *path = g_strconcat (self->test.path, ".empty", NULL);
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  koyomi_window_set_session (self->test.window, session);
  self->session = session;
  koyomi_test_window_settle (&self->test);
  self->rows = KOYOMI_MATRIX_ROWS (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_MATRIX_ROWS));
  self->sheet = koyomi_matrix_rows_get_sheet (self->rows);
}

static void
add_team (Fixture *self)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "Example team");
  g_assert_true (koyomi_edit_insert (edit, team, NULL) && koyomi_edit_commit (edit, "Add a team", NULL));
  koyomi_test_window_settle (&self->test);
}

/* Whether the page says so and has, or lacks, the button. */
static void
assert_page (Fixture    *self,
             const char *title,
             const char *button,
             gboolean    has_button)
{
  GtkWidget *view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_MATRIX_VIEW);

  g_assert_true (koyomi_test_dialog_has_line (view, title));
  g_assert_cmpint (koyomi_test_dialog_has_line (view, button), ==, has_button);
}

/* An empty plan is shown at its own catalogue, and leads on to what is still missing. */
static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  open_empty_plan (self);
  g_assert_cmpint (koyomi_matrix_sheet_get_catalogue (self->sheet), ==, koyomi_session_find_catalogue (self->session, "own", NULL));
  assert_page (self, "No Functions and No Teams Yet", "Teams…", TRUE);
  assert_page (self, "No Functions and No Teams Yet", "Import…", TRUE);

  g_assert_cmpint (koyomi_session_add_function (self->session, 0, "Group", "Function", KOYOMI_LANGUAGE_EN, NULL), !=, 0);
  koyomi_test_window_settle (&self->test);
  assert_page (self, "No Teams Yet", "Teams…", TRUE);
  assert_page (self, "No Teams Yet", "Import…", FALSE);

  add_team (self);
  g_assert_false (koyomi_test_dialog_has_line (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_MATRIX_VIEW), "Teams…"));
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), ==, 2);
}

/* Whoever has imported functions sees them. */
static void
test_imported (Fixture       *self,
               gconstpointer  data)
{
  const KoyomiImportOptions options = { .content = KOYOMI_TABLE_CONTENT_FUNCTIONS };
  g_autofree char *path = g_strconcat (self->test.path, ".csv", NULL);
  g_autoptr(KoyomiImport) import = NULL;
  KoyomiTableContent content;
  g_autoptr(GError) error = NULL;

  open_empty_plan (self);
  g_file_set_contents (path, "Function,Owner\nLogs are read,Example team\n", -1, NULL);
  import = koyomi_import_prepare (self->session, path, &options, &content, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_import_apply (import, self->session, "Import", NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (self->sheet), ==, 2);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_columns (self->sheet), ==, 1);
}

/* Whatever hides a function is taken away: another catalogue, a filter, a folded group. */
static void
test_jump (Fixture       *self,
           gconstpointer  data)
{
  KoyomiMatrix *matrix = koyomi_matrix_sheet_get_facts (self->sheet)->matrix;
  gint64 isogj = koyomi_matrix_sheet_get_catalogue (self->sheet);
  gint64 function = koyomi_record_get_id (koyomi_matrix_get_row (matrix, 20)->function);
  gint64 team = koyomi_record_get_id (koyomi_matrix_get_column (matrix, 3)->team);
  KoyomiMatrixPlace place;

  koyomi_matrix_sheet_set_search (self->sheet, "A-1");
  koyomi_matrix_sheet_fold_all (self->sheet, TRUE);
  koyomi_matrix_sheet_set_catalogue (self->sheet, koyomi_session_find_catalogue (self->session, "cric", NULL));
  g_assert_true (koyomi_matrix_jump (self->sheet, function, team));
  g_assert_cmpint (koyomi_matrix_sheet_get_catalogue (self->sheet), ==, isogj);
  place = koyomi_matrix_sheet_get_focus (self->sheet);
  g_assert_cmpint (koyomi_record_get_id (koyomi_matrix_sheet_get_line_record (self->sheet, place.line)), ==, function);
  g_assert_cmpint (koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self->sheet, place.column)), ==, team);

  koyomi_matrix_sheet_set_transposed (self->sheet, TRUE);
  g_assert_true (koyomi_matrix_jump (self->sheet, function, 0));
  place = koyomi_matrix_sheet_get_focus (self->sheet);
  g_assert_cmpint (koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self->sheet, place.column)), ==, function);
}

static int
get_left (Fixture *self)
{
  return koyomi_matrix_rows_get_frame (self->rows)->left;
}

/* Keys make the column of names wider and narrower, also as wide as the names, and that is kept. */
static void
test_name_column (Fixture       *self,
                  gconstpointer  data)
{
  GSettings *settings = koyomi_workspace_get_settings (koyomi_matrix_sheet_get_workspace (self->sheet));
  int first = get_left (self);

  koyomi_test_matrix_view_go_to (self, 2, 0);
  koyomi_test_window_press (&self->test, "<Control>bracketright");
  g_assert_cmpint (get_left (self), ==, first + 20);
  g_assert_cmpint (g_settings_get_int (settings, "matrix-name-width"), ==, first + 20);
  koyomi_test_window_press (&self->test, "<Control>bracketleft");
  koyomi_test_window_press (&self->test, "<Control>bracketleft");
  g_assert_cmpint (get_left (self), ==, first - 20);

  g_settings_set_int (settings, "matrix-name-width", 130);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (get_left (self), ==, 130);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->rows), "names.fit", NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (get_left (self), ==, koyomi_matrix_rows_measure_names (self->rows));
  g_settings_reset (settings, "matrix-name-width");
}

/* Another matrix of the same plan begins as this one was folded. */
static void
test_fold_memory (Fixture       *self,
                  gconstpointer  data)
{
  KoyomiWorkspace *workspace = koyomi_matrix_sheet_get_workspace (self->sheet);
  gint64 catalogue = koyomi_matrix_sheet_get_catalogue (self->sheet);
  g_autoptr(KoyomiMatrixSheet) other = NULL;
  g_autoptr(GHashTable) folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  int n_lines;

  koyomi_matrix_sheet_set_folded (self->sheet, koyomi_matrix_sheet_get_line (self->sheet, 0)->group, TRUE);
  n_lines = koyomi_matrix_sheet_get_n_lines (self->sheet);
  other = koyomi_matrix_sheet_new (workspace);
  koyomi_matrix_sheet_set_catalogue (other, catalogue);
  g_assert_cmpint (koyomi_matrix_sheet_get_n_lines (other), ==, n_lines);

  koyomi_matrix_sheet_fold_all (self->sheet, FALSE);
  koyomi_matrix_fold_memory_read (koyomi_workspace_get_settings (workspace), koyomi_session_get_path (self->session), folded);
  g_assert_cmpuint (g_hash_table_size (folded), ==, 0);
}

/* Returns: the button of that name that is seen */
static GtkWidget *
find_button (GtkWindow  *dialog,
             const char *label)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0 &&
        gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      return g_ptr_array_index (buttons, i);

  g_error ("there is no button %s", label);
}

/* From the function to what it breaks, to all that is broken, and back to where it is broken. */
static void
test_breaches (Fixture       *self,
               gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_MATRIX_VIEW);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  KoyomiMatrixPlace place;
  GtkWindow *dialog;
  GPtrArray *rows;
  gint64 function = 0;
  guint n;

  for (guint i = 0; i < koyomi_matrix_get_n_rows (facts->matrix) && function == 0; i++)
    if (koyomi_matrix_facts_get_breach (facts, i) != NULL)
      function = koyomi_record_get_id (koyomi_matrix_get_row (facts->matrix, i)->function);
  g_assert_true (koyomi_matrix_jump (self->sheet, function, 0));
  gtk_widget_activate_action (view, "matrix.show-breaches", NULL);
  dialog = koyomi_test_dialog_wait (self->window);
  rows = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_BREACH_ROW);
  n = rows->len;
  g_assert_cmpuint (n, >=, 1);
  g_ptr_array_unref (rows);

  g_signal_emit_by_name (find_button (dialog, "Show All"), "clicked");
  koyomi_test_window_settle (&self->test);
  rows = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_BREACH_ROW);
  g_assert_cmpuint (rows->len, >, n);
  g_ptr_array_unref (rows);

  koyomi_matrix_sheet_set_catalogue (self->sheet, koyomi_session_find_catalogue (self->session, "cric", NULL));
  gtk_list_box_select_row (GTK_LIST_BOX (koyomi_test_window_find (&self->test, GTK_TYPE_LIST_BOX)),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (koyomi_test_window_find (&self->test, GTK_TYPE_LIST_BOX)), 0));
  g_signal_emit_by_name (find_button (dialog, "Matrix"), "clicked");
  koyomi_test_window_settle (&self->test);
  g_assert_true (gtk_widget_get_mapped (view));
  place = koyomi_matrix_sheet_get_focus (self->sheet);
  g_assert_cmpint (koyomi_matrix_sheet_get_catalogue (self->sheet), ==, koyomi_session_find_catalogue (self->session, "isogj", NULL));
  facts = koyomi_matrix_sheet_get_facts (self->sheet);
  g_assert_nonnull (koyomi_matrix_facts_get_breach (facts, koyomi_matrix_sheet_get_line (self->sheet, place.line)->index));
}

/* As in plans that were made before there was a way from CRIC's functions to ISOG-J's roles. */
static void
forget_crosswalk (Fixture *self)
{
  g_autoptr(GPtrArray) pairs = koyomi_session_list (self->session, KOYOMI_TABLE_CROSSWALK, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);

  for (guint i = 0; i < pairs->len; i++)
    g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_CROSSWALK, koyomi_record_get_id (g_ptr_array_index (pairs, i)), NULL));
  g_assert_true (koyomi_edit_commit (edit, "as before", NULL));
}

static gboolean
is_offered (Fixture *self)
{
  g_autoptr(GPtrArray) labels = koyomi_test_dialog_list (self->window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), "This plan has no cross-walk between CRIC functions and ISOG-J roles"))
      return TRUE;

  return FALSE;
}

/* What is offered is one edit, and offered again when that is taken back. */
static void
test_crosswalk (Fixture       *self,
                gconstpointer  data)
{
  g_assert_false (is_offered (self));
  forget_crosswalk (self);
  koyomi_test_window_settle (&self->test);
  g_assert_true (is_offered (self));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->rows), "matrix.complete-crosswalk", NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_false (is_offered (self));
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_CROSSWALK, NULL), ==, 72);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_true (is_offered (self));
}

/* The team of the cell with the focus, whichever way round the matrix is. */
static void
test_team_card (Fixture       *self,
                gconstpointer  data)
{
  GtkWindow *card;

  for (guint i = 0; i < 2; i++)
    {
      koyomi_test_matrix_view_go_to (self, 1, 2);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->rows), "matrix.show-team", NULL));
      card = koyomi_test_dialog_wait (self->window);
      g_assert_true (KOYOMI_IS_TEAM_CARD (card));
      g_assert_cmpstr (gtk_window_get_title (card), ==,
                       koyomi_record_get_title (i == 0 ? koyomi_matrix_sheet_get_column_record (self->sheet, 2)
                                                       : koyomi_matrix_sheet_get_line_record (self->sheet, 1)));
      gtk_window_close (card);
      koyomi_test_window_press (&self->test, "<Control>t");
    }
}

/* In another language it is scrolled to the same place, and the same is chosen. */
static void
test_language (Fixture       *self,
               gconstpointer  data)
{
  GtkAdjustment *down = koyomi_matrix_rows_get_down (self->rows);
  GtkAdjustment *across = koyomi_matrix_rows_get_across (self->rows);
  double values[2];

  koyomi_test_matrix_view_go_to (self, 30, 2);
  koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { 32, 4 }, TRUE);
  gtk_adjustment_set_value (down, 333);
  gtk_adjustment_set_value (across, 77);
  koyomi_test_window_settle (&self->test);
  values[0] = gtk_adjustment_get_value (down);
  values[1] = gtk_adjustment_get_value (across);
  g_assert_cmpfloat (values[0], >, 0);
  g_assert_cmpfloat (values[1], >, 0);

  koyomi_window_set_language (KOYOMI_WINDOW (self->window), KOYOMI_LANGUAGE_JA);
  koyomi_test_window_settle (&self->test);
  self->rows = KOYOMI_MATRIX_ROWS (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_MATRIX_ROWS));
  self->sheet = koyomi_matrix_rows_get_sheet (self->rows);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), KOYOMI_TYPE_MATRIX_ROWS));
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (koyomi_matrix_rows_get_down (self->rows)) - values[0]), <, 1);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (koyomi_matrix_rows_get_across (self->rows)) - values[1]), <, 1);
  g_assert_cmpint (koyomi_matrix_sheet_get_range (self->sheet).first_line, ==, 30);
  g_assert_cmpint (koyomi_matrix_sheet_get_range (self->sheet).last_column, ==, 4);
}

#define ADD(path, func) \
  g_test_add ("/views/matrix-view/" path, Fixture, NULL, koyomi_test_matrix_view_set_up, func, koyomi_test_matrix_view_tear_down)

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
  ADD ("only-what-is-in-sight-has-widgets", test_alive);
  ADD ("letters-typed-come-and-go", test_type);
  ADD ("all-roles-are-assigned-by-keyboard", test_all_roles);
  ADD ("a-letter-goes-to-all-that-is-selected", test_range);
  ADD ("a-block-is-pasted-whole-or-not-at-all", test_paste);
  ADD ("a-block-is-never-cut-off", test_paste_room);
  ADD ("fills", test_fill);
  ADD ("fills-from-where-it-was-drawn-out", test_fill_drawn_out);
  ADD ("filters-and-orders", test_filter);
  ADD ("transposed-keeps-the-focus-and-is-edited", test_transposed);
  ADD ("folds", test_fold);
  ADD ("other-language-shows-the-same-place", test_language);
  ADD ("another-catalogue-is-chosen", test_choose_catalogue);
  ADD ("empty-plan-says-what-is-missing", test_empty);
  ADD ("imported-functions-are-shown", test_imported);
  ADD ("column-of-names-is-as-wide-as-chosen", test_name_column);
  ADD ("folded-groups-are-remembered", test_fold_memory);
  ADD ("leads-to-what-is-broken-and-back", test_breaches);
  ADD ("goes-to-a-function-wherever-it-is", test_jump);
  ADD ("a-missing-cross-walk-is-offered", test_crosswalk);
  ADD ("a-team-has-its-card", test_team_card);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
