#include "koyomi-report-gaps.h"

#include "koyomi-day.h"
#include "koyomi-overview.h"
#include "koyomi-readiness.h"

#include <string.h>

/* Until so long after its end a time is still what people report on. */
#define MOST_DAYS 92

/* Which rules of the readiness check tell what a report lacks. The report to the committee has a list of its own, KoyomiReportLacks. */
static const struct
{
  const char *kind;
  const char *area;
  const char *prefix;   /* of the rules of that area; "" for all */
} waits[] = {
  { "kpi", "metrics", "" },
  { "board", "metrics", "metric-" },
  { "audit", "audit", "" },
  { "audit", "findings", "" },
  { "audit", "evidence", "" },
  { "programme", "audit", "audit-" },
  { "programme", "audit", "never-" },
  { "programme", "audit", "no-internal-" },
  { "evidence", "evidence", "" },
  { "capa", "findings", "" },
  { "soa", "audit", "soa-" },
  { "review", "findings", "" },
  { "review", "risks", "" },
  { "review", "meetings", "" },
  { "incidents", "incidents", "incident-" },
  { "incidents", "incidents", "report-" },
  { "incident", "incidents", "" },
  { "drill", "incidents", "drill-" },
  { "drill", "incidents", "task-" },
  { "annual-calendar", "plan", "" },
};

static void
free_gap (gpointer data)
{
  KoyomiReportGap *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* @title: (transfer full)
 * @rows: (transfer none) */
static void
add_gap (GPtrArray *gaps,
         char      *title,
         GPtrArray *rows)
{
  KoyomiReportGap *gap = g_new0 (KoyomiReportGap, 1);

  gap->title = title;
  gap->rows = g_ptr_array_ref (rows);
  g_ptr_array_add (gaps, gap);
}

/* The records of the plan are told of the report that is being prepared: that of the quarter the next meeting hears of. */
static gboolean
add_lacks (GPtrArray                  *gaps,
           KoyomiSession              *session,
           const KoyomiReportOptions  *options,
           KoyomiLanguage              language,
           GError                    **error)
{
  g_autoptr(KoyomiOverview) overview = koyomi_session_load_overview (session, koyomi_time_now (), language, error);
  const KoyomiReportLacks *lacks;

  if (overview == NULL)
    return FALSE;

  lacks = overview->lacks;
  if (lacks->year.year != options->year.year || lacks->quarter != options->quarter)
    return TRUE;

  for (guint i = 0; i < KOYOMI_N_LACKS; i++)
    if (lacks->rows[i]->len > 0)
      add_gap (gaps, koyomi_lack_format (i, lacks->rows[i]->len, language), lacks->rows[i]);

  return TRUE;
}

static gboolean
waits_for (const KoyomiReportKind *kind,
           const KoyomiLintRule   *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    if (strcmp (waits[i].kind, kind->id) == 0 && strcmp (waits[i].area, rule->area) == 0 && g_str_has_prefix (rule->id, waits[i].prefix))
      return TRUE;

  return FALSE;
}

/* Whether a row is the incident or the drill that the report is about, or belongs to it. */
static gboolean
is_about (KoyomiRecord              *record,
          const KoyomiReportKind    *kind,
          const KoyomiReportOptions *options)
{
  if (kind->subject == KOYOMI_REPORT_SUBJECT_NONE)
    return TRUE;

  switch (koyomi_record_get_table_id (record))
    {
    case KOYOMI_TABLE_INCIDENT:
      return koyomi_record_get_id (record) == options->subject;
    case KOYOMI_TABLE_INCIDENT_REPORT:
      return koyomi_record_get_int (record, KOYOMI_INCIDENT_REPORT_INCIDENT) == options->subject;
    case KOYOMI_TABLE_INCIDENT_TASK:
      return koyomi_record_get_int (record, KOYOMI_INCIDENT_TASK_INCIDENT) == options->subject;
    default:
      return FALSE;
    }
}

static void
add_rule (GPtrArray                 *gaps,
          const KoyomiLintRule      *rule,
          GPtrArray                 *results,
          const KoyomiReportKind    *kind,
          const KoyomiReportOptions *options,
          KoyomiLanguage             language)
{
  g_autoptr(GPtrArray) rows = koyomi_overview_rows_new ();
  const char *name = koyomi_lint_rule_get_name (rule, language);
  gboolean is_of_plan = FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      const KoyomiLintResult *result = g_ptr_array_index (results, i);

      if (result->is_waived || strcmp (result->rule.id, rule->id) != 0 || !is_about (result->record, kind, options))
        continue;

      if (koyomi_record_get_table_id (result->record) == KOYOMI_TABLE_PLAN)
        is_of_plan = TRUE;
      else
        koyomi_overview_rows_add (rows, koyomi_record_get_table_id (result->record), koyomi_record_get_id (result->record), result->subject, "");
    }

  if (rows->len > 0)
    /* Translators: a fault that a rule of the readiness check names, and how many rows have it */
    add_gap (gaps, g_strdup_printf (koyomi_trc (language, "rows with a fault", "%1$s: %2$u"), name, rows->len), rows);
  else if (is_of_plan)
    add_gap (gaps, g_strdup (name), rows);
}

static gboolean
add_rules (GPtrArray                  *gaps,
           KoyomiSession              *session,
           const KoyomiReportKind     *kind,
           const KoyomiReportOptions  *options,
           KoyomiLanguage              language,
           GError                    **error)
{
  g_autoptr(GPtrArray) results = NULL;

  for (guint i = 0; i < koyomi_lint_rule_count (); i++)
    {
      KoyomiLintRule rule;

      koyomi_lint_rule_get (i, &rule);
      if (!waits_for (kind, &rule))
        continue;

      if (results == NULL && (results = koyomi_session_load_readiness (session, koyomi_day_today (), language, error)) == NULL)
        return FALSE;

      add_rule (gaps, &rule, results, kind, options, language);
    }

  return TRUE;
}

/* The plan does not tell what it lacked long ago, nor what it will lack. */
static gboolean
is_prepared (const KoyomiReportKind    *kind,
             const KoyomiReportOptions *options)
{
  guint32 today = koyomi_day_today (), first_day, last_day;

  if (kind->span == KOYOMI_REPORT_SPAN_MOMENT)
    return TRUE;

  koyomi_report_get_period (kind, options, &first_day, &last_day);

  return first_day <= today && today <= last_day + MOST_DAYS;
}

/**
 * koyomi_report_list_gaps:
 * @options: what the report is about; its language and moment do not matter
 * @language: of the names
 *
 * What whoever prepares the report would still enter: of the committee what its next meeting waits for, of others what the rules of the readiness
 * check find where the report looks. What was accepted to be broken is left out. Texts of the sections are not looked at.
 *
 * Returns: (element-type KoyomiReportGap): in the order of the lists; NULL with an error of the store
 */
GPtrArray *
koyomi_report_list_gaps (KoyomiSession              *session,
                         const KoyomiReportKind     *kind,
                         const KoyomiReportOptions  *options,
                         KoyomiLanguage              language,
                         GError                    **error)
{
  g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func (free_gap);
  gboolean done;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  done = !is_prepared (kind, options) ? TRUE :
         strcmp (kind->id, "committee") == 0 ? add_lacks (gaps, session, options, language, error) :
         add_rules (gaps, session, kind, options, language, error);

  return done ? g_steal_pointer (&gaps) : NULL;
}
