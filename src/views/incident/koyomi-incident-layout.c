#include "koyomi-incident-layout.h"

#include "koyomi-incident-face.h"

#include <math.h>

#define M (&koyomi_board_measures)

static double
count_strips (const KoyomiIncidentOrder *order)
{
  guint n = 0;

  for (guint i = 0; i < order->columns->len; i++)
    n += g_array_index (order->columns, KoyomiIncidentColumn, i).is_folded;

  return n;
}

/* The columns share the width, but none is narrower than its least: then the board is wider than its window. */
static void
place_columns (KoyomiIncidentLayout  *self,
               const KoyomiCardChart *chart,
               double                 width)
{
  guint n = self->order->columns->len;
  double n_strips = count_strips (self->order);
  double margin = koyomi_card_chart_get_size (chart, M->margin);
  double gap = koyomi_card_chart_get_size (chart, M->gap);
  double strip = koyomi_card_chart_get_size (chart, M->strip);
  double room = width - 2 * margin - (n - 1) * gap - n_strips * strip;
  double column = MAX (floor (room / MAX (n - n_strips, 1)), koyomi_card_chart_get_size (chart, M->least_column));
  double x = margin;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_folded = g_array_index (self->order->columns, KoyomiIncidentColumn, i).is_folded;
      KoyomiRect rect = { x, 0, is_folded ? strip : column, 0 };

      g_array_append_val (self->columns, rect);
      x += rect.width + gap;
    }
  self->width = MAX (x - gap + margin, width);
}

/* Returns: the lower edge of the cell */
static double
place_cell (KoyomiIncidentLayout  *self,
            const KoyomiCardChart *chart,
            int                    lane,
            int                    column,
            double                 y,
            gint64                 now,
            KoyomiLanguage         language)
{
  GPtrArray *cell = koyomi_incident_order_get_cell (self->order, lane, column);
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (double), cell->len + 1);
  double width = koyomi_incident_layout_get_column (self, column).width - 2 * self->inset;

  for (guint i = 0; i < cell->len; i++)
    {
      g_auto(KoyomiIncidentFace) face = { 0 };

      koyomi_incident_face_init (&face, g_ptr_array_index (cell, i), now, language);
      g_array_append_val (edges, y);
      y += koyomi_card_chart_get_height (chart, &face.face, width) + self->card_gap;
    }
  g_array_append_val (edges, y);
  g_ptr_array_add (self->edges, edges);

  return y;
}

static void
place_cards (KoyomiIncidentLayout  *self,
             const KoyomiCardChart *chart,
             gint64                 now,
             KoyomiLanguage         language)
{
  double y = 0;

  for (guint lane = 0; lane < self->order->lanes->len; lane++)
    {
      double top = y + self->heading;
      double bottom = top;

      g_array_append_val (self->lanes, y);
      for (guint column = 0; column < self->order->columns->len; column++)
        {
          double end = place_cell (self, chart, lane, column, top, now, language);

          bottom = MAX (bottom, end);
        }
      y = bottom + self->card_gap;
    }
  g_array_append_val (self->lanes, y);
  self->height = y + self->card_gap;
}

/**
 * koyomi_incident_layout_new:
 * @order: is to live as long as the layout
 * @height: of the window: the columns reach at least down to its edge
 */
KoyomiIncidentLayout *
koyomi_incident_layout_new (const KoyomiIncidentOrder *order,
                            const KoyomiCardChart     *chart,
                            double                     width,
                            double                     height,
                            gint64                     now,
                            KoyomiLanguage             language)
{
  KoyomiIncidentLayout *self = g_new0 (KoyomiIncidentLayout, 1);
  KoyomiIncidentLane *first = g_ptr_array_index (order->lanes, 0);

  self->order = order;
  self->columns = g_array_new (FALSE, FALSE, sizeof (KoyomiRect));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (double));
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->inset = koyomi_card_chart_get_size (chart, M->inset);
  self->card_gap = koyomi_card_chart_get_size (chart, M->card_gap);
  self->heading = first->name != NULL ? koyomi_card_chart_get_size (chart, M->lane) : 0;
  place_columns (self, chart, width);
  place_cards (self, chart, now, language);
  self->height = MAX (self->height, height);

  return self;
}

void
koyomi_incident_layout_free (KoyomiIncidentLayout *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->lanes);
  g_ptr_array_unref (self->edges);
  g_free (self);
}

KoyomiRect
koyomi_incident_layout_get_column (const KoyomiIncidentLayout *self,
                                   int                         column)
{
  KoyomiRect rect = g_array_index (self->columns, KoyomiRect, column);

  rect.height = self->height;

  return rect;
}

/* With its heading. */
KoyomiRect
koyomi_incident_layout_get_lane (const KoyomiIncidentLayout *self,
                                 int                         lane)
{
  double y = g_array_index (self->lanes, double, lane);

  return (KoyomiRect) { 0, y, self->width, g_array_index (self->lanes, double, lane + 1) - y };
}

static GArray *
get_edges (const KoyomiIncidentLayout *self,
           int                         lane,
           int                         column)
{
  return g_ptr_array_index (self->edges, lane * self->order->columns->len + column);
}

KoyomiRect
koyomi_incident_layout_get_card (const KoyomiIncidentLayout *self,
                                 KoyomiIncidentPlace         place)
{
  KoyomiRect column = koyomi_incident_layout_get_column (self, place.column);
  GArray *edges = get_edges (self, place.lane, place.column);
  double y = g_array_index (edges, double, place.index);

  return (KoyomiRect) { column.x + self->inset, y, column.width - 2 * self->inset,
                        g_array_index (edges, double, place.index + 1) - y - self->card_gap };
}

/* Returns: the column at @x; between two, that to the left; -1 left of the first */
int
koyomi_incident_layout_find_column (const KoyomiIncidentLayout *self,
                                    double                      x)
{
  int found = -1;

  for (guint i = 0; i < self->columns->len && g_array_index (self->columns, KoyomiRect, i).x <= x; i++)
    found = i;

  return found;
}

/* Returns: the index of the card that ends below @y; the number of cards where all end above */
int
koyomi_incident_layout_find_index (const KoyomiIncidentLayout *self,
                                   int                         lane,
                                   int                         column,
                                   double                      y)
{
  GArray *edges = get_edges (self, lane, column);
  int first = 0, last = (int) edges->len - 1;

  while (first < last)
    {
      int middle = (first + last) / 2;

      if (g_array_index (edges, double, middle + 1) > y)
        last = middle;
      else
        first = middle + 1;
    }

  return first;
}

/* Returns: (nullable): the card at a point */
const KoyomiIncidentCard *
koyomi_incident_layout_pick (const KoyomiIncidentLayout *self,
                             double                      x,
                             double                      y,
                             KoyomiIncidentPlace        *place)
{
  int column = koyomi_incident_layout_find_column (self, x);

  for (guint lane = 0; column >= 0 && lane < self->order->lanes->len; lane++)
    {
      KoyomiIncidentPlace found = { lane, column, koyomi_incident_layout_find_index (self, lane, column, y) };
      const KoyomiIncidentCard *card = koyomi_incident_order_get_card (self->order, found);
      KoyomiRect rect;

      if (card == NULL)
        continue;

      rect = koyomi_incident_layout_get_card (self, found);
      if (x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height)
        {
          *place = found;
          return card;
        }
    }

  return NULL;
}
