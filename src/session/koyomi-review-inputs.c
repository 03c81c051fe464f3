#include "koyomi-review-inputs.h"

#include "koyomi-change-log.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-finding.h"
#include "koyomi-history.h"
#include "koyomi-objectives.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <math.h>
#include <string.h>

/* Before the first review a year is looked back. */
#define MONTHS_BACK 12

static const struct
{
  const char *code;
  const char *label;
} topics[KOYOMI_N_REVIEW_TOPICS] = {
  [KOYOMI_REVIEW_ACTIONS] = { "a", N_("Actions of earlier reviews") },
  [KOYOMI_REVIEW_ISSUES] = { "b", N_("Changed internal and external issues") },
  [KOYOMI_REVIEW_NEEDS] = { "c", N_("Changed needs of interested parties") },
  [KOYOMI_REVIEW_FINDINGS] = { "d1", N_("Nonconformities and corrective actions") },
  [KOYOMI_REVIEW_MEASUREMENTS] = { "d2", N_("Results of monitoring and measurement") },
  [KOYOMI_REVIEW_AUDITS] = { "d3", N_("Results of audits") },
  [KOYOMI_REVIEW_OBJECTIVES] = { "d4", N_("Reached security objectives") },
  [KOYOMI_REVIEW_FEEDBACK] = { "e", N_("Feedback from interested parties") },
  [KOYOMI_REVIEW_RISKS] = { "f", N_("Results of the risk assessment and state of the treatment") },
  [KOYOMI_REVIEW_IMPROVEMENTS] = { "g", N_("Chances to improve") },
};

/* The inputs while they are gathered. */
typedef struct
{
  KoyomiSession   *session;
  KoyomiPlanFacts *facts;
  KoyomiRecord    *meeting;
  guint32          since;    /* the day of the review before, or a year ago */
  guint32          today;
  KoyomiLanguage   language;
  GPtrArray       *inputs;
} Work;

static void
free_row (gpointer data)
{
  KoyomiReviewRow *self = data;

  g_free (self->text);
  g_free (self->state);
  g_free (self);
}

void
koyomi_review_input_free (KoyomiReviewInput *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->statement);
  g_free (self);
}

/* Under which it is stored. */
const char *
koyomi_review_topic_get_code (KoyomiReviewTopic self)
{
  g_return_val_if_fail (self < KOYOMI_N_REVIEW_TOPICS, NULL);

  return topics[self].code;
}

const char *
koyomi_review_topic_get_label (KoyomiReviewTopic self,
                               KoyomiLanguage    language)
{
  g_return_val_if_fail (self < KOYOMI_N_REVIEW_TOPICS, NULL);

  return koyomi_tr (language, topics[self].label);
}

/* @state: (transfer full) */
static void
add_row (Work              *self,
         KoyomiReviewTopic  topic,
         KoyomiTableId      table,
         gint64             id,
         char              *text,
         char              *state)
{
  KoyomiReviewInput *input = g_ptr_array_index (self->inputs, topic);
  KoyomiReviewRow *row = g_new0 (KoyomiReviewRow, 1);

  row->table = table;
  row->id = id;
  row->text = text;
  row->state = state;
  g_ptr_array_add (input->rows, row);
}

static void
add_record (Work              *self,
            KoyomiReviewTopic  topic,
            KoyomiRecord      *record,
            char              *state)
{
  KoyomiTableId table = koyomi_record_get_table_id (record);
  int number = koyomi_table_find_field (koyomi_record_get_table (record), "number");
  char *text = number < 0 ? g_strdup (koyomi_record_get_title (record))
                          : g_strdup_printf ("%s %s", koyomi_record_get_text (record, table << 8 | number), koyomi_record_get_title (record));

  add_row (self, topic, table, koyomi_record_get_id (record), text, state);
}

static char *
name_word (Work         *self,
           KoyomiRecord *record,
           int           field)
{
  return koyomi_record_format (record, field, self->language);
}

static gboolean
is_since (Work         *self,
          KoyomiRecord *record,
          int           day)
{
  return koyomi_record_get_day (record, day) > self->since && koyomi_record_get_day (record, day) <= self->today;
}

/* What reviews before this one decided. */
static void
gather_actions (Work *self)
{
  GPtrArray *decisions = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_DECISION);

  for (guint i = 0; i < decisions->len; i++)
    {
      KoyomiRecord *decision = g_ptr_array_index (decisions, i);
      KoyomiRecord *meeting = koyomi_plan_facts_follow (self->facts, decision, KOYOMI_DECISION_MEETING);

      if (meeting != NULL && koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE) == koyomi_record_get_int (self->meeting, KOYOMI_MEETING_COMMITTEE) &&
          koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY) < koyomi_record_get_day (self->meeting, KOYOMI_MEETING_DAY))
        add_record (self, KOYOMI_REVIEW_ACTIONS, decision, name_word (self, decision, KOYOMI_DECISION_STATUS));
    }
}

static void
gather_findings (Work *self)
{
  GPtrArray *findings = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_FINDING);

  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (findings, i);
      KoyomiFindingGrade grade = koyomi_record_get_int (finding, KOYOMI_FINDING_GRADE);

      if (koyomi_finding_is_over (finding) && !is_since (self, finding, KOYOMI_FINDING_FOUND_DAY) &&
          !is_since (self, finding, KOYOMI_FINDING_VERIFIED_DAY))
        continue;

      add_record (self, grade == KOYOMI_FINDING_GRADE_OPPORTUNITY ? KOYOMI_REVIEW_IMPROVEMENTS : KOYOMI_REVIEW_FINDINGS, finding,
                  koyomi_finding_format_state (finding, self->today, self->language));
    }
}

static void
gather_audits (Work *self)
{
  GPtrArray *audits = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_AUDIT);

  for (guint i = 0; i < audits->len; i++)
    {
      KoyomiRecord *audit = g_ptr_array_index (audits, i);

      if (is_since (self, audit, KOYOMI_AUDIT_LAST_DAY) && koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_DONE)
        add_record (self, KOYOMI_REVIEW_AUDITS, audit, g_strdup (koyomi_record_get_text (audit, KOYOMI_AUDIT_RESULT)));
    }
}

/* What was found outside is feedback; lessons of incidents and drills are chances to improve. */
static void
gather_incidents (Work *self)
{
  GPtrArray *incidents = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_INCIDENT);

  for (guint i = 0; i < incidents->len; i++)
    {
      KoyomiRecord *incident = g_ptr_array_index (incidents, i);
      gint64 detected = koyomi_record_get_int (incident, KOYOMI_INCIDENT_DETECTED_AT);
      guint32 day = detected != 0 ? koyomi_time_get_day (detected) : KOYOMI_DAY_NONE;

      if (day <= self->since || day > self->today)
        continue;

      if (koyomi_record_get_int (incident, KOYOMI_INCIDENT_FOUND_OUTSIDE))
        add_record (self, KOYOMI_REVIEW_FEEDBACK, incident, name_word (self, incident, KOYOMI_INCIDENT_STATE));
      if (!koyomi_text_is_blank (koyomi_record_get_text (incident, KOYOMI_INCIDENT_LESSONS)))
        add_record (self, KOYOMI_REVIEW_IMPROVEMENTS, incident, g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_LESSONS)));
    }
}

static void
gather_risks (Work *self)
{
  GPtrArray *risks = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_RISK);

  for (guint i = 0; i < risks->len; i++)
    {
      KoyomiRecord *risk = g_ptr_array_index (risks, i);
      g_autofree char *status = name_word (self, risk, KOYOMI_RISK_STATUS);
      int now = koyomi_record_get_int (risk, KOYOMI_RISK_LIKELIHOOD) * koyomi_record_get_int (risk, KOYOMI_RISK_IMPACT);
      int target = koyomi_record_get_int (risk, KOYOMI_RISK_TARGET_LIKELIHOOD) * koyomi_record_get_int (risk, KOYOMI_RISK_TARGET_IMPACT);

      if (koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) != KOYOMI_RISK_STATUS_CLOSED)
        add_record (self, KOYOMI_REVIEW_RISKS, risk, g_strdup_printf ("%s %d → %d", status, now, target));
    }
}

/* Rows of the tables that somebody has changed since, but for those that came with the plan. */
static gboolean
gather_changes (Work    *self,
                GError **error)
{
  static const struct
  {
    KoyomiTableId     table;
    KoyomiReviewTopic topic;
  } told[] = {
    { KOYOMI_TABLE_POLICY, KOYOMI_REVIEW_ISSUES }, { KOYOMI_TABLE_EXEMPTION, KOYOMI_REVIEW_ISSUES },
    { KOYOMI_TABLE_OBLIGATION, KOYOMI_REVIEW_NEEDS }, { KOYOMI_TABLE_CONTRACT, KOYOMI_REVIEW_NEEDS },
  };
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, error);
  gint64 from = head != NULL ? koyomi_session_find_time (self->session, koyomi_day_get_start (self->since + 1) - 1, NULL) : -1;
  g_autoptr(GPtrArray) changes = head != NULL ? koyomi_session_list_difference (self->session, MAX (from, 1), head->seq, error) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (told); j++)
      {
        KoyomiRowChange *change = g_ptr_array_index (changes, i);

        if (change->table == told[j].table && !change->is_translation)
          add_row (self, told[j].topic, change->table, change->row, koyomi_session_name_row (self->session, change, self->language), g_strdup (""));
      }

  return changes != NULL;
}

/* With its code, its value and what was aimed at. */
static void
add_metric (Work                     *self,
            KoyomiRecord             *metric,
            const KoyomiMetricResult *result)
{
  KoyomiUnit unit = koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT);
  const char *label = koyomi_metric_status_get_label (result->status, self->language);
  g_autofree char *value = koyomi_metric_format_value (result->value, unit, self->language);
  g_autofree char *target = koyomi_metric_format_value (result->limits.target, unit, self->language);
  /* Translators: how a metric stands, its value, and what was aimed at */
  char *state = isnan (result->value) || isnan (result->limits.target) ? g_strdup (label)
                : g_strdup_printf (koyomi_tr (self->language, N_("%s: %s, target %s")), label, value, target);

  add_row (self, KOYOMI_REVIEW_MEASUREMENTS, KOYOMI_TABLE_METRIC, koyomi_record_get_id (metric),
           g_strdup_printf ("%s %s", koyomi_record_get_text (metric, KOYOMI_METRIC_CODE), koyomi_record_get_title (metric)), state);
}

/* Metrics of the quarter that are not where they should be, and how far the objectives are. */
static gboolean
gather_metrics (Work    *self,
                GError **error)
{
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (self->session, self->today, self->language, error);
  g_autoptr(GPtrArray) objectives = book != NULL ? koyomi_session_load_objectives (self->session, book, self->today, self->language, error) : NULL;
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, self->today);
  GPtrArray *metrics = objectives != NULL ? koyomi_metric_book_get_metrics (book) : NULL;

  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      KoyomiObjectiveResult *result = g_ptr_array_index (objectives, i);

      add_record (self, KOYOMI_REVIEW_OBJECTIVES, result->objective, g_strdup (koyomi_objective_state_get_label (result->state, self->language)));
    }

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      g_autoptr(KoyomiMetricResult) result = NULL;

      if (koyomi_metric_is_retired (metric, self->today))
        continue;
      if ((result = koyomi_metric_book_tell (book, metric, year, koyomi_fiscal_year_get_quarter (year, self->today), FALSE, error)) == NULL)
        return FALSE;
      if (result->status == KOYOMI_METRIC_AT_RISK || result->status == KOYOMI_METRIC_OFF_TARGET || result->status == KOYOMI_METRIC_STALE)
        add_metric (self, metric, result);
    }

  return objectives != NULL;
}

/* The last meeting of the committee that was held before this one. */
static guint32
find_since (Work *self)
{
  GPtrArray *meetings = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_MEETING);
  guint32 day = koyomi_record_get_day (self->meeting, KOYOMI_MEETING_DAY);
  guint32 since = KOYOMI_DAY_NONE;

  for (guint i = 0; i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      guint32 its_day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);

      if (koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE) == koyomi_record_get_int (self->meeting, KOYOMI_MEETING_COMMITTEE) &&
          koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS) == KOYOMI_MEETING_STATUS_HELD && its_day < day)
        since = MAX (since, its_day);
    }

  return since != KOYOMI_DAY_NONE ? since : koyomi_day_add_months (day, -MONTHS_BACK);
}

static void
settle (Work *self)
{
  GPtrArray *statements = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_REVIEW_INPUT);

  for (guint i = 0; i < KOYOMI_N_REVIEW_TOPICS; i++)
    {
      KoyomiReviewInput *input = g_ptr_array_index (self->inputs, i);

      for (guint j = 0; j < statements->len; j++)
        {
          KoyomiRecord *statement = g_ptr_array_index (statements, j);

          if (koyomi_record_get_int (statement, KOYOMI_REVIEW_INPUT_MEETING) == koyomi_record_get_id (self->meeting) &&
              strcmp (koyomi_record_get_text (statement, KOYOMI_REVIEW_INPUT_INPUT), topics[i].code) == 0 &&
              (input->statement == NULL ||
               koyomi_record_get_int (statement, KOYOMI_REVIEW_INPUT_AT) >= koyomi_record_get_int (input->statement, KOYOMI_REVIEW_INPUT_AT)))
            g_set_object (&input->statement, statement);
        }

      input->is_settled = input->rows->len > 0 ||
                          (input->statement != NULL && (koyomi_record_get_int (input->statement, KOYOMI_REVIEW_INPUT_IS_EMPTY) ||
                                                        !koyomi_text_is_blank (koyomi_record_get_text (input->statement, KOYOMI_REVIEW_INPUT_TEXT))));
    }
}

static GPtrArray *
make_inputs (void)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_review_input_free);

  for (guint i = 0; i < KOYOMI_N_REVIEW_TOPICS; i++)
    {
      KoyomiReviewInput *input = g_new0 (KoyomiReviewInput, 1);

      input->topic = i;
      input->rows = g_ptr_array_new_with_free_func (free_row);
      g_ptr_array_add (inputs, input);
    }

  return inputs;
}

/**
 * koyomi_session_load_review_inputs:
 * @meeting: of the committee that is the management review
 *
 * What the plan itself has to say to each topic since the review before. One that is not settled needs a word: a text, or that there is nothing to
 * report.
 *
 * Returns: (transfer full) (element-type KoyomiReviewInput): all topics, in their order
 */
GPtrArray *
koyomi_session_load_review_inputs (KoyomiSession   *session,
                                   gint64           meeting,
                                   guint32          today,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (session, today, language, error);
  g_autoptr(GPtrArray) inputs = make_inputs ();
  Work work = { session, facts, NULL, KOYOMI_DAY_NONE, today, language, inputs };

  if (facts == NULL)
    return NULL;
  if ((work.meeting = koyomi_plan_facts_find (facts, KOYOMI_TABLE_MEETING, meeting)) == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no such meeting");
      return NULL;
    }

  work.since = find_since (&work);
  gather_actions (&work);
  gather_findings (&work);
  gather_audits (&work);
  gather_incidents (&work);
  gather_risks (&work);
  if (!gather_changes (&work, error) || !gather_metrics (&work, error))
    return NULL;
  settle (&work);

  return g_steal_pointer (&inputs);
}

/* What is said of a topic last counts; what was said before stays. One edit. */
gboolean
koyomi_session_state_review_input (KoyomiSession      *session,
                                   gint64              meeting,
                                   KoyomiReviewTopic   topic,
                                   gboolean            is_empty,
                                   const char         *text,
                                   KoyomiLanguage      language,
                                   GError            **error)
{
  g_autoptr(KoyomiRecord) statement = koyomi_record_new (KOYOMI_TABLE_REVIEW_INPUT);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = _koyomi_label_quote (koyomi_review_topic_get_label (topic, language), language);
  g_autofree char *label = NULL;

  koyomi_record_set_int (statement, KOYOMI_REVIEW_INPUT_MEETING, meeting);
  koyomi_record_set_text (statement, KOYOMI_REVIEW_INPUT_INPUT, topics[topic].code);
  koyomi_record_set_int (statement, KOYOMI_REVIEW_INPUT_IS_EMPTY, is_empty);
  koyomi_record_set_text (statement, KOYOMI_REVIEW_INPUT_TEXT, text);
  koyomi_record_set_text (statement, KOYOMI_REVIEW_INPUT_AUTHOR, _koyomi_session_get_actor (session));
  koyomi_record_set_int (statement, KOYOMI_REVIEW_INPUT_AT, koyomi_time_now ());

  /* Translators: the label of the edit that tells a management review of a topic, which is named in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Tell the review of %s")), name);

  return edit != NULL && koyomi_edit_insert (edit, statement, error) && koyomi_edit_commit (edit, label, error);
}
