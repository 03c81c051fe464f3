#include "koyomi-clock-table.h"
#include "koyomi-incident-times.h"
#include "koyomi-day.h"
#include "koyomi-reference.h"

#include <string.h>

/* A row of tests/data/clocks.tsv. */
typedef struct
{
  GPtrArray    *clocks;     /* all of the reference */
  GPtrArray    *reports;
  GPtrArray    *days_off;
  KoyomiRecord *incident;
  GTimeZone    *plan;
  char         *code;
  char         *only;       /* (nullable): of the notice, only this clock was decided on */
  gint64        own;
  gint64        judged_at;
} Case;

static void
clear_case (Case *self)
{
  g_ptr_array_unref (self->clocks);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->days_off);
  g_object_unref (self->incident);
  g_time_zone_unref (self->plan);
  g_free (self->code);
  g_free (self->only);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, clear_case)

static KoyomiRecord *
make_clock (guint row)
{
  static const struct
  {
    int         field;
    const char *column;
  } texts[] = {
    { KOYOMI_CLOCK_CODE, "id" },
    { KOYOMI_CLOCK_REGIME, "regime_en" },
    { KOYOMI_CLOCK_STAGE, "stage_en" },
    { KOYOMI_CLOCK_JURISDICTION, "jurisdiction" },
    { KOYOMI_CLOCK_CLOCK_START, "clock_start" },
    { KOYOMI_CLOCK_UNIT, "unit" },
    { KOYOMI_CLOCK_ROLL_RULE, "roll_rule" },
  };
  const KoyomiReference *table = koyomi_reference_get ("reference/reporting_clocks");
  const char *amount = koyomi_reference_get_text (table, row, "amount");
  KoyomiRecord *clock = koyomi_record_new (KOYOMI_TABLE_CLOCK);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    koyomi_record_set_text (clock, texts[i].field, koyomi_reference_get_text (table, row, texts[i].column));
  if (*amount != '\0')
    koyomi_record_set_real (clock, KOYOMI_CLOCK_AMOUNT, g_ascii_strtod (amount, NULL));
  koyomi_clock_table_complete (clock);

  return clock;
}

static KoyomiRecord *
find_clock (Case       *self,
            const char *code)
{
  for (guint i = 0; i < self->clocks->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (self->clocks, i), KOYOMI_CLOCK_CODE), code) == 0)
      return g_ptr_array_index (self->clocks, i);

  g_error ("the reference has no clock “%s”", code);
}

static gint64
read_time (const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 time = koyomi_time_parse (text, &error);

  g_assert_no_error (error);

  return time;
}

static KoyomiRecord *
add_report (Case              *self,
            KoyomiRecord      *clock,
            KoyomiReportState  state)
{
  KoyomiRecord *report = koyomi_record_new (KOYOMI_TABLE_INCIDENT_REPORT);

  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_INCIDENT, koyomi_record_get_id (self->incident));
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_CLOCK, koyomi_record_get_id (clock));
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_STATE, state);
  g_ptr_array_add (self->reports, report);

  return report;
}

/* “2026-12-29” or “2026-12-29..2027-01-03” */
static void
add_days (Case             *self,
          KoyomiDayOffKind  kind,
          const char       *days)
{
  g_auto(GStrv) parts = g_strsplit (days, "..", 2);
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);

  koyomi_record_set_int (record, KOYOMI_DAY_OFF_KIND, kind);
  koyomi_record_set_int (record, KOYOMI_DAY_OFF_FIRST_DAY, koyomi_day_parse (parts[0], NULL));
  koyomi_record_set_int (record, KOYOMI_DAY_OFF_LAST_DAY, koyomi_day_parse (parts[1] != NULL ? parts[1] : parts[0], NULL));
  g_ptr_array_add (self->days_off, record);
}

static gboolean
set_field (Case       *self,
           const char *key,
           const char *value)
{
  static const struct
  {
    const char *key;
    int         field;
  } texts[] = {
    { "unit", KOYOMI_CLOCK_UNIT },
    { "roll", KOYOMI_CLOCK_ROLL_RULE },
    { "zone", KOYOMI_CLOCK_TIME_ZONE },
  }, times[] = {
    { "aware", KOYOMI_INCIDENT_AWARE_AT },
    { "detected", KOYOMI_INCIDENT_DETECTED_AT },
    { "classified", KOYOMI_INCIDENT_CLASSIFIED_AT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].key, key) == 0)
      {
        /* What differs holds for all clocks of the notice. */
        for (guint j = 0; j < self->clocks->len; j++)
          if (strcmp (koyomi_clock_table_get_notice (g_ptr_array_index (self->clocks, j)),
                      koyomi_clock_table_get_notice (find_clock (self, self->code))) == 0)
            koyomi_record_set_text (g_ptr_array_index (self->clocks, j), texts[i].field, value);
        return TRUE;
      }

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (strcmp (times[i].key, key) == 0)
      {
        koyomi_record_set_int (self->incident, times[i].field, read_time (value));
        return TRUE;
      }

  return FALSE;
}

static void
add_fact (Case       *self,
          const char *key,
          const char *value)
{
  if (set_field (self, key, value))
    return;

  if (strcmp (key, "amount") == 0)
    koyomi_record_set_real (find_clock (self, self->code), KOYOMI_CLOCK_AMOUNT, g_ascii_strtod (value, NULL));
  else if (strcmp (key, "plan") == 0)
    {
      g_time_zone_unref (self->plan);
      self->plan = g_time_zone_new_identifier (value);
      g_assert_nonnull (self->plan);
    }
  else if (strcmp (key, "off") == 0)
    add_days (self, KOYOMI_DAY_OFF_KIND_OFF, value);
  else if (strcmp (key, "working") == 0)
    add_days (self, KOYOMI_DAY_OFF_KIND_WORKING, value);
  else if (strcmp (key, "judged") == 0)
    self->judged_at = read_time (value);
  else if (strcmp (key, "own") == 0)
    self->own = read_time (value);
  else if (strcmp (key, "only") == 0)
    self->only = g_strdup (value);
  else if (g_str_has_prefix (key, "filed:"))
    koyomi_record_set_int (add_report (self, find_clock (self, key + strlen ("filed:")), KOYOMI_REPORT_STATE_FILED),
                           KOYOMI_INCIDENT_REPORT_FILED_AT, read_time (value));
  else
    g_error ("unknown fact “%s”", key);
}

static void
read_case (Case       *self,
           const char *code,
           const char *facts)
{
  g_auto(GStrv) words = g_strsplit (facts, " ", -1);
  const KoyomiReference *table = koyomi_reference_get ("reference/reporting_clocks");

  self->clocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->reports = g_ptr_array_new_with_free_func (g_object_unref);
  self->days_off = g_ptr_array_new_with_free_func (g_object_unref);
  self->incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  self->plan = g_time_zone_new_identifier ("Asia/Tokyo");
  self->code = g_strdup (code);

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    g_ptr_array_add (self->clocks, make_clock (i));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);

      add_fact (self, pair[0], pair[1]);
    }
}

/* All clocks of the notice are due, unless the case names one. */
static void
decide (Case *self)
{
  const char *notice = koyomi_clock_table_get_notice (find_clock (self, self->code));

  for (guint i = 0; i < self->clocks->len; i++)
    {
      KoyomiRecord *clock = g_ptr_array_index (self->clocks, i);
      KoyomiRecord *report;

      if (strcmp (koyomi_clock_table_get_notice (clock), notice) != 0 ||
          (self->only != NULL && strcmp (self->only, koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE)) != 0))
        continue;

      report = add_report (self, clock, KOYOMI_REPORT_STATE_DUE);
      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_DECIDED_AT, self->judged_at);
      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_DUE_AT, self->own);
    }
}

/* The clock that counts among those of the notice. */
static KoyomiIncidentClock *
find_counting (Case      *self,
               GPtrArray *reckoned)
{
  const char *notice = koyomi_clock_table_get_notice (find_clock (self, self->code));
  KoyomiIncidentClock *found = NULL;

  for (guint i = 0; i < reckoned->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (reckoned, i);

      if (strcmp (koyomi_clock_table_get_notice (clock->clock), notice) != 0 || clock->gives_way ||
          clock->state == KOYOMI_CLOCK_STATE_NOT_JUDGED)
        continue;

      g_assert_null (found);
      found = clock;
    }

  g_assert_nonnull (found);

  return found;
}

static void
assert_due (KoyomiIncidentClock *clock,
            const char          *due)
{
  static const struct
  {
    const char      *word;
    KoyomiClockLack  lack;
  } lacks[] = {
    { "none number", KOYOMI_CLOCK_LACKS_NUMBER },
    { "none amount", KOYOMI_CLOCK_LACKS_AMOUNT },
    { "none start", KOYOMI_CLOCK_LACKS_START },
    { "none stage", KOYOMI_CLOCK_LACKS_STAGE },
  };
  g_autofree char *actual = koyomi_time_format (clock->due_at);
  g_autofree char *wanted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lacks); i++)
    if (strcmp (lacks[i].word, due) == 0)
      {
        g_assert_cmpint (clock->due_at, ==, 0);
        g_assert_cmpint (clock->lack, ==, lacks[i].lack);
        g_assert_nonnull (koyomi_incident_clock_explain_lack (clock, KOYOMI_LANGUAGE_JA));
        return;
      }

  wanted = koyomi_time_format (read_time (due));
  g_assert_cmpstr (actual, ==, wanted);
}

static void
assert_state (KoyomiIncidentClock *clock,
              const char          *state)
{
  gboolean warns = strcmp (state, "warn") == 0;

  g_assert_cmpstr (koyomi_clock_state_get_nick (clock->state), ==, warns ? "due" : state);
  if (clock->state == KOYOMI_CLOCK_STATE_DUE)
    g_assert_cmpint (clock->is_warning, ==, warns);
}

static void
test_golden (gconstpointer data)
{
  char **cells = (char **) data;
  g_auto(Case) facts = { 0 };
  g_autoptr(KoyomiWorkCalendar) company = NULL;
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reckoned = NULL;
  KoyomiIncidentClock *clock;

  read_case (&facts, cells[1], cells[2]);
  decide (&facts);
  company = koyomi_work_calendar_new (facts.days_off);
  table = koyomi_clock_table_new (facts.clocks, company, facts.plan);
  reckoned = koyomi_clock_table_reckon (table, facts.incident, facts.reports, *cells[3] != '\0' ? read_time (cells[3]) : 0);

  clock = find_counting (&facts, reckoned);
  assert_due (clock, cells[5]);
  if (*cells[4] != '\0')
    assert_state (clock, cells[4]);
  g_assert_cmpstr (cells[6], !=, "");
}

static void
test_kept_as_filed (void)
{
  g_auto(Case) facts = { 0 };
  g_autoptr(KoyomiWorkCalendar) company = koyomi_work_calendar_new (NULL);
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reckoned = NULL;
  KoyomiIncidentClock *clock;

  read_case (&facts, "eu_gdpr_authority", "aware=2026-11-22T10:00Z filed:eu_gdpr_authority=2026-11-24T10:00Z");
  koyomi_record_set_int (g_ptr_array_index (facts.reports, 0), KOYOMI_INCIDENT_REPORT_DUE_AT, read_time ("2026-11-23T10:00Z"));
  table = koyomi_clock_table_new (facts.clocks, company, facts.plan);
  reckoned = koyomi_clock_table_reckon (table, facts.incident, facts.reports, read_time ("2027-01-01T00:00Z"));

  clock = find_counting (&facts, reckoned);
  g_assert_cmpint (clock->state, ==, KOYOMI_CLOCK_STATE_FILED);
  assert_due (clock, "2026-11-23T10:00Z");
  g_assert_true (clock->filed_late);
}

/* Who only knows between which moments they became aware goes by the earlier one. */
static void
test_range_counts_from_its_beginning (void)
{
  g_auto(Case) facts = { 0 };
  g_autoptr(KoyomiWorkCalendar) company = koyomi_work_calendar_new (NULL);
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reckoned = NULL;
  KoyomiIncidentTimes times;

  read_case (&facts, "eu_gdpr_authority", "aware=2026-11-22T10:00Z");
  add_report (&facts, find_clock (&facts, "eu_gdpr_authority"), KOYOMI_REPORT_STATE_DUE);
  koyomi_incident_times_read (&times, facts.incident);
  koyomi_incident_times_set_range (&times, KOYOMI_INCIDENT_TIME_AWARE, read_time ("2026-11-22T10:00Z"), read_time ("2026-11-23T20:00Z"));
  koyomi_incident_times_write (&times, facts.incident);
  table = koyomi_clock_table_new (facts.clocks, company, facts.plan);
  reckoned = koyomi_clock_table_reckon (table, facts.incident, facts.reports, read_time ("2026-11-24T00:00Z"));
  assert_due (find_counting (&facts, reckoned), "2026-11-25T10:00Z");
}

static void
test_next_is_earliest (void)
{
  g_auto(Case) facts = { 0 };
  g_autoptr(KoyomiWorkCalendar) company = koyomi_work_calendar_new (NULL);
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reckoned = NULL;
  static const char * const codes[] = { "jp_appi_subject", "jp_appi_final", "eu_gdpr_authority", "jp_appi_prelim" };
  KoyomiIncidentClock *next;

  read_case (&facts, "jp_appi_prelim", "aware=2026-11-22T10:00+09:00");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    add_report (&facts, find_clock (&facts, codes[i]), KOYOMI_REPORT_STATE_DUE);
  table = koyomi_clock_table_new (facts.clocks, company, facts.plan);
  reckoned = koyomi_clock_table_reckon (table, facts.incident, facts.reports, 1);

  next = koyomi_clock_table_find_next (reckoned);
  g_assert_nonnull (next);
  g_assert_cmpstr (koyomi_record_get_text (next->clock, KOYOMI_CLOCK_CODE), ==, "eu_gdpr_authority");
}

static void
test_off_unless_decided (void)
{
  g_auto(Case) facts = { 0 };
  g_autoptr(KoyomiWorkCalendar) company = koyomi_work_calendar_new (NULL);
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reckoned = NULL;
  guint n_clocks;

  read_case (&facts, "jp_appi_prelim", "aware=2026-11-22T10:00+09:00");
  n_clocks = facts.clocks->len;
  koyomi_record_set_int (find_clock (&facts, "jp_tse"), KOYOMI_CLOCK_OFF, TRUE);
  koyomi_record_set_int (find_clock (&facts, "us_sec_8k"), KOYOMI_CLOCK_OFF, TRUE);
  add_report (&facts, find_clock (&facts, "us_sec_8k"), KOYOMI_REPORT_STATE_NOT_APPLICABLE);
  table = koyomi_clock_table_new (facts.clocks, company, facts.plan);
  reckoned = koyomi_clock_table_reckon (table, facts.incident, facts.reports, 1);
  g_assert_cmpuint (reckoned->len, ==, n_clocks - 1);
}

static void
test_unreadable_has_no_due (void)
{
  static const struct
  {
    int         field;
    const char *text;
  } cases[] = {
    { KOYOMI_CLOCK_UNIT, "weeks" },
    { KOYOMI_CLOCK_CLOCK_START, "dawn" },
    { KOYOMI_CLOCK_ROLL_RULE, "sometimes" },
    { KOYOMI_CLOCK_TIME_ZONE, "Nowhere/At_All" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Case) facts = { 0 };
      g_auto(KoyomiClock) rule = { 0 };
      g_autoptr(GError) error = NULL;
      KoyomiRecord *clock;

      read_case (&facts, "eu_gdpr_authority", "aware=2026-11-22T10:00Z");
      clock = find_clock (&facts, facts.code);
      g_assert_true (koyomi_clock_read (&rule, clock, &error));
      g_assert_no_error (error);
      koyomi_clock_clear (&rule);

      koyomi_record_set_text (clock, cases[i].field, cases[i].text);
      g_assert_false (koyomi_clock_read (&rule, clock, &error));
      g_assert_nonnull (error);
    }
}

static void
test_words (void)
{
  g_auto(Case) facts = { 0 };
  static const struct
  {
    const char *code;
    const char *ja;
    const char *en;
  } cases[] = {
    { "eu_gdpr_authority", "認識から72時間", "72 hours from awareness" },
    { "internal_exec", "検知から1時間", "1 hour from detection" },
    { "jp_appi_subject", "速やかに", "Promptly" },
    { "eu_nis2_final", "前段階の提出から1か月", "1 month from the submission of the stage before" },
  };

  read_case (&facts, "jp_appi_prelim", "aware=2026-11-22T10:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(KoyomiClock) rule = { 0 };
      g_autofree char *ja = NULL;
      g_autofree char *en = NULL;

      g_assert_true (koyomi_clock_read (&rule, find_clock (&facts, cases[i].code), NULL));
      ja = koyomi_clock_describe (&rule, KOYOMI_LANGUAGE_JA);
      en = koyomi_clock_describe (&rule, KOYOMI_LANGUAGE_EN);
      g_assert_cmpstr (ja, ==, cases[i].ja);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
add_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "clocks.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 45);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      char **cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = g_strdelimit (g_strdup (cells[0]), " :,'", '-');
      g_autofree char *test = g_strconcat ("/model/clock/golden/", name, NULL);

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      g_test_add_data_func_full (test, cells, test_golden, (GDestroyNotify) g_strfreev);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_golden ();
  g_test_add_func ("/model/clock/due-time-is-kept-as-it-was-when-filed", test_kept_as_filed);
  g_test_add_func ("/model/clock/a-range-counts-from-its-beginning", test_range_counts_from_its_beginning);
  g_test_add_func ("/model/clock/next-is-what-is-due-first", test_next_is_earliest);
  g_test_add_func ("/model/clock/off-is-left-out-unless-decided-on", test_off_unless_decided);
  g_test_add_func ("/model/clock/unreadable-row-is-refused", test_unreadable_has_no_due);
  g_test_add_func ("/model/clock/limit-is-told-in-words", test_words);

  return g_test_run ();
}
