#include "koyomi-xlsx-format-private.h"

#include "koyomi-day.h"

#include <math.h>
#include <string.h>

#define LAST_SERIAL 2958465    /* 9999-12-31 */

typedef struct
{
  gboolean day;        /* year, day, weekday or era: the month alone decides nothing */
  gboolean month;      /* or minute */
  gboolean hour;
  gboolean duration;
} Letters;

/* The formats that every workbook has without saying so. 27 to 36 and 50 to 58 are those of a Japanese Excel: 和暦 and the
 * forms with 年, 月 and 日. */
KoyomiXlsxFormat
_koyomi_xlsx_format_from_id (guint id)
{
  if (id == 22)
    return KOYOMI_XLSX_FORMAT_DAY_TIME;
  else if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 || id == 47)
    return KOYOMI_XLSX_FORMAT_TIME;
  else if (id == 46)
    return KOYOMI_XLSX_FORMAT_DURATION;
  else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return KOYOMI_XLSX_FORMAT_DAY;

  return KOYOMI_XLSX_FORMAT_NUMBER;
}

static gboolean
starts_with (const char *text,
             const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* [h], [mm], [ss] show more than a day has; [Red], [$-411], [DBNum1] or [>=100] show nothing. */
static const char *
skip_brackets (const char *code,
               Letters    *letters)
{
  const char *end = strchr (code, ']');
  const char *p = code + 1;

  if (end == NULL)
    return code + strlen (code);

  while (p < end && g_ascii_tolower (*p) == g_ascii_tolower (code[1]))
    p++;

  if (p == end && p > code + 1 && strchr ("hmsHMS", code[1]) != NULL)
    letters->duration = TRUE;

  return end + 1;
}

static const char *
skip_quotes (const char *code)
{
  const char *end = strchr (code + 1, '"');

  return end != NULL ? end + 1 : code + strlen (code);
}

/* A literal is one character, of however many bytes. */
static const char *
skip_literal (const char *code)
{
  return code[1] != '\0' ? g_utf8_next_char (code + 1) : code + 1;
}

static const char *
read_letter (const char *code,
             Letters    *letters)
{
  switch (g_ascii_tolower (*code))
    {
    case 'a':
      letters->day |= starts_with (code, "aaa");
      break;
    case 'e':
      letters->day |= code[1] != '+' && code[1] != '-';   /* 0.00E+00 */
      break;
    case 'd':
    case 'g':
    case 'y':
      letters->day = TRUE;
      break;
    case 'm':
      letters->month = TRUE;
      break;
    case 'h':
    case 's':
      letters->hour = TRUE;
      break;
    default:
      break;
    }

  return code + 1;
}

/* The first of up to four sections: the one for positive numbers, hence for days. */
static void
read_code (const char *code,
           Letters    *letters)
{
  while (*code != '\0' && *code != ';')
    {
      if (*code == '[')
        code = skip_brackets (code, letters);
      else if (*code == '"')
        code = skip_quotes (code);
      else if (*code == '\\' || *code == '_' || *code == '*')
        code = skip_literal (code);
      else if (starts_with (code, "General"))
        code += strlen ("General");
      else if (starts_with (code, "G/"))
        code += strlen ("G/");            /* G/標準 */
      else if (starts_with (code, "AM/PM"))
        code += strlen ("AM/PM");
      else if (starts_with (code, "A/P"))
        code += strlen ("A/P");
      else
        code = read_letter (code, letters);
    }
}

/* @code: such as yyyy"年"m"月"d"日", [$-411]ggge.m.d, [h]:mm or #,##0.00 */
KoyomiXlsxFormat
_koyomi_xlsx_format_from_code (const char *code)
{
  Letters letters = { FALSE };

  read_code (code, &letters);

  if (letters.duration)
    return KOYOMI_XLSX_FORMAT_DURATION;
  else if (letters.day && letters.hour)
    return KOYOMI_XLSX_FORMAT_DAY_TIME;
  else if (letters.hour)
    return KOYOMI_XLSX_FORMAT_TIME;
  else if (letters.day || letters.month)
    return KOYOMI_XLSX_FORMAT_DAY;

  return KOYOMI_XLSX_FORMAT_NUMBER;
}

static char *
format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", number));
}

static char *
format_seconds (gint64 seconds)
{
  if (seconds % 60 != 0)
    return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));

  return g_strdup_printf ("%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60));
}

static char *
format_day (double           number,
            gint64           seconds,
            gboolean         with_time,
            gboolean         date1904,
            KoyomiSheetCell *cell)
{
  guint32 serial = seconds / 86400;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (!with_time)
    serial = floor (number);

  /* Lotus believed that 1900 was a leap year, and Excel still does: days before March 1900 have a number of one less, and
   * number 60 is no day at all. */
  if (!date1904 && serial == 60)
    {
      cell->kind = KOYOMI_SHEET_CELL_TEXT;
      return g_strdup ("1900-02-29");
    }
  else if (date1904)
    cell->day = koyomi_day_new (1904, 1, 1) + serial;
  else if (serial < 60)
    cell->day = koyomi_day_new (1899, 12, 31) + serial;
  else
    cell->day = koyomi_day_new (1899, 12, 30) + serial;

  cell->kind = KOYOMI_SHEET_CELL_DAY;
  day = koyomi_day_format (cell->day);
  if (!with_time || seconds % 86400 == 0)
    return g_steal_pointer (&day);

  time = format_seconds (seconds % 86400);

  return g_strconcat (day, " ", time, NULL);
}

/**
 * _koyomi_xlsx_format_apply:
 * @number: finite
 * @cell: its kind, number and day are set
 *
 * Returns: the text of the cell. Numbers that no day has (negative, beyond the year 9999) stay numbers.
 */
char *
_koyomi_xlsx_format_apply (KoyomiXlsxFormat  self,
                           double            number,
                           gboolean          date1904,
                           KoyomiSheetCell  *cell)
{
  double last = LAST_SERIAL + 1 - (date1904 ? 1462 : 0);
  gboolean is_day = self == KOYOMI_XLSX_FORMAT_DAY || self == KOYOMI_XLSX_FORMAT_DAY_TIME;
  gint64 seconds;

  cell->kind = KOYOMI_SHEET_CELL_NUMBER;
  cell->number = number;
  cell->day = KOYOMI_DAY_NONE;

  if (self == KOYOMI_XLSX_FORMAT_NUMBER || !(number >= 0 && number < last - 0.5 / 86400))
    return format_number (number);

  seconds = llround (number * 86400);

  if (self == KOYOMI_XLSX_FORMAT_DURATION)
    {
      cell->kind = KOYOMI_SHEET_CELL_TIME;
      return format_seconds (seconds);
    }
  else if (is_day && (number >= 1 || date1904))
    return format_day (number, seconds, self == KOYOMI_XLSX_FORMAT_DAY_TIME, date1904, cell);
  else if (self == KOYOMI_XLSX_FORMAT_DAY)
    return format_number (number);        /* Excel shows 1900-01-00 */

  cell->kind = KOYOMI_SHEET_CELL_TIME;

  return format_seconds (seconds % 86400);
}
