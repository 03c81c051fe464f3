#include "koyomi-report-face-private.h"

#include "koyomi-calendar-sheets.h"
#include "koyomi-day.h"

static KoyomiExportOptions
get_export_options (const KoyomiReportOptions *options)
{
  return (KoyomiExportOptions) { .year = options->year, .language = options->language, .paper = KOYOMI_PAPER_A3 };
}

/* How things stand is told as of the moment that is shown, whenever the report is written. */
static gpointer
load (KoyomiSession              *session,
      const KoyomiReportOptions  *options,
      guint                      *n_pages,
      GError                    **error)
{
  const KoyomiExportOptions export_options = get_export_options (options);
  g_autoptr(KoyomiCalendar) calendar = NULL;
  KoyomiCalendarSheets *sheets;
  double width, height;

  koyomi_session_set_today (session, koyomi_time_get_day (options->now));
  calendar = koyomi_export_load_calendar (session, &export_options, TRUE, error);
  koyomi_session_set_today (session, KOYOMI_DAY_NONE);
  if (calendar == NULL)
    return NULL;

  koyomi_paper_get_size (KOYOMI_PAPER_A3, &width, &height);
  sheets = koyomi_calendar_sheets_new (calendar, width, height, 1);
  *n_pages = koyomi_calendar_sheets_get_n_pages (sheets);

  return sheets;
}

static char *
dup_number (const KoyomiReportOptions *options)
{
  return koyomi_calendar_dup_number (options->year);
}

static void
paint_page (gpointer  sheets,
            guint     page,
            cairo_t  *cr)
{
  koyomi_calendar_sheets_paint (sheets, page, KOYOMI_CHART_PALETTE_PRINT, cr);
}

static gboolean
write_calendar (KoyomiSession              *session,
                const KoyomiReportOptions  *options,
                KoyomiExportFormat          format,
                const char                 *path,
                KoyomiProgressFunc          progress,
                gpointer                    progress_data,
                GCancellable               *cancellable,
                GError                    **error)
{
  const KoyomiExportOptions export_options = get_export_options (options);
  gboolean done;

  koyomi_session_set_today (session, koyomi_time_get_day (options->now));
  done = koyomi_annual_calendar_export (session, &export_options, format, path, progress, progress_data, cancellable, error);
  koyomi_session_set_today (session, KOYOMI_DAY_NONE);

  return done;
}

const KoyomiReportFace _koyomi_report_calendar = {
  KOYOMI_PAPER_A3, load, (GDestroyNotify) koyomi_calendar_sheets_free, dup_number, paint_page, write_calendar,
};
