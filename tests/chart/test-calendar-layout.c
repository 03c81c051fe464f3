#include "koyomi-calendar-layout.h"
#include "koyomi-calendar-paint.h"
#include "koyomi-chart-style.h"
#include "koyomi-day.h"
#include "koyomi-sample-calendar.h"

#include <math.h>
#include <string.h>

#define WIDTH 1190.55
#define HEIGHT 841.89

typedef void (*Check) (KoyomiCalendarLayout *layout);

/* Every sample in both languages, on sheets and on one endless page. */
static void
check_all (Check check)
{
  for (int sample = 0; sample < KOYOMI_N_SAMPLES; sample++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      for (int endless = 0; endless <= 1; endless++)
        {
          g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (sample, language);
          g_autoptr(KoyomiCalendarLayout) layout = koyomi_calendar_layout_new (calendar, WIDTH, endless ? 0 : HEIGHT);

          g_test_message ("sample %d, language %d, endless %d: %u pages at scale %g", sample, language, endless,
                          layout->pages->len, layout->scale);
          check (layout);
        }
}

static KoyomiCalendarPage *
get_page (KoyomiCalendarLayout *layout,
          guint                 number)
{
  return g_ptr_array_index (layout->pages, number);
}

static KoyomiCalendarBox *
get_box (KoyomiCalendarPage *page,
         guint               index)
{
  return &g_array_index (page->boxes, KoyomiCalendarBox, index);
}

static void
check_days (KoyomiCalendarLayout *layout)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (layout->calendar->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (layout->calendar->year);
  double width = (layout->right - layout->left) / (last_day - first_day + 1);

  g_assert_cmpfloat_with_epsilon (koyomi_calendar_layout_day_to_x (layout, first_day), layout->left, 1e-9);
  g_assert_cmpfloat_with_epsilon (koyomi_calendar_layout_day_to_x (layout, last_day + 1), layout->right, 1e-9);

  for (guint32 day = first_day; day <= last_day; day++)
    {
      double x = koyomi_calendar_layout_day_to_x (layout, day);
      double end = koyomi_calendar_layout_day_to_x (layout, day + 1);

      g_assert_cmpfloat_with_epsilon (end - x, width, 1e-9);
    }
}

static gboolean
overlap (KoyomiRect a,
         KoyomiRect b)
{
  return a.width > 0 && b.width > 0 &&
         a.x + a.width > b.x + 1e-6 && b.x + b.width > a.x + 1e-6 &&
         a.y + a.height > b.y + 1e-6 && b.y + b.height > a.y + 1e-6;
}

static void
check_overlaps (KoyomiCalendarLayout *layout)
{
  for (guint number = 0; number < layout->pages->len; number++)
    {
      KoyomiCalendarPage *page = get_page (layout, number);

      for (guint i = 0; i < page->boxes->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const KoyomiCalendarBox *a = get_box (page, i);
            const KoyomiCalendarBox *b = get_box (page, j);

            g_assert_false (overlap (a->rect, b->rect));
            g_assert_false (overlap (a->label, b->rect));
            g_assert_false (overlap (a->rect, b->label));
            g_assert_false (overlap (a->label, b->label));
          }
    }
}

static void
assert_within (KoyomiRect rect,
               double     left,
               double     right,
               double     top,
               double     bottom)
{
  if (rect.width == 0)
    return;

  g_assert_cmpfloat (rect.x, >=, left - 1e-6);
  g_assert_cmpfloat (rect.x + rect.width, <=, right + 1e-6);
  g_assert_cmpfloat (rect.y, >=, top - 1e-6);
  g_assert_cmpfloat (rect.y + rect.height, <=, bottom + 1e-6);
}

static void
check_bounds (KoyomiCalendarLayout *layout)
{
  for (guint number = 0; number < layout->pages->len; number++)
    {
      KoyomiCalendarPage *page = get_page (layout, number);

      g_assert_cmpfloat (page->bottom, <, g_array_index (layout->legend, KoyomiLegendItem, 0).label.y);
      for (guint i = 0; i < page->boxes->len; i++)
        {
          const KoyomiCalendarBox *box = get_box (page, i);

          assert_within (box->rect, layout->left - 6, layout->right + 6, layout->body_y, page->bottom);
          assert_within (box->label, layout->left, layout->right, layout->body_y, page->bottom);
          assert_within (box->ghost, layout->left - 6, layout->right + 6, layout->body_y, page->bottom);
        }
    }

  for (guint i = 0; i < layout->legend->len; i++)
    {
      const KoyomiLegendItem *item = &g_array_index (layout->legend, KoyomiLegendItem, i);

      assert_within (item->label, layout->name_left, layout->right, layout->body_y, layout->footer_y);
      assert_within (item->swatch, layout->name_left, layout->right, layout->body_y, layout->footer_y);
    }
}

/* All rows in their order, each once; a head over each group, again where it goes on overleaf, never last on a page. */
static void
check_rows (KoyomiCalendarLayout *layout)
{
  guint next = 0;

  for (guint number = 0; number < layout->pages->len; number++)
    {
      KoyomiCalendarPage *page = get_page (layout, number);
      KoyomiRecord *group = NULL;
      double y = layout->body_y;

      for (guint i = 0; i < page->lines->len; i++)
        {
          const KoyomiCalendarLine *line = &g_array_index (page->lines, KoyomiCalendarLine, i);

          g_assert_cmpfloat_with_epsilon (line->y, y, 1e-6);
          y += line->height;

          if (line->row == NULL)
            {
              const KoyomiCalendarRow *before = next > 0 ? g_ptr_array_index (layout->calendar->rows, next - 1) : NULL;

              g_assert_cmpuint (i + 1, <, page->lines->len);
              g_assert_true (line->continued == (before != NULL && before->group == line->group));
              g_assert_true (!line->continued || i == 0);
              group = line->group;
            }
          else
            {
              g_assert_true (line->row == g_ptr_array_index (layout->calendar->rows, next));
              g_assert_true (line->row->group == group);
              next++;
            }
        }
    }

  g_assert_cmpuint (next, ==, layout->calendar->rows->len);
}

static void
check_runs (KoyomiCalendarLayout *layout)
{
  guint n_bars = 0;
  guint n_boxes = 0;

  for (guint i = 0; i < layout->calendar->rows->len; i++)
    n_bars += ((KoyomiCalendarRow *) g_ptr_array_index (layout->calendar->rows, i))->bars->len;

  for (guint number = 0; number < layout->pages->len; number++)
    {
      KoyomiCalendarPage *page = get_page (layout, number);

      n_boxes += page->boxes->len;
      for (guint i = 0; i < page->boxes->len; i++)
        {
          const KoyomiCalendarBox *box = get_box (page, i);
          gboolean moved = box->bar->original_first != box->bar->first_day;

          if (box->rect.width > 0 && !box->diamond && !box->cut_start && box->rect.x + box->rect.width < layout->right)
            g_assert_cmpfloat_with_epsilon (koyomi_calendar_layout_day_to_x (layout, box->bar->first_day), box->rect.x, 1e-9);
          if (!moved)
            g_assert_cmpfloat (box->ghost.width, ==, 0);
          else if (box->bar->original_last >= koyomi_fiscal_year_get_first_day (layout->calendar->year))
            g_assert_cmpfloat (box->ghost.width, >, 0);
        }
    }

  g_assert_cmpuint (n_boxes, ==, n_bars);
}

static void
test_days (void)
{
  check_all (check_days);
}

static void
test_overlaps (void)
{
  check_all (check_overlaps);
}

static void
test_bounds (void)
{
  check_all (check_bounds);
}

static void
test_rows (void)
{
  check_all (check_rows);
}

static void
test_runs (void)
{
  check_all (check_runs);
}

static void
test_pages (void)
{
  static const struct
  {
    KoyomiSample sample;
    guint        least;
    guint        most;
  } cases[] = {
    { KOYOMI_SAMPLE_FULL, 1, 1 },
    { KOYOMI_SAMPLE_THREE_ROWS, 1, 1 },
    { KOYOMI_SAMPLE_EIGHTY_ROWS, 2, 4 },
    { KOYOMI_SAMPLE_NO_BARS, 1, 1 },
    { KOYOMI_SAMPLE_NO_ROWS, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (cases[i].sample, language);
        g_autoptr(KoyomiCalendarLayout) layout = koyomi_calendar_layout_new (calendar, WIDTH, HEIGHT);
        KoyomiCalendarPage *last = get_page (layout, layout->pages->len - 1);

        g_assert_cmpuint (layout->pages->len, >=, cases[i].least);
        g_assert_cmpuint (layout->pages->len, <=, cases[i].most);
        g_assert_cmpfloat (layout->scale, >=, koyomi_chart_measures.smallest_scale - 1e-6);
        if (layout->pages->len > 1)
          g_assert_cmpfloat (last->bottom - layout->body_y, >, (HEIGHT - layout->body_y) / 3);
      }
}

/* A page too low for its rows still shows them all. */
static void
test_small_page (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_TWELVE_LANES, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiCalendarLayout) layout = koyomi_calendar_layout_new (calendar, 842, 260);

  check_rows (layout);
  check_runs (layout);
  check_overlaps (layout);
}

/* States stay apart in grey: by lightness, or else by a dash or a width of the edge that the other does not have. */
static void
test_states_differ (void)
{
  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (int i = 0; i < KOYOMI_N_STATES; i++)
      for (int j = 0; j < i; j++)
        {
          const KoyomiStateStyle *a = koyomi_chart_style_get_state (palette, i);
          const KoyomiStateStyle *b = koyomi_chart_style_get_state (palette, j);

          g_test_message ("palette %d: %s and %s", palette, koyomi_state_get_nick (i), koyomi_state_get_nick (j));
          g_assert_true (a->dashed != b->dashed || fabs (a->edge_width - b->edge_width) >= 0.3 ||
                         koyomi_colour_get_contrast (a->fill, b->fill) >= 1.25);
        }
}

static void
test_texts_are_readable (void)
{
  static const int pairs[][2] = {
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_PAPER },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_WEEKEND },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HOLIDAY },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_GROUP },
    { KOYOMI_CHART_COLOUR_FAINT_TEXT, KOYOMI_CHART_COLOUR_PAPER },
    { KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, KOYOMI_CHART_COLOUR_HEAD_NOW },
    { KOYOMI_CHART_COLOUR_PILL_TEXT, KOYOMI_CHART_COLOUR_PILL },
    { KOYOMI_CHART_COLOUR_TODAY_TEXT, KOYOMI_CHART_COLOUR_TODAY },
    { KOYOMI_CHART_COLOUR_MARK, KOYOMI_CHART_COLOUR_PAPER },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HIGHLIGHT },
    { KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_BASELINE },
    { KOYOMI_CHART_COLOUR_FAINT_TEXT, KOYOMI_CHART_COLOUR_HEAD },
    { KOYOMI_CHART_COLOUR_SELECTION_TEXT, KOYOMI_CHART_COLOUR_SELECTION },
  };

  static const KoyomiChartColour grounds[] = {
    KOYOMI_CHART_COLOUR_WEEKEND, KOYOMI_CHART_COLOUR_HOLIDAY, KOYOMI_CHART_COLOUR_HIGHLIGHT, KOYOMI_CHART_COLOUR_BASELINE,
  };

  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      KoyomiColour paper = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);

      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        g_assert_true (koyomi_colour_is_readable (koyomi_chart_style_get_colour (palette, pairs[i][0]),
                                                  koyomi_chart_style_get_colour (palette, pairs[i][1])));

      for (int i = 0; i < KOYOMI_N_STATES; i++)
        {
          const KoyomiStateStyle *style = koyomi_chart_style_get_state (palette, i);

          g_test_message ("palette %d: %s", palette, koyomi_state_get_nick (i));
          g_assert_true (koyomi_colour_is_readable (style->text, style->fill));
          g_assert_true (koyomi_colour_is_readable (style->text, style->progress));

          /* A title runs on beyond its bar in its own colour if that can be read on paper. */
          for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
            g_assert_true (!koyomi_colour_is_readable (style->text, paper) ||
                           koyomi_colour_is_readable (style->text, koyomi_chart_style_get_colour (palette, grounds[j])));
        }
    }
}

static KoyomiColour
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + (int) floor (y) * cairo_image_surface_get_stride (surface) + (int) floor (x) * 4, sizeof pixel);

  return pixel & 0xffffff;
}

/* The right end of a bar, where no text stands, has the colour of its state; so has the middle of a diamond. */
static void
test_solid_colours (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiCalendarLayout) layout = koyomi_calendar_layout_new (calendar, WIDTH, 0);
  KoyomiCalendarPage *page = get_page (layout, 0);
  double today = (koyomi_calendar_layout_day_to_x (layout, calendar->today) +
                  koyomi_calendar_layout_day_to_x (layout, calendar->today + 1)) / 2;
  guint seen = 0;

  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (4 * WIDTH), ceil (4 * layout->height));
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, 4, 4);
      koyomi_calendar_paint_page (layout, 0, palette, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);

      g_assert_cmphex (get_pixel (surface, 8, 8), ==, koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER));
      g_assert_cmphex (get_pixel (surface, 4 * today, 4 * (layout->body_y - 1.5)), ==,
                       koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_TODAY));

      for (guint i = 0; i < page->boxes->len; i++)
        {
          const KoyomiCalendarBox *box = get_box (page, i);
          const KoyomiStateStyle *style = koyomi_chart_style_get_state (palette, box->bar->state);
          double x = box->diamond ? box->rect.x + box->rect.width / 2 : box->rect.x + box->rect.width - 2.4;
          double y = box->rect.y + (box->diamond ? box->rect.height / 2 : 2.6);

          if (box->rect.width == 0 || fabs (x - today) < 2 || (!box->diamond && (box->spills || box->rect.width < 40)))
            continue;

          g_assert_cmphex (get_pixel (surface, 4 * x, 4 * y), ==, style->fill);
          seen |= 1u << box->bar->state;
        }

      cairo_surface_destroy (surface);
    }

  g_assert_cmphex (seen, ==, (1u << KOYOMI_N_STATES) - 1);
}

/* Another layout of the same calendar is the same in every letter and place. */
static void
test_same_again (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiCalendarLayout) one = koyomi_calendar_layout_new (calendar, WIDTH, HEIGHT);
  g_autoptr(KoyomiCalendarLayout) two = koyomi_calendar_layout_new (calendar, WIDTH, HEIGHT);
  KoyomiCalendarPage *a = get_page (one, 0);
  KoyomiCalendarPage *b = get_page (two, 0);

  g_assert_cmpuint (a->boxes->len, ==, b->boxes->len);
  for (guint i = 0; i < a->boxes->len; i++)
    {
      g_assert_cmpmem (&get_box (a, i)->rect, sizeof (KoyomiRect), &get_box (b, i)->rect, sizeof (KoyomiRect));
      g_assert_cmpmem (&get_box (a, i)->label, sizeof (KoyomiRect), &get_box (b, i)->label, sizeof (KoyomiRect));
      g_assert_cmpstr (get_box (a, i)->text.glyph, ==, get_box (b, i)->text.glyph);
      g_assert_cmpstr (get_box (a, i)->text.title, ==, get_box (b, i)->text.title);
    }
}

/* All meetings of a committee stand in one lane under its name, whatever their own titles are. */
static void
test_committees (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_NO_ROWS, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiCalendarLayout) layout = NULL;
  static const char * const titles[] = {
    "第3回 リスクマネジメント委員会", "経営会議（4月）", "2026年度第12回 リスクマネジメント委員会", "臨時の会議", "リスクマネジメント委員会",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      KoyomiMilestone *milestone = koyomi_calendar_add_milestone (calendar, i, titles[i], koyomi_day_new (2026, 5 + i, 11),
                                                                  KOYOMI_MEETING_STATUS_HELD);

      g_free (milestone->committee);
      milestone->committee = g_strdup (i % 2 == 0 ? "リスクマネジメント委員会" : "経営会議");
    }
  koyomi_calendar_add_milestone (calendar, 9, "来年度の委員会", koyomi_day_new (2027, 4, 1), KOYOMI_MEETING_STATUS_PLANNED);

  layout = koyomi_calendar_layout_new (calendar, WIDTH, HEIGHT);
  g_assert_cmpuint (layout->committees->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (layout->committees, 0), ==, "リスクマネジメント委員会");
  g_assert_cmpstr (g_ptr_array_index (layout->committees, 1), ==, "経営会議");
  g_assert_cmpuint (layout->meetings->len, ==, G_N_ELEMENTS (titles));
}

/* The cache of shaped texts does not grow with what is shown. */
static void
test_many_texts (void)
{
  g_autoptr(KoyomiChartText) text = koyomi_chart_text_new (KOYOMI_LANGUAGE_JA);
  double width = koyomi_chart_text_get_width (text, "監査", 10, 0);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("監査%u", i);

      g_assert_cmpfloat (koyomi_chart_text_get_width (text, name, 10, 0), >, width);
    }

  g_assert_cmpfloat_with_epsilon (koyomi_chart_text_get_width (text, "監査", 20, 0), 2 * width, 0.01);
  g_assert_cmpfloat (koyomi_chart_text_get_width (text, "\xff\xfe", 10, 0), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/calendar/day-and-x-are-inverse", test_days);
  g_test_add_func ("/chart/calendar/runs-and-labels-do-not-overlap", test_overlaps);
  g_test_add_func ("/chart/calendar/nothing-leaves-its-place", test_bounds);
  g_test_add_func ("/chart/calendar/each-row-stands-once-under-its-head", test_rows);
  g_test_add_func ("/chart/calendar/each-run-is-drawn-on-its-days", test_runs);
  g_test_add_func ("/chart/calendar/pages-are-few-and-filled", test_pages);
  g_test_add_func ("/chart/calendar/low-pages-hold-all-rows", test_small_page);
  g_test_add_func ("/chart/calendar/committees-have-lanes", test_committees);
  g_test_add_func ("/chart/calendar/is-the-same-each-time", test_same_again);
  g_test_add_func ("/chart/calendar/paint-fills-with-the-state-s-colour", test_solid_colours);
  g_test_add_func ("/chart/style/states-differ-in-grey", test_states_differ);
  g_test_add_func ("/chart/style/texts-are-readable", test_texts_are_readable);
  g_test_add_func ("/chart/text/cache-is-bounded", test_many_texts);

  return g_test_run ();
}
