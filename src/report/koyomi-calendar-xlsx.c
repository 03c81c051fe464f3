#include "koyomi-calendar-xlsx.h"

#include "koyomi-calendar-xlsx-private.h"
#include "koyomi-history.h"
#include "koyomi-output-file.h"
#include "koyomi-xlsx-book-private.h"
#include "koyomi-xlsx-check.h"

#include <errno.h>

/* How far the work is when a part of it begins. */
#define CLOSE_BEGINS 0.6
#define CHECK_BEGINS 0.85

typedef struct
{
  KoyomiProgressFunc func;
  gpointer           data;
} Progress;

static void
tell (const Progress *progress,
      double          fraction)
{
  if (progress->func != NULL)
    progress->func (fraction, progress->data);
}

static void
tell_runs_cb (double   fraction,
              gpointer data)
{
  tell (data, fraction * CLOSE_BEGINS);
}

static gboolean
add_sheet (KoyomiCalendarXlsx  *self,
           KoyomiXlsxPage      *page,
           const char          *title,
           const char          *name,
           GError             **error)
{
  if (!_koyomi_xlsx_book_add_sheet (self->styles->workbook, page, title, name, error))
    return FALSE;

  _koyomi_xlsx_book_set_up_page (page, self->calendar, title, NULL);

  return TRUE;
}

static gboolean
add_sheets (KoyomiCalendarXlsx  *self,
            const char          *name,
            GError             **error)
{
  KoyomiLanguage language = self->calendar->language;

  if (!add_sheet (self, &self->annual, koyomi_tr (language, "Annual calendar"), name, error) ||
      !add_sheet (self, &self->runs, koyomi_tr (language, "Runs"), name, error) ||
      !add_sheet (self, &self->legend, koyomi_tr (language, "Legend and data quality"), name, error))
    return FALSE;

  worksheet_freeze_panes (self->annual.sheet, KOYOMI_CALENDAR_ROW_MEETINGS, KOYOMI_CALENDAR_COLUMN_TASKS);
  worksheet_repeat_rows (self->annual.sheet, KOYOMI_CALENDAR_ROW_QUARTERS, KOYOMI_CALENDAR_ROW_MONTHS);
  worksheet_repeat_columns (self->annual.sheet, KOYOMI_CALENDAR_COLUMN_GROUP, KOYOMI_CALENDAR_COLUMN_TEAM);
  worksheet_set_zoom (self->annual.sheet, 85);

  return TRUE;
}

static void
set_properties (KoyomiCalendarXlsx *self)
{
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, calendar->language);
  g_autofree char *title = g_strdup_printf (koyomi_tr (calendar->language, "Annual calendar %s"), year);

  _koyomi_xlsx_book_set_properties (self->styles->workbook, self->session, self->head, calendar, title);
}

static gboolean
write_sheets (KoyomiCalendarXlsx  *self,
              const char          *name,
              const Progress      *progress,
              GCancellable        *cancellable,
              GError             **error)
{
  set_properties (self);
  if (!add_sheets (self, name, error))
    return FALSE;

  _koyomi_calendar_xlsx_write_head (self);

  return _koyomi_calendar_xlsx_write_runs (self, tell_runs_cb, (gpointer) progress, cancellable, error) &&
         _koyomi_quality_finish (self->quality, self->session, error) &&
         _koyomi_calendar_xlsx_write_legend (self, error);
}

static gboolean
check_workbook (const KoyomiCalendarXlsx  *self,
                const char                *path,
                GCancellable              *cancellable,
                GError                   **error)
{
  const guint64 n_rows[] = { self->annual.n_rows, self->runs.n_rows, self->legend.n_rows };
  const guint64 n_cells[] = { self->annual.n_cells, self->runs.n_cells, self->legend.n_cells };
  const KoyomiXlsxExpectation expectation = { G_N_ELEMENTS (n_rows), n_rows, n_cells };

  return koyomi_xlsx_check (path, &expectation, cancellable, error);
}

static void
clear_pages (KoyomiCalendarXlsx *self)
{
  _koyomi_xlsx_page_clear (&self->annual);
  _koyomi_xlsx_page_clear (&self->runs);
  _koyomi_xlsx_page_clear (&self->legend);
}

static gboolean
write_workbook (KoyomiCalendarXlsx  *self,
                const char          *path,
                const char          *name,
                const Progress      *progress,
                GCancellable        *cancellable,
                GError             **error)
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

  _koyomi_xlsx_styles_init (styles, workbook, self->calendar->language);
  self->styles = styles;
  if (!write_sheets (self, name, progress, cancellable, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      _koyomi_xlsx_book_discard (workbook);
      return FALSE;
    }

  tell (progress, CLOSE_BEGINS);

  return _koyomi_xlsx_book_close (workbook, name, error);
}

/**
 * koyomi_calendar_write_xlsx:
 * @calendar: loaded from @session; its runs are read again, a function at a time, and its bars are gone afterwards
 * @path: the file to write, which no one else reads yet; its folder also takes the temporary files
 * @name: what the person calls the file, for messages
 *
 * Writes the annual sheet, the list of runs and the legend, and reads all of it back. The same plan at the same moment always
 * gives the same bytes.
 */
gboolean
koyomi_calendar_write_xlsx (KoyomiSession       *session,
                            KoyomiCalendar      *calendar,
                            const char          *path,
                            const char          *name,
                            KoyomiProgressFunc   progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GError             **error)
{
  const Progress told = { progress, progress_data };
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, error);
  g_autoptr(KoyomiQuality) quality = NULL;
  KoyomiCalendarXlsx self = { .session = session, .calendar = calendar, .head = head };
  gboolean done;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && KOYOMI_IS_CALENDAR (calendar), FALSE);

  if (head == NULL)
    return FALSE;

  for (guint i = 0; i < calendar->rows->len && !calendar->is_chosen; i++)
    g_array_set_size (KOYOMI_CALENDAR_ROW (g_ptr_array_index (calendar->rows, i))->bars, 0);

  self.position.row = KOYOMI_CALENDAR_ROW_FUNCTIONS;
  self.month_now = koyomi_fiscal_year_get_month_index (calendar->year, calendar->today);
  self.quality = quality = _koyomi_quality_new (calendar);

  done = write_workbook (&self, path, name, &told, cancellable, error);
  clear_pages (&self);
  if (!done)
    return FALSE;

  tell (&told, CHECK_BEGINS);

  return check_workbook (&self, path, cancellable, error);
}
