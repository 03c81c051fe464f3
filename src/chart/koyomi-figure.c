#include "koyomi-figure-private.h"

#include <math.h>

#define M (&koyomi_figure_measures)

typedef struct
{
  KoyomiLanguage     language;
  char              *title;
  GArray            *regions;   /* (element-type KoyomiFigureRegion) */
  KoyomiFigureSpace  space;
} KoyomiFigurePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KoyomiFigure, koyomi_figure, G_TYPE_OBJECT)

#define GET_PRIVATE(self) ((KoyomiFigurePrivate *) koyomi_figure_get_instance_private (self))

static void
clear_region (KoyomiFigureRegion *self)
{
  g_free (self->text);
}

static void
koyomi_figure_finalize (GObject *object)
{
  KoyomiFigurePrivate *private = GET_PRIVATE (KOYOMI_FIGURE (object));

  g_free (private->title);
  g_array_unref (private->regions);
  if (private->space.text != NULL)
    koyomi_chart_text_free (private->space.text);

  G_OBJECT_CLASS (koyomi_figure_parent_class)->finalize (object);
}

static void
koyomi_figure_class_init (KoyomiFigureClass *class)
{
  G_OBJECT_CLASS (class)->finalize = koyomi_figure_finalize;
}

static void
koyomi_figure_init (KoyomiFigure *self)
{
  KoyomiFigurePrivate *private = GET_PRIVATE (self);

  private->regions = g_array_new (FALSE, FALSE, sizeof (KoyomiFigureRegion));
  g_array_set_clear_func (private->regions, (GDestroyNotify) clear_region);
}

/* What each figure begins with. @title: "" for none */
void
_koyomi_figure_set_up (KoyomiFigure   *self,
                       KoyomiLanguage  language,
                       const char     *title)
{
  KoyomiFigurePrivate *private = GET_PRIVATE (self);

  private->language = language;
  private->title = g_strdup (title);
  private->space.text = koyomi_chart_text_new (language);
}

KoyomiChartText *
_koyomi_figure_get_text (KoyomiFigure *self)
{
  return GET_PRIVATE (self)->space.text;
}

/* @text: (transfer full) */
void
_koyomi_figure_add_region (KoyomiFigure *self,
                           KoyomiRect    rect,
                           KoyomiRect    reach,
                           guint         series,
                           guint         column,
                           char         *text)
{
  KoyomiFigureRegion region = { rect, reach, series, column, text };

  g_array_append_val (GET_PRIVATE (self)->regions, region);
}

KoyomiLanguage
koyomi_figure_get_language (KoyomiFigure *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self), KOYOMI_LANGUAGE_EN);

  return GET_PRIVATE (self)->language;
}

const char *
koyomi_figure_get_title (KoyomiFigure *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self), NULL);

  return GET_PRIVATE (self)->title;
}

/* How high the title is, with the gap below it. It takes as many lines as it needs. */
double
_koyomi_figure_get_head (KoyomiFigure *self,
                         double        width,
                         double        scale)
{
  KoyomiFigurePrivate *private = GET_PRIVATE (self);

  if (*private->title == '\0')
    return M->margin * scale;

  return koyomi_chart_text_wrap (private->space.text, private->title, M->title * scale, MAX (width - 2 * M->margin * scale, 1),
                                 KOYOMI_CHART_TEXT_BOLD) + 1.6 * M->margin * scale;
}

/* Returns: where what is below the title begins */
double
_koyomi_figure_paint_title (KoyomiFigure *self,
                            KoyomiBrush  *brush,
                            double        width)
{
  KoyomiFigurePrivate *private = GET_PRIVATE (self);
  double margin = M->margin * brush->unit;
  KoyomiRect rect = { margin, 0.8 * margin, MAX (width - 2 * margin, 1), 0 };

  if (*private->title != '\0')
    _koyomi_brush_wrap_text (brush, private->title, M->title * brush->unit, rect, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);

  return _koyomi_figure_get_head (self, width, brush->unit);
}

/* The height that suits a width. */
double
koyomi_figure_measure (KoyomiFigure *self,
                       double        width,
                       double        scale)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self) && scale > 0, 0);

  return KOYOMI_FIGURE_GET_CLASS (self)->measure (self, width, scale);
}

/**
 * koyomi_figure_place:
 * @scale: of texts and lines; 1 at 100 % on the screen, less on paper
 *
 * Regions of before are gone then.
 */
void
koyomi_figure_place (KoyomiFigure *self,
                     double        width,
                     double        height,
                     double        scale)
{
  KoyomiFigurePrivate *private;

  g_return_if_fail (KOYOMI_IS_FIGURE (self) && scale > 0);

  private = GET_PRIVATE (self);
  private->space.width = MAX (width, 1);
  private->space.height = MAX (height, 1);
  private->space.scale = scale;
  g_array_set_size (private->regions, 0);
  KOYOMI_FIGURE_GET_CLASS (self)->place (self, &private->space);
}

guint
koyomi_figure_get_n_regions (KoyomiFigure *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self), 0);

  return GET_PRIVATE (self)->regions->len;
}

/* Returns: (transfer none): good until the figure is placed again */
const KoyomiFigureRegion *
koyomi_figure_get_region (KoyomiFigure *self,
                          guint         index)
{
  g_return_val_if_fail (index < koyomi_figure_get_n_regions (self), NULL);

  return &g_array_index (GET_PRIVATE (self)->regions, KoyomiFigureRegion, index);
}

static double
get_distance (KoyomiRect rect,
              double     x,
              double     y)
{
  double across = MAX (MAX (rect.x - x, x - rect.x - rect.width), 0);
  double down = MAX (MAX (rect.y - y, y - rect.y - rect.height), 0);

  return hypot (across, down);
}

/* Of those that reach to a point the nearest. Returns: -1 for none */
int
koyomi_figure_pick (KoyomiFigure *self,
                    double        x,
                    double        y)
{
  guint n_regions = koyomi_figure_get_n_regions (self);
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < n_regions; i++)
    {
      const KoyomiFigureRegion *region = koyomi_figure_get_region (self, i);
      double distance = get_distance (region->rect, x, y);

      if (get_distance (region->reach, x, y) > 0 || distance >= nearest)
        continue;

      nearest = distance;
      found = i;
    }

  return found;
}

static void
paint_focus (KoyomiFigure *self,
             KoyomiBrush  *brush,
             guint         focus)
{
  KoyomiRect rect = koyomi_figure_get_region (self, focus)->rect;
  double line = 2 * brush->unit;

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, (KoyomiRect) { rect.x - 1.5 * line, rect.y - 1.5 * line, rect.width + 3 * line,
                                                     rect.height + 3 * line }, line, line);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_SELECTION);
  cairo_set_line_width (brush->cr, line);
  cairo_stroke (brush->cr);
}

/**
 * koyomi_figure_paint:
 * @focus: the region that is pointed out, or -1
 *
 * Adds the figure to what is there, its upper left corner at the origin of @cr. The ground should be the palette's paper.
 */
void
koyomi_figure_paint (KoyomiFigure       *self,
                     int                 focus,
                     KoyomiChartPalette  palette,
                     cairo_t            *cr)
{
  KoyomiFigurePrivate *private;
  KoyomiBrush brush;

  g_return_if_fail (KOYOMI_IS_FIGURE (self) && GET_PRIVATE (self)->space.scale > 0);

  private = GET_PRIVATE (self);
  brush = (KoyomiBrush) { private->space.text, palette, cr, private->space.scale, FALSE };
  cairo_save (cr);
  KOYOMI_FIGURE_GET_CLASS (self)->paint (self, &private->space, &brush);
  if (focus >= 0 && focus < (int) koyomi_figure_get_n_regions (self))
    paint_focus (self, &brush, focus);
  cairo_restore (cr);
}

/* Whether a text had to be cut since the figure was made: it needs more room. */
gboolean
koyomi_figure_is_cut (KoyomiFigure *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self), FALSE);

  return koyomi_chart_text_has_cut (GET_PRIVATE (self)->space.text);
}

/* The same as a table. */
KoyomiChartTable *
koyomi_figure_create_table (KoyomiFigure *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE (self), NULL);

  return KOYOMI_FIGURE_GET_CLASS (self)->create_table (self);
}
