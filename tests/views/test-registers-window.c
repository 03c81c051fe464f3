#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-history.h"
#include "koyomi-plan-view.h"
#include "koyomi-readiness-window.h"
#include "koyomi-readiness.h"
#include "koyomi-record-edit.h"
#include "koyomi-registers-window.h"
#include "koyomi-risk-map-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#define EN KOYOMI_LANGUAGE_EN

/* The registers of the sample company. */
typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWindow        *window;
} Fixture;

static const KoyomiTableId tables[] = {
  KOYOMI_TABLE_RISK, KOYOMI_TABLE_CONTRACT, KOYOMI_TABLE_OBLIGATION, KOYOMI_TABLE_POLICY, KOYOMI_TABLE_EXEMPTION,
};

static void
settle (Fixture *self)
{
  koyomi_test_window_settle (&self->test);
  if (self->window != NULL)
    koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
show (Fixture       *self,
      KoyomiTableId  table,
      gint64         id)
{
  GtkWidget *plan = koyomi_test_window_find (&self->test, KOYOMI_TYPE_PLAN_VIEW);

  if (id == 0)
    g_assert_true (gtk_widget_activate_action (plan, "plan.registers", NULL));
  else
    g_assert_true (gtk_widget_activate_action (plan, "plan.show-record", "(ux)", (guint32) table, id));
  self->window = koyomi_test_dialog_wait (self->test.window);
  g_assert_true (KOYOMI_IS_REGISTERS_WINDOW (self->window));
}

static void
close_window (Fixture *self)
{
  gtk_window_close (self->window);
  self->window = NULL;
  while (koyomi_test_dialog_find (self->test.window) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->session = koyomi_window_get_session (self->test.window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static KoyomiRegisterPage *
get_page (Fixture *self)
{
  return koyomi_registers_window_get_page (KOYOMI_REGISTERS_WINDOW (self->window));
}

static KoyomiRegisterList *
get_list (Fixture *self)
{
  return koyomi_register_page_get_list (get_page (self));
}

static KoyomiRecord *
get_chosen (Fixture *self)
{
  KoyomiRegisterItem *item = koyomi_register_list_get_chosen (get_list (self));

  return item != NULL ? koyomi_register_item_get_record (item) : NULL;
}

static guint
count (Fixture       *self,
       KoyomiTableId  table)
{
  return koyomi_session_count (self->session, table, NULL);
}

static void
press (Fixture    *self,
       const char *key)
{
  g_assert_true (koyomi_test_widget_press (self->window, key));
  settle (self);
}

/* Types into the first fields of a dialog. */
static void
type (GtkWindow  *dialog,
      guint       index,
      const char *text)
{
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);

  g_assert_cmpuint (index, <, fields->len);
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (g_ptr_array_index (fields, index))), text);
}

static void
accept (Fixture   *self,
        GtkWindow *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL));
  while (koyomi_test_dialog_find (self->window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
}

/* What wants somebody stands first, and each state is told by a word. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  KoyomiRegisterState last = KOYOMI_REGISTER_STATE_LATE;

  show (self, KOYOMI_TABLE_RISK, 0);
  g_assert_cmpuint (koyomi_register_list_get_n_shown (get_list (self)), ==, count (self, KOYOMI_TABLE_RISK));
  for (guint i = 0; i < koyomi_register_list_get_n_shown (get_list (self)); i++)
    {
      KoyomiRegisterState state = koyomi_register_item_get_state (koyomi_register_list_get_shown (get_list (self), i));

      g_assert_cmpint (state, >=, last);
      last = state;
    }
  g_assert_cmpint (last, ==, KOYOMI_REGISTER_STATE_ENDED);
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Overdue"));
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Ended"));
  close_window (self);
}

/* Every kind of row is shown where it stands, and what belongs to it can be edited without a change. */
static void
test_show (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, tables[i], 0, 0, EN, NULL);
      KoyomiRecord *last = g_ptr_array_index (rows, rows->len - 1);
      g_autoptr(KoyomiEntry) before = koyomi_session_get_head (self->session, NULL);
      g_autoptr(KoyomiEntry) after = NULL;
      GtkWindow *dialog;

      show (self, tables[i], koyomi_record_get_id (last));
      g_assert_cmpint (koyomi_record_get_id (get_chosen (self)), ==, koyomi_record_get_id (last));
      koyomi_register_page_edit (get_page (self));
      dialog = koyomi_test_dialog_wait (self->window);
      accept (self, dialog);
      after = koyomi_session_get_head (self->session, NULL);
      g_assert_cmpint (after->seq, ==, before->seq);
      close_window (self);
    }
}

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  guint n_risks = count (self, KOYOMI_TABLE_RISK);
  guint n_levels = count (self, KOYOMI_TABLE_RISK_LEVEL);
  GtkWindow *dialog;

  show (self, KOYOMI_TABLE_RISK, 0);
  press (self, "<Control>n");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (dialog, "_Save")));
  type (dialog, 0, "Key person leaves");
  type (dialog, 1, "R-77");
  type (dialog, 3, "Seen at the review");
  accept (self, dialog);

  g_assert_cmpuint (count (self, KOYOMI_TABLE_RISK), ==, n_risks + 1);
  g_assert_cmpuint (count (self, KOYOMI_TABLE_RISK_LEVEL), ==, n_levels + 1);
  g_assert_cmpstr (koyomi_record_get_title (get_chosen (self)), ==, "Key person leaves");
  g_assert_cmpstr (koyomi_record_get_text (get_chosen (self), KOYOMI_RISK_NUMBER), ==, "R-77");
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Seen at the review"));

  press (self, "<Control>z");
  g_assert_cmpuint (count (self, KOYOMI_TABLE_RISK), ==, n_risks);
  close_window (self);
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  gint64 policy = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_POLICY);
  guint n_policies = count (self, KOYOMI_TABLE_POLICY);
  GtkWindow *dialog;

  show (self, KOYOMI_TABLE_POLICY, policy);
  g_signal_emit_by_name (get_list (self), "activated");
  dialog = koyomi_test_dialog_wait (self->window);
  type (dialog, 1, "77");
  accept (self, dialog);
  g_assert_cmpstr (koyomi_record_get_text (get_chosen (self), KOYOMI_POLICY_EDITION), ==, "77");

  press (self, "<Control>d");
  dialog = koyomi_test_dialog_wait (self->window);
  type (dialog, 0, "A second one");
  accept (self, dialog);
  g_assert_cmpuint (count (self, KOYOMI_TABLE_POLICY), ==, n_policies + 1);
  g_assert_cmpstr (koyomi_record_get_title (get_chosen (self)), ==, "A second one");
  g_assert_cmpstr (koyomi_record_get_text (get_chosen (self), KOYOMI_POLICY_EDITION), ==, "77");

  gtk_widget_grab_focus (GTK_WIDGET (get_list (self)));
  press (self, "Delete");
  g_assert_cmpuint (count (self, KOYOMI_TABLE_POLICY), ==, n_policies);
  g_assert_nonnull (get_chosen (self));
  press (self, "<Control>z");
  g_assert_cmpuint (count (self, KOYOMI_TABLE_POLICY), ==, n_policies + 1);
  close_window (self);
}

/* A last day before the first one is told of, and nothing is saved. */
static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  gint64 exemption = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_EXEMPTION);
  GtkWindow *dialog;
  g_autoptr(GPtrArray) fields = NULL;

  show (self, KOYOMI_TABLE_EXEMPTION, exemption);
  koyomi_register_page_edit (get_page (self));
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  type (dialog, fields->len - 1, "2020-01-01");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  settle (self);
  g_assert_true (koyomi_test_dialog_find (self->window) == dialog);
  g_assert_true (koyomi_test_dialog_has_line (dialog, "The last day comes before the first."));
  gtk_window_close (dialog);
  close_window (self);
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) entries = NULL;

  show (self, KOYOMI_TABLE_RISK, 0);
  press (self, "<Control>f");
  entries = koyomi_test_dialog_list (self->window, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->window), entries->pdata[0]));
  gtk_editable_set_text (entries->pdata[0], "RANSOM");
  while (koyomi_register_list_get_n_shown (get_list (self)) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (koyomi_record_get_text (get_chosen (self), KOYOMI_RISK_NUMBER), ==, "R-01");
  g_assert_true (koyomi_test_dialog_has_line (self->window, "1 of 12"));
  gtk_editable_set_text (entries->pdata[0], "nowhere to be found");
  while (koyomi_register_list_get_n_shown (get_list (self)) != 0)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Nothing Found"));
  close_window (self);
}

/* Returns: the first cell of the map with risks */
static GtkToggleButton *
find_cell (Fixture *self)
{
  GtkWidget *map = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_RISK_MAP_VIEW);
  g_autoptr(GPtrArray) cells = koyomi_test_dialog_list (map, GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < cells->len; i++)
    if (gtk_widget_has_css_class (cells->pdata[i], "koyomi-risk-cell") && gtk_widget_get_sensitive (cells->pdata[i]))
      return cells->pdata[i];

  g_assert_not_reached ();
}

/* A cell shows its risks; judging one anew takes it to another. */
static void
test_map (Fixture       *self,
          gconstpointer  data)
{
  GtkToggleButton *cell;
  g_autoptr(GPtrArray) drops = NULL;
  GtkWindow *dialog;
  guint n_risks, n_levels = count (self, KOYOMI_TABLE_RISK_LEVEL);
  gint64 risk;

  show (self, KOYOMI_TABLE_RISK, 0);
  cell = find_cell (self);
  n_risks = atoi (gtk_button_get_label (GTK_BUTTON (cell)));
  gtk_toggle_button_set_active (cell, TRUE);
  g_assert_cmpuint (koyomi_register_list_get_n_shown (get_list (self)), ==, n_risks);
  g_assert_cmpint (koyomi_record_get_int (get_chosen (self), KOYOMI_RISK_LIKELIHOOD), ==, 4);

  risk = koyomi_record_get_id (get_chosen (self));
  koyomi_test_dialog_press (self->window, "_Judge Anew…");
  dialog = koyomi_test_dialog_wait (self->window);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (drops->pdata[0], 0);
  type (dialog, 0, "The new rule helps");
  accept (self, dialog);
  g_assert_cmpuint (koyomi_register_list_get_n_shown (get_list (self)), ==, n_risks - 1);
  g_assert_cmpuint (count (self, KOYOMI_TABLE_RISK_LEVEL), ==, n_levels + 1);

  g_assert_true (koyomi_register_page_choose (get_page (self), risk));
  settle (self);
  g_assert_cmpint (koyomi_record_get_int (get_chosen (self), KOYOMI_RISK_LIKELIHOOD), ==, 1);
  g_assert_true (koyomi_test_dialog_has_line (self->window, "The new rule helps"));
  koyomi_test_dialog_press (self->window, "Levels Aimed _At");
  close_window (self);
}

static void
remove_all (Fixture       *self,
            KoyomiTableId  table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, EN, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_assert_true (koyomi_session_remove (self->session, table, koyomi_record_get_id (rows->pdata[i]), EN, NULL));
}

/* Where nothing is, it is told what is for it, and one begins there. */
static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) switches = NULL;
  GtkWindow *dialog;

  remove_all (self, KOYOMI_TABLE_EXEMPTION);
  remove_all (self, KOYOMI_TABLE_WAIVER);
  remove_all (self, KOYOMI_TABLE_LINT_WAIVER);
  show (self, KOYOMI_TABLE_RISK, 0);
  switches = koyomi_test_dialog_list (koyomi_test_widget_find (GTK_WIDGET (self->window), GTK_TYPE_STACK_SWITCHER), GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (switches->len, ==, G_N_ELEMENTS (tables));
  gtk_toggle_button_set_active (switches->pdata[4], TRUE);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (self->window, "There is no exception yet"));
  koyomi_test_dialog_press (self->window, "Add Exception");
  dialog = koyomi_test_dialog_wait (self->window);
  type (dialog, 0, "Old printers");
  accept (self, dialog);
  g_assert_cmpstr (koyomi_record_get_title (get_chosen (self)), ==, "Old printers");
  g_assert_cmpuint (koyomi_record_get_day (get_chosen (self), KOYOMI_EXEMPTION_FIRST_DAY), ==, koyomi_day_today ());
  close_window (self);
}

static void
test_reading (void)
{
  Fixture self = { 0 };

  koyomi_test_window_open_to_read (&self.test);
  self.session = koyomi_window_get_session (self.test.window);
  show (&self, KOYOMI_TABLE_RISK, 0);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (self.window, "_Edit…")));
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (self.window, "_Judge Anew…")));
  g_signal_emit_by_name (get_list (&self), "activated");
  g_signal_emit_by_name (get_list (&self), "remove");
  settle (&self);
  g_assert_null (koyomi_test_dialog_find (self.window));
  g_assert_cmpuint (count (&self, KOYOMI_TABLE_RISK), ==, 12);
  close_window (&self);
  koyomi_test_window_close (&self.test);
}

/* What was accepted elsewhere is told, and led to where that was. */
static void
test_accepted (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) found = koyomi_session_load_readiness (self->session, koyomi_day_today (), EN, NULL);
  g_autoptr(GPtrArray) waivers = NULL;
  GtkWindow *window;

  g_assert_true (koyomi_session_accept_lint (self->session, g_ptr_array_index (found, 0), "Zyx", "CISO", koyomi_day_today () + 10, EN, NULL));
  waivers = koyomi_session_list (self->session, KOYOMI_TABLE_LINT_WAIVER, 0, 0, EN, NULL);
  koyomi_registers_window_present (GTK_WINDOW (self->test.window), koyomi_window_get_workspace (self->test.window), KOYOMI_TABLE_EXEMPTION,
                                   koyomi_record_get_id (g_ptr_array_index (waivers, waivers->len - 1)));
  self->window = koyomi_test_dialog_wait (self->test.window);
  g_assert_cmpstr (koyomi_record_get_text (get_chosen (self), KOYOMI_EXEMPTION_REASON), ==, "Zyx");
  g_assert_false (koyomi_register_page_has_own_row (get_page (self)));
  koyomi_register_page_remove (get_page (self));
  koyomi_register_page_edit (get_page (self));
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_LINT_WAIVER, NULL), ==, waivers->len);

  g_signal_emit_by_name (get_list (self), "activated");
  self->window = NULL;
  settle (self);
  window = koyomi_test_dialog_wait (self->test.window);
  g_assert_true (KOYOMI_IS_READINESS_WINDOW (window));
  gtk_window_close (window);
}

#define ADD(claim, func) g_test_add ("/views/registers/" claim, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("what-wants-somebody-stands-first", test_order);
  ADD ("each-row-is-shown-where-it-stands", test_show);
  ADD ("risk-is-added-with-its-level", test_add);
  ADD ("row-is-edited-duplicated-and-removed", test_edit);
  ADD ("days-follow-one-another", test_days);
  ADD ("search-filters", test_search);
  ADD ("cell-filters-and-risk-is-judged", test_map);
  ADD ("what-was-accepted-leads-to-where", test_accepted);
  ADD ("nothing-yet-says-so", test_none);
  g_test_add_func ("/views/registers/only-read", test_reading);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
