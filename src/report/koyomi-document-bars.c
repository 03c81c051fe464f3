#include "koyomi-document-private.h"

#include "koyomi-calendar-layout.h"
#include "koyomi-paragraph.h"

#include <math.h>

/* The numbers of a table as bars on pages. In points. */
#define SIZE 7
#define PADDING 3
#define LEGEND 16.4
#define BAR 7
#define BAR_GAP 5
#define NAME_SHARE 0.26
#define VALUE_WIDTH 34
#define MOST_BARS 10
#define HAIR 0.5

static const KoyomiColour series_colours[] = { 0x1a5fb4, 0x8fb8e8, 0x9a9996 };

static double
get_value (const KoyomiDocumentTable *table,
           guint                      row,
           guint                      series)
{
  double value = g_array_index (((KoyomiDocumentRow *) g_ptr_array_index (table->rows, row))->cells, KoyomiDocumentCell, 1 + series).value;

  return isfinite (value) ? value : 0;
}

static double
get_largest (const KoyomiDocumentTable *table)
{
  double largest = 1;

  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->n_charted; j++)
      largest = fmax (largest, get_value (table, i, j));

  return largest;
}

static void
paint_text (const char      *text,
            double           size,
            double           width,
            guint            n_lines,
            KoyomiChartText *texts,
            double           x,
            double           y,
            cairo_t         *cr)
{
  KoyomiParagraph paragraph = {
    text, size, width, 0, koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, KOYOMI_CHART_COLOUR_TEXT),
  };

  koyomi_paragraph_paint (&paragraph, texts, 0, n_lines, x, y, cr);
}

static void
fill (double   x,
      double   y,
      double   width,
      double   height,
      guint    series,
      cairo_t *cr)
{
  KoyomiColour colour = series_colours[series % G_N_ELEMENTS (series_colours)];

  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
paint_legend (const KoyomiDocumentTable *table,
              KoyomiChartText           *texts,
              KoyomiRect                 rect,
              cairo_t                   *cr)
{
  double x = rect.x + rect.width * NAME_SHARE;

  for (guint i = 0; i < table->n_charted; i++)
    {
      g_autofree char *label = g_strdelimit (g_strdup (g_array_index (table->columns, KoyomiDocumentColumn, 1 + i).label), "\n", ' ');

      fill (x, rect.y + 2, SIZE, SIZE, i, cr);
      paint_text (label, SIZE, rect.width, 1, texts, x + SIZE + PADDING, rect.y, cr);
      x += SIZE + koyomi_chart_text_get_width (texts, label, SIZE, 0) + 5 * PADDING;
    }
}

static void
paint_row (const KoyomiDocumentTable *table,
           guint                      row,
           double                     largest,
           KoyomiChartText           *texts,
           KoyomiRect                 rect,
           cairo_t                   *cr)
{
  double start = rect.x + rect.width * NAME_SHARE;
  double room = rect.width * (1 - NAME_SHARE) - VALUE_WIDTH;
  const KoyomiDocumentRow *its_row = g_ptr_array_index (table->rows, row);

  paint_text (g_array_index (its_row->cells, KoyomiDocumentCell, 0).text, SIZE, rect.width * NAME_SHARE - PADDING, 2, texts, rect.x, rect.y, cr);
  for (guint i = 0; i < table->n_charted; i++)
    {
      double value = get_value (table, row, i);
      double width = room * value / largest;
      double y = rect.y + i * BAR;
      g_autofree char *text = g_strdup_printf ("%g", value);

      fill (start, y + 1, MAX (width, HAIR), BAR - 1, i, cr);
      paint_text (text, BAR - 1, VALUE_WIDTH, 1, texts, start + width + 2, y - 0.3, cr);
    }
}

double
_koyomi_document_measure_bars (const KoyomiDocumentTable *table)
{
  return LEGEND + MIN (table->rows->len, MOST_BARS) * (table->n_charted * BAR + BAR_GAP);
}

/* The numbers of the table; each has its number at its end. */
void
_koyomi_document_paint_bars (const KoyomiDocumentTable *table,
                             KoyomiChartText           *texts,
                             KoyomiRect                 rect,
                             cairo_t                   *cr)
{
  double largest = get_largest (table);

  paint_legend (table, texts, rect, cr);
  rect.y += LEGEND;
  for (guint i = 0; i < MIN (table->rows->len, MOST_BARS); i++, rect.y += table->n_charted * BAR + BAR_GAP)
    paint_row (table, i, largest, texts, rect, cr);
}
