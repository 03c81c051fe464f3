#include "koyomi-timeline-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)

#define ELLIPSIS "…"

/* Letters of one font and one colour, shown in one go however many labels they come from. */
typedef struct
{
  PangoFont    *font;
  KoyomiColour  colour;
  GArray       *glyphs;   /* (element-type cairo_glyph_t) */
} Batch;

/* What the labels of a row are collected in. */
typedef struct
{
  KoyomiBrush *brush;
  GArray      *batches;
} Letters;

/* One label on its way there. */
typedef struct
{
  double        x;          /* where the next letter begins */
  double        baseline;
  double        end;        /* no letter reaches beyond */
  double        bar_end;    /* from here on letters have the other colour */
  KoyomiColour  colour;
  KoyomiColour  beyond;
  KoyomiRect    rect;
} Pen;

static void
clear_batch (gpointer data)
{
  g_array_unref (((Batch *) data)->glyphs);
}

static void
add_glyph (Letters       *self,
           PangoFont     *font,
           KoyomiColour   colour,
           cairo_glyph_t  glyph)
{
  Batch fresh = { font, colour, NULL };

  for (guint i = 0; i < self->batches->len; i++)
    {
      Batch *batch = &g_array_index (self->batches, Batch, i);

      if (batch->font == font && batch->colour == colour)
        {
          g_array_append_val (batch->glyphs, glyph);
          return;
        }
    }

  fresh.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_array_append_val (fresh.glyphs, glyph);
  g_array_append_val (self->batches, fresh);
}

static void
show_glyphs (KoyomiBrush         *brush,
             PangoFont           *font,
             KoyomiColour         colour,
             const cairo_glyph_t *glyphs,
             guint                n_glyphs)
{
  _koyomi_brush_set_rgb (brush, colour);
  cairo_set_scaled_font (brush->cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_glyphs (brush->cr, glyphs, n_glyphs);
}

/* A letter across the end of a bar has either colour on either side. */
static void
split_glyph (Letters       *self,
             PangoFont     *font,
             const Pen     *pen,
             cairo_glyph_t  glyph)
{
  cairo_t *cr = self->brush->cr;

  for (int side = 0; side <= 1; side++)
    {
      cairo_save (cr);
      cairo_rectangle (cr, side == 0 ? pen->rect.x : pen->bar_end, pen->rect.y,
                       side == 0 ? pen->bar_end - pen->rect.x : pen->rect.x + pen->rect.width + 1 - pen->bar_end, pen->rect.height);
      cairo_clip (cr);
      show_glyphs (self->brush, font, side == 0 ? pen->colour : pen->beyond, &glyph, 1);
      cairo_restore (cr);
    }
}

/* A character that no font has is shown as its number in a box. */
static void
show_unknown (Letters                *self,
              PangoFont              *font,
              const Pen              *pen,
              const PangoGlyphString *glyphs,
              int                     index)
{
  PangoGlyphString one = { 1, &glyphs->glyphs[index], &glyphs->log_clusters[index] };

  _koyomi_brush_set_rgb (self->brush, pen->x < pen->bar_end ? pen->colour : pen->beyond);
  cairo_move_to (self->brush->cr, pen->x, pen->baseline);
  pango_cairo_show_glyph_string (self->brush->cr, font, &one);
}

static void
add_letter (Letters                *self,
            PangoFont              *font,
            const Pen              *pen,
            const PangoGlyphString *glyphs,
            int                     index)
{
  const PangoGlyphInfo *info = &glyphs->glyphs[index];
  double width = (double) info->geometry.width / PANGO_SCALE;
  cairo_glyph_t glyph = {
    info->glyph,
    pen->x + (double) info->geometry.x_offset / PANGO_SCALE,
    pen->baseline + (double) info->geometry.y_offset / PANGO_SCALE,
  };

  if (info->glyph == PANGO_GLYPH_EMPTY)
    return;
  else if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
    show_unknown (self, font, pen, glyphs, index);
  else if (pen->colour == pen->beyond || pen->x + width <= pen->bar_end)
    add_glyph (self, font, pen->colour, glyph);
  else if (pen->x >= pen->bar_end)
    add_glyph (self, font, pen->beyond, glyph);
  else
    split_glyph (self, font, pen, glyph);
}

/* Adds whole letters as long as they fit: the text need not be shaped anew for each width that a bar has while it is zoomed. */
static void
add_text (Letters     *self,
          Pen         *pen,
          PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          double width = (double) item->glyphs->glyphs[i].geometry.width / PANGO_SCALE;

          if (pen->x + width > pen->end)
            return;

          add_letter (self, item->item->analysis.font, pen, item->glyphs, i);
          pen->x += width;
        }
    }
}

/* A label that runs on beyond its bar goes on in the colour of texts on paper if its own could not be read there. */
static Pen
get_pen (KoyomiBrush             *brush,
         const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, box->bar->state);
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
  KoyomiColour text = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_TEXT);
  Pen pen = {
    .x = box->label.x,
    .baseline = floor (box->label.y + box->label.height / 2 + M->middle * box->text_size + 0.5),
    .bar_end = box->rect.x + box->rect.width,
    .colour = box->inside ? style->text : text,
    .rect = box->label,
  };

  pen.beyond = box->inside && !koyomi_colour_is_readable (style->text, paper) ? text : pen.colour;

  return pen;
}

static void
add_label (Letters                 *self,
           const KoyomiCalendarBox *box)
{
  KoyomiChartText *text = self->brush->text;
  double width = koyomi_chart_text_measure (text, box->text, box->text_size);
  gboolean whole = width <= box->label.width + M->thin;
  Pen pen = get_pen (self->brush, box);

  pen.end = G_MAXDOUBLE;
  if (!whole)
    pen.end = MAX (box->label.x + box->label.width - koyomi_chart_text_get_width (text, ELLIPSIS, box->text_size, 0), pen.x);

  add_text (self, &pen, koyomi_chart_text_get_label (text, box->text, box->text_size, -1, 0));
  if (!whole)
    {
      pen.end = G_MAXDOUBLE;
      add_text (self, &pen, koyomi_chart_text_get (text, ELLIPSIS, box->text_size, -1, 0));
    }
}

void
_koyomi_timeline_paint_labels (KoyomiBrush *brush,
                               GArray      *boxes)
{
  g_autoptr(GArray) batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  Letters letters = { brush, batches };

  g_array_set_clear_func (batches, clear_batch);
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->label.width > 0)
        add_label (&letters, box);
    }

  for (guint i = 0; i < batches->len; i++)
    {
      const Batch *batch = &g_array_index (batches, Batch, i);

      show_glyphs (brush, batch->font, batch->colour, (const cairo_glyph_t *) batch->glyphs->data, batch->glyphs->len);
    }
}
