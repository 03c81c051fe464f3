#include "koyomi-day.h"
#include "koyomi-quarter-incidents.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HOUR G_GINT64_CONSTANT (3600000)

static int
find_word (int         field,
           const char *nick)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);
  int word = koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (field)], nick);

  g_assert_cmpint (word, >=, 0);

  return word;
}

/* "2026-10-01/2026-10-05 incident/closed s3 malware TEAM": when it was detected, and closed; kind and state; severity; class; team, - for
 * none. The texts stay in @words. */
static KoyomiQuarterFact
read_fact (char **words)
{
  g_auto(GStrv) days = g_strsplit (words[0], "/", 2);
  g_auto(GStrv) kind = g_strsplit (words[1], "/", 2);
  KoyomiQuarterFact fact = { 0 };

  koyomi_incident_times_init (&fact.times);
  koyomi_incident_times_set (&fact.times, KOYOMI_INCIDENT_TIME_DETECTED, koyomi_day_get_start (koyomi_day_parse (days[0], NULL)),
                             KOYOMI_CERTAINTY_EXACT);
  if (days[1] != NULL)
    koyomi_incident_times_set (&fact.times, KOYOMI_INCIDENT_TIME_CLOSED, koyomi_day_get_start (koyomi_day_parse (days[1], NULL)),
                               KOYOMI_CERTAINTY_EXACT);
  fact.kind = find_word (KOYOMI_INCIDENT_KIND, kind[0]);
  fact.state = kind[1] != NULL ? find_word (KOYOMI_INCIDENT_STATE, kind[1]) : KOYOMI_INCIDENT_STATE_RESPONDING;
  fact.severity = find_word (KOYOMI_INCIDENT_SEVERITY, words[2]);
  fact.class = words[3];
  fact.team = words[4];

  return fact;
}

static char *
join_told (const guint *counts)
{
  return g_strdup_printf ("%u %u %u", counts[KOYOMI_QUARTER_THIS], counts[KOYOMI_QUARTER_LAST], counts[KOYOMI_QUARTER_YEAR_AGO]);
}

static void
assert_told (const guint *counts,
             const char  *expected)
{
  g_autofree char *told = join_told (counts);

  g_assert_cmpstr (told, ==, expected);
}

static char *
join_keys (GArray *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    g_string_append_printf (text, "%s%s=%u", i > 0 ? " " : "", g_array_index (counts, KoyomiQuarterCount, i).key,
                            g_array_index (counts, KoyomiQuarterCount, i).counts[KOYOMI_QUARTER_THIS]);

  return g_string_free (text, FALSE);
}

static void
assert_keys (GArray     *counts,
             const char *expected)
{
  g_autofree char *keys = join_keys (counts);

  g_assert_cmpstr (keys, ==, expected);
}

static void
assert_severities (const KoyomiQuarterIncidents *counted,
                   const char                   *expected)
{
  g_auto(GStrv) cells = g_strsplit (expected, " ", -1);

  for (guint i = 0; i < KOYOMI_N_SEVERITIES; i++)
    g_assert_cmpuint (counted->by_severity[i][KOYOMI_QUARTER_THIS], ==, atoi (cells[i]));
}

static void
check_row (char **cells)
{
  KoyomiFiscalYear year = { atoi (cells[2]), atoi (cells[1]) };
  g_autoptr(KoyomiQuarterIncidents) counted = koyomi_quarter_incidents_new (year, atoi (cells[3]));
  g_auto(GStrv) texts = g_strsplit (cells[4], "; ", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GArray) facts = g_array_new (FALSE, FALSE, sizeof (KoyomiQuarterFact));

  for (guint i = 0; texts[i] != NULL && *texts[i] != '\0'; i++)
    {
      char **words = g_strsplit (texts[i], " ", 5);
      KoyomiQuarterFact fact = read_fact (words);

      g_ptr_array_add (kept, words);
      g_array_append_val (facts, fact);
    }

  koyomi_quarter_incidents_count (counted, (const KoyomiQuarterFact *) facts->data, facts->len);
  assert_told (counted->total, cells[5]);
  assert_told (counted->events, cells[6]);
  assert_told (counted->near_misses, cells[7]);
  assert_told (counted->false_alarms, cells[8]);
  assert_told (counted->closed, cells[9]);
  assert_severities (counted, cells[10]);
  assert_keys (counted->by_class, cells[11]);
  assert_keys (counted->by_team, cells[12]);
}

static void
test_counts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "incident-quarters.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 13);
      g_test_message ("%s", cells[0]);
      check_row (cells);
    }
  g_assert_cmpuint (n_rows, >=, 10);
}

static KoyomiQuarterFact
make_fact (guint32             day,
           KoyomiIncidentKind  kind,
           int                 hours)
{
  gint64 at = koyomi_day_get_start (day);
  KoyomiQuarterFact fact = { .kind = kind, .state = KOYOMI_INCIDENT_STATE_CLOSED, .class = "", .team = "", .found_outside = TRUE };

  koyomi_incident_times_init (&fact.times);
  koyomi_incident_times_set (&fact.times, KOYOMI_INCIDENT_TIME_DETECTED, at, KOYOMI_CERTAINTY_EXACT);
  koyomi_incident_times_set (&fact.times, KOYOMI_INCIDENT_TIME_RECOVERED, at + hours * HOUR, KOYOMI_CERTAINTY_EXACT);

  return fact;
}

/* Times are of the incidents of the same quarter, and of no drill. */
static void
test_measures (void)
{
  KoyomiQuarterFact facts[] = {
    make_fact (koyomi_day_new (2026, 10, 5), KOYOMI_INCIDENT_KIND_INCIDENT, 10),
    make_fact (koyomi_day_new (2026, 10, 6), KOYOMI_INCIDENT_KIND_INCIDENT, 20),
    make_fact (koyomi_day_new (2026, 10, 7), KOYOMI_INCIDENT_KIND_DRILL, 1000),
    make_fact (koyomi_day_new (2026, 7, 7), KOYOMI_INCIDENT_KIND_INCIDENT, 40),
  };
  KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiQuarterIncidents) counted = koyomi_quarter_incidents_new (year, 3);
  const KoyomiMeasureSummary *summaries;

  koyomi_quarter_incidents_count (counted, facts, G_N_ELEMENTS (facts));
  summaries = counted->measures[KOYOMI_MEASURE_RECOVER];
  g_assert_cmpuint (summaries[KOYOMI_QUARTER_THIS].n, ==, 2);
  g_assert_cmpfloat (summaries[KOYOMI_QUARTER_THIS].median, ==, 15.0 * HOUR);
  g_assert_cmpuint (summaries[KOYOMI_QUARTER_LAST].n, ==, 1);
  g_assert_cmpfloat (summaries[KOYOMI_QUARTER_LAST].mean, ==, 40.0 * HOUR);
  g_assert_true (isnan (summaries[KOYOMI_QUARTER_YEAR_AGO].mean));
  g_assert_cmpuint (counted->measures[KOYOMI_MEASURE_DETECT][KOYOMI_QUARTER_THIS].n_excluded, ==, 2);
  g_assert_cmpuint (counted->found_outside[KOYOMI_QUARTER_THIS], ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/quarter-incidents/counted-against-two-other-quarters", test_counts);
  g_test_add_func ("/model/quarter-incidents/times-are-of-their-quarter", test_measures);

  return g_test_run ();
}
