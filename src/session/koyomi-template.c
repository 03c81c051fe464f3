#include "koyomi-template.h"

#include "koyomi-day.h"
#include "koyomi-plan-file.h"
#include "koyomi-session-private.h"
#include "koyomi-template-loader.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static const char * const nicks[] = { "cric", "empty", "sample" };

gboolean
koyomi_template_from_nick (const char     *nick,
                           KoyomiTemplate *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}

/* What people call it. */
const char *
koyomi_template_get_name (KoyomiTemplate self,
                          KoyomiLanguage language)
{
  switch (self)
    {
    case KOYOMI_TEMPLATE_CRIC:
      return koyomi_tr (language, "CRIC’s 31 functions");
    case KOYOMI_TEMPLATE_EMPTY:
      return koyomi_tr (language, "Empty plan");
    case KOYOMI_TEMPLATE_SAMPLE:
      return koyomi_tr (language, "Sample company");
    default:
      g_return_val_if_reached (NULL);
    }
}

static KoyomiRecord *
make_plan (KoyomiLoader *loader)
{
  const KoyomiPlanOptions *options = loader->options;
  KoyomiRecord *plan = koyomi_record_new (KOYOMI_TABLE_PLAN);

  koyomi_record_set_text (plan, KOYOMI_PLAN_TEMPLATE, nicks[options->template]);
  koyomi_record_set_int (plan, KOYOMI_PLAN_FISCAL_START_MONTH, loader->year.start_month);
  koyomi_record_set_int (plan, KOYOMI_PLAN_LANGUAGE, options->language);
  koyomi_record_set_int (plan, KOYOMI_PLAN_CREATED_DAY, loader->today);

  if (options->template == KOYOMI_TEMPLATE_SAMPLE)
    _koyomi_loader_set_cell (loader, plan, KOYOMI_PLAN_CLASSIFICATION, koyomi_reference_get ("sample/plan"), 0, "classification");

  if (options->organisation != NULL && *options->organisation != '\0')
    koyomi_record_set_text (plan, KOYOMI_PLAN_ORGANISATION, options->organisation);
  else if (options->template == KOYOMI_TEMPLATE_SAMPLE)
    _koyomi_loader_set_cell (loader, plan, KOYOMI_PLAN_ORGANISATION, koyomi_reference_get ("sample/plan"), 0, "organisation");

  return plan;
}

static gboolean
load (KoyomiLoader   *loader,
      KoyomiSession  *session,
      KoyomiRecord   *plan,
      GError        **error)
{
  KoyomiTemplate template = loader->options->template;

  if (!_koyomi_loader_insert (loader, plan, NULL, error) || !_koyomi_template_load_registers (loader, error))
    return FALSE;

  if (template == KOYOMI_TEMPLATE_EMPTY)
    return _koyomi_template_load_check_lists (loader, error);

  if (!_koyomi_template_load_catalogues (loader, error) || !_koyomi_template_load_check_lists (loader, error))
    return FALSE;

  if (template == KOYOMI_TEMPLATE_SAMPLE)
    return _koyomi_template_load_sample (loader, session, error);

  return _koyomi_template_load_teams (loader, error) && _koyomi_template_load_year (loader, TRUE, error);
}

static gboolean
fill (KoyomiDatabase           *db,
      const KoyomiPlanOptions  *options,
      GError                  **error)
{
  KoyomiLoader loader = { .options = options, .today = koyomi_day_today () };
  g_autoptr(KoyomiRecord) plan = NULL;
  g_autoptr(KoyomiSession) session = NULL;
  g_autofree char *year = NULL;
  g_autofree char *label = NULL;
  gboolean done;

  loader.year = koyomi_fiscal_year_of_day (loader.today, options->start_month != 0 ? options->start_month : 4);
  if (options->fiscal_year != 0)
    loader.year.year = options->fiscal_year;
  _koyomi_loader_init (&loader);

  plan = make_plan (&loader);
  session = _koyomi_session_new_for_new_plan (db, plan);
  year = koyomi_fiscal_year_format (loader.year, options->language);
  /* Translators: the label of the edit that makes a plan; a fiscal year */
  label = g_strdup_printf (koyomi_tr (options->language, N_("New plan for %s")), year);

  done = (loader.edit = koyomi_session_begin_edit (session, error)) != NULL &&
         load (&loader, session, plan, error) &&
         koyomi_edit_commit (loader.edit, label, error);

  koyomi_edit_free (loader.edit);
  _koyomi_loader_clear (&loader);

  return done;
}

static char *
name_part (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = g_strdup_printf (".koyomi-%08x", g_random_int ());
  char *real_folder = realpath (folder, NULL);
  char *result = g_build_filename (real_folder != NULL ? real_folder : folder, part, NULL);

  free (real_folder);

  return result;
}

static void
remove_part (const char *part)
{
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);

  g_unlink (part);
  g_unlink (journal);
}

/**
 * koyomi_plan_create:
 * @path: where no file may be
 *
 * Makes a plan: filled under another name in the same folder, then put in place, so that a plan is whole or not there.
 */
gboolean
koyomi_plan_create (const char               *path,
                    const KoyomiPlanOptions  *options,
                    KoyomiProgressFunc        progress,
                    gpointer                  progress_data,
                    GCancellable             *cancellable,
                    GError                  **error)
{
  g_autofree char *part = name_part (path);
  g_autoptr(KoyomiDatabase) db = NULL;
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "%s: there is a file of this name", path);
      return FALSE;
    }

  if ((db = koyomi_plan_file_create (part, error)) == NULL)
    return FALSE;

  if (progress != NULL)
    progress (0.1, progress_data);

  done = fill (db, options, error) && koyomi_database_close (db, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         koyomi_plan_file_put_in_place (part, path, error);
  if (!done)
    remove_part (part);
  else if (progress != NULL)
    progress (1.0, progress_data);

  return done;
}
