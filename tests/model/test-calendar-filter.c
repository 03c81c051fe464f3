#include "koyomi-calendar-filter.h"
#include "koyomi-day.h"

enum { GROUP_PLAN = 11, GROUP_WATCH, TEAM_ISM = 21, TEAM_SOC, TEAM_CST, FIRST_FUNCTION = 31 };

/* Four functions, by the last day of October; today is Thursday, 15 October 2026. */
static const struct
{
  const char *group;
  gint64      group_id;
  const char *function;
  gint64      teams[2];
  const char *duty;
  struct
  {
    gint64      id;
    const char *title;
    int         last;   /* of October */
    KoyomiState state;
    gint64      team;
  } bars[4];
} rows[] = {
  { "Plan", GROUP_PLAN, "リスク管理", { TEAM_ISM }, "台帳の見直し",
    { { 1, "リスクアセスメント", 5, KOYOMI_STATE_DONE, 0 }, { 2, "内部監査", 12, KOYOMI_STATE_LATE, 0 },
      { 3, "ﾊﾟｯﾁの点検", 18, KOYOMI_STATE_DUE_SOON, TEAM_SOC } } },
  { "Plan", GROUP_PLAN, "教育", { TEAM_ISM, TEAM_CST }, "教材の更新", { { 4, "標的型メール訓練", 30, KOYOMI_STATE_PLANNED, 0 } } },
  { "Watch", GROUP_WATCH, "監視", { 0 }, "", { { 5, "SOC月例報告", 16, KOYOMI_STATE_DOING, TEAM_SOC },
      { 6, "ログの点検", 20, KOYOMI_STATE_DOING, 0 } } },
  { "Watch", GROUP_WATCH, "脅威情報", { TEAM_CST }, "日次の収集", { { 0 } } },
};

static KoyomiRecord *
make_record (KoyomiTableId  table,
             gint64         id,
             int            field,
             const char    *name)
{
  KoyomiRecord *record = koyomi_record_new (table);

  koyomi_record_set_int (record, table << 8, id);
  koyomi_record_set_text (record, field, name);

  return record;
}

static KoyomiCalendarRow *
make_row (guint number)
{
  g_autoptr(KoyomiRecord) group = make_record (KOYOMI_TABLE_GROUP, rows[number].group_id, KOYOMI_GROUP_NAME, rows[number].group);
  g_autoptr(KoyomiRecord) function = make_record (KOYOMI_TABLE_FUNCTION, FIRST_FUNCTION + number, KOYOMI_FUNCTION_NAME,
                                                  rows[number].function);
  KoyomiCalendarRow *row = koyomi_calendar_row_new (group, function);
  guint32 october = koyomi_day_new (2026, 10, 1);

  for (guint i = 0; i < 2 && rows[number].teams[i] != 0; i++)
    g_array_append_val (row->team_ids, rows[number].teams[i]);

  if (*rows[number].duty != '\0')
    {
      g_ptr_array_add (row->duties[KOYOMI_DUTY_KIND_ROUTINE], g_strdup (rows[number].duty));
      koyomi_calendar_row_add_band (row, number, rows[number].duty);
    }

  for (guint i = 0; rows[number].bars[i].id != 0; i++)
    {
      KoyomiBar *bar = koyomi_calendar_row_add (row, rows[number].bars[i].title);

      bar->occurrence_id = rows[number].bars[i].id;
      bar->last_day = bar->original_last = october + rows[number].bars[i].last - 1;
      bar->first_day = bar->original_first = bar->last_day - 1;
      bar->state = rows[number].bars[i].state;
      bar->team_id = rows[number].bars[i].team;
    }

  return row;
}

static KoyomiCalendar *
make_calendar (void)
{
  KoyomiCalendar *calendar = koyomi_calendar_new ((KoyomiFiscalYear) { 2026, 4 }, KOYOMI_LANGUAGE_JA);
  KoyomiMilestone *milestone;

  calendar->today = koyomi_day_new (2026, 10, 15);
  g_ptr_array_add (calendar->teams, make_record (KOYOMI_TABLE_TEAM, TEAM_CST, KOYOMI_TEAM_NAME, "CSIRT"));
  g_ptr_array_add (calendar->teams, make_record (KOYOMI_TABLE_TEAM, TEAM_ISM, KOYOMI_TEAM_NAME, "ISMS事務局"));
  g_ptr_array_add (calendar->teams, make_record (KOYOMI_TABLE_TEAM, TEAM_SOC, KOYOMI_TEAM_NAME, "運用委託先"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    koyomi_calendar_take_row (calendar, make_row (i));

  milestone = koyomi_calendar_add_milestone (calendar, 7, "第3回", koyomi_day_new (2026, 10, 20), KOYOMI_MEETING_STATUS_PLANNED);
  milestone->committee_id = 8;
  g_free (milestone->committee);
  milestone->committee = g_strdup ("ISMS委員会");

  return calendar;
}

/* "Plan/31:1,2* 32:4*": the functions of a group with their runs; a star is for those that show their routines. */
static char *
describe (KoyomiCalendar *calendar)
{
  GString *text = g_string_new (NULL);
  KoyomiRecord *group = NULL;

  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      if (group == NULL || koyomi_record_get_id (row->group) != koyomi_record_get_id (group))
        g_string_append_printf (text, "%s%s/", i > 0 ? " | " : "", koyomi_record_get_title (row->group));
      else
        g_string_append_c (text, ' ');
      group = row->group;

      g_string_append_printf (text, "%" G_GINT64_FORMAT ":", koyomi_record_get_id (row->function));
      for (guint j = 0; j < row->bars->len; j++)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, j > 0 ? "," : "",
                                g_array_index (row->bars, KoyomiBar, j).occurrence_id);
      if (row->bands->len > 0)
        g_string_append_c (text, '*');
    }

  return g_string_free (text, FALSE);
}

static void
test_arrange (void)
{
  static const struct
  {
    const char     *filter;
    KoyomiGrouping  grouping;
    const char     *result;
  } cases[] = {
    { "", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2,3* 32:4* | Watch/33:5,6 34:*" },
    { "group=12", KOYOMI_GROUPING_FUNCTION_GROUP, "Watch/33:5,6 34:*" },
    { "group=11,12", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2,3* 32:4* | Watch/33:5,6 34:*" },
    { "group=99", KOYOMI_GROUPING_FUNCTION_GROUP, "" },
    { "team=21", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2* 32:4*" },
    { "team=22", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3* | Watch/33:5" },
    { "team=23", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/32:4* | Watch/34:*" },
    { "team=22,23", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3* 32:4* | Watch/33:5 34:*" },
    { "state=late", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:2*" },
    { "state=doing,done", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1* | Watch/33:5,6" },
    { "due-from=2026-10-16", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3* 32:4* | Watch/33:5,6" },
    { "due-to=2026-10-16", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2* | Watch/33:5" },
    { "due-from=2026-10-12 due-to=2026-10-12", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:2*" },
    { "due=week", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2,3* | Watch/33:5" },
    { "due-to=2026-10-17 due=week", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2* | Watch/33:5" },
    { "state=late,due-soon,doing due=week", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:2,3* | Watch/33:5" },
    { "search=リスク", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1,2,3*" },
    { "search=監査", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:2*" },
    { "search=ぱっち", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3*" },
    { "search=点検", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3* | Watch/33:6" },
    { "search=監視 点検", KOYOMI_GROUPING_FUNCTION_GROUP, "Watch/33:6" },
    { "search=収集", KOYOMI_GROUPING_FUNCTION_GROUP, "Watch/34:*" },
    { "search=運用委託先", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3* | Watch/33:5" },
    { "search=ｓｏｃ", KOYOMI_GROUPING_FUNCTION_GROUP, "Watch/33:5" },
    { "search=存在しない", KOYOMI_GROUPING_FUNCTION_GROUP, "" },
    { "state=done search=リスク管理", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:1*" },
    { "state=skipped search=リスク管理", KOYOMI_GROUPING_FUNCTION_GROUP, "" },
    { "group=11 team=22 state=due-soon search=点検", KOYOMI_GROUPING_FUNCTION_GROUP, "Plan/31:3*" },

    { "", KOYOMI_GROUPING_TEAM, "CSIRT/34:* | ISMS事務局/31:1,2* 32:4* | 運用委託先/31:3 33:5 | No team/33:6" },
    { "team=23", KOYOMI_GROUPING_TEAM, "CSIRT/32:4* 34:*" },
    { "team=22", KOYOMI_GROUPING_TEAM, "運用委託先/31:3 33:5" },
    { "state=doing", KOYOMI_GROUPING_TEAM, "運用委託先/33:5 | No team/33:6" },
    { "search=監視", KOYOMI_GROUPING_TEAM, "運用委託先/33:5 | No team/33:6" },

    { "", KOYOMI_GROUPING_STATE,
      "Overdue/31:2* | Due soon/31:3 | In progress/33:5,6 | Planned/32:4* | Done/31:1 | No runs this year/34:*" },
    { "state=done,planned", KOYOMI_GROUPING_STATE, "Planned/32:4* | Done/31:1*" },
    { "search=収集", KOYOMI_GROUPING_STATE, "No runs this year/34:*" },
  };
  g_autoptr(KoyomiCalendar) full = make_calendar ();
  g_autofree char *before = describe (full);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse (cases[i].filter);
      g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_arrange (full, filter, cases[i].grouping, KOYOMI_LANGUAGE_EN);
      g_autofree char *result = describe (calendar);
      g_autofree char *after = describe (full);

      g_test_message ("%s by %s", cases[i].filter, koyomi_grouping_get_nick (cases[i].grouping));
      g_assert_cmpstr (result, ==, cases[i].result);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Without a filter, every way of arranging shows the same runs. */
static void
test_counts (void)
{
  g_autoptr(KoyomiCalendar) full = make_calendar ();
  g_autoptr(KoyomiCalendarFilter) late = koyomi_calendar_filter_parse ("state=late");
  g_autoptr(KoyomiCalendar) few = koyomi_calendar_arrange (full, late, KOYOMI_GROUPING_TEAM, KOYOMI_LANGUAGE_JA);

  for (guint grouping = 0; grouping < KOYOMI_N_GROUPINGS; grouping++)
    {
      g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_arrange (full, NULL, grouping, KOYOMI_LANGUAGE_JA);

      for (guint state = 0; state < KOYOMI_N_STATES; state++)
        g_assert_cmpuint (calendar->counts[state], ==, full->counts[state]);
    }

  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    g_assert_cmpuint (few->counts[state], ==, state == KOYOMI_STATE_LATE);
}

static void
test_frame (void)
{
  KoyomiCalendar *full = make_calendar ();
  KoyomiCalendar *calendar = koyomi_calendar_arrange (full, NULL, KOYOMI_GROUPING_TEAM, KOYOMI_LANGUAGE_EN);
  KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, 3);
  const KoyomiMilestone *milestone = &g_array_index (calendar->milestones, KoyomiMilestone, 0);

  g_assert_cmpuint (calendar->today, ==, full->today);
  g_assert_cmpint (calendar->year.year, ==, 2026);
  g_assert_cmpint (calendar->language, ==, KOYOMI_LANGUAGE_JA);
  g_assert_cmpuint (calendar->teams->len, ==, 3);
  g_assert_cmpuint (calendar->milestones->len, ==, 1);
  g_assert_cmpint (milestone->meeting_id, ==, 7);
  g_assert_cmpint (milestone->committee_id, ==, 8);
  g_assert_cmpstr (milestone->title, ==, "第3回");
  g_assert_cmpstr (milestone->committee, ==, "ISMS委員会");

  /* A function whose run another team does goes by that team there. */
  g_assert_cmpint (koyomi_record_get_id (row->group), ==, TEAM_SOC);
  g_assert_cmpint (koyomi_record_get_table_id (row->group), ==, KOYOMI_TABLE_GROUP);
  g_assert_cmpstr (row->team, ==, "運用委託先");
  g_assert_cmpint (g_array_index (row->team_ids, gint64, 0), ==, TEAM_SOC);
  g_assert_cmpstr (g_array_index (row->bars, KoyomiBar, 0).title, ==, "ﾊﾟｯﾁの点検");

  g_assert_finalize_object (calendar);
  g_assert_finalize_object (full);
}

/* A calendar that was put together without its teams is arranged all the same. */
static void
test_unknown_teams (void)
{
  g_autoptr(KoyomiCalendar) full = make_calendar ();
  g_autoptr(KoyomiCalendar) calendar = NULL;
  g_autofree char *result = NULL;

  g_ptr_array_set_size (full->teams, 0);
  calendar = koyomi_calendar_arrange (full, NULL, KOYOMI_GROUPING_TEAM, KOYOMI_LANGUAGE_JA);
  result = describe (calendar);
  g_assert_cmpstr (result, ==, "担当なし/31:1,2,3* 32:4* 33:5,6 34:*");
}

static void
test_lanes (void)
{
  g_autoptr(KoyomiCalendar) full = make_calendar ();
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse ("state=done");
  g_autoptr(KoyomiCalendar) calendar = NULL;
  KoyomiCalendarRow *row = g_ptr_array_index (full->rows, 0);
  KoyomiBar *bar = koyomi_calendar_row_add (row, "重なり");

  bar->first_day = koyomi_day_new (2026, 10, 1);
  bar->last_day = koyomi_day_new (2026, 10, 31);
  koyomi_calendar_row_pack (row);
  g_assert_cmpuint (row->n_lanes, >, 1);

  calendar = koyomi_calendar_arrange (full, filter, KOYOMI_GROUPING_FUNCTION_GROUP, KOYOMI_LANGUAGE_JA);
  row = g_ptr_array_index (calendar->rows, 0);
  g_assert_cmpuint (row->n_lanes, ==, 1);
  g_assert_cmpuint (g_array_index (row->bars, KoyomiBar, 0).lane, ==, 0);
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *again;
    gboolean    is_empty;
  } cases[] = {
    { "", "", TRUE },
    { "   ", "", TRUE },
    { "group=12,34", "group=12,34", FALSE },
    { "team=5 group=-3", "group=-3 team=5", FALSE },
    { "group=12,x,34,", "group=12,34", FALSE },
    { "group=99999999999999999999", "", TRUE },
    { "state=late,due-soon,lazy", "state=due-soon,late", FALSE },
    { "state=lazy", "", TRUE },
    { "due-from=2026-11-01 due-to=2026-11-30", "due-from=2026-11-01 due-to=2026-11-30", FALSE },
    { "due-from=yesterday", "", TRUE },
    { "due=week", "due=week", FALSE },
    { "due=month", "", TRUE },
    { "colour=red x team=5 =", "team=5", FALSE },
    { "search=内部 監査=2 team=5", "search=内部 監査=2 team=5", FALSE },
    { "team=5 search=a=b", "team=5 search=a=b", FALSE },
    { "research=x", "", TRUE },
    { "search=", "", TRUE },
    { "search=　", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse (cases[i].text);
      g_autoptr(KoyomiCalendarFilter) copy = koyomi_calendar_filter_copy (filter);
      g_autofree char *again = koyomi_calendar_filter_format (filter);
      g_autofree char *copied = koyomi_calendar_filter_format (copy);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (again, ==, cases[i].again);
      g_assert_cmpstr (copied, ==, again);
      g_assert_true (koyomi_calendar_filter_is_empty (filter) == cases[i].is_empty);
    }
}

static void
test_urgent (void)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new_late_and_this_week ();
  g_autofree char *text = koyomi_calendar_filter_format (filter);

  g_free (filter->search);
  filter->search = g_strdup ("two\nlines");
  g_assert_cmpstr (text, ==, "state=due-soon,doing,late due=week");
  g_free (text);
  text = koyomi_calendar_filter_format (filter);
  g_assert_cmpstr (text, ==, "state=due-soon,doing,late due=week search=two lines");
}

static void
test_words (void)
{
  static const struct
  {
    const char     *filter;
    KoyomiLanguage  language;
    const char     *words;
  } cases[] = {
    { "", KOYOMI_LANGUAGE_EN, "" },
    { "team=21 state=late", KOYOMI_LANGUAGE_EN, "team ISMS事務局; Overdue" },
    { "team=21 state=late", KOYOMI_LANGUAGE_JA, "担当：ISMS事務局／期限超過" },
    { "group=11,99 state=doing,done", KOYOMI_LANGUAGE_EN, "function group Plan, (no longer there); In progress, Done" },
    { "due-from=2026-10-01 due-to=2026-10-31", KOYOMI_LANGUAGE_EN, "due from 2026-10-01 to 2026-10-31" },
    { "due-from=2026-10-01", KOYOMI_LANGUAGE_EN, "due from 2026-10-01" },
    { "due-to=2026-10-31 due=week", KOYOMI_LANGUAGE_EN, "due by 2026-10-31; due by the end of this week (2026-10-18)" },
    { "search=内部 監査", KOYOMI_LANGUAGE_EN, "search “内部 監査”" },
  };
  g_autoptr(KoyomiCalendar) full = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse (cases[i].filter);
      g_autofree char *words = koyomi_calendar_filter_describe (filter, full, cases[i].language);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_groupings (void)
{
  KoyomiGrouping grouping;

  for (guint i = 0; i < KOYOMI_N_GROUPINGS; i++)
    {
      g_assert_true (koyomi_grouping_from_nick (koyomi_grouping_get_nick (i), &grouping));
      g_assert_cmpint (grouping, ==, i);
    }
  g_assert_false (koyomi_grouping_from_nick ("colour", &grouping));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/calendar-filter/shows-what-is-asked-for", test_arrange);
  g_test_add_func ("/model/calendar-filter/counts-what-is-left", test_counts);
  g_test_add_func ("/model/calendar-filter/keeps-the-frame", test_frame);
  g_test_add_func ("/model/calendar-filter/unknown-teams-are-no-team", test_unknown_teams);
  g_test_add_func ("/model/calendar-filter/lanes-close-up", test_lanes);
  g_test_add_func ("/model/calendar-filter/text-comes-back", test_text);
  g_test_add_func ("/model/calendar-filter/late-and-this-week", test_urgent);
  g_test_add_func ("/model/calendar-filter/says-in-words-what-is-asked-for", test_words);
  g_test_add_func ("/model/calendar-filter/groupings-have-nicks", test_groupings);

  return g_test_run ();
}
