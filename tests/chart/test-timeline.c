#include "koyomi-day.h"
#include "koyomi-sample-calendar.h"
#include "koyomi-timeline.h"

#include <math.h>

#define WIDTH 820

typedef void (*Check) (KoyomiTimeline    *timeline,
                       KoyomiCalendarRow *row,
                       GArray            *boxes);

/* Every row of every sample at every zoom, at two sizes of text. */
static void
check_all (Check check)
{
  for (int sample = 0; sample < KOYOMI_N_SAMPLES; sample++)
    for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
      for (int scale = 1; scale <= 2; scale++)
        {
          g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (sample, KOYOMI_LANGUAGE_JA);
          g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
          g_autoptr(GArray) boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));

          timeline->scale = scale;
          koyomi_timeline_set_calendar (timeline, calendar);
          koyomi_time_scale_set_width (&timeline->time, WIDTH);
          koyomi_time_scale_set_zoom (&timeline->time, zoom, calendar->today);
          koyomi_time_scale_pan (&timeline->time, 33.4);

          for (guint i = 0; i < calendar->rows->len; i++)
            {
              KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

              koyomi_timeline_place_row (timeline, row, boxes);
              check (timeline, row, boxes);
            }
        }
}

static KoyomiCalendarBox *
get_box (GArray *boxes,
         guint   index)
{
  return &g_array_index (boxes, KoyomiCalendarBox, index);
}

static KoyomiCalendarBox *
find_box (GArray          *boxes,
          const KoyomiBar *bar)
{
  for (guint i = 0; i < boxes->len; i++)
    if (get_box (boxes, i)->bar == bar)
      return get_box (boxes, i);

  return NULL;
}

static gboolean
is_in_sight (KoyomiTimeline *timeline,
             guint32         first_day,
             guint32         last_day)
{
  const KoyomiTimeScale *time = &timeline->time;

  return MIN (last_day, time->last_day) >= koyomi_time_scale_get_first_visible (time) &&
         MAX (first_day, time->first_day) <= koyomi_time_scale_get_last_visible (time);
}

static void
assert_whole (KoyomiRect rect)
{
  g_assert_cmpfloat (rect.x, ==, floor (rect.x));
  g_assert_cmpfloat (rect.y, ==, floor (rect.y));
  g_assert_cmpfloat (rect.width, ==, floor (rect.width));
  g_assert_cmpfloat (rect.height, ==, floor (rect.height));
}

/* Bars of some days begin and end on them, diamonds have their day in the middle; what is on whole pixels is up to one off. */
static void
check_days (KoyomiTimeline    *timeline,
            KoyomiCalendarRow *row,
            GArray            *boxes)
{
  for (guint i = 0; i < row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);
      const KoyomiCalendarBox *box = find_box (boxes, bar);
      guint32 first_day = MAX (bar->first_day, timeline->time.first_day);
      guint32 last_day = MIN (bar->last_day, timeline->time.last_day);
      double x = koyomi_time_scale_day_to_x (&timeline->time, first_day);
      double end = koyomi_time_scale_day_to_x (&timeline->time, last_day + 1);

      if (bar->kind == KOYOMI_ACTIVITY_KIND_TASK && end - x > 30 && is_in_sight (timeline, first_day, last_day))
        {
          g_assert_nonnull (box);
          g_assert_cmpfloat (fabs (box->rect.x - x), <=, 3.5 * timeline->scale);
          g_assert_cmpfloat (fabs (box->rect.x + box->rect.width - end), <=, 2.5 * timeline->scale);
        }
      else if (box != NULL && box->diamond && box->rect.width > 0)
        g_assert_cmpfloat (fabs (box->rect.x + box->rect.width / 2 - (x + end) / 2), <=, 1.5);
    }
}

static void
check_places (KoyomiTimeline    *timeline,
              KoyomiCalendarRow *row,
              GArray            *boxes)
{
  double height = koyomi_timeline_get_row_height (timeline, row->n_lanes);
  double lane = koyomi_timeline_get_row_height (timeline, 2) - koyomi_timeline_get_row_height (timeline, 1);

  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = get_box (boxes, i);

      g_assert_true (box->row == row);
      assert_whole (box->rect);
      assert_whole (box->ghost);
      g_assert_true (box->rect.width > 0 || box->ghost.width > 0);
      if (box->rect.width > 0)
        {
          g_assert_cmpfloat (box->rect.x + box->rect.width, >, 0);
          g_assert_cmpfloat (box->rect.x, <, WIDTH);
          g_assert_cmpfloat (box->rect.y, >=, box->bar->lane * lane);
          g_assert_cmpfloat (box->rect.y + box->rect.height, <=, MIN ((box->bar->lane + 1) * lane + lane / 4, height));
        }
      if (box->label.width > 0)
        {
          g_assert_cmpfloat (box->label.x, >=, 0);
          g_assert_cmpfloat (box->label.x + box->label.width, <=, WIDTH + 1);
          g_assert_cmpfloat (box->label.y + box->label.height, <=, height);
        }
    }
}

/* A title stands on its bar or begins behind it, and never lies across its end. */
static void
check_ends (KoyomiTimeline    *timeline,
            KoyomiCalendarRow *row,
            GArray            *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = get_box (boxes, i);

      g_assert_true (box->spills == box->beside);
      if (box->inside && !box->beside)
        g_assert_cmpfloat (box->label.x + box->label.width, <=, box->rect.x + box->rect.width);
    }
}

static gboolean
overlap (KoyomiRect a,
         KoyomiRect b)
{
  return a.width > 0 && b.width > 0 && a.x + a.width > b.x + 1e-6 && b.x + b.width > a.x + 1e-6 &&
         a.y + a.height > b.y + 1e-6 && b.y + b.height > a.y + 1e-6;
}

/* The part of a label that runs on beyond its run. */
static KoyomiRect
get_rest (const KoyomiCalendarBox *box)
{
  double end = MAX (box->rect.x + box->rect.width, box->label.x);

  return (KoyomiRect) { end, box->label.y, MAX (box->label.x + box->label.width - end, 0), box->label.height };
}

static void
check_overlaps (KoyomiTimeline    *timeline,
                KoyomiCalendarRow *row,
                GArray            *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < boxes->len; j++)
      {
        const KoyomiCalendarBox *a = get_box (boxes, i);
        const KoyomiCalendarBox *b = get_box (boxes, j);

        if (i == j)
          continue;

        g_assert_false (overlap (a->label, b->label));
        g_assert_false (overlap (a->label, b->rect));
        g_assert_false (overlap (get_rest (a), b->ghost));
        if (!a->diamond && !b->diamond)
          g_assert_false (overlap (a->rect, b->rect));
      }
}

static void
check_sight (KoyomiTimeline    *timeline,
             KoyomiCalendarRow *row,
             GArray            *boxes)
{
  for (guint i = 0; i < row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);
      const KoyomiCalendarBox *box = find_box (boxes, bar);
      gboolean moved = bar->original_first != bar->first_day || bar->original_last != bar->last_day;

      if (is_in_sight (timeline, bar->first_day, bar->last_day) && bar->kind == KOYOMI_ACTIVITY_KIND_TASK)
        g_assert_true (box != NULL && box->rect.width > 0);
      if (moved && bar->kind == KOYOMI_ACTIVITY_KIND_TASK && is_in_sight (timeline, bar->original_first, bar->original_last))
        g_assert_true (box != NULL && box->ghost.width > 0);
      if (!moved && box != NULL)
        g_assert_cmpfloat (box->ghost.width, ==, 0);
    }
}

static void
test_days (void)
{
  check_all (check_days);
}

static void
test_places (void)
{
  check_all (check_places);
}

static void
test_ends (void)
{
  check_all (check_ends);
}

static void
test_overlaps (void)
{
  check_all (check_overlaps);
}

static void
test_sight (void)
{
  check_all (check_sight);
}

static void
test_heights (void)
{
  g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_EN);

  g_assert_cmpfloat (koyomi_timeline_get_row_height (timeline, 1), ==, 27);
  g_assert_cmpfloat (koyomi_timeline_get_row_height (timeline, 3), ==, 71);
  g_assert_cmpfloat (koyomi_timeline_get_strip_height (timeline), ==, 0);

  for (timeline->scale = 0.5; timeline->scale < 3; timeline->scale += 0.1)
    {
      double height = koyomi_timeline_get_row_height (timeline, 4);

      g_assert_cmpfloat (height, ==, floor (height));
      g_assert_cmpfloat (koyomi_timeline_get_head_height (timeline), ==, floor (koyomi_timeline_get_head_height (timeline)));
    }
}

/* Panned by whole pixels, everything moves by as many and keeps its width. */
static void
test_pan (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
  g_autoptr(GArray) before = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  g_autoptr(GArray) after = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, 8);

  koyomi_timeline_set_calendar (timeline, calendar);
  koyomi_time_scale_set_width (&timeline->time, WIDTH);
  koyomi_time_scale_set_zoom (&timeline->time, KOYOMI_ZOOM_QUARTER, calendar->today);
  koyomi_timeline_place_row (timeline, row, before);

  for (double pixels = 0.7; pixels < 30; pixels += 1)
    {
      koyomi_time_scale_pan (&timeline->time, 1);
      koyomi_timeline_place_row (timeline, row, after);
      for (guint i = 0; i < after->len; i++)
        {
          const KoyomiCalendarBox *box = get_box (after, i);
          const KoyomiCalendarBox *old = find_box (before, box->bar);

          if (old == NULL || old->rect.width == 0 || box->rect.width == 0)
            continue;
          g_assert_cmpfloat (box->rect.x, ==, old->rect.x - ceil (pixels));
          g_assert_cmpfloat (box->rect.width, ==, old->rect.width);
        }
    }
}

static void
test_baseline (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
  g_autoptr(GHashTable) baseline = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, 2);
  KoyomiBar *moved = &g_array_index (row->bars, KoyomiBar, 0);
  KoyomiBar *same = &g_array_index (row->bars, KoyomiBar, 1);
  KoyomiBaselineDays earlier = { moved->first_day + 100, moved->last_day + 110 };
  KoyomiBaselineDays equal = { same->first_day, same->last_day };

  g_hash_table_insert (baseline, &moved->occurrence_id, &earlier);
  g_hash_table_insert (baseline, &same->occurrence_id, &equal);
  koyomi_timeline_set_calendar (timeline, calendar);
  koyomi_timeline_set_baseline (timeline, baseline);
  koyomi_time_scale_set_width (&timeline->time, WIDTH);
  koyomi_timeline_place_row (timeline, row, boxes);

  g_assert_cmpfloat_with_epsilon (find_box (boxes, moved)->baseline.x,
                                  koyomi_time_scale_day_to_x (&timeline->time, earlier.first_day), 3);
  g_assert_cmpfloat (find_box (boxes, moved)->baseline.y, ==, find_box (boxes, moved)->rect.y);
  g_assert_cmpfloat (find_box (boxes, same)->baseline.width, ==, 0);
}

static void
test_meetings (void)
{
  g_autoptr(GArray) meetings = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarMeeting));

  for (int sample = 0; sample < KOYOMI_N_SAMPLES; sample++)
    for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
      {
        g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (sample, KOYOMI_LANGUAGE_JA);
        g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
        double height;

        koyomi_timeline_set_calendar (timeline, calendar);
        koyomi_time_scale_set_width (&timeline->time, WIDTH);
        height = koyomi_timeline_get_strip_height (timeline);
        koyomi_time_scale_set_zoom (&timeline->time, zoom, calendar->today);
        koyomi_timeline_place_meetings (timeline, meetings);

        g_assert_cmpfloat (koyomi_timeline_get_strip_height (timeline), ==, height);
        g_assert_true ((height > 0) == (calendar->milestones->len > 0));
        if (zoom == KOYOMI_ZOOM_YEAR)
          g_assert_cmpuint (meetings->len, ==, calendar->milestones->len);

        for (guint i = 0; i < meetings->len; i++)
          {
            const KoyomiCalendarMeeting *a = &g_array_index (meetings, KoyomiCalendarMeeting, i);

            g_assert_cmpfloat (a->rect.y, >=, 0);
            g_assert_cmpfloat (a->rect.y + a->rect.height, <=, height);
            g_assert_cmpfloat (a->label.x + a->label.width, <=, WIDTH);
            for (guint j = 0; j < i; j++)
              {
                const KoyomiCalendarMeeting *b = &g_array_index (meetings, KoyomiCalendarMeeting, j);

                g_assert_false (overlap (a->rect, b->rect));
                g_assert_false (overlap (a->label, b->rect));
                g_assert_false (overlap (a->rect, b->label));
              }
          }
      }
}

static void
test_edges (void)
{
  static const struct
  {
    double   width;
    gboolean diamond;
    gboolean cut_start;
    gboolean cut_end;
    double   x;         /* from the left edge */
    gboolean on;
    int      edge;
  } cases[] = {
    { 60, FALSE, FALSE, FALSE, -0.5, FALSE, 0 },
    { 60, FALSE, FALSE, FALSE, 0, TRUE, -1 },
    { 60, FALSE, FALSE, FALSE, 4.9, TRUE, -1 },
    { 60, FALSE, FALSE, FALSE, 5.1, TRUE, 0 },
    { 60, FALSE, FALSE, FALSE, 54.9, TRUE, 0 },
    { 60, FALSE, FALSE, FALSE, 55.1, TRUE, 1 },
    { 60, FALSE, FALSE, FALSE, 60, FALSE, 0 },
    { 9, FALSE, FALSE, FALSE, 2.9, TRUE, -1 },
    { 9, FALSE, FALSE, FALSE, 4.5, TRUE, 0 },
    { 9, FALSE, FALSE, FALSE, 6.1, TRUE, 1 },
    { 60, FALSE, TRUE, FALSE, 1, TRUE, 0 },
    { 60, FALSE, FALSE, TRUE, 59, TRUE, 0 },
    { 13, TRUE, FALSE, FALSE, 1, TRUE, 0 },
    { 0, FALSE, FALSE, FALSE, 0, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiCalendarBox box = {
        .rect = { 100, 4, cases[i].width, 19 },
        .diamond = cases[i].diamond,
        .cut_start = cases[i].cut_start,
        .cut_end = cases[i].cut_end,
      };
      int edge = 9;

      g_test_message ("case %u", i);
      g_assert_true (koyomi_timeline_pick_edge (&box, 100 + cases[i].x, &edge) == cases[i].on);
      g_assert_cmpint (edge, ==, cases[i].edge);
    }
}

/* The next year is shown at the same zoom and place. */
static void
test_next_year (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiCalendar) next = koyomi_calendar_new ((KoyomiFiscalYear) { 2027, 4 }, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
  double offset;

  koyomi_timeline_set_calendar (timeline, calendar);
  koyomi_time_scale_set_width (&timeline->time, WIDTH);
  koyomi_timeline_set_calendar (timeline, next);
  g_assert_true (timeline->time.fits);
  g_assert_cmpuint (timeline->time.first_day, ==, koyomi_day_new (2027, 4, 1));
  g_assert_cmpuint (timeline->time.last_day, ==, koyomi_day_new (2028, 3, 31));
  g_assert_cmpfloat (timeline->time.width, ==, WIDTH);

  koyomi_timeline_set_calendar (timeline, calendar);
  koyomi_time_scale_set_zoom (&timeline->time, KOYOMI_ZOOM_MONTH, calendar->today);
  offset = timeline->time.offset;
  koyomi_timeline_set_calendar (timeline, next);
  g_assert_cmpint (koyomi_time_scale_get_zoom (&timeline->time), ==, KOYOMI_ZOOM_MONTH);
  g_assert_cmpfloat_with_epsilon (timeline->time.offset, offset, 1e-6);
}

static void
append_mark (GArray  *marks,
             guint32  day)
{
  KoyomiClockMark mark = { .day = day };

  g_array_append_val (marks, mark);
}

/* Those of one day stand side by side; those of other years have no place. */
static void
test_clocks (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (0, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
  g_autoptr(GArray) marks = g_array_new (FALSE, TRUE, sizeof (KoyomiClockMark));
  const KoyomiClockMark *mark;
  guint32 day;

  koyomi_timeline_set_calendar (timeline, calendar);
  koyomi_time_scale_set_width (&timeline->time, WIDTH);
  day = timeline->time.first_day + 100;
  for (int i = 0; i < 2; i++)
    append_mark (marks, day);
  append_mark (marks, timeline->time.last_day + 1);
  koyomi_timeline_place_clocks (timeline, marks);

  mark = &g_array_index (marks, KoyomiClockMark, 0);
  g_assert_cmpuint (koyomi_time_scale_x_to_day (&timeline->time, mark[0].rect.x + mark[0].rect.width / 2), ==, day);
  g_assert_cmpfloat (mark[0].rect.y, >=, 0);
  g_assert_cmpfloat (mark[0].rect.y + mark[0].rect.height, <=, koyomi_timeline_get_due_height (timeline));
  g_assert_cmpfloat (mark[1].rect.x, ==, mark[0].rect.x + mark[0].rect.width);
  g_assert_cmpfloat (mark[2].rect.width, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/timeline/runs-stand-on-their-days", test_days);
  g_test_add_func ("/chart/timeline/runs-stand-in-their-lanes-on-whole-pixels", test_places);
  g_test_add_func ("/chart/timeline/labels-do-not-cross-the-end-of-a-run", test_ends);
  g_test_add_func ("/chart/timeline/runs-and-labels-do-not-overlap", test_overlaps);
  g_test_add_func ("/chart/timeline/what-is-in-sight-is-placed", test_sight);
  g_test_add_func ("/chart/timeline/heights-are-whole-pixels", test_heights);
  g_test_add_func ("/chart/timeline/pan-moves-everything-alike", test_pan);
  g_test_add_func ("/chart/timeline/baseline-stands-where-runs-did", test_baseline);
  g_test_add_func ("/chart/timeline/meetings-stand-apart", test_meetings);
  g_test_add_func ("/chart/timeline/reports-that-are-due-are-marked-on-their-days", test_clocks);
  g_test_add_func ("/chart/timeline/ends-of-bars-resize", test_edges);
  g_test_add_func ("/chart/timeline/next-year-is-shown-alike", test_next_year);

  return g_test_run ();
}
