#include "koyomi-import-file.h"

#include "koyomi-cric-import.h"
#include "koyomi-matrix-import.h"
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

static KoyomiImport *
read_matrix (const Reading  *self,
             GError        **error)
{
  KoyomiMatrixImportOptions options = {
    .sheet = self->options->sheet,
    .catalogue = self->options->catalogue,
    .day = self->options->day,
    .begins = self->options->begins,
  };

  return koyomi_import_prepare_matrix (self->session, self->path, &options, self->progress, self->progress_data, self->cancellable,
                                       error);
}

/* A matrix is told by the teams of the plan in its headings, a list of runs by its headings, down to the key of a run; a table of
 * functions has fewer of its own. */
static KoyomiImport *
read_any (const Reading       *self,
          KoyomiTableContent  *content,
          GError             **error)
{
  static const struct
  {
    KoyomiTableContent   content;
    KoyomiImport      *(*read) (const Reading  *self,
                                GError        **error);
  } contents[] = {
    { KOYOMI_TABLE_CONTENT_MATRIX, read_matrix },
    { KOYOMI_TABLE_CONTENT_RUNS, read_runs },
    { KOYOMI_TABLE_CONTENT_FUNCTIONS, read_functions },
  };

  g_autoptr(GString) tried = g_string_new (NULL);
  GError *cause = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      KoyomiImport *import = contents[i].read (self, &cause);

      *content = contents[i].content;
      if (import != NULL)
        return import;

      if (!g_error_matches (cause, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT))
        {
          g_propagate_error (error, cause);
          return NULL;
        }

      g_string_append_printf (tried, "%s%s", tried->len > 0 ? "; " : "", cause->message);
      g_clear_error (&cause);
    }

  g_set_error_literal (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT, tried->str);

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
    case KOYOMI_TABLE_CONTENT_MATRIX:
      return read_matrix (&self, error);
    case KOYOMI_TABLE_CONTENT_UNKNOWN:
    default:
      return read_any (&self, content, error);
    }
}
