#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-incident-view.h"
#include "koyomi-plan-view.h"
#include "koyomi-readiness-row.h"
#include "koyomi-readiness-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>
#include <string.h>

/* What an auditor would stumble over, in a list that leads there. */
typedef struct
{
  KoyomiTestWindow  base;
  GtkWindow        *window;   /* not owned, as are those below */
  GtkListBox       *list;
} Fixture;

static KoyomiSession *
get_session (Fixture *self)
{
  return koyomi_window_get_session (self->base.window);
}

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
take_window (Fixture *self)
{
  self->window = koyomi_test_dialog_wait (self->base.window);
  g_assert_true (KOYOMI_IS_READINESS_WINDOW (self->window));
  while (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_READINESS_ROW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->list = GTK_LIST_BOX (gtk_widget_get_parent (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_READINESS_ROW)));
  settle (self);
}

static void
open_window (Fixture *self)
{
  GtkWidget *plan = koyomi_test_widget_find (GTK_WIDGET (self->base.window), KOYOMI_TYPE_PLAN_VIEW);

  g_assert_true (gtk_widget_activate_action (plan, "plan.readiness", NULL));
  take_window (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  open_window (self);
}

static void
set_up_to_read (Fixture       *self,
                gconstpointer  data)
{
  koyomi_test_window_open_to_read (&self->base);
  open_window (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->base);
}

static KoyomiReadinessItem *
get_item (Fixture *self,
          int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row)) : NULL;
}

static guint
count_rows (Fixture *self)
{
  guint n = 0;

  while (get_item (self, n) != NULL)
    n++;

  return n;
}

/* Returns: how many the plan has */
static guint
count_items (Fixture  *self,
             gboolean  is_waived)
{
  g_autoptr(GPtrArray) items = koyomi_readiness_items_load (get_session (self), koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((KoyomiReadinessItem *) g_ptr_array_index (items, i))->is_waived == is_waived;

  return n;
}

static GtkListBoxRow *
find_row (Fixture    *self,
          const char *rule)
{
  for (int i = 0; get_item (self, i) != NULL; i++)
    if (strcmp (get_item (self, i)->rule, rule) == 0)
      return gtk_list_box_get_row_at_index (self->list, i);

  return NULL;
}

static GtkDropDown *
get_choice (Fixture *self,
            guint    index)
{
  g_autoptr(GPtrArray) choices = koyomi_test_dialog_list (self->window, GTK_TYPE_DROP_DOWN);

  return g_ptr_array_index (choices, index);
}

static void
show_accepted (Fixture *self)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (self->window, GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_str_has_prefix (gtk_button_get_label (g_ptr_array_index (buttons, i)) ? : "", "A_ccepted"))
      gtk_toggle_button_set_active (g_ptr_array_index (buttons, i), TRUE);
  settle (self);
}

/* All that is to be looked after, by area and in it by how grave it is; those of the matrix among it. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_assert_cmpuint (count_rows (self), ==, count_items (self, FALSE));
  g_assert_nonnull (find_row (self, "inactive-team"));
  g_assert_nonnull (find_row (self, "decision-late"));
  for (int i = 1; get_item (self, i) != NULL; i++)
    {
      g_assert_cmpuint (get_item (self, i - 1)->area, <=, get_item (self, i)->area);
      if (get_item (self, i - 1)->area == get_item (self, i)->area)
        g_assert_cmpuint (get_item (self, i - 1)->severity, <=, get_item (self, i)->severity);
    }
}

static void
test_filter (Fixture       *self,
             gconstpointer  data)
{
  guint n_all = count_rows (self);
  GtkWidget *search = koyomi_test_widget_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY);

  gtk_drop_down_set_selected (get_choice (self, 0), 2);
  g_assert_cmpuint (count_rows (self), >, 0);
  for (int i = 0; get_item (self, i) != NULL; i++)
    g_assert_nonnull (get_item (self, i)->breach);
  gtk_drop_down_set_selected (get_choice (self, 0), 0);

  gtk_drop_down_set_selected (get_choice (self, 1), KOYOMI_RULE_SEVERITY_LOW + 1);
  g_assert_cmpuint (count_rows (self), <, n_all);
  for (int i = 0; get_item (self, i) != NULL; i++)
    g_assert_cmpuint (get_item (self, i)->severity, ==, KOYOMI_RULE_SEVERITY_LOW);

  gtk_editable_set_text (GTK_EDITABLE (search), "xyzzy");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Nothing matches"));
  gtk_drop_down_set_selected (get_choice (self, 1), 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "finding-late");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_rows (self), ==, 3);
}

/* What is accepted stands in the other list, and comes back from there; each is one edit. */
static void
test_accept (Fixture       *self,
             gconstpointer  data)
{
  guint n_open = count_items (self, FALSE), n_accepted = count_items (self, TRUE);
  GtkWindow *dialog;
  GtkWidget *reason;

  gtk_list_box_select_row (self->list, find_row (self, "decision-late"));
  koyomi_test_dialog_press (self->window, "_Accept…");
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_test_dialog_press (dialog, "_Accept");
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Say why this is accepted."));
  reason = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_TEXT_FIELD);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (reason)))),
                            "The owner comes back in March", -1);
  koyomi_test_dialog_press (dialog, "_Accept");
  settle (self);
  g_assert_cmpuint (count_items (self, TRUE), ==, n_accepted + 1);
  g_assert_cmpuint (count_rows (self), ==, n_open - 1);
  g_assert_null (find_row (self, "decision-late"));

  show_accepted (self);
  g_assert_cmpuint (count_rows (self), ==, n_accepted + 1);
  gtk_list_box_select_row (self->list, find_row (self, "decision-late"));
  koyomi_test_dialog_press (self->window, "Take _Back");
  settle (self);
  g_assert_cmpuint (count_items (self, FALSE), ==, n_open);
  g_assert_null (find_row (self, "decision-late"));

  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  settle (self);
  g_assert_nonnull (find_row (self, "decision-late"));
}

/* Enter goes to what it is about; the list comes back as it was. */
static void
test_show (Fixture       *self,
           gconstpointer  data)
{
  GtkListBoxRow *row;
  g_autofree char *sentence = NULL;

  gtk_drop_down_set_selected (get_choice (self, 0), 3);
  row = find_row (self, "task-late");
  g_assert_nonnull (row);
  sentence = g_strdup (koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row))->sentence);
  g_signal_emit_by_name (row, "activate");
  koyomi_test_window_settle (&self->base);
  g_assert_null (koyomi_test_dialog_find (self->base.window));
  g_assert_nonnull (koyomi_test_window_find (&self->base, KOYOMI_TYPE_INCIDENT_VIEW));
  koyomi_test_dialog_press (self->base.window, "_Back to the List");
  take_window (self);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_choice (self, 0)), ==, 3);
  row = gtk_list_box_get_selected_row (self->list);
  g_assert_cmpstr (koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row))->sentence, ==, sentence);
}

/* What the plan lacks as a whole leads to where it is made. */
static void
test_lack (Fixture       *self,
           gconstpointer  data)
{
  gtk_list_box_select_row (self->list, find_row (self, "no-baseline"));
  koyomi_test_dialog_press (self->window, "_Show");
  koyomi_test_window_settle (&self->base);
  g_assert_cmpstr (gtk_window_get_title (koyomi_test_dialog_wait (self->base.window)), ==, "Baselines");
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *button;

  gtk_list_box_select_row (self->list, find_row (self, "decision-late"));
  button = koyomi_test_dialog_find_button (self->window, "_Accept…");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_false (gtk_widget_get_sensitive (button));
  show_accepted (self);
  g_assert_false (gtk_widget_get_sensitive (koyomi_test_dialog_find_button (self->window, "Take _Back")));
}

#define ADD(path, func) g_test_add ("/views/readiness/" path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("all-areas-the-gravest-first", test_order);
  ADD ("by-area-severity-and-words", test_filter);
  ADD ("accepted-and-taken-back", test_accept);
  ADD ("enter-shows-and-the-list-comes-back", test_show);
  ADD ("lacks-lead-to-where-they-are-made", test_lack);
  g_test_add ("/views/readiness/read-only", Fixture, NULL, set_up_to_read, test_read_only, tear_down);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
