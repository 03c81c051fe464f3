#include "koyomi-calendar-layout-private.h"

#include "koyomi-chart-style.h"
#include "koyomi-day.h"

#include <string.h>

#define M (&koyomi_chart_measures)

/* Up to so many committees each have a lane of the strip and their name beside it. */
#define MOST_COMMITTEES 5

/* More of them share these. */
#define MIXED_LANES 3

static void
clear_head (gpointer data)
{
  KoyomiCalendarHead *head = data;

  g_clear_pointer (&head->text, g_free);
  g_clear_pointer (&head->year, g_free);
}

static void
clear_item (gpointer data)
{
  g_clear_pointer (&((KoyomiLegendItem *) data)->text, g_free);
}

static void
free_page (gpointer data)
{
  KoyomiCalendarPage *page = data;

  g_array_unref (page->lines);
  g_array_unref (page->boxes);
  g_free (page);
}

/* The left edge of the day; that of the day after the last one shown is the right edge. */
double
koyomi_calendar_layout_day_to_x (KoyomiCalendarLayout *self,
                                 guint32               day)
{
  guint32 n_days = self->last_day - self->first_day + 1;

  return self->left + ((double) day - self->first_day) * (self->right - self->left) / n_days;
}

static gboolean
has_day (KoyomiCalendarLayout *self,
         guint32               day)
{
  return day >= self->first_day && day <= self->last_day;
}

/* In this part or another. What takes up height goes by this, so that rows stand alike on sheets side by side. */
static gboolean
is_shown (KoyomiCalendar *calendar,
          guint32         day)
{
  return day >= calendar->first_day && day <= calendar->last_day;
}

/* Returns: (transfer none): the lane that the meeting belongs to: its committee's, else one of its own name */
const char *
_koyomi_calendar_layout_get_committee (const KoyomiMilestone *milestone)
{
  return milestone->committee != NULL && *milestone->committee != '\0' ? milestone->committee : milestone->title;
}

static void
find_committees (KoyomiCalendarLayout *self)
{
  g_ptr_array_set_size (self->committees, 0);

  for (guint i = 0; i < self->calendar->milestones->len; i++)
    {
      KoyomiMilestone *milestone = &g_array_index (self->calendar->milestones, KoyomiMilestone, i);
      const char *name = _koyomi_calendar_layout_get_committee (milestone);

      if (is_shown (self->calendar, milestone->day) &&
          !g_ptr_array_find_with_equal_func (self->committees, name, g_str_equal, NULL))
        g_ptr_array_add (self->committees, g_strdup (name));
    }

  if (self->committees->len > MOST_COMMITTEES)
    g_ptr_array_set_size (self->committees, 0);
}

/* In mixed lanes, the first that has room for the title of its last meeting; else the one that has waited longest.
 * @ends: (element-type double): where the lanes are free again */
static guint
find_lane (KoyomiCalendarLayout        *self,
           const KoyomiCalendarMeeting *meeting,
           double                      *ends)
{
  const char *title = meeting->milestone->title;
  const char *name = _koyomi_calendar_layout_get_committee (meeting->milestone);
  guint lane = 0;

  if (g_ptr_array_find_with_equal_func (self->committees, name, g_str_equal, &lane))
    return lane;

  for (guint i = 1; i < MIXED_LANES && ends[lane] > meeting->rect.x; i++)
    if (ends[i] <= meeting->rect.x || ends[i] < ends[lane])
      lane = i;

  ends[lane] = meeting->rect.x + meeting->rect.width + 2 * M->label_gap
               + koyomi_chart_text_get_width (self->text, title, M->strip_size, 0);

  return lane;
}

/* Where the lanes are mixed, a title stands to the right of its diamond if there is room for all of it before the next one. */
static void
label_meetings (KoyomiCalendarLayout *self)
{
  for (guint i = 0; self->committees->len == 0 && i < self->meetings->len; i++)
    {
      KoyomiCalendarMeeting *meeting = &g_array_index (self->meetings, KoyomiCalendarMeeting, i);
      double x = meeting->rect.x + meeting->rect.width + M->label_gap;
      double width = koyomi_chart_text_get_width (self->text, meeting->milestone->title, M->strip_size, 0);
      double end = self->right;

      for (guint j = i + 1; j < self->meetings->len; j++)
        {
          KoyomiCalendarMeeting *next = &g_array_index (self->meetings, KoyomiCalendarMeeting, j);

          if (next->lane == meeting->lane)
            {
              end = next->rect.x - M->label_gap;
              break;
            }
        }

      if (width <= end - x)
        meeting->label = (KoyomiRect) { x, meeting->rect.y, end - x, meeting->rect.height };
    }
}

static gboolean
has_meeting (KoyomiCalendarLayout *self,
             KoyomiMeetingStatus   status)
{
  for (guint i = 0; i < self->calendar->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (self->calendar->milestones, KoyomiMilestone, i);

      if (milestone->status == status && is_shown (self->calendar, milestone->day))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_meetings (KoyomiCalendarLayout *self)
{
  return has_meeting (self, KOYOMI_MEETING_STATUS_HELD) || has_meeting (self, KOYOMI_MEETING_STATUS_PLANNED) ||
         has_meeting (self, KOYOMI_MEETING_STATUS_CANCELLED);
}

/* @n_used: by the meetings of these days */
static guint
count_lanes (KoyomiCalendarLayout *self,
             guint                 n_used)
{
  gboolean is_part = self->first_day != self->calendar->first_day || self->last_day != self->calendar->last_day;

  if (self->committees->len > 0)
    return self->committees->len;

  return is_part && has_meetings (self) ? MIXED_LANES : n_used;
}

/* Returns: the height of the strip, 0 without meetings. */
static double
place_meetings (KoyomiCalendarLayout *self)
{
  double ends[MIXED_LANES] = { 0 };
  guint n_lanes = 0;

  g_array_set_size (self->meetings, 0);
  find_committees (self);

  for (guint i = 0; i < self->calendar->milestones->len; i++)
    {
      KoyomiCalendarMeeting meeting = { &g_array_index (self->calendar->milestones, KoyomiMilestone, i) };
      guint32 day = meeting.milestone->day;
      double middle;

      if (!has_day (self, day))
        continue;

      middle = (koyomi_calendar_layout_day_to_x (self, day) + koyomi_calendar_layout_day_to_x (self, day + 1)) / 2;
      meeting.rect = (KoyomiRect) { middle - M->diamond / 2, 0, M->diamond, M->diamond };
      meeting.lane = find_lane (self, &meeting, ends);
      meeting.rect.y = self->strip_y + M->strip_padding + meeting.lane * M->strip_lane + (M->strip_lane - M->diamond) / 2;
      n_lanes = MAX (n_lanes, meeting.lane + 1);
      g_array_append_val (self->meetings, meeting);
    }

  label_meetings (self);

  n_lanes = count_lanes (self, n_lanes);

  return n_lanes > 0 ? n_lanes * M->strip_lane + 2 * M->strip_padding : 0;
}

static void
add_legend (KoyomiCalendarLayout *self,
            KoyomiLegendKind      kind,
            KoyomiState           state,
            char                 *text)
{
  KoyomiLegendItem item = { kind, state, text };
  double x = self->name_left;
  double y = 0;

  item.label.width = koyomi_chart_text_get_width (self->text, text, M->legend_size, 0);
  item.swatch.width = kind >= KOYOMI_LEGEND_DIAMOND && kind <= KOYOMI_LEGEND_CANCELLED ? M->diamond : M->swatch_width;
  item.swatch.height = item.swatch.width == M->diamond ? M->diamond : M->swatch_height;
  item.label.height = M->legend_height;

  if (self->legend->len > 0)
    {
      const KoyomiLegendItem *last = &g_array_index (self->legend, KoyomiLegendItem, self->legend->len - 1);

      x = last->label.x + last->label.width + M->legend_gap;
      y = last->label.y;
    }

  if (x > self->name_left && x + item.swatch.width + M->cell_padding + item.label.width > self->right)
    {
      x = self->name_left;
      y += M->legend_height;
    }

  item.swatch.x = x;
  item.swatch.y = y + (M->legend_height - item.swatch.height) / 2;
  item.label.x = x + item.swatch.width + M->cell_padding;
  item.label.y = y;
  g_array_append_val (self->legend, item);
}

static void
find_shapes (KoyomiCalendarLayout *self,
             gboolean             *has_diamond,
             gboolean             *has_ghost,
             gboolean             *has_progress)
{
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      const KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        {
          const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);

          *has_diamond |= bar->kind != KOYOMI_ACTIVITY_KIND_TASK;
          *has_ghost |= bar->original_first != KOYOMI_DAY_NONE &&
            (bar->original_first != bar->first_day || bar->original_last != bar->last_day);
          *has_progress |= bar->kind == KOYOMI_ACTIVITY_KIND_TASK && bar->progress > 0 && bar->progress < 100;
        }
    }
}

/* States are always explained, with their number; shapes only where they occur. Returns: the height of the legend. */
static double
place_legend (KoyomiCalendarLayout *self)
{
  KoyomiLanguage language = self->calendar->language;
  gboolean has_diamond = FALSE, has_ghost = FALSE, has_progress = FALSE;

  g_array_set_size (self->legend, 0);
  for (int i = 0; i < KOYOMI_N_STATES; i++)
    add_legend (self, KOYOMI_LEGEND_STATE, i,
                g_strdup_printf ("%s %u", koyomi_state_get_label (i, language), self->calendar->counts[i]));

  find_shapes (self, &has_diamond, &has_ghost, &has_progress);
  if (has_progress)
    add_legend (self, KOYOMI_LEGEND_PROGRESS, 0, g_strdup (koyomi_tr (language, "Progress made")));
  if (has_ghost)
    add_legend (self, KOYOMI_LEGEND_GHOST, 0, g_strdup (koyomi_tr (language, "First planned")));
  if (has_diamond)
    add_legend (self, KOYOMI_LEGEND_DIAMOND, 0, g_strdup (koyomi_tr (language, "Meeting, milestone")));
  if (has_meeting (self, KOYOMI_MEETING_STATUS_HELD))
    add_legend (self, KOYOMI_LEGEND_HELD, 0, g_strdup (koyomi_tr (language, "Committee held")));
  if (has_meeting (self, KOYOMI_MEETING_STATUS_PLANNED))
    add_legend (self, KOYOMI_LEGEND_PLANNED, 0, g_strdup (koyomi_tr (language, "Committee planned")));
  if (has_meeting (self, KOYOMI_MEETING_STATUS_CANCELLED))
    add_legend (self, KOYOMI_LEGEND_CANCELLED, 0, g_strdup (koyomi_tr (language, "Committee cancelled")));
  add_legend (self, KOYOMI_LEGEND_HOLIDAY, 0, g_strdup (koyomi_tr (language, "Days off")));

  return g_array_index (self->legend, KoyomiLegendItem, self->legend->len - 1).label.y + M->legend_height;
}

static void
move_legend (KoyomiCalendarLayout *self,
             double                y)
{
  for (guint i = 0; i < self->legend->len; i++)
    {
      KoyomiLegendItem *item = &g_array_index (self->legend, KoyomiLegendItem, i);

      item->swatch.y += y;
      item->label.y += y;
    }
}

/* As wide as the longest name and its team need at that scale, within limits. */
static double
get_name_width (KoyomiCalendarLayout *self,
                double                scale)
{
  double most = MIN (M->name_width * MAX (scale, 1), M->most_name_width * self->width);
  double width = MIN (M->least_name_width, most);

  for (guint i = 0; i < self->calendar->rows->len && width < most; i++)
    {
      const KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);
      double name = koyomi_chart_text_get_width (self->text, koyomi_record_get_title (row->function), M->name_size, 0);
      double pill = koyomi_chart_text_get_width (self->text, row->team, M->pill_size, 0) + 2 * M->pill_padding;

      width = MAX (width, M->name_indent + (name + MIN (pill, M->pill_width)) * scale + 3 * M->cell_padding);
    }

  return MIN (width, most);
}

/* A remark takes a line, or two. */
static double
measure_remark (KoyomiCalendarLayout *self)
{
  double width = koyomi_chart_text_get_width (self->text, self->calendar->remark, M->remark_size, KOYOMI_CHART_TEXT_BOLD);

  if (*self->calendar->remark == '\0')
    return 0;

  return width > self->right - self->name_left - M->thin ? 2 * M->remark_height : M->remark_height;
}

static void
place_heads (KoyomiCalendarLayout *self,
             double                scale)
{
  self->name_left = M->margin;
  self->left = M->margin + get_name_width (self, scale);
  self->right = self->width - M->margin;
  self->has_today = has_day (self, self->calendar->today);

  self->title_y = M->margin;
  self->remark_y = self->title_y + M->title_height;
  self->remark_height = measure_remark (self);
  self->quarter_y = self->remark_y + self->remark_height + M->gap;
  self->month_y = self->quarter_y + M->quarter_height;
  self->rail_y = self->month_y + M->month_height;
  self->strip_y = self->rail_y + (is_shown (self->calendar, self->calendar->today) ? M->rail_height : 0);
  self->body_y = self->strip_y + place_meetings (self);
  _koyomi_calendar_layout_make_heads (self);
}

static double
get_foot (double legend_height)
{
  return M->gap + legend_height + M->footer_height + M->margin;
}

/* Finds the scale with a column of names as for the largest one, then gives the column the width that the scale needs. */
static void
place_lines (KoyomiCalendarLayout *self,
             double                height)
{
  double scale = height > 0 ? M->largest_scale : 1;
  double room = G_MAXDOUBLE;

  for (guint i = 0; i < 2; i++)
    {
      place_heads (self, scale);
      if (height > 0)
        room = height - self->body_y - get_foot (place_legend (self));
      _koyomi_calendar_layout_break_pages (self, room, scale);
      scale = self->scale;
    }
}

/**
 * koyomi_calendar_layout_new_part:
 * @first_day: at least the first that the calendar shows
 * @last_day: at most its last
 * @width: of a page
 * @height: of a page; 0 for one page that is as high as its rows need
 *
 * Fits all rows on one page while that stays readable, else on as many pages as it takes, filled alike, each with all headings. The
 * rows stand alike in layouts of other days of the same calendar.
 */
KoyomiCalendarLayout *
koyomi_calendar_layout_new_part (KoyomiCalendar *calendar,
                                 guint32         first_day,
                                 guint32         last_day,
                                 double          width,
                                 double          height)
{
  KoyomiCalendarLayout *self;
  double legend_height;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (calendar), NULL);
  g_return_val_if_fail (width > 2 * koyomi_chart_measures.margin, NULL);
  g_return_val_if_fail (calendar->first_day <= first_day && first_day <= last_day && last_day <= calendar->last_day, NULL);

  self = g_new0 (KoyomiCalendarLayout, 1);
  self->calendar = g_object_ref (calendar);
  self->first_day = first_day;
  self->last_day = last_day;
  self->text = koyomi_chart_text_new (calendar->language);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->upper_heads = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarHead));
  self->lower_heads = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarHead));
  g_array_set_clear_func (self->upper_heads, clear_head);
  g_array_set_clear_func (self->lower_heads, clear_head);
  self->meetings = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarMeeting));
  self->committees = g_ptr_array_new_with_free_func (g_free);
  self->legend = g_array_new (FALSE, TRUE, sizeof (KoyomiLegendItem));
  g_array_set_clear_func (self->legend, clear_item);
  self->width = width;

  place_lines (self, height);

  for (guint i = 0; i < self->pages->len; i++)
    {
      KoyomiCalendarPage *page = g_ptr_array_index (self->pages, i);

      _koyomi_calendar_layout_place_runs (self, page);
    }

  legend_height = place_legend (self);
  self->height = height > 0 ? height
                            : ((KoyomiCalendarPage *) g_ptr_array_index (self->pages, 0))->bottom + get_foot (legend_height);
  self->footer_y = self->height - M->margin - M->footer_height;
  move_legend (self, self->footer_y - legend_height);
  self->n_numbers = self->pages->len;

  return self;
}

/* A layout of all days that the calendar shows. */
KoyomiCalendarLayout *
koyomi_calendar_layout_new (KoyomiCalendar *calendar,
                            double          width,
                            double          height)
{
  g_return_val_if_fail (KOYOMI_IS_CALENDAR (calendar), NULL);

  return koyomi_calendar_layout_new_part (calendar, calendar->first_day, calendar->last_day, width, height);
}

void
koyomi_calendar_layout_free (KoyomiCalendarLayout *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->upper_heads);
  g_array_unref (self->lower_heads);
  g_array_unref (self->meetings);
  g_ptr_array_unref (self->committees);
  g_array_unref (self->legend);
  koyomi_chart_text_free (self->text);
  g_object_unref (self->calendar);
  g_free (self);
}
