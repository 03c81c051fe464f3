#include "koyomi-paragraph.h"

/* Of the size of the letters: from a line to the next, and to its letters' foot. */
#define LINE 1.42
#define BASE 1.06

/* The height of a line. */
double
koyomi_paragraph_get_line (double size)
{
  return size * LINE;
}

static PangoLayout *
get_layout (const KoyomiParagraph *self,
            KoyomiChartText       *texts)
{
  return koyomi_chart_text_get (texts, self->text, self->size, self->width, self->flags | KOYOMI_CHART_TEXT_WRAPPED);
}

/* At least one. */
guint
koyomi_paragraph_count_lines (const KoyomiParagraph *self,
                              KoyomiChartText       *texts)
{
  return MAX (pango_layout_get_line_count (get_layout (self, texts)), 1);
}

static double
get_indent (const KoyomiParagraph *self,
            PangoLayoutLine       *line)
{
  PangoRectangle extents;

  if (!(self->flags & KOYOMI_CHART_TEXT_CENTRED))
    return 0;

  pango_layout_line_get_extents (line, NULL, &extents);

  return MAX (self->width - (double) extents.width / PANGO_SCALE, 0) / 2;
}

/* Some of the lines; @y is the upper edge of the first of these. */
void
koyomi_paragraph_paint (const KoyomiParagraph *self,
                        KoyomiChartText       *texts,
                        guint                  first_line,
                        guint                  n_lines,
                        double                 x,
                        double                 y,
                        cairo_t               *cr)
{
  PangoLayout *layout = get_layout (self, texts);
  guint end = MIN (first_line + n_lines, (guint) pango_layout_get_line_count (layout));

  cairo_set_source_rgb (cr, (self->colour >> 16 & 0xff) / 255.0, (self->colour >> 8 & 0xff) / 255.0, (self->colour & 0xff) / 255.0);
  for (guint i = first_line; i < end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      cairo_move_to (cr, x + get_indent (self, line), y + (i - first_line) * self->size * LINE + self->size * BASE);
      pango_cairo_show_layout_line (cr, line);
    }
  cairo_new_path (cr);
}
