#include "koyomi-close-gate.h"
#include "koyomi-incident-measure.h"
#include "koyomi-incident.h"
#include "koyomi-severity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MINUTE G_GINT64_CONSTANT (60000)

typedef void (*RowFunc) (char **cells);

static void
for_each_row (const char *name,
              guint       n_columns,
              guint       least,
              RowFunc     check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      g_test_message ("%s", cells[0]);
      check (cells);
    }
  g_assert_cmpuint (n_rows, >=, least);
}

static KoyomiIncidentTime
find_time (const char *name)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (g_str_equal (koyomi_incident_time_get_name (i), name))
      return i;

  g_error ("no time is called %s", name);
}

/* "10..40": minutes */
static void
set_range (KoyomiIncidentTimes *times,
           const char          *name,
           const char          *range)
{
  koyomi_incident_times_set_range (times, find_time (name), (atoi (range) + 1) * MINUTE, (atoi (strstr (range, "..") + 2) + 1) * MINUTE);
}

/* "occurred=~10 detected=20 contained=? recovered=50..60": minutes, ~ for estimated, ? for unknown */
static KoyomiIncidentTimes
read_times (const char *cell)
{
  g_auto(GStrv) words = g_strsplit (cell + strspn (cell, " "), " ", -1);
  KoyomiIncidentTimes times;

  koyomi_incident_times_init (&times);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], "=", 2);
      gboolean is_estimated = parts[1][0] == '~';

      if (strstr (parts[1], "..") != NULL)
        {
          set_range (&times, parts[0], parts[1]);
          continue;
        }

      /* A minute of zero is a time too. */
      koyomi_incident_times_set (&times, find_time (parts[0]), (atoi (parts[1] + is_estimated) + 1) * MINUTE,
                                 parts[1][0] == '?' ? KOYOMI_CERTAINTY_UNKNOWN
                                 : is_estimated ? KOYOMI_CERTAINTY_ESTIMATED : KOYOMI_CERTAINTY_EXACT);
    }

  return times;
}

static void
check_times (char **cells)
{
  KoyomiIncidentTimes times = read_times (cells[1]);
  gint64 now = atoi (cells[2]) > 0 ? (atoi (cells[2]) + 1) * MINUTE : 0;
  KoyomiTimesFault fault;

  if (*cells[3] == '\0')
    {
      g_assert_false (koyomi_incident_times_find_fault (&times, now, &fault));
      return;
    }

  g_assert_true (koyomi_incident_times_find_fault (&times, now, &fault));
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_autofree char *sentence = koyomi_times_fault_describe (&fault, i);

      g_assert_nonnull (strstr (sentence, koyomi_incident_time_get_label (fault.time, i)));
    }
  {
    g_autofree char *found = g_strdup_printf ("%s %s", koyomi_incident_time_get_name (fault.time),
                                              koyomi_incident_time_get_name (fault.other));

    g_assert_cmpstr (found, ==, cells[3]);
  }
}

static void
test_times (void)
{
  for_each_row ("incident-times.tsv", 4, 38, check_times);
}

static void
test_times_are_kept (void)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  KoyomiIncidentTimes times = read_times ("occurred=~10 detected=20 contained=? recovered=~30 closed=40");
  KoyomiIncidentTimes again;

  koyomi_incident_times_write (&times, incident);
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED), ==, "occurred recovered");
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_UNKNOWN), ==, "contained");
  koyomi_incident_times_read (&again, incident);
  g_assert_true (koyomi_incident_times_equal (&again, &times));

  g_assert_true (koyomi_incident_times_is_known (&times, KOYOMI_INCIDENT_TIME_CONTAINED));
  g_assert_false (koyomi_incident_times_is_known (&times, KOYOMI_INCIDENT_TIME_ERADICATED));

  /* Names between other signs, and one within another word. */
  koyomi_incident_times_mark (&again, "closed, preoccurred", "eradicated;aware");
  g_assert_cmpint (again.certainty[KOYOMI_INCIDENT_TIME_OCCURRED], ==, KOYOMI_CERTAINTY_EXACT);
  g_assert_cmpint (again.certainty[KOYOMI_INCIDENT_TIME_CLOSED], ==, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_cmpint (again.certainty[KOYOMI_INCIDENT_TIME_AWARE], ==, KOYOMI_CERTAINTY_UNKNOWN);
}

/* Who reads only the time and whether it is estimated finds the middle; who knows of ranges finds both ends. */
static void
test_range (void)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  KoyomiIncidentTimes times = read_times ("occurred=10..40 detected=60 contained=70..70");
  KoyomiIncidentTimes again;
  g_autofree char *en = NULL;
  g_autofree char *ja = NULL;

  koyomi_incident_times_write (&times, incident);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_OCCURRED_AT), ==, 26 * MINUTE);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_OCCURRED_UNTIL), ==, 41 * MINUTE);
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED), ==, "occurred contained");
  koyomi_incident_times_read (&again, incident);
  g_assert_true (koyomi_incident_times_equal (&again, &times));
  g_assert_cmpint (koyomi_incident_times_get_first (&again, KOYOMI_INCIDENT_TIME_OCCURRED), ==, 11 * MINUTE);
  g_assert_cmpint (koyomi_incident_times_get_last (&again, KOYOMI_INCIDENT_TIME_OCCURRED), ==, 41 * MINUTE);
  g_assert_cmpint (koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_OCCURRED, incident), ==, 11 * MINUTE);
  g_assert_cmpint (again.certainty[KOYOMI_INCIDENT_TIME_CONTAINED], ==, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_false (koyomi_incident_time_can_be_range (KOYOMI_INCIDENT_TIME_CLOSED));

  en = koyomi_incident_times_format (&again, KOYOMI_INCIDENT_TIME_OCCURRED, "%H:%M", KOYOMI_LANGUAGE_EN);
  ja = koyomi_incident_times_format (&again, KOYOMI_INCIDENT_TIME_OCCURRED, "%H:%M", KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (en, ==, "between 09:11 and 09:41");
  g_assert_cmpstr (ja, ==, "09:11 から 09:41 の間");

  koyomi_incident_times_set (&again, KOYOMI_INCIDENT_TIME_OCCURRED, 26 * MINUTE, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_true (koyomi_incident_times_differ (&again, &times, KOYOMI_INCIDENT_TIME_OCCURRED));
  g_assert_false (koyomi_incident_times_differ (&again, &times, KOYOMI_INCIDENT_TIME_DETECTED));
  koyomi_incident_times_write (&again, incident);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_OCCURRED_UNTIL), ==, 0);
}

static int
read_score (const char *cell)
{
  return *cell == '-' ? KOYOMI_IMPACT_NONE : atoi (cell);
}

static void
check_severity (char **cells)
{
  int scores[KOYOMI_N_IMPACTS] = { read_score (cells[1]), read_score (cells[2]), read_score (cells[3]), read_score (cells[4]) };
  KoyomiSeverity severity;

  if (g_str_equal (cells[5], "none"))
    {
      g_assert_false (koyomi_severity_suggest (scores, &severity));
      return;
    }

  g_assert_true (koyomi_severity_suggest (scores, &severity));
  g_assert_cmpint (severity, ==, KOYOMI_SEVERITY_S1 + atoi (cells[5] + 1) - 1);
}

static void
test_severity (void)
{
  for_each_row ("severity.tsv", 6, 12, check_severity);
}

static void
test_criteria (void)
{
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < KOYOMI_N_SEVERITIES; i++)
        g_assert_true (g_hash_table_add (seen, (char *) koyomi_severity_get_criteria (i, language)));

      for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
        {
          /* All in words of their own; “none” alone may stand for two scores. */
          for (int score = 1; score <= KOYOMI_IMPACT_WORST; score++)
            g_assert_true (g_hash_table_add (seen, (char *) koyomi_impact_get_criterion (i, score, language)));
          g_assert_cmpstr (koyomi_impact_get_criterion (i, 0, language), !=, "");
        }
    }
}

static KoyomiMeasure
find_measure (const char *code)
{
  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    if (g_str_equal (koyomi_measure_get_code (i), code))
      return i;

  g_error ("no measure is called %s", code);
}

static void
assert_length (double      length,
               const char *cell)
{
  if (*cell == '\0')
    g_assert_true (isnan (length));
  else
    g_assert_cmpfloat_with_epsilon (length / MINUTE, g_ascii_strtod (cell, NULL), 1e-9);
}

static void
check_measure (char **cells)
{
  g_auto(GStrv) incidents = g_strsplit (cells[2], ";", -1);
  g_autofree KoyomiIncidentTimes *times = g_new (KoyomiIncidentTimes, g_strv_length (incidents) + 1);
  KoyomiMeasureSummary summary;

  for (guint i = 0; incidents[i] != NULL; i++)
    times[i] = read_times (incidents[i]);

  koyomi_measure_summarize (find_measure (cells[1]), times, g_strv_length (incidents), &summary);
  g_assert_cmpuint (summary.n, ==, atoi (cells[3]));
  g_assert_cmpuint (summary.n_estimated, ==, atoi (cells[4]));
  g_assert_cmpuint (summary.n_excluded, ==, atoi (cells[5]));
  assert_length (summary.median, cells[6]);
  assert_length (summary.mean, cells[7]);
}

static void
test_measures (void)
{
  for_each_row ("incident-measures.tsv", 8, 17, check_measure);
}

static void
test_measure_words (void)
{
  static const struct
  {
    double      minutes;
    const char *text;
  } cases[] = { { 0, "0 min" }, { 89, "89 min" }, { 90, "1.5 h" }, { 390, "6.5 h" }, { 2879, "48.0 h" }, { 2880, "2.0 d" }, { 4464, "3.1 d" } };
  g_autofree char *none = koyomi_measure_format (NAN, KOYOMI_LANGUAGE_JA);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = koyomi_measure_format (cases[i].minutes * MINUTE, KOYOMI_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (none, ==, "–");
}

static int
find_kind (const char *nick)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_KIND)], nick);
}

static const char * const gap_names[KOYOMI_N_CLOSE_GAPS] = { "cause", "times", "review", "tasks", "reports", "judgement", "drill" };

static KoyomiRecord *
make_incident (const char *kind,
               const char *times,
               const char *texts)
{
  KoyomiRecord *incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  KoyomiIncidentTimes read = read_times (times);

  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, find_kind (kind));
  koyomi_incident_times_write (&read, incident);
  if (strstr (texts, "cause") != NULL)
    koyomi_record_set_text (incident, KOYOMI_INCIDENT_CAUSE, "手順の誤り");
  if (strstr (texts, "reviewed") != NULL)
    koyomi_record_set_int (incident, KOYOMI_INCIDENT_REVIEWED_DAY, 740000);
  if (strstr (texts, "lessons") != NULL)
    koyomi_record_set_text (incident, KOYOMI_INCIDENT_LESSONS, "確認を二人で行う");
  if (strstr (texts, "outcome") != NULL)
    koyomi_record_set_text (incident, KOYOMI_INCIDENT_OUTCOME, "38分で判断");
  if (strstr (texts, "verdict") != NULL)
    koyomi_record_set_int (incident, KOYOMI_INCIDENT_VERDICT, KOYOMI_DRILL_VERDICT_PARTLY);

  return incident;
}

static char *
name_gaps (GArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const KoyomiCloseGapItem *item = &g_array_index (gaps, KoyomiCloseGapItem, i);
      g_autofree char *ja = koyomi_close_gap_describe (item, KOYOMI_LANGUAGE_JA);
      g_autofree char *en = koyomi_close_gap_describe (item, KOYOMI_LANGUAGE_EN);

      g_assert_cmpstr (ja, !=, "");
      g_assert_true (g_str_has_suffix (en, "."));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", gap_names[item->gap]);
      if (item->gap == KOYOMI_CLOSE_GAP_TIMES || item->gap == KOYOMI_CLOSE_GAP_TASKS || item->gap == KOYOMI_CLOSE_GAP_REPORTS)
        g_string_append_printf (text, ":%u", item->n);
    }

  return g_string_free (text, FALSE);
}

static void
check_gate (char **cells)
{
  g_autoptr(KoyomiRecord) incident = make_incident (cells[1], cells[2], cells[3]);
  KoyomiCloseFacts facts = { atoi (cells[4]), atoi (cells[5]), atoi (cells[6]), 0 };
  g_autoptr(GArray) gaps = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < KOYOMI_N_CLOSE_GAPS; i++)
    if (strstr (cells[7], gap_names[i]) != NULL)
      facts.waived |= 1u << i;

  gaps = koyomi_close_gate_check (incident, &facts);
  found = name_gaps (gaps);
  g_assert_cmpstr (found, ==, cells[8]);
}

static void
test_gate (void)
{
  for_each_row ("close-gate.tsv", 9, 31, check_gate);
}

static void
test_numbers (void)
{
  g_autofree char *number = koyomi_incident_number_format (2026, 27);

  g_assert_cmpstr (number, ==, "2026-027");
  g_assert_cmpuint (koyomi_incident_number_parse ("2026-027", 2026), ==, 27);
  g_assert_cmpuint (koyomi_incident_number_parse ("2026-1204", 2026), ==, 1204);
  g_assert_cmpuint (koyomi_incident_number_parse ("2026-027", 2027), ==, 0);
  g_assert_cmpuint (koyomi_incident_number_parse ("2026-27a", 2026), ==, 0);
  g_assert_cmpuint (koyomi_incident_number_parse ("2026-", 2026), ==, 0);
  g_assert_cmpuint (koyomi_incident_number_parse ("A-1", 2026), ==, 0);
}

static void
test_counting (void)
{
  for (guint state = 0; state <= KOYOMI_INCIDENT_STATE_MERGED; state++)
    {
      gboolean is_real = state != KOYOMI_INCIDENT_STATE_FALSE_ALARM && state != KOYOMI_INCIDENT_STATE_MERGED;

      g_assert_false (koyomi_incident_counts (KOYOMI_INCIDENT_KIND_DRILL, state));
      g_assert_false (koyomi_incident_counts (KOYOMI_INCIDENT_KIND_EVENT, state));
      g_assert_false (koyomi_incident_counts (KOYOMI_INCIDENT_KIND_NEAR_MISS, state));
      g_assert_cmpint (koyomi_incident_counts (KOYOMI_INCIDENT_KIND_INCIDENT, state), ==, is_real);
      g_assert_cmpint (koyomi_incident_state_is_open (state), ==, state < KOYOMI_INCIDENT_STATE_CLOSED);
    }
}

static void
test_classes (void)
{
  g_autoptr(GPtrArray) classes = koyomi_incident_class_list ();

  g_assert_cmpuint (classes->len, ==, 11);
  g_assert_cmpstr (koyomi_incident_class_get_label ("content", KOYOMI_LANGUAGE_JA), ==, "情報の保護");
  g_assert_cmpstr (koyomi_incident_class_get_label ("content", KOYOMI_LANGUAGE_EN), ==, "Information content security");
  g_assert_cmpstr (koyomi_incident_class_get_label ("elsewhere", KOYOMI_LANGUAGE_JA), ==, "elsewhere");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/incident/impossible-orders-of-times", test_times);
  g_test_add_func ("/model/incident/times-are-kept-with-their-certainty", test_times_are_kept);
  g_test_add_func ("/model/incident/a-range-counts-with-its-middle", test_range);
  g_test_add_func ("/model/incident/severity-is-of-the-worst-score", test_severity);
  g_test_add_func ("/model/incident/each-score-has-its-words", test_criteria);
  g_test_add_func ("/model/incident/median-mean-and-excluded", test_measures);
  g_test_add_func ("/model/incident/lengths-are-short-to-read", test_measure_words);
  g_test_add_func ("/model/incident/close-gate", test_gate);
  g_test_add_func ("/model/incident/numbers-of-a-year", test_numbers);
  g_test_add_func ("/model/incident/drills-never-count", test_counting);
  g_test_add_func ("/model/incident/classes-by-name", test_classes);

  return g_test_run ();
}
