#include "koyomi-timeline-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)

/* Glyphs that are shown at once. */
#define MOST_GLYPHS 128

/* Where the letters of a text begin that are left out because there is no room, and a mark that says so stands instead. */
static double
find_cut (PangoLayout *layout,
          double       room)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  int index, trailing, x;

  if (room <= 0)
    return 0;

  pango_layout_line_x_to_index (line, (int) (room * PANGO_SCALE), &index, &trailing);
  pango_layout_line_index_to_x (line, index, FALSE, &x);

  return (double) x / PANGO_SCALE;
}

static void
show_part (KoyomiBrush *brush,
           PangoLayout *layout,
           double       x,
           double       y,
           double       from,
           double       to,
           KoyomiRect   around)
{
  if (to <= from)
    return;

  cairo_save (brush->cr);
  cairo_rectangle (brush->cr, floor (from), around.y, ceil (to) - floor (from), around.height);
  cairo_clip (brush->cr);
  cairo_move_to (brush->cr, x, y);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_restore (brush->cr);
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

/* A text that has no room ends with an ellipsis, without being shaped anew for each width that a bar has while it is zoomed. One that
 * runs on beyond its bar goes on in the colour of texts on paper. */
static void
paint_label (KoyomiBrush             *brush,
             const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, box->bar->state);
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
  double width = koyomi_chart_text_measure (brush->text, box->text, box->text_size);
  double bar_end = box->rect.x + box->rect.width;
  gboolean cut = width > box->label.width + M->thin;
  gboolean two_colours = box->spills && !koyomi_colour_is_readable (style->text, paper);
  KoyomiRect rect = { box->label.x, box->label.y, -1, box->label.height };
  double end = box->label.x + width;
  PangoLayout *layout;
  double x, y;

  layout = _koyomi_brush_place_label (brush, box->text, box->text_size, rect, 0);
  set_text_colour (brush, style, box->inside);
  if (!cut && !two_colours)
    {
      pango_cairo_show_layout (brush->cr, layout);
      return;
    }

  cairo_get_current_point (brush->cr, &x, &y);
  if (cut)
    {
      double dots = koyomi_chart_text_get_width (brush->text, "…", box->text_size, 0);

      end = box->label.x + find_cut (layout, box->label.width - dots);
      layout = _koyomi_brush_place_label (brush, box->text, box->text_size, rect, 0);
    }

  show_part (brush, layout, x, y, x - 1, two_colours ? MIN (end, bar_end) : end, box->label);
  if (two_colours)
    {
      set_text_colour (brush, style, FALSE);
      show_part (brush, layout, x, y, MAX (bar_end, x), end, box->label);
    }

  if (cut)
    {
      KoyomiRect rest = { end, rect.y, -1, rect.height };

      layout = _koyomi_brush_place_text (brush, "…", box->text_size, rest, 0);
      set_text_colour (brush, style, box->inside && (!two_colours || end < bar_end));
      pango_cairo_show_layout (brush->cr, layout);
    }
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
