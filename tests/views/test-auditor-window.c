#include "koyomi-auditor.h"
#include "koyomi-card-grid.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-narrative.h"
#include "koyomi-overview-view.h"
#include "koyomi-plan-view.h"
#include "koyomi-report-page.h"
#include "koyomi-report-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>

#define MARK "Auditor mode: read only, drafts hidden. Pages bear the mark “For the auditor: Jane Doe, 2026-11-22”."

/* A plan, and the same in a second window for an auditor. */
typedef struct
{
  KoyomiTestWindow  base;
  KoyomiTestWindow  shown;
  char             *hash;
} Fixture;

static KoyomiWindow *
find_shown (Fixture *self)
{
  KoyomiWindow *found = NULL;

  for (GList *item = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self->base.window))); item != NULL;
       item = item->next)
    if (KOYOMI_IS_WINDOW (item->data) && item->data != (gpointer) self->base.window)
      {
        g_assert_null (found);
        found = item->data;
      }

  return found;
}

static GtkWidget *
get_plan (KoyomiTestWindow *self)
{
  return koyomi_test_window_find (self, KOYOMI_TYPE_PLAN_VIEW);
}

static void
show_page (KoyomiTestWindow *self,
           int               index)
{
  g_assert_true (gtk_widget_activate_action (get_plan (self), "plan.show-view", "i", index));
  koyomi_test_window_settle (self);
}

static void
show (Fixture    *self,
      const char *name)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (get_plan (&self->base), "plan.show-to-auditor", NULL));
  dialog = koyomi_test_dialog_wait (self->base.window);
  gtk_editable_set_text (GTK_EDITABLE (koyomi_test_widget_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY)), name);
  koyomi_test_dialog_press (dialog, "_Show");
  koyomi_test_window_settle (&self->base);
  self->shown.window = find_shown (self);
  g_assert_nonnull (self->shown.window);
  koyomi_test_window_settle (&self->shown);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  self->hash = koyomi_test_file_hash (self->base.path);
  show (self, " Jane Doe ");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->base);
  g_free (self->hash);
}

static void
test_told (Fixture       *self,
           gconstpointer  data)
{
  const char *title = gtk_window_get_title (GTK_WINDOW (self->shown.window));
  g_autofree char *hash = NULL;

  g_assert_true (koyomi_test_dialog_has_line (self->shown.window, MARK));
  g_assert_false (koyomi_test_dialog_has_line (self->base.window, MARK));
  g_assert_cmpstr (title, ==, "plan.koyomi (auditor mode) – Koyomi");
  g_assert_false (koyomi_session_is_read_only (koyomi_window_get_session (self->base.window)));
  for (int i = 0; i < 7; i++)
    {
      show_page (&self->shown, i);
      g_assert_true (koyomi_test_dialog_has_line (self->shown.window, MARK));
    }
  hash = koyomi_test_file_hash (self->base.path);
  g_assert_cmpstr (hash, ==, self->hash);
}

/* Nothing that edits, nor what would hand out the drafts. */
static void
test_insensitive (Fixture       *self,
                  gconstpointer  data)
{
  static const char * const names[] = {
    "plan.undo", "plan.redo", "plan.reopen", "plan.import", "plan.new-function", "plan.save-copy", "plan.backups", "plan.show-to-auditor",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *plan = get_plan (&self->shown);

      koyomi_test_window_settle (&self->shown);
      gtk_widget_activate_action (plan, names[i], NULL);
      koyomi_test_window_settle (&self->shown);
      g_assert_null (koyomi_test_dialog_find (self->shown.window));
      g_assert_true (koyomi_session_is_for_auditor (koyomi_window_get_session (self->shown.window)));
    }
}

/* What is written since is not seen until the plan is shown again, in the same window. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  const KoyomiNarrativePlace place = { "committee", "summary", koyomi_day_new (2026, 10, 1) };
  KoyomiWindow *first = self->shown.window;
  KoyomiSession *shown;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) draft = NULL;

  koyomi_test_window_mark_done (&self->base);
  koyomi_session_write_narrative (koyomi_window_get_session (self->base.window), &place, "Summary", "A draft", KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_window_settle (&self->base);
  show (self, "");
  g_assert_true (self->shown.window == first);
  g_assert_true (koyomi_test_dialog_has_line (first, "Auditor mode: read only, drafts hidden. Pages bear the mark “For the auditor, 2026-11-22”."));
  shown = koyomi_window_get_session (first);
  koyomi_session_find_narrative (shown, &place, KOYOMI_LANGUAGE_EN, &draft, &error);
  g_assert_no_error (error);
  g_assert_null (draft);
}

static GtkWidget *
show_overview (KoyomiTestWindow *window)
{
  GtkWidget *view, *entry;

  show_page (window, 0);
  view = koyomi_test_window_find (window, KOYOMI_TYPE_OVERVIEW_VIEW);
  entry = koyomi_test_widget_find (view, KOYOMI_TYPE_DAY_ENTRY);
  while (!gtk_widget_get_mapped (koyomi_test_widget_find (view, KOYOMI_TYPE_CARD_GRID)) ||
         koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (entry)) == KOYOMI_DAY_NONE)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (view);

  return view;
}

static GtkWidget *
show_reports (KoyomiTestWindow *window)
{
  GtkWidget *view;

  show_page (window, 6);
  view = koyomi_test_window_find (window, KOYOMI_TYPE_REPORT_VIEW);
  while (koyomi_test_widget_count (view, KOYOMI_TYPE_REPORT_PAGE) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (view);

  return view;
}

/* What a report lacks, drafts above all, is the work of those who write it; what is only read offers no edit. */
static void
test_lacks (Fixture       *self,
            gconstpointer  data)
{
  static const char * const lines[] = { "Set a baseline to see what moves…", "Prepare Report…", "5 overdue activities without a reason" };
  GtkWidget *edited = show_overview (&self->base), *shown = show_overview (&self->shown);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (koyomi_test_dialog_has_line (edited, lines[i]));
      g_assert_false (koyomi_test_dialog_has_line (shown, lines[i]));
    }

  edited = show_reports (&self->base);
  shown = show_reports (&self->shown);
  g_assert_true (koyomi_test_dialog_has_line (edited, "△ Still missing"));
  g_assert_false (koyomi_test_dialog_has_line (shown, "△ Still missing"));
  g_assert_false (koyomi_test_dialog_has_line (shown, "✓ Nothing is missing"));
}

static void
test_way_out (Fixture       *self,
              gconstpointer  data)
{
  koyomi_test_dialog_press (self->shown.window, "_Close");
  while (find_shown (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (koyomi_workspace_can_edit (koyomi_window_get_workspace (self->base.window)));
}

#define ADD(path, test) g_test_add ("/views/auditor/" path, Fixture, NULL, set_up, test, tear_down)

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
  ADD ("every-view-tells-of-it-and-the-file-stays", test_told);
  ADD ("edits-and-copies-are-insensitive", test_insensitive);
  ADD ("shown-again-in-the-same-window", test_again);
  ADD ("nothing-is-told-to-be-missing-or-to-do", test_lacks);
  ADD ("close-goes-back-to-the-plan", test_way_out);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
