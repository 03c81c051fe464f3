#include "koyomi-timeline-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)

#define ELLIPSIS "…"

/* Glyphs that are shown at once. */
#define MOST_GLYPHS 128

/* How many glyphs of a run fit, and how far they reach. */
static int
count_glyphs (const PangoGlyphString *glyphs,
              int                     room,
              int                    *width)
{
  int n;

  *width = 0;
  for (n = 0; n < glyphs->num_glyphs && *width + glyphs->glyphs[n].geometry.width <= room; n++)
    *width += glyphs->glyphs[n].geometry.width;

  return n;
}

/* Shows as many whole letters as fit, without shaping the text anew for each width that a bar has while it is zoomed.
 * Returns: where they end */
static double
show_letters (KoyomiBrush *brush,
              PangoLayout *layout,
              double       x,
              double       baseline,
              double       room)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;
      PangoGlyphString shown = *item->glyphs;
      int width;

      shown.num_glyphs = count_glyphs (item->glyphs, (int) (room * PANGO_SCALE), &width);
      cairo_move_to (brush->cr, x, baseline);
      pango_cairo_show_glyph_string (brush->cr, item->item->analysis.font, &shown);
      x += (double) width / PANGO_SCALE;
      room -= (double) width / PANGO_SCALE;
      if (shown.num_glyphs < item->glyphs->num_glyphs)
        break;
    }

  return x;
}

static void
set_text_colour (KoyomiBrush            *brush,
                 const KoyomiStateStyle *style,
                 gboolean                on_bar)
{
  if (on_bar)
    _koyomi_brush_set_rgb (brush, style->text);
  else
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TEXT);
}

/* What does not fit is left out, and an ellipsis says so. */
static void
show_label (KoyomiBrush             *brush,
            const KoyomiCalendarBox *box,
            double                   width)
{
  KoyomiRect rect = { box->label.x, box->label.y, -1, box->label.height };
  PangoLayout *layout = _koyomi_brush_place_label (brush, box->text, box->text_size, rect, 0);
  double dots, x, y;

  if (width <= box->label.width + M->thin)
    {
      pango_cairo_show_layout (brush->cr, layout);
      return;
    }

  cairo_get_current_point (brush->cr, &x, &y);
  y += (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  dots = koyomi_chart_text_get_width (brush->text, ELLIPSIS, box->text_size, 0);
  layout = koyomi_chart_text_get_label (brush->text, box->text, box->text_size, -1, 0);
  rect.x = show_letters (brush, layout, x, y, MAX (box->label.width - dots, 0));
  layout = _koyomi_brush_place_text (brush, ELLIPSIS, box->text_size, rect, 0);
  pango_cairo_show_layout (brush->cr, layout);
}

static void
show_part (KoyomiBrush             *brush,
           const KoyomiCalendarBox *box,
           double                   width,
           double                   left,
           double                   right)
{
  cairo_save (brush->cr);
  cairo_rectangle (brush->cr, left, box->label.y, right - left, box->label.height);
  cairo_clip (brush->cr);
  show_label (brush, box, width);
  cairo_restore (brush->cr);
}

/* One that runs on beyond its bar goes on in the colour of texts on paper if its own could not be read there. */
static void
paint_label (KoyomiBrush             *brush,
             const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, box->bar->state);
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
  double width = koyomi_chart_text_measure (brush->text, box->text, box->text_size);
  double bar_end = box->rect.x + box->rect.width;

  set_text_colour (brush, style, box->inside);
  if (!box->spills || koyomi_colour_is_readable (style->text, paper))
    {
      show_label (brush, box, width);
      return;
    }

  show_part (brush, box, width, floor (box->label.x), bar_end);
  set_text_colour (brush, style, FALSE);
  show_part (brush, box, width, bar_end, ceil (box->label.x + box->label.width + 1));
}

static gboolean
is_glyph (const KoyomiCalendarBox *box)
{
  return *box->text.title == '\0';
}

/* The glyphs of all runs of that state that have no room for a title, shown in one go: there may be thousands. */
static void
paint_glyphs (KoyomiBrush *brush,
              GArray      *boxes,
              KoyomiState  state,
              gboolean     inside)
{
  KoyomiLabel label = { koyomi_state_get_glyph (state), "", "" };
  double size = M->bar_size * brush->unit;
  PangoLayout *layout = koyomi_chart_text_get_label (brush->text, label, size, -1, 0);
  PangoGlyphItem *item = pango_layout_get_line_readonly (layout, 0)->runs->data;
  cairo_glyph_t glyphs[MOST_GLYPHS];
  int n_glyphs = 0;

  set_text_colour (brush, koyomi_chart_style_get_state (brush->palette, state), inside);
  cairo_set_scaled_font (brush->cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font)));

  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->bar->state != state || box->label.width == 0 || box->inside != inside || !is_glyph (box))
        continue;

      glyphs[n_glyphs++] = (cairo_glyph_t) { item->glyphs->glyphs[0].glyph, floor (box->label.x + 0.5),
                                             floor (box->label.y + box->label.height / 2 + M->middle * size + 0.5) };
      if (n_glyphs == MOST_GLYPHS)
        {
          cairo_show_glyphs (brush->cr, glyphs, n_glyphs);
          n_glyphs = 0;
        }
    }

  cairo_show_glyphs (brush->cr, glyphs, n_glyphs);
}

void
_koyomi_timeline_paint_labels (KoyomiBrush *brush,
                               GArray      *boxes)
{
  gboolean present[KOYOMI_N_STATES][2] = { 0 };

  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->label.width == 0)
        continue;
      else if (is_glyph (box))
        present[box->bar->state][box->inside] = TRUE;
      else
        paint_label (brush, box);
    }

  for (int state = 0; state < KOYOMI_N_STATES; state++)
    for (int inside = 0; inside <= 1; inside++)
      if (present[state][inside])
        paint_glyphs (brush, boxes, state, inside);
}
