#include "koyomi-metric-facts-private.h"

#include "koyomi-session-private.h"

/* Reads one row of a query into @facts. */
typedef void (*ReadFunc) (KoyomiMetricFacts *facts,
                          KoyomiStatement   *statement);

static int
find_word (KoyomiStatement *statement,
           int              column,
           int              field)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field));

  return MAX (0, koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (field)], koyomi_statement_get_text (statement, column)));
}

static gint64
get_int (KoyomiStatement *statement,
         int              column)
{
  return koyomi_statement_is_null (statement, column) ? 0 : koyomi_statement_get_int (statement, column);
}

static const char run_sql[] =
  "SELECT id, function_id, first_day, last_day, actual_last, status, first_day <> original_first OR last_day <> original_last"
  "  FROM occurrence";

static void
read_run (KoyomiMetricFacts *facts,
          KoyomiStatement   *statement)
{
  KoyomiRunFact run = { koyomi_statement_get_int (statement, 0), koyomi_statement_get_int (statement, 1) };

  run.first_day = koyomi_statement_get_int (statement, 2);
  run.last_day = koyomi_statement_get_int (statement, 3);
  run.actual_last = get_int (statement, 4);
  run.status = find_word (statement, 5, KOYOMI_OCCURRENCE_STATUS);
  run.is_moved = koyomi_statement_get_int (statement, 6);
  g_array_append_val (facts->runs, run);
}

static const char proof_sql[] = "SELECT DISTINCT occurrence_id FROM proof WHERE occurrence_id IS NOT NULL";

static void
read_proof (KoyomiMetricFacts *facts,
            KoyomiStatement   *statement)
{
  gint64 id = koyomi_statement_get_int (statement, 0);

  g_hash_table_add (facts->proven, g_memdup2 (&id, sizeof id));
}

/* The times stand in the order of KoyomiIncidentTime. */
static const char incident_sql[] =
  "SELECT id, kind, state, severity, found_outside, recurrence_of_id IS NOT NULL, reviewed_day, occurred_at, detected_at, aware_at,"
  " acknowledged_at, classified_at, contained_at, eradicated_at, recovered_at, closed_at"
  "  FROM incident";

static void
read_incident (KoyomiMetricFacts *facts,
               KoyomiStatement   *statement)
{
  KoyomiIncidentFact incident = { .id = koyomi_statement_get_int (statement, 0) };

  incident.kind = find_word (statement, 1, KOYOMI_INCIDENT_KIND);
  incident.state = find_word (statement, 2, KOYOMI_INCIDENT_STATE);
  incident.severity = find_word (statement, 3, KOYOMI_INCIDENT_SEVERITY);
  incident.found_outside = koyomi_statement_get_int (statement, 4);
  incident.is_recurrence = koyomi_statement_get_int (statement, 5);
  incident.reviewed_day = get_int (statement, 6);
  for (int i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    incident.times.at[i] = get_int (statement, 7 + i);
  g_array_append_val (facts->incidents, incident);
}

/* What turned out to be nothing, was merged into another or was a drill has nothing to be reported. */
static const char report_sql[] =
  "SELECT r.id, r.due_at, r.filed_at"
  "  FROM incident_report AS r JOIN incident AS i ON i.id = r.incident_id"
  " WHERE r.state IN ('due', 'filed') AND r.due_at IS NOT NULL AND i.kind <> 'drill' AND i.state NOT IN ('false-alarm', 'merged')";

static void
read_report (KoyomiMetricFacts *facts,
             KoyomiStatement   *statement)
{
  KoyomiReportFact report = { koyomi_statement_get_int (statement, 0), get_int (statement, 1), get_int (statement, 2) };

  g_array_append_val (facts->reports, report);
}

static const char finding_sql[] = "SELECT id, grade, status, effective, found_day, due_day, done_day, verified_day FROM finding";

static void
read_finding (KoyomiMetricFacts *facts,
              KoyomiStatement   *statement)
{
  KoyomiFindingFact finding = { .id = koyomi_statement_get_int (statement, 0) };

  finding.grade = find_word (statement, 1, KOYOMI_FINDING_GRADE);
  finding.status = find_word (statement, 2, KOYOMI_FINDING_STATUS);
  finding.effective = find_word (statement, 3, KOYOMI_FINDING_EFFECTIVE);
  finding.found_day = koyomi_statement_get_int (statement, 4);
  finding.due_day = get_int (statement, 5);
  finding.done_day = get_int (statement, 6);
  finding.verified_day = get_int (statement, 7);
  g_array_append_val (facts->findings, finding);
}

static const char audit_sql[] = "SELECT id, status, last_day FROM audit";

static void
read_audit (KoyomiMetricFacts *facts,
            KoyomiStatement   *statement)
{
  KoyomiAuditFact audit = { koyomi_statement_get_int (statement, 0), find_word (statement, 1, KOYOMI_AUDIT_STATUS),
                            koyomi_statement_get_int (statement, 2) };

  g_array_append_val (facts->audits, audit);
}

/* A row for each day on which a control was audited, and one for a control that never was. */
static const char control_sql[] =
  "SELECT c.id, a.last_day"
  "  FROM control AS c"
  "  LEFT JOIN audit_item AS t ON t.control_id = c.id AND t.result <> 'none'"
  "  LEFT JOIN audit AS a ON a.id = t.audit_id AND a.status = 'done'"
  " WHERE c.kind = 'annex-a' AND c.applicable"
  " ORDER BY c.id";

static void
read_control (KoyomiMetricFacts *facts,
              KoyomiStatement   *statement)
{
  KoyomiControlFact added = { .id = koyomi_statement_get_int (statement, 0) };
  KoyomiControlFact *last = NULL;
  guint32 day = get_int (statement, 1);

  if (facts->controls->len > 0)
    last = &g_array_index (facts->controls, KoyomiControlFact, facts->controls->len - 1);
  if (last == NULL || last->id != added.id)
    {
      g_array_append_val (facts->controls, added);
      last = &g_array_index (facts->controls, KoyomiControlFact, facts->controls->len - 1);
    }

  if (day == 0)
    return;

  if (last->audited == NULL)
    last->audited = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (last->audited, day);
}

static const char contract_sql[] = "SELECT id, first_day, last_day FROM contract";

static void
read_contract (KoyomiMetricFacts *facts,
               KoyomiStatement   *statement)
{
  KoyomiContractFact contract = { koyomi_statement_get_int (statement, 0), koyomi_statement_get_int (statement, 1), get_int (statement, 2) };

  g_array_append_val (facts->contracts, contract);
}

static gboolean
read_all (KoyomiMetricFacts  *facts,
          KoyomiSession      *session,
          const char         *sql,
          ReadFunc            read,
          GError            **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db, sql, error);
  KoyomiStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    read (facts, statement);

  return step == KOYOMI_STEP_DONE;
}

/* All that the formulas look at, apart from what is told of one day. */
KoyomiMetricFacts *
_koyomi_session_load_metric_facts (KoyomiSession  *session,
                                   GError        **error)
{
  static const struct
  {
    const char *sql;
    ReadFunc    read;
  } queries[] = {
    { run_sql, read_run }, { proof_sql, read_proof }, { incident_sql, read_incident }, { report_sql, read_report },
    { finding_sql, read_finding }, { audit_sql, read_audit }, { control_sql, read_control }, { contract_sql, read_contract },
  };
  g_autoptr(KoyomiMetricFacts) facts = koyomi_metric_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!read_all (facts, session, queries[i].sql, queries[i].read, error))
      return NULL;

  return g_steal_pointer (&facts);
}
