#include "koyomi-cric-import.h"

#include "koyomi-cric-layout-private.h"
#include "koyomi-cric-table-private.h"
#include "koyomi-day.h"
#include "koyomi-report-error.h"

#include <string.h>

/* @sheet: (nullable): by its name, or the first in sight that has a table of functions */
static gboolean
find_sheet (KoyomiTableFile         *table,
            const char          *name,
            int                  start_month,
            KoyomiSheet        **sheet,
            KoyomiCricLayout    *layout,
            KoyomiProgressFunc   progress,
            gpointer             progress_data,
            GCancellable        *cancellable,
            GError             **error)
{
  for (guint i = 0; i < koyomi_table_file_get_n_sheets (table); i++)
    {
      g_autoptr(KoyomiSheet) loaded = NULL;

      if (name != NULL ? strcmp (name, koyomi_table_file_get_sheet_name (table, i)) != 0
                       : koyomi_table_file_get_sheet_state (table, i) != KOYOMI_XLSX_SHEET_VISIBLE)
        continue;

      if ((loaded = koyomi_table_file_load_sheet (table, i, progress, progress_data, cancellable, error)) == NULL)
        return FALSE;

      _koyomi_cric_layout_clear (layout);
      if (_koyomi_cric_layout_find (layout, loaded, start_month))
        {
          *sheet = g_steal_pointer (&loaded);
          return TRUE;
        }
    }

  g_set_error_literal (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
                       "no row of headings names a column of functions (機能, Function) beside others: "
                       "group, tasks, skill set, monthly, routine, at incident, months");

  return FALSE;
}

static gboolean
check_functions (KoyomiCricTable  *table,
                 GError          **error)
{
  if (table->functions->len > 0)
    return TRUE;

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
               "“%s” has headings down to row %u and no function below them", koyomi_sheet_get_name (table->sheet),
               table->layout->last_heading_row);

  return FALSE;
}

/**
 * koyomi_import_prepare_cric:
 * @path: a table of functions with their duties and year, in the layout of the CRIC table or one like it: TSV, CSV or xlsx
 * @options: (nullable)
 *
 * A dry run: nothing is written.
 *
 * Returns: (transfer full): what the table would make of the plan, or NULL with %KOYOMI_REPORT_ERROR when it is none
 */
KoyomiImport *
koyomi_import_prepare_cric (KoyomiSession                  *session,
                            const char                     *path,
                            const KoyomiCricImportOptions  *options,
                            KoyomiProgressFunc              progress,
                            gpointer                        progress_data,
                            GCancellable                   *cancellable,
                            GError                        **error)
{
  static const KoyomiCricImportOptions usual;

  KoyomiFiscalYear year;
  g_autoptr(KoyomiTableFile) file = NULL;
  g_autoptr(KoyomiSheet) sheet = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_auto(KoyomiCricLayout) layout = { 0 };
  g_auto(KoyomiCricTable) table = { 0 };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  options = options != NULL ? options : &usual;
  year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());
  if (options->fiscal_year != 0)
    year.year = options->fiscal_year;

  if ((file = koyomi_table_file_open (path, options->text_options, options->limits, cancellable, error)) == NULL ||
      !find_sheet (file, options->sheet, year.start_month, &sheet, &layout, progress, progress_data, cancellable, error) ||
      (import = _koyomi_import_new (session, koyomi_sheet_get_name (sheet), koyomi_table_file_is_workbook (file), error)) == NULL)
    return NULL;

  table = (KoyomiCricTable) { sheet, &layout, import, options->adjusted_months };
  _koyomi_cric_table_read (&table);
  if (!check_functions (&table, error) ||
      !_koyomi_cric_plan_compare (&table, session, year, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  _koyomi_import_sort (import);
  if (progress != NULL)
    progress (1.0, progress_data);

  return g_steal_pointer (&import);
}
