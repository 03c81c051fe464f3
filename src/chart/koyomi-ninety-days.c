#include "koyomi-ninety-days.h"

#include "koyomi-day.h"
#include "koyomi-figure-private.h"
#include "koyomi-fiscal-year.h"

#include <math.h>

#define M (&koyomi_figure_measures)

/* Lanes of bars, and of marks of a kind. */
#define MOST_LANES 6
#define MOST_MARK_LANES 3

/* Months that ninety days can touch, and one for longer times. */
#define MOST_MONTHS 14

#define NO_LANE G_MAXUINT

typedef struct
{
  KoyomiAheadKind  kind;
  guint            column;    /* which one it is */
  char            *title;
  guint32          first_day;
  guint32          last_day;
  KoyomiState      state;
  guint            lane;      /* NO_LANE where there was no room */
  KoyomiRect       rect;      /* the bar or the mark */
  KoyomiRect       label;     /* of no width where none has room */
} Item;

struct _KoyomiNinetyDays
{
  KoyomiFigure  parent_instance;

  guint32       first_day;
  guint         n_days;
  GArray       *items;                /* (element-type Item): runs, meetings, reports, each by day */
  guint         more[MOST_MONTHS];    /* runs of a month for which there was no room */
  KoyomiRect    heads[MOST_MONTHS];   /* of months; of no width beyond the last one */
  double        more_y;
  double        bottom;
};

G_DEFINE_FINAL_TYPE (KoyomiNinetyDays, koyomi_ninety_days, KOYOMI_TYPE_FIGURE)

static void
clear_item (Item *self)
{
  g_free (self->title);
}

static void
koyomi_ninety_days_finalize (GObject *object)
{
  g_array_unref (KOYOMI_NINETY_DAYS (object)->items);

  G_OBJECT_CLASS (koyomi_ninety_days_parent_class)->finalize (object);
}

static Item *
get_item (KoyomiNinetyDays *self,
          guint             index)
{
  return &g_array_index (self->items, Item, index);
}

/* The left edge of a day. */
static double
get_x (KoyomiNinetyDays        *self,
       const KoyomiFigureSpace *space,
       guint32                  day)
{
  double share = day > self->first_day ? MIN (day - self->first_day, self->n_days) / (double) self->n_days : 0;

  return M->margin * space->scale + share * MAX (space->width - 2 * M->margin * space->scale, 1);
}

static guint32
get_month (KoyomiNinetyDays *self,
           guint             month)
{
  return koyomi_day_add_months (koyomi_day_get_month_first (self->first_day), month);
}

static guint
find_month (KoyomiNinetyDays *self,
            guint32           day)
{
  guint month = 0;

  while (month + 1 < MOST_MONTHS && day >= get_month (self, month + 1) && get_month (self, month + 1) < self->first_day + self->n_days)
    month++;

  return month;
}

static void
place_months (KoyomiNinetyDays        *self,
              const KoyomiFigureSpace *space,
              double                   y)
{
  for (guint i = 0; i < MOST_MONTHS; i++)
    {
      double left = get_x (self, space, get_month (self, i)), right = get_x (self, space, get_month (self, i + 1));

      self->heads[i] = (KoyomiRect) { left, y, right - left, M->title_line * space->scale };
      self->more[i] = 0;
    }
}

/* A title stands in its bar, else behind it, else before it; a mark's behind or before it. */
static void
place_label (Item                    *item,
             const KoyomiFigureSpace *space)
{
  double padding = M->padding * space->scale, gap = M->gap * space->scale;
  double width = koyomi_chart_text_get_width (space->text, item->title, M->small * space->scale, 0) + 1;

  item->label = (KoyomiRect) { item->rect.x + padding, item->rect.y, width, item->rect.height };
  if (item->kind == KOYOMI_AHEAD_RUN && width <= item->rect.width - 2 * padding)
    return;

  item->label.x = item->rect.x + item->rect.width + gap;
  if (item->label.x + width > space->width - M->margin * space->scale)
    item->label.x = item->rect.x - gap - width;
  if (item->label.x < M->margin * space->scale)
    item->label = (KoyomiRect) { item->rect.x, item->rect.y, 0, item->rect.height };
}

static void
measure_item (KoyomiNinetyDays        *self,
              const KoyomiFigureSpace *space,
              Item                    *item)
{
  double left = get_x (self, space, item->first_day), right = get_x (self, space, item->last_day + 1);
  double mark = 1.4 * M->marker * space->scale;

  if (item->kind == KOYOMI_AHEAD_RUN)
    item->rect = (KoyomiRect) { left + 1, 0, MAX (right - left - 2, M->padding * space->scale), M->pill_height * space->scale };
  else
    item->rect = (KoyomiRect) { MAX ((left + right - mark) / 2, left), 0, mark, M->pill_height * space->scale };

  place_label (item, space);
}

static double
get_left (const Item *item)
{
  return item->label.width > 0 ? MIN (item->rect.x, item->label.x) : item->rect.x;
}

static double
get_right (const Item *item)
{
  return MAX (item->rect.x + item->rect.width, item->label.x + item->label.width);
}

/* Whether the first lanes' last things end before. */
static guint
find_lane (const double *ends,
           guint         n_lanes,
           double        left)
{
  for (guint i = 0; i < n_lanes; i++)
    if (ends[i] <= left)
      return i;

  return NO_LANE;
}

/* Where the label has no room the mark stands alone; it is never left out. */
static void
choose_lane (KoyomiNinetyDays *self,
             Item             *item,
             double           *ends,
             double            gap)
{
  guint n_lanes = item->kind == KOYOMI_AHEAD_RUN ? MOST_LANES : MOST_MARK_LANES;

  item->lane = find_lane (ends, n_lanes, get_left (item));
  if (item->lane == NO_LANE && item->kind != KOYOMI_AHEAD_RUN)
    {
      item->label.width = 0;
      item->lane = find_lane (ends, n_lanes, item->rect.x);
      item->lane = item->lane == NO_LANE ? 0 : item->lane;
    }

  if (item->lane == NO_LANE)
    self->more[find_month (self, MAX (item->first_day, self->first_day))]++;
  else
    ends[item->lane] = MAX (item->rect.x + item->rect.width, item->label.x + item->label.width + (item->label.width > 0 ? gap : 0));
}

/* Returns: how many lanes there are */
static guint
place_kind (KoyomiNinetyDays        *self,
            const KoyomiFigureSpace *space,
            KoyomiAheadKind          kind,
            double                   y)
{
  double ends[MOST_LANES] = { 0 };
  double step = (M->pill_height + M->gap) * space->scale;
  guint n_lanes = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = get_item (self, i);

      if (item->kind != kind)
        continue;

      measure_item (self, space, item);
      choose_lane (self, item, ends, M->gap * space->scale);
      if (item->lane == NO_LANE)
        continue;

      n_lanes = MAX (n_lanes, item->lane + 1);
      item->rect.y = item->label.y = y + item->lane * step;
    }

  return n_lanes;
}

static gboolean
has_more (KoyomiNinetyDays *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < MOST_MONTHS && !any; i++)
    any = self->more[i] > 0;

  return any;
}

/* Returns: the height of all */
static double
arrange (KoyomiNinetyDays        *self,
         const KoyomiFigureSpace *space)
{
  double step = (M->pill_height + M->gap) * space->scale, gap = M->gap * space->scale;
  double y = _koyomi_figure_get_head (KOYOMI_FIGURE (self), space->width, space->scale);

  place_months (self, space, y);
  y += M->title_line * space->scale + gap;
  y += place_kind (self, space, KOYOMI_AHEAD_RUN, y) * step;
  self->more_y = y;
  y += has_more (self) ? step : 0;
  y += place_kind (self, space, KOYOMI_AHEAD_MEETING, y + gap) * step + gap;
  y += place_kind (self, space, KOYOMI_AHEAD_REPORT, y) * step;
  self->bottom = y;

  return y + M->margin * space->scale;
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  KoyomiFigureSpace space = { _koyomi_figure_get_text (figure), width, 0, scale };

  return arrange (KOYOMI_NINETY_DAYS (figure), &space);
}

static const char *
get_kind_name (KoyomiAheadKind kind,
               KoyomiLanguage  language)
{
  return kind == KOYOMI_AHEAD_RUN ? koyomi_trc (language, "next ninety days", "Activity") :
         kind == KOYOMI_AHEAD_MEETING ? koyomi_trc (language, "next ninety days", "Meeting") :
         koyomi_trc (language, "next ninety days", "Report");
}

static char *
describe (KoyomiNinetyDays *self,
          const Item       *item)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  g_autofree char *days = koyomi_day_format_span (item->first_day, item->last_day, language);

  return g_strdup_printf (koyomi_trc (language, "read out: month or cause, name, value", "%s, %s: %s"), get_kind_name (item->kind, language),
                          item->title, days);
}

static char *
format_month (KoyomiNinetyDays *self,
              guint             month)
{
  KoyomiFiscalYear year = { 0, 1 };
  int index;

  koyomi_day_get (get_month (self, month), &year.year, &index, NULL);

  return koyomi_fiscal_year_format_month (year, index - 1, koyomi_figure_get_language (KOYOMI_FIGURE (self)));
}

static KoyomiRect
get_more_rect (KoyomiNinetyDays *self,
               guint             month,
               double            scale)
{
  return (KoyomiRect) { self->heads[month].x + M->padding * scale, self->more_y, MAX (self->heads[month].width - M->padding * scale, 1),
                        M->pill_height * scale };
}

static void
add_more (KoyomiNinetyDays *self,
          guint             month,
          double            scale)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  KoyomiRect rect = get_more_rect (self, month, scale);
  g_autofree char *name = format_month (self, month);
  guint n = self->more[month];
  g_autofree char *text = g_strdup_printf (koyomi_ntr (language, "%u more activity", "%u more activities", n), n);

  _koyomi_figure_add_region (KOYOMI_FIGURE (self), rect, rect, KOYOMI_AHEAD_MORE, month,
                             g_strdup_printf (koyomi_trc (language, "read out: month, number", "%s: %s"), name, text));
}

static KoyomiRect
get_reach (const Item *item)
{
  double left = get_left (item);

  return (KoyomiRect) { left, item->rect.y, get_right (item) - left, item->rect.height };
}

static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiNinetyDays *self = KOYOMI_NINETY_DAYS (figure);

  arrange (self, space);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = get_item (self, i);

      if (item->lane != NO_LANE)
        _koyomi_figure_add_region (figure, item->rect, get_reach (item), item->kind, item->column, describe (self, item));
    }
  for (guint i = 0; i < MOST_MONTHS; i++)
    if (self->more[i] > 0)
      add_more (self, i, space->scale);
}

static void
paint_months (KoyomiNinetyDays *self,
              KoyomiBrush      *brush)
{
  for (guint i = 0; i < MOST_MONTHS && self->heads[i].width > 0; i++)
    {
      KoyomiRect head = self->heads[i];
      g_autofree char *name = format_month (self, i);
      double room = head.width - M->padding * brush->unit;

      _koyomi_brush_stroke_line (brush, head.x, head.y, head.x, self->bottom, _koyomi_brush_get_line (brush, M->hair),
                                 KOYOMI_CHART_COLOUR_MONTH_LINE);
      if (koyomi_chart_text_has_room (brush->text, name, M->small * brush->unit, MAX (room, 1), 0))
        _koyomi_brush_show_text (brush, name, M->small * brush->unit,
                                 (KoyomiRect) { head.x + M->padding * brush->unit, head.y, room, head.height }, 0,
                                 KOYOMI_CHART_COLOUR_FAINT_TEXT);
    }
}

static void
paint_bar (const Item  *item,
           KoyomiBrush *brush)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, item->state);
  double radius = MIN (M->radius / 2 * brush->unit, item->rect.width / 2);

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, item->rect, radius, radius);
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->edge);
  _koyomi_brush_stroke_edge (brush, _koyomi_brush_get_line (brush, M->hair), style->dashed);
}

static KoyomiColour
get_mark_colour (const Item  *item,
                 KoyomiBrush *brush)
{
  if (item->kind == KOYOMI_AHEAD_REPORT)
    return koyomi_figure_style_get_status (brush->palette, KOYOMI_METRIC_OFF_TARGET)->strong;

  return koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_MEETING);
}

/* Meetings are diamonds, as in the calendar; reports triangles. */
static void
paint_mark (const Item  *item,
            KoyomiBrush *brush)
{
  double side = item->rect.width, y = item->rect.y + (item->rect.height - side) / 2;

  cairo_new_path (brush->cr);
  if (item->kind == KOYOMI_AHEAD_MEETING)
    _koyomi_brush_trace_diamond (brush, (KoyomiRect) { item->rect.x, y, side, side });
  else
    {
      cairo_move_to (brush->cr, item->rect.x + side / 2, y);
      cairo_line_to (brush->cr, item->rect.x + side, y + side);
      cairo_line_to (brush->cr, item->rect.x, y + side);
      cairo_close_path (brush->cr);
    }
  _koyomi_brush_set_rgb (brush, get_mark_colour (item, brush));
  cairo_fill (brush->cr);
}

static gboolean
is_inside (const Item *item)
{
  return item->label.x >= item->rect.x && item->label.x + item->label.width <= item->rect.x + item->rect.width;
}

static void
paint_label (const Item  *item,
             KoyomiBrush *brush)
{
  PangoLayout *layout;

  if (item->label.width <= 0)
    return;

  layout = _koyomi_brush_place_text (brush, item->title, M->small * brush->unit, item->label, 0);
  if (item->kind == KOYOMI_AHEAD_RUN && is_inside (item))
    _koyomi_brush_set_rgb (brush, koyomi_chart_style_get_state (brush->palette, item->state)->text);
  else if (item->kind == KOYOMI_AHEAD_REPORT)
    _koyomi_brush_set_rgb (brush, get_mark_colour (item, brush));
  else
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TEXT);
  pango_cairo_show_layout (brush->cr, layout);
}

static void
paint_more (KoyomiNinetyDays *self,
            KoyomiBrush      *brush,
            guint             month)
{
  g_autofree char *text = g_strdup_printf ("+%u", self->more[month]);
  KoyomiRect rect = get_more_rect (self, month, brush->unit);

  if (koyomi_chart_text_has_room (brush->text, text, M->small * brush->unit, rect.width, 0))
    _koyomi_brush_show_text (brush, text, M->small * brush->unit, rect, 0, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  KoyomiNinetyDays *self = KOYOMI_NINETY_DAYS (figure);

  _koyomi_figure_paint_title (figure, brush, space->width);
  paint_months (self, brush);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);

      if (item->lane == NO_LANE)
        continue;

      if (item->kind == KOYOMI_AHEAD_RUN)
        paint_bar (item, brush);
      else
        paint_mark (item, brush);
      paint_label (item, brush);
    }
  for (guint i = 0; i < MOST_MONTHS; i++)
    if (self->more[i] > 0)
      paint_more (self, brush, i);
}

/* All of them, also those for which the drawing has no room. */
static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiNinetyDays *self = KOYOMI_NINETY_DAYS (figure);
  KoyomiLanguage language = koyomi_figure_get_language (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  koyomi_chart_table_add_heading (table, "");
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "next ninety days", "What"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "next ninety days", "From"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "next ninety days", "To"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "next ninety days", "Status"));
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      guint row = koyomi_chart_table_add_row (table);
      g_autofree char *first_day = koyomi_day_format (item->first_day);
      g_autofree char *last_day = koyomi_day_format (item->last_day);

      koyomi_chart_table_set (table, row, 0, get_kind_name (item->kind, language));
      koyomi_chart_table_set (table, row, 1, item->title);
      koyomi_chart_table_set (table, row, 2, first_day);
      koyomi_chart_table_set (table, row, 3, last_day);
      koyomi_chart_table_set (table, row, 4, koyomi_state_get_label (item->state, language));
    }

  return table;
}

static void
koyomi_ninety_days_class_init (KoyomiNinetyDaysClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_ninety_days_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_ninety_days_init (KoyomiNinetyDays *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, (GDestroyNotify) clear_item);
}

/* @n_days: at most a year */
KoyomiFigure *
koyomi_ninety_days_new (KoyomiLanguage  language,
                        const char     *title,
                        guint32         first_day,
                        guint           n_days)
{
  KoyomiNinetyDays *self = g_object_new (KOYOMI_TYPE_NINETY_DAYS, NULL);

  g_return_val_if_fail (n_days > 0 && n_days <= 366, NULL);

  _koyomi_figure_set_up (KOYOMI_FIGURE (self), language, title);
  self->first_day = first_day;
  self->n_days = n_days;

  return KOYOMI_FIGURE (self);
}

/* Of what comes first there is room first.
 * @kind: all but %KOYOMI_AHEAD_MORE */
void
koyomi_ninety_days_add (KoyomiNinetyDays *self,
                        KoyomiAheadKind   kind,
                        const char       *title,
                        guint32           first_day,
                        guint32           last_day,
                        KoyomiState       state)
{
  Item item = { .kind = kind, .title = g_strdup (title), .first_day = first_day, .last_day = last_day, .state = state, .lane = NO_LANE };

  g_return_if_fail (KOYOMI_IS_NINETY_DAYS (self) && kind != KOYOMI_AHEAD_MORE);

  item.column = self->items->len;
  g_array_append_val (self->items, item);
}
