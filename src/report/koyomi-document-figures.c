#include "koyomi-document-private.h"

#include "koyomi-metric-card.h"
#include "koyomi-radar-layout.h"

/* Texts of a figure on paper, against those on the screen. */
#define SCALE 0.62

/* Between two figures, in points. */
#define GAP 8

/* What a card gives away of its line so that three lines of them stand on the first page, and how high a plot is at most. */
#define CARD_SQUEEZE 15
#define PLOT_SHARE 0.6

/* A radar is so high that its names stand around it. */
#define RADAR_SHARE 0.62
#define RADAR_HEIGHT 330

/* @figure: (transfer full) */
void
_koyomi_document_take_figure (KoyomiDocumentTable *table,
                              KoyomiFigure        *figure)
{
  KoyomiDocumentFigure item = { figure, NULL };

  g_array_append_val (table->figures, item);
}

/* @radar: (transfer full) */
void
_koyomi_document_take_radar (KoyomiDocumentTable *table,
                             KoyomiRadar         *radar)
{
  KoyomiDocumentFigure item = { NULL, radar };

  g_array_append_val (table->figures, item);
}

static KoyomiDocumentChart *
add_chart (KoyomiDocumentTable       *table,
           const char                *title,
           const KoyomiDocumentTable *source,
           guint                      n)
{
  KoyomiDocumentChart *chart = g_new0 (KoyomiDocumentChart, 1);

  chart->title = g_strdup (title);
  chart->source = source;
  chart->n = n;
  chart->series = g_array_new (FALSE, FALSE, sizeof (KoyomiDocumentSeries));
  g_ptr_array_add (table->charts, chart);

  return chart;
}

/**
 * _koyomi_document_add_row_chart:
 * @source: a list of the same document: elsewhere a column is several of the sheet
 * @names: the column that names the series
 *
 * Each series is a row of @source.
 */
KoyomiDocumentChart *
_koyomi_document_add_row_chart (KoyomiDocumentTable       *table,
                                const char                *title,
                                const KoyomiDocumentTable *source,
                                guint                      names,
                                guint                      first_column,
                                guint                      n_columns)
{
  KoyomiDocumentChart *chart = add_chart (table, title, source, n_columns);

  chart->by_row = TRUE;
  chart->names = names;
  chart->first = first_column;

  return chart;
}

/* Each series is a column of @source, over its first @n_rows rows, which the first column names. */
KoyomiDocumentChart *
_koyomi_document_add_column_chart (KoyomiDocumentTable       *table,
                                   const char                *title,
                                   const KoyomiDocumentTable *source,
                                   guint                      n_rows)
{
  return add_chart (table, title, source, n_rows);
}

/* Returns: (transfer none): good until the next is added */
KoyomiDocumentSeries *
_koyomi_document_add_series (KoyomiDocumentChart *chart,
                             guint                index,
                             KoyomiDocumentLook   look,
                             KoyomiColour         colour)
{
  KoyomiDocumentSeries series = { index, look, colour, -1 };

  g_array_append_val (chart->series, series);

  return &g_array_index (chart->series, KoyomiDocumentSeries, chart->series->len - 1);
}

static guint
get_across (const KoyomiDocumentTable *table)
{
  return table->n_page_across != 0 ? table->n_page_across : table->n_across;
}

/* How many lines the figures of a section take. */
guint
_koyomi_document_count_lines (const KoyomiDocumentTable *table)
{
  return (table->figures->len + get_across (table) - 1) / get_across (table);
}

static const KoyomiDocumentFigure *
get_figure (const KoyomiDocumentTable *table,
            guint                      line,
            guint                      place)
{
  guint index = line * get_across (table) + place;

  return index < table->figures->len ? &g_array_index (table->figures, KoyomiDocumentFigure, index) : NULL;
}

static double
get_width (const KoyomiDocumentTable *table,
           double                     width)
{
  return (width - GAP * (get_across (table) - 1)) / get_across (table);
}

static double
measure_figure (const KoyomiDocumentFigure *item,
                double                      width)
{
  double height;

  if (item->radar != NULL)
    return RADAR_HEIGHT;

  height = koyomi_figure_measure (item->figure, width, SCALE);

  return KOYOMI_IS_METRIC_CARD (item->figure) ? height - CARD_SQUEEZE : MIN (height, width * PLOT_SHARE);
}

/* Returns: how high the line is with what keeps it from the next */
double
_koyomi_document_measure_figures (const KoyomiDocumentTable *table,
                                  guint                      line,
                                  double                     width)
{
  const KoyomiDocumentFigure *item;
  double height = 0;

  for (guint i = 0; i < get_across (table) && (item = get_figure (table, line, i)) != NULL; i++)
    height = MAX (height, measure_figure (item, get_width (table, width)));

  return height + GAP;
}

static void
paint_radar (const KoyomiRadar *radar,
             KoyomiRect         rect,
             cairo_t           *cr)
{
  double width = rect.width * RADAR_SHARE;
  g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, width, rect.height, SCALE);

  cairo_translate (cr, (rect.width - width) / 2, 0);
  koyomi_radar_paint (layout, KOYOMI_CHART_PALETTE_PRINT, cr);
}

static void
paint_figure (const KoyomiDocumentFigure *item,
              KoyomiRect                  rect,
              cairo_t                    *cr)
{
  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  if (item->radar != NULL)
    {
      paint_radar (item->radar, rect, cr);
    }
  else
    {
      koyomi_figure_place (item->figure, rect.width, rect.height, SCALE);
      koyomi_figure_paint (item->figure, -1, KOYOMI_CHART_PALETTE_PRINT, cr);
    }
  cairo_restore (cr);
}

/* @rect: of the whole line, as high as was measured */
void
_koyomi_document_paint_figures (const KoyomiDocumentTable *table,
                                guint                      line,
                                KoyomiRect                 rect,
                                cairo_t                   *cr)
{
  const KoyomiDocumentFigure *item;
  double width = get_width (table, rect.width);

  for (guint i = 0; i < get_across (table) && (item = get_figure (table, line, i)) != NULL; i++)
    paint_figure (item, (KoyomiRect) { rect.x + i * (width + GAP), rect.y, width, rect.height - GAP }, cr);
}
