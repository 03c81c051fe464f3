#include "koyomi-computation.h"
#include "koyomi-day.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A case of tests/data/metrics.tsv while its facts are read. */
typedef struct
{
  KoyomiMetricFacts  *facts;
  KoyomiMetricMoment *moment;
  gint64              next_id;
} Case;

static int
find_word (int         field,
           const char *nick)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field));
  int word = koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (field)], nick);

  g_assert_cmpint (word, >=, 0);

  return word;
}

/* The value of "@key=value" among the words; "" for the word alone. */
static const char *
find (char       **words,
      const char  *key)
{
  gsize length = strlen (key);

  for (guint i = 1; words[i] != NULL; i++)
    if (strncmp (words[i], key, length) == 0 && (words[i][length] == '=' || words[i][length] == '\0'))
      return words[i][length] == '=' ? words[i] + length + 1 : "";

  return NULL;
}

static guint32
find_day (char       **words,
          const char  *key)
{
  const char *text = find (words, key);

  return text != NULL ? koyomi_day_parse (text, NULL) : KOYOMI_DAY_NONE;
}

/* A day, and after + how many hours of it have passed. */
static gint64
find_time (char       **words,
           const char  *key)
{
  const char *text = find (words, key);
  g_auto(GStrv) parts = NULL;

  if (text == NULL)
    return 0;

  parts = g_strsplit (text, "+", 2);

  return koyomi_day_get_start (koyomi_day_parse (parts[0], NULL)) +
         (gint64) (parts[1] != NULL ? g_ascii_strtod (parts[1], NULL) * 3600000.0 : 0.0);
}

static int
find_choice (char       **words,
             const char  *key,
             int          field,
             int          otherwise)
{
  const char *text = find (words, key);

  return text != NULL ? find_word (field, text) : otherwise;
}

static gint64
find_number (char       **words,
             const char  *key)
{
  const char *text = find (words, key);

  return text != NULL ? atoi (text) : 0;
}

static void
read_run (Case  *self,
          char **words)
{
  KoyomiRunFact run = { .id = self->next_id };

  run.function = find_number (words, "function");
  run.last_day = find_day (words, "last");
  run.first_day = find (words, "first") != NULL ? find_day (words, "first") : run.last_day;
  run.actual_last = find_day (words, "done");
  run.status = find_choice (words, "status", KOYOMI_OCCURRENCE_STATUS, find (words, "done") != NULL ? KOYOMI_STATUS_DONE : KOYOMI_STATUS_PLANNED);
  run.is_moved = find (words, "moved") != NULL;
  if (find (words, "proven") != NULL)
    g_hash_table_add (self->facts->proven, g_memdup2 (&run.id, sizeof run.id));
  g_array_append_val (self->facts->runs, run);
}

static void
read_incident (Case  *self,
               char **words)
{
  KoyomiIncidentFact incident = { .id = self->next_id };

  incident.kind = find_choice (words, "kind", KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);
  incident.state = find_choice (words, "state", KOYOMI_INCIDENT_STATE,
                                find (words, "closed") != NULL ? KOYOMI_INCIDENT_STATE_CLOSED : KOYOMI_INCIDENT_STATE_RESPONDING);
  incident.severity = find_choice (words, "severity", KOYOMI_INCIDENT_SEVERITY, KOYOMI_SEVERITY_S3);
  incident.found_outside = find (words, "outside") != NULL;
  incident.is_recurrence = find (words, "again") != NULL;
  incident.reviewed_day = find_day (words, "reviewed");
  koyomi_incident_times_init (&incident.times);
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      g_autofree char *name = g_strdup (koyomi_incident_time_get_name (i));

      if (find (words, name) != NULL)
        koyomi_incident_times_set (&incident.times, i, find_time (words, name), KOYOMI_CERTAINTY_EXACT);
    }
  g_array_append_val (self->facts->incidents, incident);
}

static void
read_report (Case  *self,
             char **words)
{
  KoyomiReportFact report = { self->next_id, find_time (words, "due"), find_time (words, "filed") };

  g_array_append_val (self->facts->reports, report);
}

static void
read_finding (Case  *self,
              char **words)
{
  KoyomiFindingFact finding = { .id = self->next_id };

  finding.grade = find_choice (words, "grade", KOYOMI_FINDING_GRADE, KOYOMI_FINDING_GRADE_MINOR);
  finding.status = find_choice (words, "status", KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_OPEN);
  finding.effective = find_choice (words, "effective", KOYOMI_FINDING_EFFECTIVE, KOYOMI_VERDICT_NONE);
  finding.found_day = find_day (words, "found");
  finding.due_day = find_day (words, "due");
  finding.done_day = find_day (words, "done");
  finding.verified_day = find_day (words, "verified");
  g_array_append_val (self->facts->findings, finding);
}

static void
read_audit (Case  *self,
            char **words)
{
  KoyomiAuditFact audit = { self->next_id, find_choice (words, "status", KOYOMI_AUDIT_STATUS, KOYOMI_AUDIT_STATUS_PLANNED),
                            find_day (words, "last") };

  g_array_append_val (self->facts->audits, audit);
}

static void
read_control (Case  *self,
              char **words)
{
  KoyomiControlFact control = { self->next_id, NULL };

  for (guint i = 1; words[i] != NULL; i++)
    {
      guint32 day = koyomi_day_parse (words[i], NULL);

      if (control.audited == NULL)
        control.audited = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (control.audited, day);
    }
  g_array_append_val (self->facts->controls, control);
}

static void
read_contract (Case  *self,
               char **words)
{
  KoyomiContractFact contract = { self->next_id, find_day (words, "first"), find_day (words, "last") };

  g_array_append_val (self->facts->contracts, contract);
}

static void
read_function (Case  *self,
               char **words)
{
  gint64 id = atoi (words[1]);

  g_array_append_val (self->moment->functions, id);
  if (find (words, "unplanned") == NULL)
    g_array_append_val (self->moment->planned, id);
}

static void
read_breach (Case  *self,
             char **words)
{
  KoyomiRule rule = 0;
  KoyomiBreach *breach;

  while (!g_str_equal (koyomi_rule_get_nick (rule), words[1]))
    rule++;
  breach = koyomi_breach_new (rule);
  breach->function_id = find_number (words, "function");
  breach->team_id = find_number (words, "team");
  breach->is_waived = find (words, "waived") != NULL;
  g_ptr_array_add (self->moment->breaches, breach);
}

static int
read_level (const char *text)
{
  return *text == '?' ? KOYOMI_LEVEL_UNKNOWN : atoi (text);
}

/* As-is and to-be of insourcing; nothing is said of outsourcing. */
static void
read_maturity (Case  *self,
               char **words)
{
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS] = {
    { read_level (words[1]), read_level (words[2]) }, { KOYOMI_LEVEL_NOT_DONE, KOYOMI_LEVEL_NOT_DONE },
  };
  KoyomiMaturityFact fact = { self->next_id, koyomi_maturity_score (levels) };

  g_array_append_val (self->moment->maturity, fact);
}

static void
read_team (Case  *self,
           char **words)
{
  KoyomiShareFact fact = { self->next_id, find (words, "drilled") != NULL };

  g_array_append_val (self->moment->drill_coverage, fact);
}

static void
read_metric (Case  *self,
             char **words)
{
  KoyomiShareFact fact = { self->next_id, find (words, "fresh") != NULL };

  g_array_append_val (self->moment->fresh, fact);
}

static void
read_facts (Case       *self,
            const char *text)
{
  static const struct
  {
    const char *name;
    void      (*read) (Case  *self,
                       char **words);
  } readers[] = {
    { "run", read_run }, { "incident", read_incident }, { "report", read_report }, { "finding", read_finding },
    { "audit", read_audit }, { "control", read_control }, { "contract", read_contract }, { "function", read_function },
    { "breach", read_breach }, { "maturity", read_maturity }, { "team", read_team }, { "metric", read_metric },
  };
  g_auto(GStrv) facts = g_strsplit (text, "; ", -1);

  for (guint i = 0; facts[i] != NULL && *facts[i] != '\0'; i++)
    {
      g_auto(GStrv) words = g_strsplit (facts[i], " ", -1);
      guint reader = 0;

      while (strcmp (readers[reader].name, words[0]) != 0)
        g_assert_cmpuint (++reader, <, G_N_ELEMENTS (readers));
      self->next_id++;
      readers[reader].read (self, words);
    }
}

static void
assert_number (const char *name,
               double      found,
               const char *expected)
{
  if (*expected == '\0' && isnan (found))
    return;

  if (*expected == '\0' || !(fabs (found - g_ascii_strtod (expected, NULL)) < 1e-9))
    g_error ("%s: %g instead of “%s”", name, found, expected);
}

/* What is drilled down to makes the number again. */
static void
assert_rows (KoyomiComputation         computation,
             const KoyomiMetricFigure *figure)
{
  guint n_counted = 0;
  double sum = 0.0;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const KoyomiMetricRow *row = &g_array_index (figure->rows, KoyomiMetricRow, i);

      n_counted += row->counts;
      sum += row->amount;
    }

  if (isnan (figure->numerator) && isnan (figure->denominator))
    {
      g_assert_cmpuint (figure->rows->len, ==, 0);
      return;
    }

  switch (koyomi_computation_get_aggregate (computation))
    {
    case KOYOMI_AGGREGATE_COUNT:
      g_assert_cmpfloat (n_counted, ==, figure->value);
      g_assert_cmpuint (figure->rows->len, ==, n_counted);
      break;
    case KOYOMI_AGGREGATE_RATE:
      g_assert_cmpfloat (n_counted, ==, figure->numerator);
      g_assert_cmpfloat (figure->rows->len, ==, figure->denominator);
      break;
    case KOYOMI_AGGREGATE_MEAN:
      g_assert_cmpfloat_with_epsilon (sum, figure->numerator, 1e-9);
      g_assert_cmpfloat (figure->rows->len, ==, figure->denominator);
      break;
    case KOYOMI_AGGREGATE_MEDIAN:
    default:
      g_assert_cmpfloat (figure->rows->len, ==, figure->denominator);
      break;
    }
}

/* The period is a quarter of a year that begins in April. */
static void
test_case (gconstpointer data)
{
  char **cells = (char **) data;
  g_autoptr(KoyomiMetricFacts) facts = koyomi_metric_facts_new ();
  g_autoptr(KoyomiMetricMoment) moment = NULL;
  g_auto(KoyomiMetricFigure) figure = { 0 };
  g_auto(KoyomiMetricFigure) again = { 0 };
  KoyomiMetricPeriod period = { .first_day = koyomi_day_new (2026, 7, 1), .last_day = koyomi_day_new (2026, 9, 30),
                                .year_first = koyomi_day_new (2026, 4, 1), .year_last = koyomi_day_new (2027, 3, 31) };
  KoyomiComputation computation;

  g_assert_true (koyomi_computation_from_nick (cells[1], &computation));
  period.today = koyomi_day_parse (cells[2], NULL);
  period.moment = moment = koyomi_metric_moment_new (koyomi_metric_period_get_end (&period));
  read_facts (&(Case) { .facts = facts, .moment = moment }, cells[3]);

  koyomi_computation_compute (computation, facts, &period, TRUE, &figure);
  assert_number ("value", figure.value, cells[4]);
  assert_number ("numerator", figure.numerator, cells[5]);
  assert_number ("denominator", figure.denominator, cells[6]);
  g_assert_cmpuint (figure.n_excluded, ==, atoi (cells[7]));
  assert_rows (computation, &figure);

  koyomi_computation_compute (computation, facts, &period, FALSE, &again);
  g_assert_null (again.rows);
  g_assert_true (again.value == figure.value || (isnan (again.value) && isnan (figure.value)));
}

/* Each formula has cases, one with a number at least. */
static void
test_all_told (gconstpointer data)
{
  const GPtrArray *cases = data;

  for (guint i = 0; i < KOYOMI_N_COMPUTATIONS; i++)
    {
      KoyomiComputation told;
      guint n = 0;

      for (guint j = 0; j < cases->len; j++)
        {
          char **cells = g_ptr_array_index (cases, j);

          n += koyomi_computation_from_nick (cells[1], &told) && told == i && *cells[4] != '\0';
        }
      if (n == 0)
        g_error ("computation %u has no case", i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "metrics.tsv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = g_strdup_printf ("/model/computation/%s", cells[0]);

      g_assert_cmpuint (g_strv_length (cells), ==, 8);
      g_ptr_array_add (cases, cells);
      g_test_add_data_func (name, cells, test_case);
    }
  g_test_add_data_func ("/model/computation/each-formula-has-a-case", cases, test_all_told);
  result = g_test_run ();

  return result;
}
