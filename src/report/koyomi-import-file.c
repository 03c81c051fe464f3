#include "koyomi-import-file.h"

#include "koyomi-cric-import.h"
#include "koyomi-report-error.h"
#include "koyomi-run-csv.h"

typedef struct
{
  KoyomiSession             *session;
  const char                *path;
  const KoyomiImportOptions *options;
  KoyomiProgressFunc         progress;
  gpointer                   progress_data;
  GCancellable              *cancellable;
} Reading;

static KoyomiImport *
read_functions (const Reading  *self,
                GError        **error)
{
  KoyomiCricImportOptions options = {
    .fiscal_year = self->options->fiscal_year,
    .adjusted_months = self->options->adjusted_months,
    .sheet = self->options->sheet,
  };

  return koyomi_import_prepare_cric (self->session, self->path, &options, self->progress, self->progress_data, self->cancellable,
                                     error);
}

static KoyomiImport *
read_runs (const Reading  *self,
           GError        **error)
{
  KoyomiRunImportOptions options = { .sheet = self->options->sheet };

  return koyomi_import_prepare_runs (self->session, self->path, &options, self->progress, self->progress_data, self->cancellable,
                                     error);
}

/* A list of runs is told by its headings, down to the key of a run; a table of functions has fewer of its own. */
static KoyomiImport *
read_either (const Reading       *self,
             KoyomiTableContent  *content,
             GError             **error)
{
  g_autoptr(GError) runs_error = NULL;
  GError *functions_error = NULL;
  KoyomiImport *import = read_runs (self, &runs_error);

  *content = KOYOMI_TABLE_CONTENT_RUNS;
  if (import != NULL)
    return import;

  if (!g_error_matches (runs_error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&runs_error));
      return NULL;
    }

  *content = KOYOMI_TABLE_CONTENT_FUNCTIONS;
  if ((import = read_functions (self, &functions_error)) != NULL)
    return import;

  if (g_error_matches (functions_error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT))
    g_prefix_error (&functions_error, "%s; ", runs_error->message);
  g_propagate_error (error, functions_error);

  return NULL;
}

/**
 * koyomi_import_prepare:
 * @path: TSV, CSV or xlsx
 * @content: (out): what it holds
 *
 * A dry run of a table, whatever it holds of what can be imported: nothing is written.
 *
 * Returns: (transfer full): what the table would make of the plan, or NULL with %KOYOMI_REPORT_ERROR when it is none
 */
KoyomiImport *
koyomi_import_prepare (KoyomiSession              *session,
                       const char                 *path,
                       const KoyomiImportOptions  *options,
                       KoyomiTableContent         *content,
                       KoyomiProgressFunc          progress,
                       gpointer                    progress_data,
                       GCancellable               *cancellable,
                       GError                    **error)
{
  Reading self = { session, path, options, progress, progress_data, cancellable };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  *content = options->content;

  switch (options->content)
    {
    case KOYOMI_TABLE_CONTENT_FUNCTIONS:
      return read_functions (&self, error);
    case KOYOMI_TABLE_CONTENT_RUNS:
      return read_runs (&self, error);
    case KOYOMI_TABLE_CONTENT_UNKNOWN:
    default:
      return read_either (&self, content, error);
    }
}
