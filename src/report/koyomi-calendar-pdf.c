#include "koyomi-calendar-pdf.h"

#include "koyomi-calendar-sheets.h"
#include "koyomi-pdf-facts-private.h"
#include "koyomi-surface-stream-private.h"

static void
describe (cairo_surface_t *surface,
          KoyomiCalendar  *calendar)
{
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, calendar->language);
  g_autofree char *whole = g_strdup_printf (koyomi_tr (calendar->language, "Annual calendar %s"), year);
  g_autofree char *title = g_strjoin ("   ", whole, *calendar->remark != '\0' ? calendar->remark : NULL, NULL);

  _koyomi_pdf_describe (surface, calendar, title);
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
