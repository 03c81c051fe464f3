#include "koyomi-timeline-private.h"

#include "koyomi-day.h"
#include "koyomi-run-label-private.h"

#include <math.h>
#include <string.h>

#define M (&koyomi_chart_measures)
#define T (&koyomi_timeline_measures)

/* What all boxes of a row have in common. */
typedef struct
{
  KoyomiTimeline *timeline;
  double          scale;
  double          padding;
  double          lane;
  double          height;         /* of a bar */
  double          smallest;       /* width of a bar */
  double          diamond;
  double          bar_start;
  double          bar_end;
  guint32         first_visible;
  guint32         last_visible;
} Frame;

static Frame
get_frame (KoyomiTimeline *self)
{
  double packed = T->bar_days * self->time.day_width;
  /* What is drawn wider than its days reaches into view from beside it. */
  guint32 reach = (guint32) ceil (T->diamond * self->scale / self->time.day_width) + 1;
  Frame frame = {
    .timeline = self,
    .scale = self->scale,
    .padding = _koyomi_timeline_get_size (self, T->row_padding),
    .lane = _koyomi_timeline_get_size (self, T->lane),
    .height = _koyomi_timeline_get_size (self, T->lane) - _koyomi_timeline_get_size (self, T->lane_gap),
    .smallest = floor (MIN (T->bar_smallest * self->scale, packed)),
    .bar_start = _koyomi_timeline_get_size (self, T->bar_start),
    .bar_end = _koyomi_timeline_get_size (self, T->bar_end),
    .first_visible = koyomi_time_scale_get_first_visible (&self->time),
    .last_visible = koyomi_time_scale_get_last_visible (&self->time),
  };

  frame.diamond = floor (MIN (T->diamond * self->scale, MAX (packed, T->diamond_smallest * self->scale)));
  frame.first_visible -= MIN (reach, frame.first_visible);
  frame.last_visible += reach;

  return frame;
}

static gboolean
is_near (const Frame *frame,
         guint32      first_day,
         guint32      last_day)
{
  return first_day <= frame->last_visible && last_day >= frame->first_visible;
}

/* Returns: where a run of these days stands, or nothing where that is out of sight. */
static KoyomiRect
place_days (const Frame     *frame,
            const KoyomiBar *bar,
            guint32          first_day,
            guint32          last_day)
{
  KoyomiTimeScale *time = &frame->timeline->time;
  KoyomiRect rect = { 0, frame->padding + bar->lane * frame->lane, 0, frame->height };
  double x, end;

  if (last_day < time->first_day || first_day > time->last_day || !is_near (frame, first_day, last_day))
    return (KoyomiRect) { 0 };

  x = _koyomi_timeline_get_x (frame->timeline, MAX (first_day, time->first_day));
  end = _koyomi_timeline_get_x (frame->timeline, MIN (last_day, time->last_day) + 1);

  if (bar->kind == KOYOMI_ACTIVITY_KIND_TASK)
    {
      double right = floor (koyomi_time_scale_get_extent (time) + 0.5) - floor (time->offset + 0.5);

      rect.width = MAX (end - frame->bar_end - (x + frame->bar_start), frame->smallest);
      rect.x = MIN (x + frame->bar_start, right - rect.width);
    }
  else
    {
      rect.x = floor ((x + end - frame->diamond) / 2);
      rect.y += floor ((rect.height - frame->diamond) / 2);
      rect.width = rect.height = frame->diamond;
    }

  return rect.x < time->width && rect.x + rect.width > 0 ? rect : (KoyomiRect) { 0 };
}

static gboolean
is_elsewhere (const KoyomiBar *bar,
              guint32          first_day,
              guint32          last_day)
{
  return first_day != bar->first_day || last_day != bar->last_day;
}

/* A diamond repeats its title only when it differs from the one before: a monthly meeting is named once. */
static void
name_box (KoyomiCalendarBox  *box,
          const KoyomiBar   **before)
{
  if (!box->diamond || box->rect.width == 0)
    return;

  box->text.title = *before != NULL && strcmp ((*before)->title, box->bar->title) == 0 ? "" : box->bar->title;
  *before = box->bar;
}

/* Returns: whether anything of the run is in sight. */
static gboolean
place_box (const Frame       *frame,
           const KoyomiBar   *bar,
           KoyomiCalendarBox *box)
{
  GHashTable *baseline = frame->timeline->baseline;
  const KoyomiBaselineDays *days = baseline != NULL ? g_hash_table_lookup (baseline, &bar->occurrence_id) : NULL;

  box->rect = place_days (frame, bar, bar->first_day, bar->last_day);
  if (bar->original_first != KOYOMI_DAY_NONE && is_elsewhere (bar, bar->original_first, bar->original_last))
    box->ghost = place_days (frame, bar, bar->original_first, bar->original_last);
  if (days != NULL && is_elsewhere (bar, days->first_day, days->last_day))
    box->baseline = place_days (frame, bar, days->first_day, days->last_day);

  return box->rect.width > 0 || box->ghost.width > 0 || box->baseline.width > 0;
}

/* The next outline of the lane behind @x. */
static double
find_outline (GArray                  *boxes,
              const KoyomiCalendarBox *box,
              double                   x,
              double                   end)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *other = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (other->bar->lane != box->bar->lane)
        continue;
      if (other->ghost.width > 0 && other->ghost.x + other->ghost.width > x)
        end = MIN (end, other->ghost.x);
    }

  return end;
}

/* The few letters of a title that would fit between two monthly meetings tell nothing. */
static const char *
get_whole_title (KoyomiTimeline          *self,
                 const KoyomiCalendarBox *box,
                 double                   room)
{
  KoyomiLabel whole = { koyomi_state_get_glyph (box->bar->state), " ", box->text.title };

  return *box->text.title != '\0' && koyomi_chart_text_measure (self->text, whole, box->text_size) <= room ? box->text.title : "";
}

/* What is out of sight to the right counts as the end of a bar, so that its title ends with it. */
static void
label_box (const Frame       *frame,
           GArray            *boxes,
           KoyomiCalendarBox *box,
           double             end,
           gboolean           has_ghosts)
{
  KoyomiTimeline *self = frame->timeline;
  double unit = T->unit * frame->scale;
  double gap = floor (M->label_gap * unit + 0.5);
  double whole = box->rect.width;
  double x;

  box->rect.width = MIN (whole, self->time.width - box->rect.x);
  x = box->rect.x + box->rect.width + (box->diamond ? gap : 0);
  if (has_ghosts)
    end = find_outline (boxes, box, x, end);

  if (box->diamond)
    _koyomi_run_label_diamond (box, self->text, unit, gap, get_whole_title (self, box, end - gap - x), end - gap - x);
  else
    _koyomi_run_label_bar (box, self->text, unit, gap, 0, end - gap - x, FALSE);

  box->rect.width = whole;
}

/* From the right, because a label may run on up to what stands behind it in its lane. */
static void
label_boxes (const Frame *frame,
             GArray      *boxes,
             guint        n_lanes,
             gboolean     has_ghosts)
{
  GArray *ends = frame->timeline->ground->ends;

  g_array_set_size (ends, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    g_array_index (ends, double, i) = frame->timeline->time.width;

  for (guint i = boxes->len; i > 0; i--)
    {
      KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i - 1);
      double *end = &g_array_index (ends, double, box->bar->lane);

      if (box->rect.width == 0)
        continue;

      label_box (frame, boxes, box, *end, has_ghosts);
      *end = box->rect.x;
    }
}

/**
 * koyomi_timeline_place_row:
 * @boxes: (element-type KoyomiCalendarBox): emptied, then filled with the runs in sight, or of which only an outline is in sight
 *   and whose rectangle is empty; in the order of the row
 *
 * In pixels from the left edge of the view and the top of the row. What the boxes hold is borrowed from @row.
 */
void
koyomi_timeline_place_row (KoyomiTimeline    *self,
                           KoyomiCalendarRow *row,
                           GArray            *boxes)
{
  Frame frame;
  gboolean has_ghosts = FALSE;
  const KoyomiBar *before = NULL;

  g_return_if_fail (KOYOMI_IS_CALENDAR_ROW (row));

  g_array_set_size (boxes, 0);
  frame = get_frame (self);

  for (guint i = 0; i < row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);
      KoyomiCalendarBox box = {
        .bar = bar,
        .row = row,
        .diamond = bar->kind != KOYOMI_ACTIVITY_KIND_TASK,
        .cut_start = bar->first_day < self->time.first_day,
        .cut_end = bar->last_day > self->time.last_day,
        .text_size = T->bar_size * self->scale,
      };

      if (place_box (&frame, bar, &box))
        {
          has_ghosts |= box.ghost.width > 0;
          name_box (&box, &before);
          g_array_append_val (boxes, box);
        }
    }

  label_boxes (&frame, boxes, row->n_lanes, has_ghosts);
}

/**
 * koyomi_timeline_pick_edge:
 * @x: in pixels of the view
 * @edge: (out): -1 by the left end, 1 by the right end, by which a bar is made longer or shorter; else 0
 *
 * Returns: whether @x is on the run
 */
gboolean
koyomi_timeline_pick_edge (const KoyomiCalendarBox *box,
                           double                   x,
                           int                     *edge)
{
  double grip = MIN (T->grip, box->rect.width / 3);
  double from_start = x - box->rect.x;
  double from_end = box->rect.x + box->rect.width - x;

  *edge = 0;
  if (from_start < 0 || from_end <= 0)
    return FALSE;

  if (!box->diamond && from_start < grip && !box->cut_start)
    *edge = -1;
  else if (!box->diamond && from_end <= grip && !box->cut_end)
    *edge = 1;

  return TRUE;
}
