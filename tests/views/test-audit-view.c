#include "koyomi-audit-summary.h"
#include "koyomi-audit-view.h"
#include "koyomi-audit-window.h"
#include "koyomi-control-squares.h"
#include "koyomi-data-table.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-finding-edit.h"
#include "koyomi-finding-window.h"
#include "koyomi-findings-page.h"
#include "koyomi-history.h"
#include "koyomi-programme-page.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>
#include <string.h>

/* The audits of the sample company. */
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
set_up_read (Fixture       *self,
             gconstpointer  data)
{
  koyomi_test_window_open_to_read (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  g_assert_true (koyomi_test_widget_press (self->window, "<Control>6"));
  settle (self);
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_AUDIT_VIEW);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  g_assert_true (koyomi_test_widget_press (self->window, "<Control>6"));
  settle (self);
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_AUDIT_VIEW);
  g_assert_nonnull (self->view);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static GtkWidget *
show_page (Fixture    *self,
           const char *id,
           GType       type)
{
  GtkWidget *page;

  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), id);
  settle (self);
  page = koyomi_test_widget_find (self->view, type);
  g_assert_nonnull (page);

  return page;
}

static gint64
find_row (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          const char    *text)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (rows, i), field), text) == 0)
      return koyomi_record_get_id (g_ptr_array_index (rows, i));

  return 0;
}

static gint64
find_finding (Fixture    *self,
              const char *number)
{
  return find_row (self, KOYOMI_TABLE_FINDING, KOYOMI_FINDING_NUMBER, number);
}

static KoyomiRecord *
get_finding (Fixture    *self,
             const char *number)
{
  return koyomi_session_get (self->session, KOYOMI_TABLE_FINDING, find_finding (self, number), KOYOMI_LANGUAGE_EN, NULL);
}

/* Returns: how many lines of that text there are; chips and cells are labels */
static guint
count_labels (GtkWidget  *widget,
              const char *text)
{
  g_autoptr(GPtrArray) labels = koyomi_test_dialog_list (widget, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += strcmp (gtk_label_get_text (g_ptr_array_index (labels, i)), text) == 0;

  return n;
}

static KoyomiTextField *
find_field (gpointer dialog,
            guint    index)
{
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);

  g_assert_cmpuint (fields->len, >, index);

  return g_ptr_array_index (fields, index);
}

static void
type (KoyomiTextField *field,
      const char      *text)
{
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (field)), text);
}

static GtkWidget *
find_list (GtkWidget *page)
{
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (page, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (drops->len, >=, 3);

  return g_ptr_array_index (drops, 0);
}

static void
test_filter (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *page = show_page (self, "findings", KOYOMI_TYPE_FINDINGS_PAGE);
  g_autoptr(GPtrArray) searches = koyomi_test_dialog_list (page, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (koyomi_test_dialog_has_line (page, "14 findings"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_list (page)), 1);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "6 of 14 findings"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_list (page)), 2 + KOYOMI_FINDING_STATE_LATE);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "3 of 14 findings"));
  g_assert_cmpuint (count_labels (page, "4 days late"), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (searches, 0)), "no such thing");
  g_signal_emit_by_name (g_ptr_array_index (searches, 0), "search-changed");
  settle (self);
  koyomi_test_dialog_press (page, "_Show All");
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "14 findings"));
}

static void
test_removal (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *page = show_page (self, "findings", KOYOMI_TYPE_FINDINGS_PAGE);
  GtkWidget *table = koyomi_test_widget_find (page, KOYOMI_TYPE_DATA_TABLE);

  gtk_widget_grab_focus (table);
  koyomi_data_table_choose (KOYOMI_DATA_TABLE (table), find_finding (self, "F-26-10"));
  gtk_widget_grab_focus (table);
  settle (self);
  g_assert_true (koyomi_test_widget_press (self->window, "Delete"));
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "13 findings"));
  g_assert_cmpint (koyomi_data_table_get_chosen (KOYOMI_DATA_TABLE (table)), !=, 0);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "14 findings"));
}

static GtkWindow *
open_finding (Fixture    *self,
              const char *number)
{
  GtkWindow *window;

  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-record", "(ux)", KOYOMI_TABLE_FINDING, find_finding (self, number)));
  window = koyomi_test_dialog_wait (self->window);
  g_assert_true (KOYOMI_IS_FINDING_WINDOW (window));

  return window;
}

/* A later day needs a reason, and the earlier one stays on record. */
static void
test_due (Fixture       *self,
          gconstpointer  data)
{
  GtkWindow *window = open_finding (self, "F-26-08");
  g_autoptr(KoyomiRecord) finding = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  GtkWindow *dialog;

  koyomi_test_dialog_press (window, "C_hange…");
  dialog = koyomi_test_dialog_wait (window);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (dialog, "_Save")));
  entries = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_DAY_ENTRY);
  koyomi_day_entry_replace_day (g_ptr_array_index (entries, 0), koyomi_day_new (2026, 12, 25));
  type (find_field (dialog, 1), "The line stops at New Year only");
  koyomi_test_dialog_press (dialog, "_Save");
  settle (self);

  finding = get_finding (self, "F-26-08");
  g_assert_cmpuint (koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY), ==, koyomi_day_new (2026, 12, 25));
  g_assert_true (koyomi_test_dialog_has_line (window, "2026-11-18 → 2026-12-25"));
  gtk_window_close (window);
  settle (self);
}

/* Whoever owns the action cannot say that it worked. */
static void
test_effect (Fixture       *self,
             gconstpointer  data)
{
  GtkWindow *window = open_finding (self, "F-26-05");
  g_autoptr(KoyomiRecord) finding = NULL;
  GtkWindow *dialog;

  koyomi_test_dialog_press (window, "Verif_y Effect…");
  dialog = koyomi_test_dialog_wait (window);
  type (find_field (dialog, 0), "Cyber-security office");
  settle (self);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (dialog, "_Save")));
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Whoever owns the action cannot verify its effect. Name somebody else."));
  type (find_field (dialog, 0), "Tadashi Yohaku");
  settle (self);
  koyomi_test_dialog_press (dialog, "_Save");
  settle (self);

  finding = get_finding (self, "F-26-05");
  g_assert_cmpint (koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS), ==, KOYOMI_FINDING_STATUS_VERIFIED);
  g_assert_cmpint (koyomi_record_get_int (finding, KOYOMI_FINDING_EFFECTIVE), ==, KOYOMI_VERDICT_YES);
  g_assert_true (koyomi_test_dialog_has_line (window, "Verifier: Tadashi Yohaku"));
  koyomi_test_dialog_press (window, "_Back a Step");
  settle (self);
  g_assert_false (koyomi_test_dialog_has_line (window, "Verifier: Tadashi Yohaku"));
  gtk_window_close (window);
  settle (self);
}

static void
test_reopening (Fixture       *self,
                gconstpointer  data)
{
  GtkWindow *window = open_finding (self, "F-26-06");
  g_autoptr(KoyomiRecord) successor = NULL;
  GtkWindow *dialog;

  koyomi_test_dialog_press (window, "Open _Again…");
  dialog = koyomi_test_dialog_wait (window);
  koyomi_test_dialog_press (dialog, "_Open Again");
  settle (self);
  successor = get_finding (self, "F-26-11");
  g_assert_cmpint (koyomi_record_get_int (successor, KOYOMI_FINDING_REOPENED_FROM), ==, find_finding (self, "F-26-06"));
  g_assert_true (koyomi_test_dialog_has_line (window, "F-26-11 IT-BCP call list of the old organisation"));
  gtk_window_close (window);
  settle (self);
}

/* An open finding without what it needs says so, and does not go on. */
static void
test_needs (Fixture       *self,
            gconstpointer  data)
{
  GtkWindow *dialog, *window;
  g_autoptr(KoyomiRecord) finding = NULL;

  g_assert_true (koyomi_test_widget_press (self->window, "Insert"));
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (dialog, "_Add")));
  type (find_field (dialog, 0), "Door left open");
  koyomi_test_dialog_press (dialog, "_Add");
  settle (self);

  finding = get_finding (self, "F-26-11");
  g_assert_cmpstr (koyomi_record_get_title (finding), ==, "Door left open");
  window = koyomi_test_dialog_wait (self->window);
  g_assert_true (koyomi_test_dialog_has_line (window, "Nobody is named who sees to it."));
  g_assert_true (koyomi_test_dialog_has_line (window, "There is no day until which it is to be done."));
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (window, "Beg_in")));
  gtk_window_close (window);
  settle (self);
}

/* A gap is filled by having an audit of the year look at it. */
static void
test_gap (Fixture       *self,
          gconstpointer  data)
{
  GtkWidget *page = show_page (self, "programme", KOYOMI_TYPE_PROGRAMME_PAGE);
  g_autoptr(GPtrArray) tables = koyomi_test_dialog_list (page, KOYOMI_TYPE_DATA_TABLE);
  gint64 control = find_row (self, KOYOMI_TABLE_CONTROL, KOYOMI_CONTROL_CODE, "4.3");
  g_autoptr(GPtrArray) items = NULL;
  GtkWindow *dialog;

  g_assert_cmpuint (tables->len, ==, 2);
  g_assert_true (koyomi_test_dialog_has_line (page, "✕ 11 gaps"));
  koyomi_data_table_choose (g_ptr_array_index (tables, 1), control);
  g_signal_emit_by_name (g_ptr_array_index (tables, 1), "pressed", 2u);
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Audit of 4.3 in FY2026");
  koyomi_test_dialog_press (dialog, "_Plan");
  settle (self);

  items = koyomi_session_list (self->session, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_CONTROL, control, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (items->len, >=, 1);
  g_assert_true (koyomi_test_dialog_has_line (page, "✕ 10 gaps"));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "✕ 11 gaps"));
}

/* An audit that is not in the calendar offers that; one that is leads there. */
static void
test_audit (Fixture       *self,
            gconstpointer  data)
{
  gint64 audit = find_row (self, KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_NUMBER, "A-03");
  GtkWindow *window;

  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-record", "(ux)", KOYOMI_TABLE_AUDIT, audit));
  window = koyomi_test_dialog_wait (self->window);
  g_assert_true (KOYOMI_IS_AUDIT_WINDOW (window));
  g_assert_true (koyomi_test_dialog_has_line (window, "F-26-01 Leavers kept access rights over 30 days"));
  koyomi_test_dialog_press (window, "Show in Calen_dar");
  settle (self);
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_false (gtk_widget_get_mapped (self->view));
}

/* Cards lead to their pages; the chain is verified meanwhile. */
static void
test_summary (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (self->view, GTK_TYPE_BUTTON);
  gboolean found = FALSE;

  g_assert_nonnull (koyomi_test_widget_find (self->view, KOYOMI_TYPE_CONTROL_SQUARES));
  g_assert_true (koyomi_test_dialog_has_line (self->view, "Audit programme FY2026"));
  while (!koyomi_test_dialog_has_line (self->view, "✓ Chain intact · 1 change"))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < buttons->len && !found; i++)
    if (gtk_actionable_get_action_target_value (g_ptr_array_index (buttons, i)) != NULL && GTK_IS_LABEL (gtk_button_get_child (g_ptr_array_index (buttons, i))) &&
        strcmp (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (g_ptr_array_index (buttons, i)))), "Audit programme FY2026") == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        found = TRUE;
      }
  g_assert_true (found);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (koyomi_test_widget_find (self->view, KOYOMI_TYPE_PROGRAMME_PAGE)));
}

/* The team that is in charge of what the audit looks at: from the matrix. */
static gint64
find_own_team (Fixture *self,
               gint64   audit)
{
  g_autoptr(GPtrArray) items = koyomi_session_list (self->session, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT, audit, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(GPtrArray) pairs = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION_CONTROL, KOYOMI_FUNCTION_CONTROL_CONTROL,
                                                        koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_CONTROL),
                                                        KOYOMI_LANGUAGE_EN, NULL);

      for (guint j = 0; j < pairs->len; j++)
        {
          g_autoptr(GPtrArray) assignments = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION,
            koyomi_record_get_int (g_ptr_array_index (pairs, j), KOYOMI_FUNCTION_CONTROL_FUNCTION), KOYOMI_LANGUAGE_EN, NULL);

          for (guint k = 0; k < assignments->len; k++)
            if (strchr (koyomi_record_get_text (g_ptr_array_index (assignments, k), KOYOMI_ASSIGNMENT_LETTERS), 'R') != NULL)
              return koyomi_record_get_int (g_ptr_array_index (assignments, k), KOYOMI_ASSIGNMENT_TEAM);
        }
    }

  g_assert_not_reached ();
}

/* An audit whose team does what it looks at says so, in the list and when it is open. */
static void
test_independence (Fixture       *self,
                   gconstpointer  data)
{
  GtkWidget *page = show_page (self, "programme", KOYOMI_TYPE_PROGRAMME_PAGE);
  gint64 id = find_row (self, KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_NUMBER, "A-09");
  g_autoptr(KoyomiRecord) audit = koyomi_session_get (self->session, KOYOMI_TABLE_AUDIT, id, KOYOMI_LANGUAGE_EN, NULL);
  g_autofree char *lead = g_strdup_printf ("⚠ %s", koyomi_record_get_text (audit, KOYOMI_AUDIT_LEAD));
  GtkWindow *window;
  gboolean is_told = FALSE;
  g_autoptr(GPtrArray) labels = NULL;

  g_assert_cmpuint (count_labels (page, lead), ==, 0);
  koyomi_record_set_int (audit, KOYOMI_AUDIT_TEAM, find_own_team (self, id));
  g_assert_true (koyomi_session_save (self->session, audit, KOYOMI_LANGUAGE_EN, NULL));
  settle (self);
  g_assert_cmpuint (count_labels (page, lead), ==, 1);

  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-record", "(ux)", KOYOMI_TABLE_AUDIT, id));
  window = koyomi_test_dialog_wait (self->window);
  labels = koyomi_test_dialog_list (window, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    is_told |= g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)), "⚠ Who audits is not independent") &&
               gtk_widget_get_mapped (g_ptr_array_index (labels, i));
  g_assert_true (is_told);
  gtk_window_close (window);
  settle (self);
}

/* Where there is nothing yet, the next step is a button. */
static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *page = show_page (self, "programme", KOYOMI_TYPE_PROGRAMME_PAGE);
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (page, GTK_TYPE_BUTTON);
  GtkWidget *later = NULL;
  GtkWindow *dialog;

  for (guint i = 0; i < buttons->len && later == NULL; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), "go-next-symbolic") == 0)
      later = g_ptr_array_index (buttons, i);
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (later, "clicked");
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "No Audit in These Years"));
  koyomi_test_dialog_press (page, "Plan an _Audit…");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "New Audit");
  gtk_window_close (dialog);
  settle (self);
}

/* The menu of a row, by either key. */
static void
test_menu (Fixture       *self,
           gconstpointer  data)
{
  static const char * const keys[] = { "Menu", "<Shift>F10" };
  GtkWidget *page = show_page (self, "findings", KOYOMI_TYPE_FINDINGS_PAGE);
  GtkWidget *table = koyomi_test_widget_find (page, KOYOMI_TYPE_DATA_TABLE);

  koyomi_data_table_choose (KOYOMI_DATA_TABLE (table), find_finding (self, "F-26-10"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *menu;

      gtk_widget_grab_focus (table);
      settle (self);
      g_assert_true (koyomi_test_widget_press (self->window, keys[i]));
      settle (self);
      menu = koyomi_test_widget_find (table, GTK_TYPE_POPOVER_MENU);
      g_assert_nonnull (menu);
      gtk_popover_popdown (GTK_POPOVER (menu));
      settle (self);
      g_assert_null (koyomi_test_widget_find (table, GTK_TYPE_POPOVER_MENU));
    }
  gtk_widget_activate_action (table, "row.remove", NULL);
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (page, "13 findings"));
}

/* Returns: whether the widget itself takes a turn of the wheel, and what it leads to has moved */
static gboolean
turn_wheel (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_taken);
    }

  return is_taken;
}

/* A table of the summary has no rows out of sight: over it the wheel scrolls the page. */
static void
test_wheel (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *summary = koyomi_test_widget_find (self->view, KOYOMI_TYPE_AUDIT_SUMMARY);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (koyomi_test_widget_find (summary, GTK_TYPE_SCROLLED_WINDOW)));
  g_autoptr(GPtrArray) views = koyomi_test_dialog_list (summary, GTK_TYPE_COLUMN_VIEW);

  gtk_window_set_default_size (self->window, 900, 500);
  settle (self);
  g_assert_cmpuint (views->len, ==, 3);
  for (guint i = 0; i < views->len; i++)
    {
      gtk_adjustment_set_value (place, 0);
      g_assert_true (turn_wheel (g_ptr_array_index (views, i)));
      g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 0);
    }
}

/* A plan that is only read is looked at. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *page = show_page (self, "findings", KOYOMI_TYPE_FINDINGS_PAGE);
  GtkWidget *table = koyomi_test_widget_find (page, KOYOMI_TYPE_DATA_TABLE);
  GtkWidget *programme;
  g_autoptr(GPtrArray) buttons = NULL;
  GtkWindow *window;

  koyomi_data_table_choose (KOYOMI_DATA_TABLE (table), find_finding (self, "F-26-05"));
  g_signal_emit_by_name (table, "removing");
  g_assert_true (koyomi_test_dialog_has_line (page, "14 findings"));
  g_assert_false (gtk_widget_activate_action (self->view, "audit.new-finding", NULL) &&
                  koyomi_test_dialog_find (self->window) != NULL);
  window = open_finding (self, "F-26-05");
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (window, "Verif_y Effect…")));
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (window, "C_hange…")));
  gtk_window_close (window);
  settle (self);

  programme = show_page (self, "programme", KOYOMI_TYPE_PROGRAMME_PAGE);
  buttons = koyomi_test_dialog_list (programme, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), "✕ Gap") == 0)
      g_assert_false (gtk_widget_get_can_target (g_ptr_array_index (buttons, i)));
}

#define ADD(name, func) g_test_add ("/views/audit-view/" name, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("findings-are-searched-and-filtered", test_filter);
  ADD ("finding-is-deleted-and-comes-back", test_removal);
  ADD ("due-day-changes-with-a-reason", test_due);
  ADD ("owner-cannot-verify", test_effect);
  ADD ("finding-is-opened-again", test_reopening);
  ADD ("new-finding-says-what-it-lacks", test_needs);
  ADD ("gap-is-planned", test_gap);
  ADD ("audit-leads-to-the-calendar", test_audit);
  ADD ("cards-lead-to-their-pages", test_summary);
  ADD ("auditor-of-their-own-is-told", test_independence);
  ADD ("nothing-leads-to-the-next-step", test_nothing);
  ADD ("rows-have-a-menu", test_menu);
  ADD ("wheel-scrolls-the-summary", test_wheel);
  g_test_add ("/views/audit-view/plan-is-only-read", Fixture, NULL, set_up_read, test_read_only, tear_down);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
