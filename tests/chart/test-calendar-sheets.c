#include "koyomi-calendar-sheets.h"
#include "koyomi-day.h"
#include "koyomi-sample-calendar.h"

#define A3_WIDTH 1190.55
#define A4_WIDTH 841.89
#define A4_HEIGHT 595.28

typedef void (*Check) (KoyomiCalendar       *calendar,
                       KoyomiCalendarSheets *sheets,
                       guint                 n_across);

/* Every sample in both languages on A3 and A4, its year on one to twelve sheets. */
static void
check_all (Check check)
{
  static const guint counts[] = { 1, 2, 4, 12 };

  for (guint sample = 0; sample < KOYOMI_N_SAMPLES; sample++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (counts); i++)
      {
        g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (sample, i % 2);
        g_autoptr(KoyomiCalendarSheets) sheets = NULL;

        sheets = koyomi_calendar_sheets_new (calendar, i % 3 == 0 ? A3_WIDTH : A4_WIDTH, i % 3 == 0 ? A4_WIDTH : A4_HEIGHT,
                                             counts[i / 2]);
        g_test_message ("sample %u, %u across: %u pages", sample, counts[i / 2], koyomi_calendar_sheets_get_n_pages (sheets));
        check (calendar, sheets, counts[i / 2]);
      }
}

static KoyomiCalendarLayout *
get_part (KoyomiCalendarSheets *sheets,
          guint                 part,
          guint                 n_across)
{
  guint number;
  KoyomiCalendarLayout *layout = koyomi_calendar_sheets_find_layout (sheets, part * koyomi_calendar_sheets_get_n_pages (sheets) /
                                                                     n_across, &number);

  g_assert_cmpuint (number, ==, 0);

  return layout;
}

static void
check_days (KoyomiCalendar       *calendar,
            KoyomiCalendarSheets *sheets,
            guint                 n_across)
{
  guint32 day = calendar->first_day;

  for (guint i = 0; i < n_across; i++)
    {
      KoyomiCalendarLayout *layout = get_part (sheets, i, n_across);

      g_assert_cmpuint (layout->first_day, ==, day);
      g_assert_cmpfloat_with_epsilon (koyomi_calendar_layout_day_to_x (layout, day), layout->left, 1e-9);
      g_assert_cmpfloat_with_epsilon (koyomi_calendar_layout_day_to_x (layout, layout->last_day + 1), layout->right, 1e-9);
      day = layout->last_day + 1;
    }
  g_assert_cmpuint (day, ==, calendar->last_day + 1);
}

/* Sheets that are laid side by side go on at the same height. */
static void
check_rows (KoyomiCalendar       *calendar,
            KoyomiCalendarSheets *sheets,
            guint                 n_across)
{
  KoyomiCalendarLayout *first = get_part (sheets, 0, n_across);

  g_assert_cmpuint (koyomi_calendar_sheets_get_n_pages (sheets), ==, n_across * first->pages->len);
  for (guint i = 1; i < n_across; i++)
    for (guint number = 0; number < first->pages->len; number++)
      {
        KoyomiCalendarLayout *layout = get_part (sheets, i, n_across);
        GArray *before = ((KoyomiCalendarPage *) g_ptr_array_index (first->pages, number))->lines;
        GArray *lines = ((KoyomiCalendarPage *) g_ptr_array_index (layout->pages, number))->lines;

        g_assert_cmpuint (lines->len, ==, before->len);
        for (guint j = 0; j < lines->len; j++)
          {
            const KoyomiCalendarLine *a = &g_array_index (before, KoyomiCalendarLine, j);
            const KoyomiCalendarLine *b = &g_array_index (lines, KoyomiCalendarLine, j);

            g_assert_true (a->row == b->row);
            g_assert_cmpfloat (a->y, ==, b->y);
            g_assert_cmpfloat (a->height, ==, b->height);
          }
      }
}

static void
check_line_of_heads (KoyomiCalendarLayout *layout,
                     GArray               *heads,
                     KoyomiChartTextFlags  flags)
{
  double x = layout->left;

  for (guint i = 0; i < heads->len; i++)
    {
      const KoyomiCalendarHead *head = &g_array_index (heads, KoyomiCalendarHead, i);

      g_assert_cmpfloat_with_epsilon (head->rect.x, x, 1e-6);
      g_assert_cmpfloat (koyomi_chart_text_get_width (layout->text, head->text, koyomi_chart_measures.head_size, flags), <=,
                         head->rect.width);
      x += head->rect.width;
    }
  g_assert_cmpfloat_with_epsilon (x, layout->right, 1e-6);
}

static void
check_heads (KoyomiCalendar       *calendar,
             KoyomiCalendarSheets *sheets,
             guint                 n_across)
{
  for (guint i = 0; i < n_across; i++)
    {
      KoyomiCalendarLayout *layout = get_part (sheets, i, n_across);

      check_line_of_heads (layout, layout->upper_heads, KOYOMI_CHART_TEXT_BOLD);
      check_line_of_heads (layout, layout->lower_heads, 0);
    }
}

static gboolean
overlap (KoyomiRect a,
         KoyomiRect b)
{
  return a.width > 0 && b.width > 0 && a.x + a.width > b.x + 1e-6 && b.x + b.width > a.x + 1e-6 &&
         a.y + a.height > b.y + 1e-6 && b.y + b.height > a.y + 1e-6;
}

static void
check_boxes (KoyomiCalendarLayout *layout,
             GArray               *boxes,
             GHashTable           *seen)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->rect.width == 0)
        continue;

      g_hash_table_add (seen, (gpointer) box->bar);
      g_assert_cmpfloat (box->rect.x, >=, layout->left - 1e-6);
      g_assert_cmpfloat (box->rect.x + box->rect.width, <=, layout->right + 1e-6);
      g_assert_cmpfloat (box->label.x + box->label.width, <=, layout->right + 1e-6);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (box->rect, g_array_index (boxes, KoyomiCalendarBox, j).rect));
    }
}

/* On some sheet each run of the year stands. */
static void
check_runs (KoyomiCalendar       *calendar,
            KoyomiCalendarSheets *sheets,
            guint                 n_across)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < koyomi_calendar_sheets_get_n_pages (sheets); page++)
    {
      guint number;
      KoyomiCalendarLayout *layout = koyomi_calendar_sheets_find_layout (sheets, page, &number);

      check_boxes (layout, ((KoyomiCalendarPage *) g_ptr_array_index (layout->pages, number))->boxes, seen);
    }

  for (guint i = 0; i < calendar->rows->len; i++)
    {
      const KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        {
          const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);

          if (bar->first_day <= calendar->last_day && bar->last_day >= calendar->first_day)
            g_assert_true (g_hash_table_contains (seen, bar));
        }
    }
}

static void
test_days (void)
{
  check_all (check_days);
}

static void
test_rows (void)
{
  check_all (check_rows);
}

static void
test_heads (void)
{
  check_all (check_heads);
}

static void
test_runs (void)
{
  check_all (check_runs);
}

static char *
join_heads (GArray *heads)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < heads->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", g_array_index (heads, KoyomiCalendarHead, i).text);

  return g_string_free (text, FALSE);
}

static void
test_narrowed (void)
{
  static const struct
  {
    int         months[2];   /* of 2026 */
    double      width;
    const char *upper;
    const char *lower;
  } cases[] = {
    { { 4, 9 }, A3_WIDTH, "Q1 Q2", "Apr May Jun Jul Aug Sep" },
    { { 10, 12 }, A4_WIDTH, "Oct 2026 Nov 2026 Dec 2026",
      "10/1 10/5 10/12 10/19 10/26 11/2 11/9 11/16 11/23 11/30 12/7 12/14 12/21 12/28" },
    { { 11, 11 }, A3_WIDTH, "Nov 2026", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_EN);
      g_autoptr(KoyomiCalendarLayout) layout = NULL;
      g_autofree char *upper = NULL;
      g_autofree char *lower = NULL;

      calendar->today = koyomi_day_new (2027, 3, 1);
      koyomi_calendar_narrow (calendar, koyomi_day_new (2026, cases[i].months[0], 1),
                              koyomi_day_get_month_last (koyomi_day_new (2026, cases[i].months[1], 1)));
      layout = koyomi_calendar_layout_new (calendar, cases[i].width, A4_HEIGHT);
      upper = join_heads (layout->upper_heads);
      lower = join_heads (layout->lower_heads);
      g_assert_cmpstr (upper, ==, cases[i].upper);
      g_assert_cmpstr (lower, ==, cases[i].lower);
    }
}

/* What is left out is said above the headings, however long it takes. */
static void
test_remark (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiCalendarLayout) whole = koyomi_calendar_layout_new (calendar, A4_WIDTH, A4_HEIGHT);
  g_autoptr(KoyomiCalendarLayout) part = NULL;
  g_autoptr(KoyomiCalendarLayout) long_part = NULL;

  g_free (calendar->remark);
  calendar->remark = g_strdup ("Filter: Overdue");
  part = koyomi_calendar_layout_new (calendar, A4_WIDTH, A4_HEIGHT);
  g_free (calendar->remark);
  calendar->remark = g_strnfill (400, 'm');
  long_part = koyomi_calendar_layout_new (calendar, A4_WIDTH, A4_HEIGHT);

  g_assert_cmpfloat (whole->remark_height, ==, 0);
  g_assert_cmpfloat (part->quarter_y, ==, whole->quarter_y + koyomi_chart_measures.remark_height);
  g_assert_cmpfloat (long_part->quarter_y, ==, whole->quarter_y + 2 * koyomi_chart_measures.remark_height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/sheets/days-go-on-from-part-to-part", test_days);
  g_test_add_func ("/chart/sheets/rows-stand-alike-side-by-side", test_rows);
  g_test_add_func ("/chart/sheets/headings-fill-the-line-and-fit", test_heads);
  g_test_add_func ("/chart/sheets/each-run-is-on-some-sheet", test_runs);
  g_test_add_func ("/chart/sheets/few-months-have-weeks-or-days", test_narrowed);
  g_test_add_func ("/chart/sheets/remark-stands-above-the-headings", test_remark);

  return g_test_run ();
}
