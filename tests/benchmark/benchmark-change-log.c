/* Opens the page of a change log of 100,000 entries in the real window, and prints how long the window could not answer meanwhile, and when all was
 * there. */

#include "koyomi-application.h"
#include "koyomi-audit-view.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-window.h"
#include "large-log.h"

#include <time.h>

#define N_EDITS 100000
#define SETTLE_SECONDS 3

/* Milliseconds of the processor in this thread: what else runs on the machine counts for nothing. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Returns: the longest turn of the main loop until @seconds have gone by */
static double
run (guint seconds)
{
  gboolean is_over = FALSE;
  double longest = 0;

  g_timeout_add_seconds (seconds, end_cb, &is_over);
  while (!is_over)
    {
      double start = get_work ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_work () - start);
    }

  return longest;
}

static void
measure (KoyomiApplication *application,
         const char        *path)
{
  g_autoptr(KoyomiSession) session = koyomi_session_open (path, FALSE, NULL, NULL);
  KoyomiWindow *window;
  GtkWidget *view;
  double start, page, first, longest;

  g_settings_set_string (koyomi_application_get_settings (application), "last-view", "audit");
  window = koyomi_window_new (ADW_APPLICATION (application), koyomi_application_get_settings (application), KOYOMI_LANGUAGE_EN);
  koyomi_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  longest = run (SETTLE_SECONDS);
  g_print ("the summary: the window waits %.0f ms\n", longest);

  view = koyomi_test_widget_find (GTK_WIDGET (window), KOYOMI_TYPE_AUDIT_VIEW);
  start = get_work ();
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (view), "change-log");
  page = get_work () - start;
  first = run (SETTLE_SECONDS);
  g_print ("the page: %.0f ms to make it, then the window waits %.0f ms at a time\n", page, first);

  large_log_edit (session);
  g_print ("after an edit: the window waits %.0f ms\n", run (SETTLE_SECONDS));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(KoyomiApplication) application = NULL;

  koyomi_test_folder_start ();
  folder = koyomi_test_folder_make ("change-log");
  path = g_build_filename (folder, "plan.koyomi", NULL);
  g_assert_true (koyomi_plan_create (path, &options, NULL, NULL, NULL, NULL));
  large_log_make (path, N_EDITS);
  application = koyomi_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  measure (application, path);

  return koyomi_test_folder_finish (0);
}
