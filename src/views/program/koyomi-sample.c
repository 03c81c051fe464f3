#include "koyomi-sample.h"

#include "koyomi-template.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The sample company is made anew each time somebody wants to try it, in a folder of its own, so that it never mixes with plans. */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "koyomi", "sample", NULL);
}

/* Returns: (transfer full): a name that no file has */
char *
koyomi_sample_name_file (void)
{
  g_autofree char *folder = get_folder ();
  char *path = g_build_filename (folder, "sample.koyomi", NULL);

  for (int number = 2; g_file_test (path, G_FILE_TEST_EXISTS); number++)
    {
      g_autofree char *name = g_strdup_printf ("sample-%d.koyomi", number);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }

  return path;
}

/* Makes the sample company. May be called from any thread. */
gboolean
koyomi_sample_make (const char      *path,
                    KoyomiLanguage   language,
                    GCancellable    *cancellable,
                    GError         **error)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .language = language };
  g_autofree char *folder = get_folder ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, errno == ENOSPC ? KOYOMI_PLAN_ERROR_FULL : KOYOMI_PLAN_ERROR_FAILED,
                   "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }

  return koyomi_plan_create (path, &options, NULL, NULL, cancellable, error);
}

/* Whether the plan began as the sample company, wherever it lies now. */
gboolean
koyomi_sample_is (KoyomiSession *session)
{
  return g_strcmp0 (koyomi_record_get_text (koyomi_session_get_plan (session), KOYOMI_PLAN_TEMPLATE), "sample") == 0;
}
