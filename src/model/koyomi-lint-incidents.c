#include "koyomi-lint-private.h"

#include "koyomi-day.h"
#include "koyomi-incident.h"
#include "koyomi-incident-times.h"

/* An incident that is open longer is asked after. */
#define OPEN_DAYS 90

static gboolean
counts (KoyomiRecord *incident)
{
  return koyomi_incident_counts (koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND), koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE));
}

static gboolean
is_open (KoyomiRecord *incident)
{
  return koyomi_incident_state_is_open (koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE));
}

static gboolean
is_closed (KoyomiRecord *incident)
{
  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_CLOSED;
}

static gboolean
is_serious (KoyomiRecord *incident)
{
  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_SEVERITY) <= KOYOMI_SEVERITY_S2;
}

static gboolean
is_drill (KoyomiRecord *incident)
{
  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;
}

/* Whether somebody did something about it afterwards. */
static gboolean
has_follow_up (const KoyomiLintWork *work,
               KoyomiRecord         *incident)
{
  return _koyomi_lint_has_any (work, KOYOMI_FINDING_INCIDENT, incident) || _koyomi_lint_has_any (work, KOYOMI_ACTIVITY_INCIDENT, incident);
}

/* The day of a time; KOYOMI_DAY_NONE when it is not known. */
static guint32
get_day (KoyomiRecord *record,
         int           time)
{
  return koyomi_record_is_none (record, time) ? KOYOMI_DAY_NONE : koyomi_time_get_day (koyomi_record_get_int (record, time));
}

static gboolean
is_open_long (const KoyomiLintWork *work,
              KoyomiRecord         *incident)
{
  guint32 day = get_day (incident, KOYOMI_INCIDENT_DETECTED_AT);

  return counts (incident) && is_open (incident) && day != KOYOMI_DAY_NONE && day + OPEN_DAYS < work->day;
}

static gboolean
has_no_lead (const KoyomiLintWork *work,
             KoyomiRecord         *incident)
{
  return counts (incident) && is_open (incident) && _koyomi_lint_lacks (incident, KOYOMI_INCIDENT_LEAD) &&
         koyomi_record_is_none (incident, KOYOMI_INCIDENT_TEAM);
}

static gboolean
has_no_detection (const KoyomiLintWork *work,
                  KoyomiRecord         *incident)
{
  KoyomiIncidentTimes times;

  koyomi_incident_times_read (&times, incident);

  return counts (incident) && !koyomi_incident_times_is_known (&times, KOYOMI_INCIDENT_TIME_DETECTED);
}

/* Of what may have to be reported: people, sensitive data, money or a crime are concerned. */
static gboolean
is_not_judged (const KoyomiLintWork *work,
               KoyomiRecord         *incident)
{
  gboolean people = !koyomi_record_is_none (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED) &&
                    koyomi_record_get_int (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED) > 0;

  return counts (incident) &&
         (people || koyomi_record_get_int (incident, KOYOMI_INCIDENT_SENSITIVE_DATA) ||
          koyomi_record_get_int (incident, KOYOMI_INCIDENT_FINANCIAL_HARM) || koyomi_record_get_int (incident, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE)) &&
         !_koyomi_lint_has_any (work, KOYOMI_INCIDENT_REPORT_INCIDENT, incident);
}

static KoyomiReportState
get_report_state (KoyomiRecord *report)
{
  return koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE);
}

static gboolean
is_report_of_incident (const KoyomiLintWork *work,
                       KoyomiRecord         *report)
{
  KoyomiRecord *incident = koyomi_plan_facts_follow (work->facts, report, KOYOMI_INCIDENT_REPORT_INCIDENT);

  return incident != NULL && counts (incident);
}

static gboolean
is_report_late (const KoyomiLintWork *work,
                KoyomiRecord         *report)
{
  guint32 due = get_day (report, KOYOMI_INCIDENT_REPORT_DUE_AT);

  return is_report_of_incident (work, report) && get_report_state (report) == KOYOMI_REPORT_STATE_DUE && due != KOYOMI_DAY_NONE && due < work->day;
}

static gboolean
is_late_unexplained (const KoyomiLintWork *work,
                     KoyomiRecord         *report)
{
  return is_report_of_incident (work, report) && get_report_state (report) == KOYOMI_REPORT_STATE_FILED &&
         !koyomi_record_is_none (report, KOYOMI_INCIDENT_REPORT_DUE_AT) &&
         koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_FILED_AT) > koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_DUE_AT) &&
         _koyomi_lint_lacks (report, KOYOMI_INCIDENT_REPORT_LATE_REASON);
}

static gboolean
is_waived_unexplained (const KoyomiLintWork *work,
                       KoyomiRecord         *report)
{
  return is_report_of_incident (work, report) && get_report_state (report) == KOYOMI_REPORT_STATE_NOT_APPLICABLE &&
         _koyomi_lint_lacks (report, KOYOMI_INCIDENT_REPORT_REASON);
}

static gboolean
is_decided_by_nobody (const KoyomiLintWork *work,
                      KoyomiRecord         *report)
{
  return is_report_of_incident (work, report) && get_report_state (report) != KOYOMI_REPORT_STATE_NOT_JUDGED &&
         _koyomi_lint_lacks (report, KOYOMI_INCIDENT_REPORT_DECIDED_BY);
}

static gboolean
has_no_cause (const KoyomiLintWork *work,
              KoyomiRecord         *incident)
{
  return counts (incident) && is_closed (incident) && _koyomi_lint_lacks (incident, KOYOMI_INCIDENT_CAUSE);
}

static gboolean
is_not_reviewed (const KoyomiLintWork *work,
                 KoyomiRecord         *incident)
{
  return counts (incident) && is_closed (incident) &&
         (koyomi_record_is_none (incident, KOYOMI_INCIDENT_REVIEWED_DAY) || _koyomi_lint_lacks (incident, KOYOMI_INCIDENT_LESSONS));
}

static gboolean
has_no_follow_up (const KoyomiLintWork *work,
                  KoyomiRecord         *incident)
{
  return counts (incident) && is_closed (incident) && is_serious (incident) && !has_follow_up (work, incident);
}

static gboolean
is_task_late (const KoyomiLintWork *work,
              KoyomiRecord         *task)
{
  KoyomiRecord *incident = koyomi_plan_facts_follow (work->facts, task, KOYOMI_INCIDENT_TASK_INCIDENT);
  guint32 due = get_day (task, KOYOMI_INCIDENT_TASK_DUE_AT);

  return incident != NULL && is_open (incident) && due != KOYOMI_DAY_NONE && due < work->day &&
         koyomi_record_is_none (task, KOYOMI_INCIDENT_TASK_DONE_AT) && _koyomi_lint_lacks (task, KOYOMI_INCIDENT_TASK_WAIVED);
}

static gboolean
is_drill_not_judged (const KoyomiLintWork *work,
                     KoyomiRecord         *drill)
{
  return is_drill (drill) && is_closed (drill) &&
         (koyomi_record_get_int (drill, KOYOMI_INCIDENT_VERDICT) == KOYOMI_DRILL_VERDICT_NONE ||
          _koyomi_lint_lacks (drill, KOYOMI_INCIDENT_OUTCOME));
}

static gboolean
is_drill_left (const KoyomiLintWork *work,
               KoyomiRecord         *drill)
{
  KoyomiDrillVerdict verdict = koyomi_record_get_int (drill, KOYOMI_INCIDENT_VERDICT);

  return is_drill (drill) && is_closed (drill) && (verdict == KOYOMI_DRILL_VERDICT_PARTLY || verdict == KOYOMI_DRILL_VERDICT_MISSED) &&
         !has_follow_up (work, drill);
}

/* None of its class was held after it. */
static gboolean
is_drill_overdue (const KoyomiLintWork *work,
                  KoyomiRecord         *drill)
{
  GPtrArray *incidents = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_INCIDENT);
  gint64 held_at = koyomi_record_get_int (drill, KOYOMI_INCIDENT_DETECTED_AT);

  if (!is_drill (drill) || !_koyomi_lint_has_passed (work, drill, KOYOMI_INCIDENT_NEXT_DRILL_DAY))
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (incidents, i);

      if (is_drill (other) && koyomi_record_get_int (other, KOYOMI_INCIDENT_DETECTED_AT) > held_at &&
          g_str_equal (koyomi_record_get_text (other, KOYOMI_INCIDENT_CLASS), koyomi_record_get_text (drill, KOYOMI_INCIDENT_CLASS)))
        return FALSE;
    }

  return TRUE;
}

const KoyomiLintCheck _koyomi_lint_incident_checks[] = {
  { "incident-open-long", KOYOMI_TABLE_INCIDENT, is_open_long },
  { "incident-no-lead", KOYOMI_TABLE_INCIDENT, has_no_lead },
  { "incident-no-detection", KOYOMI_TABLE_INCIDENT, has_no_detection },
  { "incident-not-judged", KOYOMI_TABLE_INCIDENT, is_not_judged },
  { "report-late", KOYOMI_TABLE_INCIDENT_REPORT, is_report_late },
  { "report-late-unexplained", KOYOMI_TABLE_INCIDENT_REPORT, is_late_unexplained },
  { "report-waived-unexplained", KOYOMI_TABLE_INCIDENT_REPORT, is_waived_unexplained },
  { "report-decided-by-nobody", KOYOMI_TABLE_INCIDENT_REPORT, is_decided_by_nobody },
  { "incident-no-cause", KOYOMI_TABLE_INCIDENT, has_no_cause },
  { "incident-not-reviewed", KOYOMI_TABLE_INCIDENT, is_not_reviewed },
  { "incident-no-follow-up", KOYOMI_TABLE_INCIDENT, has_no_follow_up },
  { "task-late", KOYOMI_TABLE_INCIDENT_TASK, is_task_late },
  { "drill-not-judged", KOYOMI_TABLE_INCIDENT, is_drill_not_judged },
  { "drill-no-follow-up", KOYOMI_TABLE_INCIDENT, is_drill_left },
  { "drill-overdue", KOYOMI_TABLE_INCIDENT, is_drill_overdue },
  { NULL }
};
