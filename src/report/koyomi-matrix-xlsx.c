#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-day.h"
#include "koyomi-handover.h"
#include "koyomi-matrix-heading-private.h"
#include "koyomi-output-file.h"
#include "koyomi-xlsx-book-private.h"
#include "koyomi-xlsx-check.h"

#include <errno.h>

#define TITLE_HEIGHT 33
#define LINE_HEIGHT 20
#define STAMP_HEIGHT 36

/* How far the work is when a part of it begins. */
#define CLOSE_BEGINS 0.6
#define CHECK_BEGINS 0.85

static const char * const titles[KOYOMI_N_MATRIX_SHEETS] = {
  [KOYOMI_MATRIX_SHEET_MATRIX] = N_("Matrix"),
  [KOYOMI_MATRIX_SHEET_MATURITY] = N_("Maturity"),
  [KOYOMI_MATRIX_SHEET_BREACHES] = N_("Rule breaches"),
  [KOYOMI_MATRIX_SHEET_LOAD] = N_("Load"),
  [KOYOMI_MATRIX_SHEET_LEGEND] = N_("Legend and data quality"),
};

/* A row of boxes for seals or signatures: their heads, or the boxes. */
static void
write_approvals (KoyomiMatrixXlsx *self,
                 KoyomiXlsxPage   *page,
                 lxw_row_t         row,
                 lxw_col_t         column,
                 gboolean          is_head)
{
  for (guint i = 0; column > 0 && i < KOYOMI_N_APPROVALS; i++)
    _koyomi_xlsx_page_set_text (page, row, column + i, is_head ? koyomi_approval_get_label (i, self->report->language) : NULL,
                                _koyomi_xlsx_styles_get (self->styles, is_head ? KOYOMI_XLSX_STYLE_STAMP_HEAD : KOYOMI_XLSX_STYLE_STAMP, 0));
}

/* What every sheet begins with: its title, whose it is, how secret (over some columns) and of which moment.
 * @approvals: from which column on there are boxes for seals or signatures; 0 for none */
void
_koyomi_matrix_xlsx_write_title (KoyomiMatrixXlsx *self,
                                 KoyomiXlsxPage   *page,
                                 const char       *title,
                                 lxw_col_t         first_column,
                                 lxw_col_t         last_column,
                                 lxw_col_t         approvals)
{
  KoyomiCalendar *facts = self->report->facts;
  g_autofree char *owner = _koyomi_matrix_report_dup_owner (self->report);
  g_autofree char *subtitle = _koyomi_matrix_report_dup_subtitle (self->report);

  _koyomi_xlsx_page_set_height (page, KOYOMI_MATRIX_ROW_TITLE, TITLE_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_MATRIX_ROW_TITLE, 0, title,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_TITLE, 0));
  if (*facts->classification != '\0')
    _koyomi_xlsx_page_set_span (page, KOYOMI_MATRIX_ROW_TITLE, first_column, last_column, facts->classification,
                                _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_MARK, 0));

  _koyomi_xlsx_page_set_height (page, KOYOMI_MATRIX_ROW_ORGANISATION, LINE_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_MATRIX_ROW_ORGANISATION, 0, owner,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_ORGANISATION, 0));
  write_approvals (self, page, KOYOMI_MATRIX_ROW_ORGANISATION, approvals, TRUE);
  _koyomi_xlsx_page_set_height (page, KOYOMI_MATRIX_ROW_SUBTITLE, approvals > 0 ? STAMP_HEIGHT : LINE_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_MATRIX_ROW_SUBTITLE, 0, subtitle,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_REMARK, 0));
  write_approvals (self, page, KOYOMI_MATRIX_ROW_SUBTITLE, approvals, FALSE);
}

/* The day that the matrix shows stands in a cell of its own, because an import compares with the same day. */
void
_koyomi_matrix_xlsx_write_day (KoyomiMatrixXlsx *self,
                               KoyomiXlsxPage   *page)
{
  _koyomi_xlsx_page_set_height (page, KOYOMI_MATRIX_ROW_DAY, LINE_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_MATRIX_ROW_DAY, 0,
                              _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_DAY, self->report->language),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_HEAD, 0));
  _koyomi_xlsx_page_set_day (page, KOYOMI_MATRIX_ROW_DAY, 1, self->report->day,
                             _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_DAY, 0));
}

static gboolean
add_sheets (KoyomiMatrixXlsx  *self,
            const char        *name,
            GError           **error)
{
  g_autofree char *period = koyomi_day_format (self->report->day);

  for (guint i = 0; i < KOYOMI_N_MATRIX_SHEETS; i++)
    {
      const char *title = koyomi_tr (self->report->language, titles[i]);

      if (!_koyomi_xlsx_book_add_sheet (self->styles->workbook, &self->pages[i], title, name, error))
        return FALSE;

      _koyomi_xlsx_book_set_up_page (&self->pages[i], self->report->facts, title, period);
    }

  return TRUE;
}

static gboolean
write_sheets (KoyomiMatrixXlsx  *self,
              const char        *name,
              GError           **error)
{
  g_autofree char *title = _koyomi_matrix_report_dup_title (self->report);

  _koyomi_xlsx_book_set_properties (self->styles->workbook, self->report->session, self->report->head, self->report->facts, title);

  return add_sheets (self, name, error) &&
         _koyomi_matrix_xlsx_write_sheet (self, error) &&
         _koyomi_matrix_xlsx_write_maturity (self, error) &&
         _koyomi_matrix_xlsx_write_breaches (self, error) &&
         _koyomi_matrix_xlsx_write_load (self, error) &&
         _koyomi_matrix_xlsx_write_legend (self, error);
}

static gboolean
write_workbook (KoyomiMatrixXlsx  *self,
                const char        *path,
                const char        *name,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_FALSE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  g_autofree KoyomiXlsxStyles *styles = g_new (KoyomiXlsxStyles, 1);

  if (workbook == NULL)
    {
      koyomi_output_file_set_errno (error, ENOMEM, name);
      return FALSE;
    }

  _koyomi_xlsx_styles_init (styles, workbook, self->report->language);
  self->styles = styles;
  if (!write_sheets (self, name, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      _koyomi_xlsx_book_discard (workbook);
      return FALSE;
    }

  return _koyomi_xlsx_book_close (workbook, name, error);
}

static gboolean
check_workbook (const KoyomiMatrixXlsx  *self,
                const char              *path,
                GCancellable            *cancellable,
                GError                 **error)
{
  guint64 n_rows[KOYOMI_N_MATRIX_SHEETS];
  guint64 n_cells[KOYOMI_N_MATRIX_SHEETS];
  const KoyomiXlsxExpectation expectation = { KOYOMI_N_MATRIX_SHEETS, n_rows, n_cells };

  for (guint i = 0; i < KOYOMI_N_MATRIX_SHEETS; i++)
    {
      n_rows[i] = self->pages[i].n_rows;
      n_cells[i] = self->pages[i].n_cells;
    }

  return koyomi_xlsx_check (path, &expectation, cancellable, error);
}

/**
 * _koyomi_matrix_write_xlsx:
 * @path: the file to write, which no one else reads yet; its folder also takes the temporary files
 * @name: what the person calls the file, for messages
 *
 * Writes the matrix, maturity, breaches of rules, load and legend, and reads all of it back. The same plan at the same moment always
 * gives the same bytes.
 */
gboolean
_koyomi_matrix_write_xlsx (KoyomiMatrixReport  *report,
                           const char          *path,
                           const char          *name,
                           KoyomiProgressFunc   progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  KoyomiMatrixXlsx self = { .report = report };
  gboolean done;

  if (progress != NULL)
    progress (CLOSE_BEGINS, progress_data);

  done = write_workbook (&self, path, name, cancellable, error);
  for (guint i = 0; i < KOYOMI_N_MATRIX_SHEETS; i++)
    _koyomi_xlsx_page_clear (&self.pages[i]);
  if (!done)
    return FALSE;

  if (progress != NULL)
    progress (CHECK_BEGINS, progress_data);

  return check_workbook (&self, path, cancellable, error);
}
