#include "koyomi-xlsx-book-private.h"

#include "koyomi-history.h"
#include "koyomi-output-file.h"
#include "koyomi-report-error.h"

#include <errno.h>
#include <stdio.h>

#define PAPER_A3 8

/* In inches. */
#define SIDE_MARGIN 0.4
#define END_MARGIN 0.65

/* Of a header or footer, in letters that Excel takes. */
#define MOST_HEADER 80

/* In a header an ampersand begins a code. */
static char *
escape_header (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MOST_HEADER));
  g_auto(GStrv) parts = g_strsplit (start, "&", -1);

  return g_strjoinv ("&&", parts);
}

/* A blank stands before each text, because its first digits would belong to the size of the letters. */
static void
set_header (KoyomiXlsxPage *page,
            KoyomiCalendar *facts,
            const char     *title,
            const char     *period)
{
  g_autofree char *organisation = escape_header (facts->organisation);
  g_autofree char *classification = escape_header (facts->classification);
  g_autofree char *marks = g_strjoin (*facts->watermark != '\0' && *facts->remark != '\0' ? "   " : "", facts->watermark, facts->remark, NULL);
  g_autofree char *mark = escape_header (marks);
  g_autofree char *middle = *mark != '\0' ? g_strdup_printf ("&C&9 %s", mark) : g_strdup ("");
  g_autofree char *header = g_strdup_printf ("&L&9 %s%s&R&9 %s", organisation, middle, classification);
  g_autofree char *which = escape_header (title);
  g_autofree char *footer = g_strdup_printf ("&L&8 %s  %s&C&9 &P / &N&R&8 %s  %.12s", which, period, facts->as_of, facts->journal_head);

  worksheet_set_header (page->sheet, header);
  worksheet_set_footer (page->sheet, footer);
}

/**
 * _koyomi_xlsx_book_set_up_page:
 * @period: (nullable): what the report is of, behind its title; NULL for the fiscal year
 *
 * A3 on its side, as many sheets as it takes but one wide.
 */
void
_koyomi_xlsx_book_set_up_page (KoyomiXlsxPage *page,
                               KoyomiCalendar *facts,
                               const char     *title,
                               const char     *period)
{
  g_autofree char *year = koyomi_fiscal_year_format (facts->year, facts->language);

  worksheet_set_landscape (page->sheet);
  worksheet_set_paper (page->sheet, PAPER_A3);
  worksheet_fit_to_pages (page->sheet, 1, 0);
  worksheet_set_margins (page->sheet, SIDE_MARGIN, SIDE_MARGIN, END_MARGIN, END_MARGIN);
  worksheet_center_horizontally (page->sheet);
  worksheet_gridlines (page->sheet, LXW_HIDE_ALL_GRIDLINES);
  set_header (page, facts, title, period != NULL ? period : year);
}

/* Each sheet may have a temporary file of its own, which may not be had. */
gboolean
_koyomi_xlsx_book_add_sheet (lxw_workbook    *workbook,
                             KoyomiXlsxPage  *page,
                             const char      *title,
                             const char      *name,
                             GError         **error)
{
  lxw_worksheet *sheet;

  errno = 0;
  if ((sheet = workbook_add_worksheet (workbook, title)) == NULL)
    {
      koyomi_output_file_set_errno (error, errno != 0 ? errno : ENOMEM, name);
      return FALSE;
    }

  _koyomi_xlsx_page_init (page, sheet);

  return TRUE;
}

/* The moment that the session shows, not that of writing: a past plan always gives the same file. */
void
_koyomi_xlsx_book_set_properties (lxw_workbook   *workbook,
                                  KoyomiSession  *session,
                                  KoyomiEntry    *head,
                                  KoyomiCalendar *facts,
                                  const char     *title)
{
  g_autoptr(GDateTime) moment = koyomi_session_dup_moment (session, head);
  g_autofree char *remark = escape_header (facts->remark);
  g_autofree char *whole = g_strjoin ("   ", title, *remark != '\0' ? remark : NULL, NULL);
  g_autofree char *organisation = escape_header (facts->organisation);
  g_autofree char *classification = escape_header (facts->classification);
  lxw_doc_properties properties = {
    .title = whole,
    .subject = classification,
    .author = organisation,
    .comments = facts->journal_head,
    .created = g_date_time_to_unix (moment),
  };

  workbook_set_properties (workbook, &properties);
}

/* Ends a workbook that nobody will read, with the temporary files of its sheets. */
void
_koyomi_xlsx_book_discard (lxw_workbook *workbook)
{
  for (lxw_worksheet *sheet = STAILQ_FIRST (workbook->worksheets); sheet != NULL; sheet = STAILQ_NEXT (sheet, list_pointers))
    g_clear_pointer (&sheet->optimize_tmpfile, fclose);

  lxw_workbook_free (workbook);
}

/* The library tells most of what goes wrong only here, and not all of it. */
gboolean
_koyomi_xlsx_book_close (lxw_workbook  *workbook,
                         const char    *name,
                         GError       **error)
{
  lxw_error result;

  errno = 0;
  result = workbook_close (workbook);
  if (result == LXW_NO_ERROR)
    return TRUE;

  if (errno != 0)
    koyomi_output_file_set_errno (error, errno, name);
  else
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT, "“%s” cannot be written: %s", name, lxw_strerror (result));

  return FALSE;
}
