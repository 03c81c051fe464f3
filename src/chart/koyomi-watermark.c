#include "koyomi-watermark.h"

#include "koyomi-chart-style.h"
#include "koyomi-chart-text.h"

#include <math.h>

/* In points. */
#define LINE_SIZE 7.5
#define LINE_TOP 9
#define SIDE 24
#define LARGEST 58

/* Of the diagonal of a page. */
#define SHARE 0.72

/* Pale enough to read what it crosses, dark enough to come out of a copier. */
#define OPACITY 0.11

static void
set_colour (double   opacity,
            cairo_t *cr)
{
  KoyomiColour colour = koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, KOYOMI_CHART_COLOUR_MARK);

  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0, opacity);
}

/* Where it can be read, and found by a search. */
static void
paint_line (const char      *text,
            double           width,
            KoyomiChartText *texts,
            cairo_t         *cr)
{
  PangoLayout *layout = koyomi_chart_text_get (texts, text, LINE_SIZE, width - 2 * SIDE, KOYOMI_CHART_TEXT_CENTRED);

  set_colour (1, cr);
  cairo_move_to (cr, SIDE, LINE_TOP);
  pango_cairo_show_layout (cr, layout);
}

/* From the lower left to the upper right: a shape and no text, so that what is copied from the page is not broken up. */
static void
paint_across (const char      *text,
              double           width,
              double           top,
              double           height,
              KoyomiChartText *texts,
              cairo_t         *cr)
{
  double diagonal = hypot (width, height);
  double needed = koyomi_chart_text_get_width (texts, text, LARGEST, KOYOMI_CHART_TEXT_BOLD);
  double size = needed > 0 ? MIN (LARGEST, LARGEST * diagonal * SHARE / needed) : LARGEST;
  PangoLayout *layout = koyomi_chart_text_get (texts, text, size, diagonal, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED);

  cairo_save (cr);
  cairo_translate (cr, width / 2, top + height / 2);
  cairo_rotate (cr, -atan2 (height, width));
  cairo_move_to (cr, -diagonal / 2, -size * 0.7);
  pango_cairo_layout_path (cr, layout);
  set_colour (OPACITY, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * koyomi_watermark_paint:
 * @text: "" paints nothing
 * @width, @height: of the page, in points
 * @cr: with the page's upper left corner at its origin, and one unit a point; all else was painted
 *
 * Marks a page: in a line at its upper edge, and large and pale across it. A picture that is higher than wide has it again and again.
 */
void
koyomi_watermark_paint (const char     *text,
                        KoyomiLanguage  language,
                        double          width,
                        double          height,
                        cairo_t        *cr)
{
  g_autoptr(KoyomiChartText) texts = NULL;
  int n = MAX (1, (int) (height / (width * 1.5)));

  if (*text == '\0')
    return;

  texts = koyomi_chart_text_new (language);
  cairo_save (cr);
  cairo_new_path (cr);
  paint_line (text, width, texts, cr);
  for (int i = 0; i < n; i++)
    paint_across (text, width, i * height / n, height / n, texts, cr);
  cairo_restore (cr);
}
