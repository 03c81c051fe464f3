#include "koyomi-audit-readiness.h"

#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-readiness.h"
#include "koyomi-session-private.h"

void
koyomi_audit_readiness_free (KoyomiAuditReadiness *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->audit);
  koyomi_metric_figure_clear (&self->evidence);
  g_ptr_array_unref (self->open_findings);
  g_ptr_array_unref (self->unproven);
  g_ptr_array_unref (self->unowned);
  g_free (self);
}

static gboolean
is_ahead (KoyomiRecord *audit,
          guint32       today)
{
  gint64 status = koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS);

  return (status == KOYOMI_AUDIT_STATUS_PLANNED || status == KOYOMI_AUDIT_STATUS_DOING) &&
         koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY) >= today;
}

/* The run of the audit's activity that is nearest to its days. */
static gboolean
find_run (KoyomiAuditReadiness  *self,
          KoyomiSession         *session,
          GError               **error)
{
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db,
                                       "SELECT id FROM occurrence WHERE activity_id = :activity"
                                       " ORDER BY abs (last_day - :day), id LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":activity", koyomi_record_get_int (self->audit, KOYOMI_AUDIT_ACTIVITY));
  koyomi_statement_bind_int (statement, ":day", koyomi_record_get_day (self->audit, KOYOMI_AUDIT_LAST_DAY));
  if ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    self->audit_run = koyomi_statement_get_int (statement, 0);

  return step != KOYOMI_STEP_FAILED;
}

static gboolean
load_audit (KoyomiAuditReadiness  *self,
            KoyomiSession         *session,
            guint32                today,
            KoyomiLanguage         language,
            GError               **error)
{
  g_autoptr(GPtrArray) audits = koyomi_session_list (session, KOYOMI_TABLE_AUDIT, 0, 0, language, error);

  for (guint i = 0; audits != NULL && i < audits->len; i++)
    {
      KoyomiRecord *audit = g_ptr_array_index (audits, i);

      if (is_ahead (audit, today) &&
          (self->audit == NULL ||
           koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY) < koyomi_record_get_day (self->audit, KOYOMI_AUDIT_LAST_DAY)))
        g_set_object (&self->audit, audit);
    }

  return audits != NULL && (self->audit == NULL || find_run (self, session, error));
}

/* Those that the metric of open findings counts. What is to be corrected next may be late already. */
static gboolean
load_findings (KoyomiAuditReadiness  *self,
               KoyomiSession         *session,
               const GArray          *rows,
               KoyomiLanguage         language,
               GError               **error)
{
  gint64 n_findings = koyomi_session_count (session, KOYOMI_TABLE_FINDING, error);

  self->n_findings = MAX (n_findings, 0);
  for (guint i = 0; n_findings >= 0 && i < rows->len; i++)
    {
      g_autoptr(KoyomiRecord) finding = koyomi_session_get (session, KOYOMI_TABLE_FINDING, g_array_index (rows, KoyomiMetricRow, i).id,
                                                            language, error);
      g_autofree char *due = NULL;
      g_autofree char *detail = NULL;
      guint32 day;

      if (finding == NULL)
        return FALSE;

      day = koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY);
      due = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : NULL;
      detail = g_strjoin (" · ", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), due, NULL);
      koyomi_overview_rows_add (self->open_findings, KOYOMI_TABLE_FINDING, koyomi_record_get_id (finding),
                                koyomi_record_get_text (finding, KOYOMI_FINDING_TITLE), detail);
      if (day != KOYOMI_DAY_NONE && koyomi_record_is_none (finding, KOYOMI_FINDING_DONE_DAY) &&
          (self->correction_day == KOYOMI_DAY_NONE || day < self->correction_day))
        self->correction_day = day;
    }

  return n_findings >= 0;
}

static gboolean
add_unproven (KoyomiAuditReadiness  *self,
              KoyomiSession         *session,
              gint64                 run,
              KoyomiLanguage         language,
              GError               **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, run, language, error);
  g_autofree char *title = NULL;
  g_autofree char *days = NULL;

  if (record == NULL)
    return FALSE;

  title = _koyomi_session_dup_title (session, KOYOMI_TABLE_OCCURRENCE, run, language);
  days = koyomi_day_format_span (koyomi_record_get_day (record, KOYOMI_OCCURRENCE_FIRST_DAY),
                                 koyomi_record_get_day (record, KOYOMI_OCCURRENCE_LAST_DAY), language);
  koyomi_overview_rows_add (self->unproven, KOYOMI_TABLE_OCCURRENCE, run, title, days);

  return TRUE;
}

static gboolean
load_evidence (KoyomiAuditReadiness  *self,
               KoyomiSession         *session,
               KoyomiLanguage         language,
               GError               **error)
{
  for (guint i = 0; i < self->evidence.rows->len; i++)
    {
      const KoyomiMetricRow *row = &g_array_index (self->evidence.rows, KoyomiMetricRow, i);

      if (!row->counts && !add_unproven (self, session, row->id, language, error))
        return FALSE;
    }

  g_clear_pointer (&self->evidence.rows, g_array_unref);

  return TRUE;
}

/* Whoever is accountable for a function that covers the control owns it. */
static gboolean
load_controls (KoyomiAuditReadiness  *self,
               KoyomiSession         *session,
               guint32                today,
               KoyomiLanguage         language,
               GError               **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (session);
  g_autofree char *name = koyomi_record_store_get_text_column (store, "c", KOYOMI_CONTROL_NAME, language);
  g_autofree char *sql = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  sql = g_strdup_printf ("SELECT c.id, c.code, %s,"
                         " EXISTS (SELECT 1 FROM function_control AS f JOIN assignment AS a ON a.function_id = f.function_id"
                         "          WHERE f.control_id = c.id AND instr (a.letters, 'A') > 0"
                         "            AND ifnull (a.from_day, :today) <= :today AND ifnull (a.to_day, :today) >= :today)"
                         "  FROM control AS c WHERE c.kind = 'annex-a' AND c.applicable ORDER BY c.position, c.id", name);
  if ((statement = koyomi_database_prepare (store->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":today", today);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      self->n_controls++;
      if (!koyomi_statement_get_int (statement, 3))
        koyomi_overview_rows_add (self->unowned, KOYOMI_TABLE_CONTROL, koyomi_statement_get_int (statement, 0),
                                  koyomi_statement_get_text (statement, 2), koyomi_statement_get_text (statement, 1));
    }

  return step == KOYOMI_STEP_DONE;
}

static void
count_found (KoyomiAuditReadiness *self,
             KoyomiRuleSeverity    severity,
             gboolean              is_waived)
{
  if (is_waived)
    return;

  self->n_found++;
  if (severity == KOYOMI_RULE_SEVERITY_HIGH)
    self->n_grave++;
}

static gboolean
check_rules (KoyomiAuditReadiness  *self,
             KoyomiSession         *session,
             guint32                today,
             KoyomiLanguage         language,
             GError               **error)
{
  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (session, today, language, error);
  g_autoptr(GPtrArray) breaches = results != NULL ? koyomi_session_load_breaches (session, NULL, today, language, error) : NULL;

  if (breaches == NULL)
    return FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      KoyomiLintResult *result = g_ptr_array_index (results, i);

      count_found (self, result->rule.severity, result->is_waived);
    }
  for (guint i = 0; i < breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (breaches, i);

      count_found (self, koyomi_rule_get_severity (breach->rule), breach->is_waived);
    }

  return TRUE;
}

/* @today: in whose quarter the metrics are told */
KoyomiAuditReadiness *
koyomi_session_load_audit_readiness (KoyomiSession     *session,
                                     KoyomiMetricBook  *book,
                                     guint32            today,
                                     KoyomiLanguage     language,
                                     GError           **error)
{
  g_autoptr(KoyomiAuditReadiness) self = g_new0 (KoyomiAuditReadiness, 1);
  g_auto(KoyomiMetricFigure) findings = { 0 };
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, today);
  int quarter = koyomi_fiscal_year_get_quarter (year, today);

  self->open_findings = koyomi_overview_rows_new ();
  self->unproven = koyomi_overview_rows_new ();
  self->unowned = koyomi_overview_rows_new ();
  if (!load_audit (self, session, today, language, error) ||
      !koyomi_metric_book_tell_formula (book, KOYOMI_COMPUTATION_OPEN_FINDINGS, year, quarter, TRUE, &findings, error) ||
      !load_findings (self, session, findings.rows, language, error) ||
      !koyomi_metric_book_tell_formula (book, KOYOMI_COMPUTATION_RUNS_PROVEN, year, quarter, TRUE, &self->evidence, error) ||
      !load_evidence (self, session, language, error) || !load_controls (self, session, today, language, error) ||
      !check_rules (self, session, today, language, error))
    return NULL;

  return g_steal_pointer (&self);
}
