#include "koyomi-cell-text-private.h"

/* A column as Excel counts its width: digits of the workbook's own font, 7 pixels each, 3/4 point a pixel; a little is lost at the
 * edges, and printers space letters differently from screens. */
#define DIGIT_WIDTH (7 * 0.75)
#define SAFETY 0.95

/* From one line to the next, of the size of the letters. Yu Gothic is spaced widely: 11 points stand 18.75 apart. */
static const double line_heights[KOYOMI_N_LANGUAGES] = { [KOYOMI_LANGUAGE_JA] = 1.62, [KOYOMI_LANGUAGE_EN] = 1.3 };

/* Of a font that stands in for Arial where that has no Japanese letters. */
#define WIDE_LINE_HEIGHT 1.5

#define PADDING 2.5

/* Of the size of the letters. Narrow ones are reckoned as wide as in the widest common font. */
static double
measure (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide_cjk (c))
    return 1;
  if (c == ' ' || c == 'i' || c == 'j' || c == 'l' || c == '.' || c == ',' || c == '\'')
    return 0.33;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%' || c == '@')
    return 0.98;
  if (g_unichar_isupper (c))
    return 0.72;

  return 0.61;
}

/* A line may end before a wide character and behind one, and behind a blank or a hyphen. */
static gboolean
is_break (gunichar before,
          gunichar after)
{
  return before == ' ' || before == '-' || before == '/' || g_unichar_iswide (before) || g_unichar_iswide (after);
}

/* Returns: in points, of the longest line */
double
_koyomi_cell_text_get_width (const char *text,
                             double      size)
{
  double width = 0, longest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width = c == '\n' ? 0 : width + measure (c) * size;
      longest = MAX (longest, width);
    }

  return longest;
}

/* @columns: the width of the cell as Excel counts it */
guint
_koyomi_cell_text_count_lines (const char *text,
                               double      size,
                               double      columns)
{
  double room = columns * DIGIT_WIDTH * SAFETY / size;
  double width = 0, word = 0;   /* of the line so far, and of what stands behind its last break */
  gunichar before = ' ';
  guint n_lines = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double add = measure (c);

      if (c == '\n')
        {
          n_lines++;
          width = word = 0;
          before = ' ';
          continue;
        }

      if (is_break (before, c))
        word = 0;
      width += add;
      word += add;
      before = c;
      if (width > room && c != ' ')
        {
          n_lines++;
          width = word < width ? word : add;
          word = width;
        }
    }

  return n_lines;
}

static gboolean
has_wide (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Returns: in points, with a little room above and below */
double
_koyomi_cell_text_get_height (const char     *text,
                              double          size,
                              double          columns,
                              KoyomiLanguage  language)
{
  double line_height = has_wide (text) ? MAX (line_heights[language], WIDE_LINE_HEIGHT) : line_heights[language];

  return _koyomi_cell_text_count_lines (text, size, columns) * size * line_height + PADDING;
}
