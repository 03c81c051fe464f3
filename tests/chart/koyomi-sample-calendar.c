#include "koyomi-sample-calendar.h"

#include "koyomi-day.h"
#include "koyomi-reference.h"

#include <string.h>

/* A plainly fictional company on 20 August 2026. */
#define TODAY koyomi_day_new (2026, 8, 20)

static const char *
pick_text (KoyomiLanguage  language,
           const char     *japanese,
           const char     *english)
{
  return language == KOYOMI_LANGUAGE_JA ? japanese : english;
}

static KoyomiRecord *
make_record (KoyomiTableId  table,
             int            title_field,
             const char    *title)
{
  KoyomiRecord *record = koyomi_record_new (table);

  koyomi_record_set_text (record, title_field, title);

  return record;
}

/* What most staffs would have made of the run by today; every seventh does not go as planned. */
static void
settle (KoyomiRecord *run,
        guint         number)
{
  guint32 first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);

  if (last_day < TODAY && number % 7 == 5)
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, last_day + 6, NULL, NULL);
  else if (last_day < TODAY && number % 7 == 2)
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_SKIPPED, TODAY, "設備更新のため", NULL);
  else if (last_day < TODAY && number % 7 == 6)
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_MISSED, TODAY, "要員不足", NULL);
  else if (last_day < TODAY && number % 7 != 4)
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, last_day - MIN (3, last_day - first_day), NULL, NULL);
  else if (last_day < TODAY || (first_day <= TODAY && number % 2 == 0))
    {
      koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, first_day, NULL, NULL);
      koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, 20 + number * 17 % 70);
    }
}

/* Begins anew with each calendar, so that two of a kind are the same. */
static gint64 next;

static void
add_run (KoyomiCalendarRow  *row,
         const char         *title,
         KoyomiActivityKind  kind,
         guint32             first_day,
         guint32             last_day,
         int                 moved_by)
{
  g_autoptr(KoyomiRecord) run = make_record (KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_TITLE, title);
  KoyomiBar *bar = koyomi_calendar_row_add (row, title);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_occurrence_move (run, first_day + moved_by, last_day + moved_by, NULL);
  settle (run, next * 3 + first_day / 31);

  bar->occurrence_id = next++;
  bar->kind = kind;
  bar->first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  bar->last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
  bar->original_first = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST);
  bar->original_last = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST);
  bar->progress = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS);
  bar->state = koyomi_occurrence_get_state (run, TODAY);
}

static void
add_items (KoyomiCalendar    *calendar,
           KoyomiCalendarRow *row,
           gint64             number)
{
  const KoyomiReference *items = koyomi_reference_get ("reference/calendar_cric");

  for (guint i = 0; i < koyomi_reference_get_n_rows (items); i++)
    {
      int month = koyomi_reference_get_int (items, i, "month");
      guint32 first_day;

      if (koyomi_reference_get_int (items, i, "function_no") != number)
        continue;

      first_day = koyomi_fiscal_year_get_month_first (calendar->year, (month - calendar->year.start_month + 12) % 12);
      add_run (row, koyomi_reference_get_localized (items, i, "title", calendar->language), KOYOMI_ACTIVITY_KIND_TASK,
               first_day, koyomi_day_get_month_last (first_day), i % 11 == 9 ? 31 : 0);
    }
}

/* Twice a month for the SOC, else in the middle of each month. */
static void
add_meetings (KoyomiCalendar    *calendar,
              KoyomiCalendarRow *row,
              const char        *monthly)
{
  g_auto(GStrv) titles = g_strsplit (monthly, " | ", -1);

  for (int i = 0; *monthly != '\0' && i < 12; i++)
    {
      guint32 day = koyomi_fiscal_year_get_month_first (calendar->year, i) + 13 + i % 3;

      add_run (row, titles[0], KOYOMI_ACTIVITY_KIND_MEETING, day, day, 0);
    }
}

static void
add_overlaps (KoyomiCalendar    *calendar,
              KoyomiCalendarRow *row,
              guint              n)
{
  KoyomiLanguage language = calendar->language;
  const char * const titles[] = {
    pick_text (language, "海外子会社を含むグループ全社の特権ID棚卸と是正計画の策定・フォローアップ",
               "Review of privileged accounts across the whole group including subsidiaries abroad"),
    pick_text (language, "ランサムウェア対応訓練（机上）", "Ransomware table-top exercise"),
    pick_text (language, "EDR更改", "EDR renewal"),
    pick_text (language, "標的型メール訓練の実施と結果の経営会議への報告", "Phishing drill and report to the executive meeting"),
  };

  for (guint i = 0; i < n; i++)
    {
      guint32 first_day = koyomi_fiscal_year_get_month_first (calendar->year, i % 4) + 9 * i;

      add_run (row, titles[i % G_N_ELEMENTS (titles)], KOYOMI_ACTIVITY_KIND_TASK, first_day, first_day + 100 + 25 * (i % 4),
               i == 2 ? 45 : 0);
    }

  add_run (row, pick_text (language, "認証更新", "Certificate renewal"), KOYOMI_ACTIVITY_KIND_MILESTONE,
           koyomi_fiscal_year_get_month_first (calendar->year, 10) + 4,
           koyomi_fiscal_year_get_month_first (calendar->year, 10) + 4, 0);
}

static char *
find_team (gint64         number,
           KoyomiLanguage language)
{
  const KoyomiReference *roles = koyomi_reference_get ("reference/function_team_default");
  const KoyomiReference *teams = koyomi_reference_get ("reference/teams_default");

  for (guint i = 0; i < koyomi_reference_get_n_rows (roles); i++)
    for (guint j = 0; j < koyomi_reference_get_n_rows (teams); j++)
      if (koyomi_reference_get_int (roles, i, "function_no") == number &&
          strcmp (koyomi_reference_get_text (roles, i, "raci"), "R") == 0 &&
          strcmp (koyomi_reference_get_text (roles, i, "team_code"), koyomi_reference_get_text (teams, j, "code")) == 0)
        return g_strdup (koyomi_reference_get_localized (teams, j, "name", language));

  return g_strdup ("");
}

static void
fill_row (KoyomiCalendar    *calendar,
          KoyomiCalendarRow *row,
          KoyomiSample       sample,
          guint              index)
{
  const KoyomiReference *functions = koyomi_reference_get ("reference/functions_cric");
  guint source = index % koyomi_reference_get_n_rows (functions);
  gint64 number = source + 1;

  g_free (row->team);
  row->team = number == 20 ? g_strdup ("") : find_team (number, calendar->language);

  if (sample == KOYOMI_SAMPLE_NO_BARS)
    return;

  add_items (calendar, row, number);
  if (number <= 2 || number == 13 || number == 18)
    add_meetings (calendar, row, koyomi_reference_get_localized (functions, source, "monthly", calendar->language));
  if (number == 9)
    add_overlaps (calendar, row, 5);
  if (sample == KOYOMI_SAMPLE_TWELVE_LANES && number == 2)
    for (guint i = 0; i < 12; i++)
      add_run (row, "同時に進む長期のプロジェクト", KOYOMI_ACTIVITY_KIND_TASK,
               koyomi_fiscal_year_get_first_day (calendar->year) - 20 + 9 * i,
               koyomi_fiscal_year_get_last_day (calendar->year) + 15 - 17 * i, 0);
}

static void
add_rows (KoyomiCalendar *calendar,
          KoyomiSample    sample,
          guint           n_rows)
{
  const KoyomiReference *functions = koyomi_reference_get ("reference/functions_cric");
  g_autoptr(KoyomiRecord) group = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      guint source = i % koyomi_reference_get_n_rows (functions);
      const char *group_name = koyomi_reference_get_localized (functions, source, "group", calendar->language);
      g_autoptr(KoyomiRecord) function = NULL;
      KoyomiCalendarRow *row;

      if (group == NULL || strcmp (koyomi_record_get_title (group), group_name) != 0)
        {
          g_clear_object (&group);
          group = make_record (KOYOMI_TABLE_GROUP, KOYOMI_GROUP_NAME, group_name);
        }

      function = make_record (KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME,
                              koyomi_reference_get_localized (functions, source, "function", calendar->language));
      row = koyomi_calendar_row_new (group, function);
      fill_row (calendar, row, sample, i);
      koyomi_calendar_take_row (calendar, row);
    }
}

static void
add_committees (KoyomiCalendar *calendar,
                KoyomiSample    sample)
{
  KoyomiLanguage language = calendar->language;
  const char * const titles[] = {
    pick_text (language, "リスクマネジメント委員会", "Risk management committee"),
    pick_text (language, "経営会議", "Executive meeting"),
    pick_text (language, "ISMS委員会", "ISMS committee"),
  };

  for (int i = 0; i < 36; i++)
    {
      guint32 day = koyomi_fiscal_year_get_month_first (calendar->year, i / 3) + (i % 3) * 8 + 5;
      KoyomiMeetingStatus status = i == 7 ? KOYOMI_MEETING_STATUS_CANCELLED :
        day < TODAY ? KOYOMI_MEETING_STATUS_HELD : KOYOMI_MEETING_STATUS_PLANNED;
      g_autofree char *numbered = g_strdup_printf ("第%d回 %s", i / 3 + 1, titles[i % 3]);
      g_autofree char *many = g_strdup_printf ("%s %c", titles[i % 3], 'A' + i % 7);

      if (i % 3 != 2 || i / 3 % 3 == 2)
        {
          const char *title = sample == KOYOMI_SAMPLE_JANUARY ? many : sample == KOYOMI_SAMPLE_THREE_ROWS ? numbered : titles[i % 3];
          KoyomiMilestone *milestone = koyomi_calendar_add_milestone (calendar, i + 1, title, day, status);

          g_free (milestone->committee);
          milestone->committee = g_strdup (sample == KOYOMI_SAMPLE_JANUARY ? many : titles[i % 3]);
        }
    }
}

static KoyomiWorkCalendar *
make_work_calendar (void)
{
  g_autoptr(GPtrArray) days_off = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiRecord *summer = make_record (KOYOMI_TABLE_DAY_OFF, KOYOMI_DAY_OFF_NAME, "夏季休業");

  koyomi_record_set_int (summer, KOYOMI_DAY_OFF_FIRST_DAY, koyomi_day_new (2026, 8, 12));
  koyomi_record_set_int (summer, KOYOMI_DAY_OFF_LAST_DAY, koyomi_day_new (2026, 8, 14));
  g_ptr_array_add (days_off, summer);

  return koyomi_work_calendar_new (days_off);
}

KoyomiCalendar *
koyomi_sample_calendar_new (KoyomiSample   sample,
                            KoyomiLanguage language)
{
  KoyomiFiscalYear year = { 2026, sample == KOYOMI_SAMPLE_JANUARY ? 1 : 4 };
  KoyomiCalendar *calendar = koyomi_calendar_new (year, language);

  next = 1;
  g_free (calendar->organisation);
  calendar->organisation = g_strdup (pick_text (language, "株式会社あおぞら架空製作所", "Aozora Imaginary Works, Inc."));
  g_free (calendar->classification);
  calendar->classification = g_strdup (pick_text (language, "社外秘", "Confidential"));
  g_free (calendar->as_of);
  calendar->as_of = g_strdup ("2026-08-20 09:30 JST");
  g_free (calendar->journal_head);
  calendar->journal_head = g_strdup ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  calendar->today = TODAY;
  calendar->work_calendar = make_work_calendar ();

  if (sample != KOYOMI_SAMPLE_NO_ROWS)
    {
      add_committees (calendar, sample);
      add_rows (calendar, sample, sample == KOYOMI_SAMPLE_THREE_ROWS ? 3 : sample == KOYOMI_SAMPLE_EIGHTY_ROWS ? 80 : 31);
    }

  return calendar;
}
