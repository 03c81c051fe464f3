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

/* What Arial takes of a thousandth of the size, from the blank on; what stands in for it has the same. */
static const guint16 arial_widths[] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

/* Bold letters are wider than others, in part more than what is lost at the edges. */
#define BOLDNESS 1.03

/* Signs that stand before a state come from any font. */
#define SIGN_FIRST 0x2000
#define SIGN_WIDTH 1.0

/* Of the size of the letters. In Japanese, narrow ones are reckoned as wide as in the widest common font. */
static double
measure (gunichar       c,
         KoyomiLanguage language)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide_cjk (c))
    return 1;
  if (language == KOYOMI_LANGUAGE_EN && c >= ' ' && c - ' ' < G_N_ELEMENTS (arial_widths))
    return arial_widths[c - ' '] * BOLDNESS / 1000;
  if (language == KOYOMI_LANGUAGE_EN && c >= SIGN_FIRST)
    return SIGN_WIDTH;
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

/* @columns: the width of the cell as Excel counts it */
static guint
count_lines (const char     *text,
             double          size,
             double          columns,
             KoyomiLanguage  language)
{
  double room = columns * DIGIT_WIDTH * SAFETY / size;
  double width = 0, word = 0;   /* of the line so far, and of what stands behind its last break */
  gunichar before = ' ';
  guint n_lines = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double add = measure (c, language);

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

/* Of what stands between two ends of a line. */
static double
measure_part (const char     *text,
              double          size,
              double          columns,
              KoyomiLanguage  language)
{
  double line_height = has_wide (text) ? MAX (line_heights[language], WIDE_LINE_HEIGHT) : line_heights[language];

  return count_lines (text, size, columns, language) * size * line_height;
}

/* Returns: in points, with a little room above and below */
double
_koyomi_cell_text_get_height (const char     *text,
                              double          size,
                              double          columns,
                              KoyomiLanguage  language)
{
  g_auto(GStrv) parts = g_strsplit (text, "\n", -1);
  double height = PADDING;

  for (guint i = 0; parts[i] != NULL; i++)
    height += measure_part (parts[i], size, columns, language);
  if (parts[0] == NULL)
    height += size * line_heights[language];

  return height;
}
