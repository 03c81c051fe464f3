#include "koyomi-calendar-pdf.h"

#include "koyomi-calendar-sheets.h"
#include "koyomi-surface-stream-private.h"

#include <cairo-pdf.h>

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  field,
              const char           *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (*valid != '\0')
    cairo_pdf_surface_set_metadata (surface, field, valid);
}

/* The moment that the calendar shows, as PDF wants it, or NULL: never the time of writing, so that the same plan gives the same
 * file. It is read from texts such as "2026-11-22 09:30 JST". */
static char *
format_create_date (const char *as_of)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d)(:\\d\\d)?)?(?: ?(JST|UTC|Z|[+-]\\d\\d:\\d\\d))?",
                                         0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *date = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *second = NULL;
  g_autofree char *zone = NULL;

  if (!g_regex_match (regex, as_of, 0, &match))
    return NULL;

  date = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  second = g_match_info_fetch (match, 3);
  zone = g_match_info_fetch (match, 4);

  return g_strdup_printf ("%sT%s%s%s", date, minute != NULL && *minute != '\0' ? minute : "00:00",
                          second != NULL && *second != '\0' ? second : ":00",
                          g_strcmp0 (zone, "JST") == 0 ? "+09:00" : zone != NULL && *zone == '+' ? zone :
                          zone != NULL && *zone == '-' ? zone : "Z");
}

static void
describe (cairo_surface_t *surface,
          KoyomiCalendar  *calendar)
{
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, calendar->language);
  g_autofree char *whole = g_strdup_printf (koyomi_tr (calendar->language, "Annual calendar %s"), year);
  g_autofree char *title = g_strjoin ("   ", whole, *calendar->remark != '\0' ? calendar->remark : NULL, NULL);
  g_autofree char *created = format_create_date (calendar->as_of);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, calendar->organisation);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, calendar->classification);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, calendar->journal_head);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Koyomi " KOYOMI_VERSION);
  if (created != NULL)
    set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
add_outline (cairo_surface_t      *surface,
             KoyomiCalendarSheets *sheets,
             guint                 sheet)
{
  guint number;
  KoyomiCalendarLayout *layout = koyomi_calendar_sheets_find_layout (sheets, sheet, &number);
  KoyomiCalendarPage *page = g_ptr_array_index (layout->pages, number);

  for (guint i = 0; i < page->lines->len; i++)
    {
      const KoyomiCalendarLine *line = &g_array_index (page->lines, KoyomiCalendarLine, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *name = NULL;
      g_autofree char *target = NULL;

      if (line->row != NULL || line->continued)
        continue;

      name = g_utf8_make_valid (koyomi_record_get_title (line->group), -1);
      g_ascii_formatd (y, sizeof y, "%.1f", line->y);
      target = g_strdup_printf ("page=%u pos=[0 %s]", sheet + 1, y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, target, 0);
    }
}

static cairo_status_t
paint_pages (cairo_surface_t      *surface,
             KoyomiCalendarSheets *sheets,
             GCancellable         *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < koyomi_calendar_sheets_get_n_pages (sheets) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      add_outline (surface, sheets, i);
      koyomi_calendar_sheets_paint (sheets, i, KOYOMI_CHART_PALETTE_PRINT, cr);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * koyomi_calendar_write_pdf:
 * @n_across: how many sheets its days take side by side
 * @stream: not closed; what it holds after a failure is of no use
 *
 * Writes the calendar on sheets of paper, as many as it takes, with text that can be selected and its fonts within. The same calendar
 * always gives the same bytes.
 *
 * Returns: FALSE with the error of the stream, %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when drawing failed
 */
gboolean
koyomi_calendar_write_pdf (KoyomiCalendar  *calendar,
                           KoyomiPaper      paper,
                           guint            n_across,
                           GOutputStream   *stream,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(KoyomiCalendarSheets) sheets = NULL;
  KoyomiSurfaceStream target;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width = 0, height = 0;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (calendar), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  koyomi_paper_get_size (paper, &width, &height);
  sheets = koyomi_calendar_sheets_new (calendar, width, height, MAX (n_across, 1));
  _koyomi_surface_stream_init (&target, stream, cancellable);
  surface = cairo_pdf_surface_create_for_stream (_koyomi_surface_stream_write, &target, width, height);

  describe (surface, calendar);
  status = paint_pages (surface, sheets, cancellable);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return _koyomi_surface_stream_finish (&target, status, error);
}
