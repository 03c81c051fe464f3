#include "koyomi-assessment-form.h"
#include "koyomi-day.h"
#include "koyomi-evidence-section.h"
#include "koyomi-gap-page.h"
#include "koyomi-history.h"
#include "koyomi-load-page.h"
#include "koyomi-maturity-edit.h"
#include "koyomi-maturity-line.h"
#include "koyomi-maturity-page.h"
#include "koyomi-maturity-table.h"
#include "koyomi-maturity-window.h"
#include "koyomi-radar-page.h"
#include "koyomi-row-table.h"
#include "koyomi-sourcing-page.h"
#include "koyomi-sourcing-table.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"
#include "koyomi-workload.h"

#include <adwaita.h>
#include <string.h>

/* The window of maturity and load shows what the engine says, and writes what is chosen in it. */

typedef struct
{
  KoyomiTestWindow  base;
  GtkWindow        *window;      /* not owned */
  gint64            catalogue;   /* the one that the window shows */
} Fixture;

static KoyomiApplication *application;

static KoyomiSession *
get_session (Fixture *self)
{
  return koyomi_window_get_session (self->base.window);
}

static gint64
find_catalogue (KoyomiSession *session,
                const char    *code)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < catalogues->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  g_assert_not_reached ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  self->catalogue = find_catalogue (get_session (self), "isogj");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self->base)), "plan.maturity", NULL));
  self->window = koyomi_test_dialog_wait (self->base.window);
  g_assert_true (KOYOMI_IS_MATURITY_WINDOW (self->window));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->base);
}

static void
settle (Fixture *self)
{
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Returns: (transfer none): the page of that type, which is shown then */
static GtkWidget *
show_page (Fixture    *self,
           const char *name,
           GType       type)
{
  GtkWidget *page;

  for (GtkWidget *stack = koyomi_test_widget_find (GTK_WIDGET (self->window), type); stack != NULL; stack = gtk_widget_get_parent (stack))
    if (GTK_IS_STACK (stack))
      {
        gtk_stack_set_visible_child_name (GTK_STACK (stack), name);
        break;
      }
  settle (self);
  page = koyomi_test_widget_find (GTK_WIDGET (self->window), type);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));

  return page;
}

/* Returns: (transfer container) (element-type GtkWidget): all of that type in @widget that can be seen */
static GPtrArray *
list_widgets (gpointer widget,
              GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr(GPtrArray) below = list_widgets (child, type);

      g_ptr_array_extend (found, below, NULL, NULL);
    }

  return found;
}

static gboolean
has_text (gpointer    widget,
          const char *text)
{
  g_autoptr(GPtrArray) labels = list_widgets (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strcmp (gtk_label_get_text (g_ptr_array_index (labels, i)), text) == 0)
      return TRUE;

  return FALSE;
}

static KoyomiMaturityTable *
load_maturity (Fixture *self)
{
  KoyomiMaturityTable *table = koyomi_session_load_maturity (get_session (self), self->catalogue, koyomi_day_today (),
                                                             KOYOMI_LANGUAGE_EN, NULL);

  g_assert_nonnull (table);

  return table;
}

/* Each function has a line, with its name and how far its goal is away. */
static void
test_list (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  g_autoptr(GPtrArray) lines = NULL;
  GtkWidget *page = show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);

  lines = list_widgets (page, KOYOMI_TYPE_MATURITY_LINE);
  g_assert_cmpuint (lines->len, ==, table->rows->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *name = koyomi_maturity_line_name_function (row->function);
      g_autofree char *gap = g_strdup_printf ("+%d", row->score.gap);

      g_assert_true (has_text (g_ptr_array_index (lines, i), name));
      g_assert_true (has_text (g_ptr_array_index (lines, i), gap) == (row->score.gap > 0));
    }
  g_assert_true (has_text (page, koyomi_maturity_get_method (KOYOMI_LANGUAGE_EN)));
}

/* Only functions with a gap, only what a search finds. */
static void
test_filter (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  GtkWidget *page = show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);
  g_autoptr(GPtrArray) gaps = NULL;
  g_autoptr(GPtrArray) found = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (page, GTK_TYPE_DROP_DOWN)), 1);
  settle (self);
  gaps = list_widgets (page, KOYOMI_TYPE_MATURITY_LINE);
  g_assert_cmpuint (gaps->len, ==, table->gaps->len);

  gtk_editable_set_text (GTK_EDITABLE (koyomi_test_widget_find (page, GTK_TYPE_SEARCH_ENTRY)), "nothing of that name");
  while (!has_text (page, "There are no such functions"))
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  found = list_widgets (page, KOYOMI_TYPE_MATURITY_LINE);
  g_assert_cmpuint (found->len, ==, 0);
}

static int
get_as_is (Fixture *self)
{
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  const KoyomiMaturityRow *row = g_ptr_array_index (table->rows, 0);

  return row->modes[KOYOMI_EXECUTION_INSOURCE].levels.as_is;
}

/* Another level is an assessment of today, and can be taken back with one key. */
static void
test_assess (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *page = show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);
  g_autoptr(GPtrArray) drops = list_widgets (page, GTK_TYPE_DROP_DOWN);
  int before = get_as_is (self);
  int after = before == 2 ? 3 : 2;

  /* The filter is the first. */
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 1), KOYOMI_LEVEL_HIGHEST - after);
  settle (self);
  g_assert_cmpint (get_as_is (self), ==, after);
  g_assert_true (has_text (page, "2026-11-22"));

  gtk_widget_grab_focus (page);
  g_assert_true (koyomi_test_widget_press (self->window, "<Control>z"));
  settle (self);
  g_assert_cmpint (get_as_is (self), ==, before);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (drops, 1)), ==, KOYOMI_LEVEL_HIGHEST - before);
}

/* What is typed belongs to the function that it was typed for, also when another one is chosen at once. */
static void
test_typed (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *page = show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);
  GtkWidget *form = koyomi_test_widget_find (page, KOYOMI_TYPE_ASSESSMENT_FORM);
  g_autoptr(GPtrArray) fields = list_widgets (form, KOYOMI_TYPE_TEXT_FIELD);
  KoyomiTextField *assessor;
  GtkListBox *list = GTK_LIST_BOX (koyomi_test_widget_find (page, GTK_TYPE_LIST_BOX));
  g_autoptr(KoyomiMaturityTable) table = NULL;
  const KoyomiMaturityRow *row;

  /* Before it stand the days of the goal and of the assessment, after it the note. */
  g_assert_cmpuint (fields->len, ==, 4);
  assessor = g_ptr_array_index (fields, 2);
  gtk_widget_grab_focus (koyomi_text_field_get_input (assessor));
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (assessor)), "Example Auditors");
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  settle (self);
  table = load_maturity (self);
  row = g_ptr_array_index (table->rows, 0);
  g_assert_cmpstr (koyomi_record_get_text (row->modes[0].record, KOYOMI_MATURITY_ASSESSOR), ==, "Example Auditors");
  row = g_ptr_array_index (table->rows, 1);
  g_assert_cmpstr (koyomi_record_get_text (row->modes[0].record, KOYOMI_MATURITY_ASSESSOR), !=, "Example Auditors");
}

static void
press (gpointer    widget,
       const char *label)
{
  g_autoptr(GPtrArray) buttons = list_widgets (widget, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      {
        g_assert_true (gtk_widget_get_sensitive (g_ptr_array_index (buttons, i)));
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }

  g_error ("there is no button %s", label);
}

/* Evidence that is added belongs to the assessment, and is listed there. */
static void
test_evidence (Fixture       *self,
               gconstpointer  data)
{
  GtkWidget *page = show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);
  GtkWidget *form = koyomi_test_widget_find (page, KOYOMI_TYPE_ASSESSMENT_FORM);
  g_autoptr(KoyomiMaturityTable) table = NULL;
  const KoyomiMaturityRow *row;
  GtkWindow *dialog;

  press (koyomi_test_widget_find (form, KOYOMI_TYPE_EVIDENCE_SECTION), "Add Evidence…");
  dialog = koyomi_test_dialog_wait (self->window);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (dialog)), "Interview of the office");
  press (dialog, "_Add");
  settle (self);
  g_assert_true (has_text (form, "Interview of the office"));
  table = load_maturity (self);
  row = g_ptr_array_index (table->rows, 0);
  g_assert_cmpuint (row->modes[0].evidence->len, ==, 1);
}

static KoyomiRowTable *
find_table (GtkWidget *page)
{
  return KOYOMI_ROW_TABLE (koyomi_test_widget_find (page, KOYOMI_TYPE_ROW_TABLE));
}

/* The table beside the radar has the means of the groups, and below them that of all. */
static void
test_radar (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  KoyomiRowTable *rows = find_table (show_page (self, "radar", KOYOMI_TYPE_RADAR_PAGE));

  g_assert_cmpuint (table->groups->len, ==, 9);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (rows), ==, table->groups->len + 1);
  for (guint i = 0; i <= table->groups->len; i++)
    {
      const KoyomiMaturityMean *mean = i < table->groups->len ? &g_array_index (table->groups, KoyomiMaturityGroup, i).mean : &table->mean;
      g_autofree char *now = g_strdup_printf ("%.1f", koyomi_maturity_mean_get_as_is (mean));
      g_autofree char *goal = g_strdup_printf ("%.1f", koyomi_maturity_mean_get_to_be (mean));

      g_assert_cmpstr (koyomi_row_table_get_text (rows, i, 2), ==, now);
      g_assert_cmpstr (koyomi_row_table_get_text (rows, i, 3), ==, goal);
    }
}

/* A gap that nobody works on. Returns: its place in the list */
static guint
find_free_gap (const KoyomiMaturityTable *table)
{
  for (guint i = 0; i < table->gaps->len; i++)
    if (((KoyomiMaturityRow *) g_ptr_array_index (table->gaps, i))->activity == NULL)
      return i;

  g_assert_not_reached ();
}

/* A gap becomes an activity with one command, which then leads into the calendar. */
static void
test_make_activity (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  GtkWidget *page = show_page (self, "gaps", KOYOMI_TYPE_GAP_PAGE);
  KoyomiRowTable *rows = find_table (page);
  guint gap = find_free_gap (table);
  const KoyomiMaturityRow *row = g_ptr_array_index (table->gaps, gap);
  g_autoptr(KoyomiGapActivity) activity = NULL;

  g_assert_cmpuint (koyomi_row_table_get_n_rows (rows), ==, table->gaps->len);
  g_assert_cmpstr (koyomi_row_table_get_text (rows, gap, 4), ==, "–");
  koyomi_row_table_choose (rows, gap);
  press (page, "_Make Activity…");
  press (koyomi_test_dialog_wait (self->window), "_Make");
  settle (self);

  g_assert_true (koyomi_gap_find_activity (get_session (self), koyomi_record_get_id (row->function), KOYOMI_LANGUAGE_EN, &activity, NULL));
  g_assert_nonnull (activity);
  g_assert_true (g_str_has_prefix (koyomi_row_table_get_text (rows, gap, 4), "○ Planned"));

  press (page, "_Show in Calendar");
  g_assert_null (koyomi_test_dialog_find (self->base.window));
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
}

/* One goal and one day for all that are chosen, as one edit; for several there is no single activity to make. */
static void
test_goals (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) before = load_maturity (self);
  g_autoptr(KoyomiMaturityTable) after = NULL;
  g_autoptr(KoyomiMaturityTable) undone = NULL;
  GtkWidget *page = show_page (self, "gaps", KOYOMI_TYPE_GAP_PAGE);
  GtkColumnView *view = GTK_COLUMN_VIEW (koyomi_test_widget_find (page, GTK_TYPE_COLUMN_VIEW));
  GtkWindow *dialog;

  g_assert_cmpuint (before->gaps->len, >, 1);
  gtk_selection_model_select_all (gtk_column_view_get_model (view));
  settle (self);
  press (page, "Set _Goal…");
  dialog = koyomi_test_dialog_wait (self->window);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 0);
  press (dialog, "_Set");
  settle (self);

  after = load_maturity (self);
  for (guint i = 0; i < before->gaps->len; i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (before->gaps, i);

      g_assert_cmpint (((KoyomiMaturityRow *) g_ptr_array_index (after->rows, row->index))->score.to_be, ==, KOYOMI_LEVEL_HIGHEST);
    }
  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  undone = load_maturity (self);
  g_assert_cmpuint (undone->gaps->len, ==, before->gaps->len);
}

static KoyomiSourcingTable *
load_sourcing (Fixture *self)
{
  KoyomiSourcingTable *table = koyomi_session_load_sourcing (get_session (self), self->catalogue, koyomi_day_today (),
                                                             KOYOMI_LANGUAGE_EN, NULL);

  g_assert_nonnull (table);

  return table;
}

/* Each mismatch is listed, is accepted with a reason, and that is taken back. */
static void
test_sourcing (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiSourcingTable) before = load_sourcing (self);
  g_autoptr(KoyomiSourcingTable) accepted = NULL;
  g_autoptr(KoyomiSourcingTable) after = NULL;
  GtkWidget *page = show_page (self, "sourcing", KOYOMI_TYPE_SOURCING_PAGE);
  KoyomiRowTable *rows = find_table (page);
  GtkWindow *dialog;

  g_assert_cmpuint (before->n_open, >, 0);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (rows), ==, before->mismatches->len);
  press (page, "_Accept…");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (dialog)), "Until the contract ends");
  press (dialog, "_Accept");
  settle (self);
  accepted = load_sourcing (self);
  g_assert_cmpuint (accepted->n_open, ==, before->n_open - 1);
  g_assert_cmpstr (koyomi_row_table_get_text (rows, before->mismatches->len - 1, 3), ==, "Accepted");

  press (page, "_Take Back");
  settle (self);
  after = load_sourcing (self);
  g_assert_cmpuint (after->n_open, ==, before->n_open);
}

/* Another pattern recommends otherwise. */
static void
test_pattern (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *page = show_page (self, "sourcing", KOYOMI_TYPE_SOURCING_PAGE);
  g_autoptr(KoyomiSourcingTable) table = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (page, GTK_TYPE_DROP_DOWN)), KOYOMI_SOURCING_PATTERN_FULL_INSOURCE);
  settle (self);
  settle (self);
  table = load_sourcing (self);
  g_assert_cmpint (table->pattern, ==, KOYOMI_SOURCING_PATTERN_FULL_INSOURCE);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (find_table (page)), ==, table->mismatches->len);
  g_assert_true (has_text (page, koyomi_sourcing_pattern_get_summary (table->pattern, KOYOMI_LANGUAGE_EN)));
}

/* A row a team, a column a month; what is too much is marked, and what nobody has estimated is counted. */
static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiWorkload) workload = koyomi_session_load_workload (get_session (self), year, KOYOMI_LANGUAGE_EN, NULL);
  GtkWidget *page = show_page (self, "load", KOYOMI_TYPE_LOAD_PAGE);
  KoyomiRowTable *rows = find_table (page);
  guint n_over = 0;

  g_assert_cmpuint (koyomi_row_table_get_n_rows (rows), ==, workload->teams->len);
  for (guint i = 0; i < workload->teams->len; i++)
    {
      const KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);
      g_autofree char *unknown = team->year.n_unknown > 0 ? g_strdup_printf ("%u", team->year.n_unknown) : g_strdup ("");

      g_assert_cmpstr (koyomi_row_table_get_text (rows, i, 14), ==, unknown);
      for (guint month = 0; month < 12; month++)
        {
          gboolean is_over = koyomi_load_cell_is_over (&team->months[month]);

          g_assert_true ((strstr (koyomi_row_table_get_text (rows, i, month + 1), "▲") != NULL) == is_over);
          n_over += is_over;
        }
    }
  g_assert_cmpuint (n_over, >, 0);

  /* The year before has nothing. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (page, GTK_TYPE_DROP_DOWN)), 0);
  settle (self);
  g_assert_true (g_str_has_prefix (koyomi_row_table_get_text (rows, 0, 1), "–"));
}

/* What was shown last is shown first. */
static void
test_remember (Fixture       *self,
               gconstpointer  data)
{
  GtkWindow *window = self->window;

  /* Each page has been shown before the window goes, and nothing holds it. */
  show_page (self, "maturity", KOYOMI_TYPE_MATURITY_PAGE);
  show_page (self, "radar", KOYOMI_TYPE_RADAR_PAGE);
  show_page (self, "gaps", KOYOMI_TYPE_GAP_PAGE);
  show_page (self, "sourcing", KOYOMI_TYPE_SOURCING_PAGE);
  show_page (self, "load", KOYOMI_TYPE_LOAD_PAGE);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (self->window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self->base)), "plan.maturity", NULL));
  self->window = koyomi_test_dialog_wait (self->base.window);
  g_assert_true (gtk_widget_get_mapped (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_LOAD_PAGE)));
}

static guint
count_sensitive (gpointer widget,
                 GType    type)
{
  g_autoptr(GPtrArray) widgets = list_widgets (widget, type);
  guint n = 0;

  for (guint i = 0; i < widgets->len; i++)
    n += gtk_widget_is_sensitive (g_ptr_array_index (widgets, i));

  return n;
}

/* What can only be read can be looked at: the filter, no level; the table, no activity; no pattern and no area. */
static void
test_read_only (void)
{
  Fixture self = { 0 };

  koyomi_test_window_open_to_read (&self.base);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self.base)), "plan.maturity", NULL));
  self.window = koyomi_test_dialog_wait (self.base.window);

  g_assert_cmpuint (count_sensitive (show_page (&self, "maturity", KOYOMI_TYPE_MATURITY_PAGE), GTK_TYPE_DROP_DOWN), ==, 1);
  g_assert_cmpuint (count_sensitive (show_page (&self, "gaps", KOYOMI_TYPE_GAP_PAGE), GTK_TYPE_BUTTON), ==, 0);
  g_assert_cmpuint (count_sensitive (show_page (&self, "sourcing", KOYOMI_TYPE_SOURCING_PAGE), GTK_TYPE_DROP_DOWN), ==, 0);
  koyomi_test_window_close (&self.base);
}

/* Each page has a key, and the search from any of them. */
static void
test_pages_by_key (Fixture       *self,
                   gconstpointer  data)
{
  GtkWidget *page = show_page (self, "gaps", KOYOMI_TYPE_GAP_PAGE);

  gtk_widget_grab_focus (page);
  g_assert_true (koyomi_test_widget_press (self->window, "<Alt>4"));
  settle (self);
  g_assert_true (gtk_widget_get_mapped (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_SOURCING_PAGE)));

  g_assert_true (koyomi_test_widget_press (self->window, "<Alt>3"));
  settle (self);
  g_assert_true (gtk_widget_get_mapped (page));

  g_assert_true (koyomi_test_widget_press (self->window, "<Control>f"));
  settle (self);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (self->window), GTK_TYPE_SEARCH_ENTRY));
}

#define ADD(path, func) g_test_add ("/views/maturity/" path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("each-function-has-a-line", test_list);
  ADD ("list-is-filtered", test_filter);
  ADD ("level-is-assessed-and-undone", test_assess);

  ADD ("typed-text-is-of-its-function", test_typed);
  ADD ("evidence-belongs-to-an-assessment", test_evidence);
  ADD ("radar-has-its-table", test_radar);
  ADD ("gap-becomes-an-activity", test_make_activity);
  ADD ("one-goal-for-several-gaps", test_goals);
  ADD ("mismatch-is-accepted-and-taken-back", test_sourcing);
  ADD ("pattern-is-changed", test_pattern);
  ADD ("load-is-told-by-team-and-month", test_load);
  ADD ("pages-come-by-the-keyboard", test_pages_by_key);
  ADD ("last-page-is-shown-again", test_remember);

  g_test_add_func ("/views/maturity/read-only-plan-is-looked-at", test_read_only);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
