#include "koyomi-cric-import.h"
#include "koyomi-day.h"
#include "koyomi-template.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Prints what an import of the CRIC table costs, dry run and edit apart, as the best and the median of several. */

#define N_TIMES 15

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

static void
print_times (const char *what,
             gint64     *times)
{
  qsort (times, N_TIMES, sizeof *times, compare_times);
  g_print ("%-40s best %6.2f ms, median %6.2f ms\n", what, times[0] / 1000.0, times[N_TIMES / 2] / 1000.0);
}

static gboolean
import_once (KoyomiTemplate   template,
             const char      *table,
             gint64          *prepare_time,
             gint64          *apply_time,
             GError         **error)
{
  KoyomiPlanOptions options = { .template = template, .fiscal_year = 2026 };
  g_autofree char *folder = g_dir_make_tmp ("koyomi-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "plan.koyomi", NULL) : NULL;
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  gboolean done;
  gint64 start;

  if (folder == NULL || !koyomi_plan_create (path, &options, NULL, NULL, NULL, error) ||
      (session = koyomi_session_open (path, FALSE, NULL, error)) == NULL)
    return FALSE;

  start = g_get_monotonic_time ();
  import = koyomi_import_prepare_cric (session, table, NULL, NULL, NULL, NULL, error);
  *prepare_time = g_get_monotonic_time () - start;

  start = g_get_monotonic_time ();
  done = import != NULL && koyomi_import_apply (import, session, "Import", error);
  *apply_time = g_get_monotonic_time () - start;

  g_clear_object (&session);
  g_unlink (path);
  g_rmdir (folder);

  return done;
}

static gboolean
measure (const char      *what,
         KoyomiTemplate   template,
         const char      *table,
         GError         **error)
{
  gint64 prepare_times[N_TIMES], apply_times[N_TIMES], times[N_TIMES];
  g_autofree char *prepare_name = g_strconcat (what, ": dry run", NULL);
  g_autofree char *apply_name = g_strconcat (what, ": edit", NULL);
  g_autofree char *name = g_strconcat (what, ": both", NULL);

  for (guint i = 0; i < N_TIMES; i++)
    {
      if (!import_once (template, table, &prepare_times[i], &apply_times[i], error))
        return FALSE;

      times[i] = prepare_times[i] + apply_times[i];
    }

  print_times (prepare_name, prepare_times);
  print_times (apply_name, apply_times);
  print_times (name, times);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *table = g_strdup (g_getenv ("KOYOMI_CRIC_TABLE"));
  g_autofree char *data = g_dir_make_tmp ("koyomi-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;

  /* The daily copies of the plans belong nowhere near those of the person. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  if (measure ("into an empty plan", KOYOMI_TEMPLATE_EMPTY, table, &error) &&
      measure ("into the template's plan", KOYOMI_TEMPLATE_CRIC, table, &error))
    return EXIT_SUCCESS;

  g_printerr ("%s\n", error->message);

  return EXIT_FAILURE;
}
