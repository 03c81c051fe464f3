#include "koyomi-xlsx-page-private.h"

#include "koyomi-day.h"
#include "koyomi-report-error.h"

#include <math.h>
#include <string.h>

/* What Excel takes in a cell, in UTF-16 units. */
#define MOST_UNITS 32767

/* Excel's day 0, and the first day from which its count is right: it believes in a 29 February 1900. */
#define EXCEL_DAY_0 693594u
#define EXCEL_DAY_FIRST (EXCEL_DAY_0 + 61)

/* Of a comment, in characters and lines, and in pixels. */
#define MOST_COMMENT 4000
#define MOST_LINES 30
#define COMMENT_BYTES 42
#define COMMENT_WIDTH 240
#define COMMENT_LINE 16

void
_koyomi_xlsx_page_init (KoyomiXlsxPage *self,
                        lxw_worksheet  *sheet)
{
  *self = (KoyomiXlsxPage) { .sheet = sheet, .last_row = -1 };
}

void
_koyomi_xlsx_page_clear (KoyomiXlsxPage *self)
{
  g_clear_error (&self->error);
}

/* Returns: whether all that was written so far was taken */
gboolean
_koyomi_xlsx_page_check (KoyomiXlsxPage  *self,
                         GError         **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

static void
note (KoyomiXlsxPage *self,
      lxw_row_t       row,
      lxw_error       result)
{
  if (result != LXW_NO_ERROR && self->error == NULL)
    self->error = g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT,
                               "row %u of sheet “%s” cannot be written: %s", row + 1, self->sheet->name, lxw_strerror (result));
}

static void
count (KoyomiXlsxPage *self,
       lxw_row_t       row)
{
  self->n_cells++;
  if (self->last_row != row)
    self->n_rows++;
  self->last_row = row;
}

void
_koyomi_xlsx_page_set_height (KoyomiXlsxPage *self,
                              lxw_row_t       row,
                              double          height)
{
  note (self, row, worksheet_set_row (self->sheet, row, height, NULL));
}

static gboolean
is_escape (const char *text)
{
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[6] == '_';
}

/* Excel reads _x0041_ as "A": a text that holds such letters has its underscore written that way. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (p[0] == '_' && p[1] == 'x' && is_escape (p))
      g_string_append (escaped, "_x005F_");
    else
      g_string_append_c (escaped, *p);

  return g_string_free (escaped, FALSE);
}

static gboolean
is_character (gunichar c)
{
  return (c >= 0x20 || c == '\t' || c == '\n') && (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef);
}

/* What was changed in the plan by another program may be any bytes: what a workbook cannot hold becomes a replacement character,
 * and what is too long ends in an ellipsis. */
static char *
mend (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *mended = g_string_new (NULL);
  glong n_units = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_units += c > 0xffff ? 2 : 1;
      if (n_units >= MOST_UNITS)
        {
          g_string_append_unichar (mended, 0x2026);
          break;
        }

      g_string_append_unichar (mended, is_character (c) ? c : 0xfffd);
    }

  return g_string_free (mended, FALSE);
}

/* Bytes below a space but line breaks, and those that noncharacters begin with. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  if (length >= MOST_UNITS || !g_utf8_validate (text, length, NULL))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];

      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0xef || byte >= 0xf0)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): what a cell is to hold so that people read @text there; NULL when that is @text as it stands */
char *
_koyomi_xlsx_page_mend_text (const char *text)
{
  g_autofree char *mended = is_plain (text, strlen (text)) ? NULL : mend (text);
  const char *whole = mended != NULL ? mended : text;

  return strstr (whole, "_x") != NULL ? escape (whole) : g_steal_pointer (&mended);
}

void
_koyomi_xlsx_page_set_mended (KoyomiXlsxPage *self,
                              lxw_row_t       row,
                              lxw_col_t       column,
                              const char     *text,
                              lxw_format     *format)
{
  note (self, row, worksheet_write_string (self->sheet, row, column, text, format));
  count (self, row);
}

/* Always a text, whatever it begins with: a title “=1+1” stays one. NULL and "" leave a blank cell. */
void
_koyomi_xlsx_page_set_text (KoyomiXlsxPage *self,
                            lxw_row_t       row,
                            lxw_col_t       column,
                            const char     *text,
                            lxw_format     *format)
{
  g_autofree char *mended = NULL;

  if (text == NULL || *text == '\0')
    {
      _koyomi_xlsx_page_set_blank (self, row, column, format);
      return;
    }

  mended = _koyomi_xlsx_page_mend_text (text);
  _koyomi_xlsx_page_set_mended (self, row, column, mended != NULL ? mended : text, format);
}

/* One that is not finite is refused: Excel would not open the file. */
void
_koyomi_xlsx_page_set_number (KoyomiXlsxPage *self,
                              lxw_row_t       row,
                              lxw_col_t       column,
                              double          number,
                              lxw_format     *format)
{
  note (self, row, isfinite (number) ? worksheet_write_number (self->sheet, row, column, number, format) :
        LXW_ERROR_PARAMETER_VALIDATION);
  count (self, row);
}

/* A real date; a blank for no day, a text for one that Excel does not count. */
void
_koyomi_xlsx_page_set_day (KoyomiXlsxPage *self,
                           lxw_row_t       row,
                           lxw_col_t       column,
                           guint32         day,
                           lxw_format     *format)
{
  g_autofree char *text = NULL;

  if (day == KOYOMI_DAY_NONE)
    {
      _koyomi_xlsx_page_set_blank (self, row, column, format);
      return;
    }

  if (day >= EXCEL_DAY_FIRST && day <= KOYOMI_DAY_LAST)
    {
      _koyomi_xlsx_page_set_number (self, row, column, day - EXCEL_DAY_0, format);
      return;
    }

  text = koyomi_day_format (day);
  _koyomi_xlsx_page_set_text (self, row, column, text, format);
}

/* A real date with the minute, by the clock of the machine; a blank for no time. */
void
_koyomi_xlsx_page_set_time (KoyomiXlsxPage *self,
                            lxw_row_t       row,
                            lxw_col_t       column,
                            gint64          time,
                            lxw_format     *format)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);
  guint32 day = koyomi_time_get_day (time);

  if (time == 0 || moment == NULL || day < EXCEL_DAY_FIRST || day > KOYOMI_DAY_LAST)
    _koyomi_xlsx_page_set_blank (self, row, column, format);
  else
    _koyomi_xlsx_page_set_number (self, row, column,
                                  day - EXCEL_DAY_0 + (g_date_time_get_hour (moment) * 60 + g_date_time_get_minute (moment)) / 1440.0,
                                  format);
}

/* A formula with what it yields, for whoever does not reckon it. */
void
_koyomi_xlsx_page_set_formula (KoyomiXlsxPage *self,
                               lxw_row_t       row,
                               lxw_col_t       column,
                               const char     *formula,
                               double          number,
                               lxw_format     *format)
{
  note (self, row, worksheet_write_formula_num (self->sheet, row, column, formula, format, number));
  count (self, row);
}

/* A remark on a cell, as large as its text. */
void
_koyomi_xlsx_page_set_comment (KoyomiXlsxPage *self,
                               lxw_row_t       row,
                               lxw_col_t       column,
                               const char     *text)
{
  g_autofree char *mended = _koyomi_xlsx_page_mend_text (text);
  g_autofree char *start = g_utf8_substring (mended != NULL ? mended : text, 0,
                                             MIN (g_utf8_strlen (mended != NULL ? mended : text, -1), MOST_COMMENT));
  guint n_lines = 1;

  for (const char *p = start; *p != '\0'; p++)
    n_lines += *p == '\n';
  n_lines += strlen (start) / COMMENT_BYTES;

  note (self, row, worksheet_write_comment_opt (self->sheet, row, column, start,
                                                &(lxw_comment_options) {
                                                  .width = COMMENT_WIDTH,
                                                  .height = COMMENT_LINE * (MIN (n_lines, MOST_LINES) + 1),
                                                  .font_size = 9,
                                                }));
}

/* Without a format nothing is written at all. */
void
_koyomi_xlsx_page_set_blank (KoyomiXlsxPage *self,
                             lxw_row_t       row,
                             lxw_col_t       column,
                             lxw_format     *format)
{
  if (format != NULL)
    note (self, row, worksheet_write_blank (self->sheet, row, column, format));
}

/* One text over several columns of a row. */
void
_koyomi_xlsx_page_set_span (KoyomiXlsxPage *self,
                            lxw_row_t       row,
                            lxw_col_t       first,
                            lxw_col_t       last,
                            const char     *text,
                            lxw_format     *format)
{
  _koyomi_xlsx_page_set_text (self, row, first, text, format);
  for (lxw_col_t i = first + 1; i <= last; i++)
    _koyomi_xlsx_page_set_blank (self, row, i, format);
  if (last > first)
    _koyomi_xlsx_page_merge (self, row, first, row, last);
}

/* Merges cells, whose contents are written apart from this: rows must come in their order, and a merge may be told from its first
 * row until its last is done. */
void
_koyomi_xlsx_page_merge (KoyomiXlsxPage *self,
                         lxw_row_t       first_row,
                         lxw_col_t       first,
                         lxw_row_t       last_row,
                         lxw_col_t       last)
{
  if (first_row == last_row && first == last)
    return;

  note (self, last_row, worksheet_merge_range (self->sheet, first_row, first, last_row, last, "", NULL));
}
