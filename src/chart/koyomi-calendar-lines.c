#include "koyomi-calendar-layout-private.h"

#include "koyomi-chart-style.h"
#include "koyomi-day.h"
#include "koyomi-run-label-private.h"

#include <string.h>

#define M (&koyomi_chart_measures)

/* A row as measured once at scale 1; texts grow with the scale, because their metrics are not hinted. */
typedef struct
{
  KoyomiCalendarRow *row;
  gboolean           begins_group;
  double             name_width;
  double             pill_width;
} Measure;

static GArray *
measure_rows (KoyomiCalendarLayout *self)
{
  GArray *measures = g_array_new (FALSE, TRUE, sizeof (Measure));
  gint64 group = 0;

  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      Measure measure = { g_ptr_array_index (self->calendar->rows, i) };
      const char *name = koyomi_record_get_title (measure.row->function);

      measure.begins_group = i == 0 || koyomi_record_get_id (measure.row->group) != group;
      measure.name_width = koyomi_chart_text_get_width (self->text, name, M->name_size, 0);
      if (*measure.row->team != '\0')
        measure.pill_width = MIN (koyomi_chart_text_get_width (self->text, measure.row->team, M->pill_size, 0)
                                  + 2 * M->pill_padding, M->pill_width);
      group = koyomi_record_get_id (measure.row->group);
      g_array_append_val (measures, measure);
    }

  return measures;
}

/* @room: for a whole page; a row with more lanes than that has narrower ones */
static KoyomiCalendarLine
measure_line (KoyomiCalendarLayout *self,
              const Measure        *measure,
              double                scale,
              double                room)
{
  KoyomiCalendarLine line = { .group = measure->row->group, .row = measure->row };
  double padding = 2 * M->row_padding * scale;
  double most = room - M->group_height * scale;
  double name_room;

  line.pill_width = MIN (measure->pill_width * scale, (self->left - self->name_left) / 2);
  name_room = self->left - self->name_left - M->name_indent - 2 * M->cell_padding - line.pill_width;
  line.two_lines = measure->name_width * scale > name_room - M->thin;
  line.lane = M->lane * scale;
  line.height = MAX (line.lane * measure->row->n_lanes, line.two_lines ? 2 * M->name_line * scale : 0) + padding;

  if (line.height > most)
    {
      line.height = most;
      line.lane = (most - padding) / measure->row->n_lanes;
    }

  return line;
}

static KoyomiCalendarPage *
add_page (KoyomiCalendarLayout *self)
{
  KoyomiCalendarPage *page = g_new0 (KoyomiCalendarPage, 1);

  page->lines = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarLine));
  page->boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  page->bottom = self->body_y;
  g_ptr_array_add (self->pages, page);

  return page;
}

static void
add_line (KoyomiCalendarPage *page,
          KoyomiCalendarLine  line)
{
  line.y = page->bottom;
  page->bottom += line.height;
  g_array_append_val (page->lines, line);
}

/* Fills pages up to @limit. A group's head never ends a page, and stands again above the rows that go on overleaf. */
static void
fill_pages (KoyomiCalendarLayout *self,
            GArray               *measures,
            double                scale,
            double                room,
            double                limit)
{
  KoyomiCalendarPage *page;

  g_ptr_array_set_size (self->pages, 0);
  page = add_page (self);

  for (guint i = 0; i < measures->len; i++)
    {
      const Measure *measure = &g_array_index (measures, Measure, i);
      KoyomiCalendarLine line = measure_line (self, measure, scale, room);
      KoyomiCalendarLine head = { .group = line.group, .height = M->group_height * scale };
      double height = line.height + (measure->begins_group ? head.height : 0);

      if (page->lines->len > 0 && page->bottom + height > self->body_y + limit)
        {
          page = add_page (self);
          head.continued = !measure->begins_group;
        }

      if (measure->begins_group || head.continued)
        add_line (page, head);
      add_line (page, line);
    }

  /* Room for a word that there are none. */
  if (measures->len == 0)
    page->bottom += M->title_height;

  self->scale = scale;
}

static guint
count_pages (KoyomiCalendarLayout *self,
             GArray               *measures,
             double                scale,
             double                room)
{
  fill_pages (self, measures, scale, room, room);

  return self->pages->len;
}

/* The largest scale in steps of a hundredth that needs no more than @n_pages pages; 0 when none does. */
static double
find_scale (KoyomiCalendarLayout *self,
            GArray               *measures,
            double                room,
            guint                 n_pages,
            double                largest,
            double                smallest)
{
  for (double scale = largest; scale > smallest - 0.005; scale -= 0.01)
    if (count_pages (self, measures, scale, room) <= n_pages)
      return scale;

  return 0;
}

/* Narrows the pages' limit as long as their number stays, so that the last one is not left with a row or two. */
static void
balance_pages (KoyomiCalendarLayout *self,
               GArray               *measures,
               double                scale,
               double                room,
               guint                 n_pages)
{
  double low = 0;
  double high = room;

  for (guint i = 0; i < 16; i++)
    {
      double limit = (low + high) / 2;

      fill_pages (self, measures, scale, room, limit);
      if (self->pages->len > n_pages)
        low = limit;
      else
        high = limit;
    }

  fill_pages (self, measures, scale, room, high);
}

/* @room: the height of the body of a page; %G_MAXDOUBLE for one endless page at scale 1 */
void
_koyomi_calendar_layout_break_pages (KoyomiCalendarLayout *self,
                                     double                room,
                                     double                largest_scale)
{
  g_autoptr(GArray) measures = measure_rows (self);
  guint n_pages;
  double scale;

  if (room == G_MAXDOUBLE || measures->len == 0)
    {
      fill_pages (self, measures, 1, room, room);
      return;
    }

  /* A page that is too low for a row still gets one. */
  room = MAX (room, M->group_height + M->lane + 2 * M->row_padding);

  if (find_scale (self, measures, room, 1, largest_scale, M->smallest_scale) > 0)
    return;

  n_pages = count_pages (self, measures, M->paged_scale, room);
  scale = find_scale (self, measures, room, n_pages, largest_scale, M->paged_scale);
  balance_pages (self, measures, scale > 0 ? scale : M->paged_scale, room, n_pages);
}

static gboolean
clip_days (KoyomiCalendarLayout *self,
           guint32              *first_day,
           guint32              *last_day)
{
  if (*last_day < self->first_day || *first_day > self->last_day)
    return FALSE;

  *first_day = MAX (*first_day, self->first_day);
  *last_day = MIN (*last_day, self->last_day);

  return TRUE;
}

/* @rect: its y and height are those of the lane; all of it is set, to nothing when the days are not among those shown */
static void
place_days (KoyomiCalendarLayout *self,
            const KoyomiBar      *bar,
            guint32               first_day,
            guint32               last_day,
            KoyomiRect           *rect)
{
  double size = MIN (M->diamond * self->scale, rect->height);
  double smallest = M->bar_smallest * self->scale;
  double x, end;

  if (!clip_days (self, &first_day, &last_day))
    {
      *rect = (KoyomiRect) { 0 };
      return;
    }

  x = koyomi_calendar_layout_day_to_x (self, first_day);
  end = koyomi_calendar_layout_day_to_x (self, last_day + 1);

  if (bar->kind == KOYOMI_ACTIVITY_KIND_TASK)
    {
      rect->width = MIN (MAX (end - x, smallest), self->right - x);
      rect->x = x;
    }
  else
    {
      x = CLAMP ((x + end - size) / 2, self->left, self->right - size);
      *rect = (KoyomiRect) { x, rect->y + (rect->height - size) / 2, size, size };
    }
}

static KoyomiCalendarBox
place_box (KoyomiCalendarLayout     *self,
           const KoyomiCalendarLine *line,
           const KoyomiBar          *bar)
{
  KoyomiCalendarBox box = { .bar = bar, .row = line->row, .diamond = bar->kind != KOYOMI_ACTIVITY_KIND_TASK };
  double gap = M->lane_gap * self->scale;
  double top = line->y + (line->height - line->lane * line->row->n_lanes) / 2;

  box.text_size = M->bar_size * line->lane / M->lane;
  box.rect.y = box.ghost.y = top + bar->lane * line->lane + gap / 2;
  box.rect.height = box.ghost.height = MAX (line->lane - gap, gap);
  box.cut_start = bar->first_day < self->first_day;
  box.cut_end = bar->last_day > self->last_day;
  place_days (self, bar, bar->first_day, bar->last_day, &box.rect);

  if (bar->original_first != KOYOMI_DAY_NONE &&
      (bar->original_first != bar->first_day || bar->original_last != bar->last_day))
    place_days (self, bar, bar->original_first, bar->original_last, &box.ghost);
  else
    box.ghost = (KoyomiRect) { 0 };

  return box;
}

/* How far a text may go from @x on: to the next bar or outline of the lane. */
static double
find_room (KoyomiCalendarLayout    *self,
           KoyomiCalendarPage      *page,
           guint                    first_box,
           const KoyomiCalendarBox *box,
           double                   x)
{
  double end = self->right;

  for (guint i = first_box; i < page->boxes->len; i++)
    {
      const KoyomiCalendarBox *other = &g_array_index (page->boxes, KoyomiCalendarBox, i);

      if (other->bar->lane != box->bar->lane)
        continue;
      if (other != box && other->rect.width > 0 && other->rect.x + other->rect.width > x)
        end = MIN (end, other->rect.x);
      if (other->ghost.width > 0 && other->ghost.x + other->ghost.width > x)
        end = MIN (end, other->ghost.x);
    }

  return end - M->label_gap - x;
}

/* A diamond repeats its title only when it differs from the one before: a monthly meeting is named once. */
static const char *
get_diamond_title (KoyomiCalendarPage *page,
                   guint               first_box,
                   guint               index)
{
  const KoyomiBar *bar = g_array_index (page->boxes, KoyomiCalendarBox, index).bar;

  for (guint i = index; i > first_box; i--)
    {
      const KoyomiCalendarBox *before = &g_array_index (page->boxes, KoyomiCalendarBox, i - 1);

      if (before->diamond && before->rect.width > 0)
        return strcmp (before->bar->title, bar->title) == 0 ? "" : bar->title;
    }

  return bar->title;
}

static void
label_box (KoyomiCalendarLayout *self,
           KoyomiCalendarPage   *page,
           guint                 first_box,
           guint                 index)
{
  KoyomiCalendarBox *box = &g_array_index (page->boxes, KoyomiCalendarBox, index);
  double end = box->rect.x + box->rect.width;

  if (box->rect.width == 0 || box->text_size < M->smallest_text)
    return;
  else if (box->diamond)
    _koyomi_run_label_diamond (box, self->text, self->scale, M->label_gap, get_diamond_title (page, first_box, index),
                               find_room (self, page, first_box, box, end + M->label_gap));
  else
    _koyomi_run_label_bar (box, self->text, self->scale, M->label_gap, self->left,
                           find_room (self, page, first_box, box, end), TRUE);
}

void
_koyomi_calendar_layout_place_runs (KoyomiCalendarLayout *self,
                                    KoyomiCalendarPage   *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const KoyomiCalendarLine *line = &g_array_index (page->lines, KoyomiCalendarLine, i);
      guint first_box = page->boxes->len;

      for (guint j = 0; line->row != NULL && j < line->row->bars->len; j++)
        {
          KoyomiCalendarBox box = place_box (self, line, &g_array_index (line->row->bars, KoyomiBar, j));

          g_array_append_val (page->boxes, box);
        }

      for (guint j = first_box; j < page->boxes->len; j++)
        label_box (self, page, first_box, j);
    }
}
