#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-incident-view.h"
#include "koyomi-plan-view.h"
#include "koyomi-search-commands.h"
#include "koyomi-search-row.h"
#include "koyomi-search-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>
#include <string.h>

/* What is typed finds rows and commands, and what is chosen is gone to. */

typedef struct
{
  KoyomiTestWindow  base;
  GtkWindow        *window;   /* not owned */
  GtkEditable      *entry;
  GtkListBox       *list;
} Fixture;

static GtkWidget *
get_plan (Fixture *self)
{
  return koyomi_test_widget_find (GTK_WIDGET (self->base.window), KOYOMI_TYPE_PLAN_VIEW);
}

static void
settle (Fixture *self)
{
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
open_search (Fixture *self)
{
  koyomi_search_window_present (GTK_WINDOW (self->base.window), koyomi_window_get_workspace (self->base.window), get_plan (self));
  self->window = koyomi_test_dialog_wait (self->base.window);
  self->entry = GTK_EDITABLE (koyomi_test_widget_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY));
  self->list = GTK_LIST_BOX (koyomi_test_widget_find (GTK_WIDGET (self->window), GTK_TYPE_LIST_BOX));
  settle (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  open_search (self);
}

static void
set_up_to_read (Fixture       *self,
                gconstpointer  data)
{
  koyomi_test_window_open_to_read (&self->base);
  open_search (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->base);
}

static KoyomiSearchRow *
get_row (Fixture *self,
         int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? KOYOMI_SEARCH_ROW (row) : NULL;
}

static void
type (Fixture    *self,
      const char *text)
{
  gtk_editable_set_text (self->entry, text);
  settle (self);
}

/* Returns: (nullable): the row that says so */
static KoyomiSearchRow *
find_row (Fixture    *self,
          const char *text)
{
  for (int i = 0; get_row (self, i) != NULL; i++)
    if (strstr (koyomi_search_row_get_text (get_row (self, i)), text) != NULL)
      return get_row (self, i);

  return NULL;
}

static void
test_finds (Fixture       *self,
            gconstpointer  data)
{
  type (self, "２０２６ー００４");
  g_assert_nonnull (get_row (self, 0));
  g_assert_cmpint (koyomi_search_row_get_table (get_row (self, 0)), ==, KOYOMI_TABLE_INCIDENT);
  g_assert_null (get_row (self, 1));

  type (self, "月例ﾊﾟｯﾁ");
  g_assert_cmpint (koyomi_search_row_get_table (get_row (self, 0)), ==, KOYOMI_TABLE_ACTIVITY);
  g_assert_true (gtk_list_box_get_selected_row (self->list) == GTK_LIST_BOX_ROW (get_row (self, 0)));
  g_assert_nonnull (get_row (self, 5));

  type (self, "xyzzy");
  g_assert_null (get_row (self, 0));
  g_assert_true (koyomi_test_dialog_has_line (self->window, "Nothing found for “xyzzy”") ||
                 koyomi_test_dialog_has_line (self->window, "「xyzzy」は見つかりませんでした"));

  type (self, "<b>&");
  g_assert_null (get_row (self, 0));
}

static void
test_commands (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) commands = koyomi_search_commands_list (get_plan (self), KOYOMI_LANGUAGE_EN);
  guint n_import = 0, n_history = 0, n_search = 0, n_views = 0;

  for (guint i = 0; i < commands->len; i++)
    {
      const KoyomiSearchCommand *command = g_ptr_array_index (commands, i);

      n_import += g_str_equal (command->action, "plan.import");
      n_history += g_str_equal (command->action, "plan.history");
      n_search += g_str_equal (command->action, "plan.search");
      n_views += g_str_equal (command->action, "plan.show-view");
      g_assert_cmpstr (command->title, !=, "");
      g_assert_null (strchr (command->title, '_'));
      if (g_str_equal (command->action, "plan.import"))
        g_assert_cmpstr (command->keys, ==, "Ctrl+I");
      if (g_str_equal (command->action, "plan.show-view") && g_variant_get_int32 (command->target) == 1)
        g_assert_cmpstr (command->keys, ==, "Ctrl+2");
    }

  g_assert_cmpuint (n_import, ==, GPOINTER_TO_UINT (data));
  g_assert_cmpuint (n_history, ==, 1);
  g_assert_cmpuint (n_search, ==, 0);
  g_assert_cmpuint (n_views, >=, 3);

  type (self, "> ");
  g_assert_nonnull (get_row (self, 10));
  g_assert_nonnull (koyomi_search_row_get_command (get_row (self, 0)));
}

/* What is chosen is shown, and comes first when the search is opened again. */
static void
test_chooses (Fixture       *self,
              gconstpointer  data)
{
  gint64 incident;

  type (self, "2026-004");
  incident = koyomi_search_row_get_id (get_row (self, 0));
  g_signal_emit_by_name (self->entry, "activate");
  koyomi_test_widget_settle (GTK_WIDGET (self->base.window));
  g_assert_null (koyomi_test_dialog_find (self->base.window));
  g_assert_true (gtk_widget_get_mapped (koyomi_test_widget_find (GTK_WIDGET (self->base.window), KOYOMI_TYPE_INCIDENT_VIEW)));

  open_search (self);
  g_assert_cmpint (koyomi_search_row_get_id (get_row (self, 0)), ==, incident);
  g_assert_null (get_row (self, 1));

  type (self, "r-01");
  g_signal_emit_by_name (self->entry, "activate");
  self->window = koyomi_test_dialog_wait (self->base.window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (self->window), ==, "KoyomiRegistersWindow");
  gtk_window_close (self->window);

  open_search (self);
  g_assert_cmpint (koyomi_search_row_get_table (get_row (self, 0)), ==, KOYOMI_TABLE_RISK);
  g_assert_cmpint (koyomi_search_row_get_id (get_row (self, 1)), ==, incident);
}

/* What an edit changes is read again piece by piece, while nothing else is to be done. */
static void
wait_row (Fixture    *self,
          const char *text,
          gboolean    is_there)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while ((find_row (self, text) != NULL) != is_there && g_get_monotonic_time () < end)
    settle (self);
  g_assert_cmpint (find_row (self, text) != NULL, ==, is_there);
}

static void
rename_risk (Fixture    *self,
             const char *title)
{
  KoyomiSession *session = koyomi_window_get_session (self->base.window);
  g_autoptr(KoyomiRecord) risk = koyomi_session_get (session, KOYOMI_TABLE_RISK, koyomi_test_window_get_first (&self->base, KOYOMI_TABLE_RISK),
                                                     koyomi_session_get_own_language (session), NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (risk, KOYOMI_RISK_PLAN, title);
  koyomi_edit_update (edit, risk, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Edit", &error);
  g_assert_no_error (error);
}

static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  type (self, "zebra");
  g_assert_null (get_row (self, 0));
  rename_risk (self, "Zebra crossing");
  wait_row (self, "R-01", TRUE);
  g_assert_true (koyomi_session_undo (koyomi_window_get_session (self->base.window), NULL));
  wait_row (self, "R-01", FALSE);
  g_assert_null (get_row (self, 0));
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

  g_test_add ("/views/search-window/finds-however-it-is-typed", Fixture, NULL, set_up, test_finds, tear_down);
  g_test_add ("/views/search-window/offers-what-can-be-done", Fixture, GUINT_TO_POINTER (1), set_up, test_commands, tear_down);
  g_test_add ("/views/search-window/offers-no-edits-to-readers", Fixture, GUINT_TO_POINTER (0), set_up_to_read, test_commands, tear_down);
  g_test_add ("/views/search-window/goes-to-what-is-chosen", Fixture, NULL, set_up, test_chooses, tear_down);
  g_test_add ("/views/search-window/keeps-up-with-edits", Fixture, NULL, set_up, test_edits, tear_down);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
