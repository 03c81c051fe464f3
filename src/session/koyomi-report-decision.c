#include "koyomi-report-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-report-edit-private.h"
#include "koyomi-text.h"

#include <string.h>

/* Whether an incident must be reported. */

/* Clocks that are decided together: those of one guide, else those of one law. */
static gboolean
are_decided_together (KoyomiRecord *a,
                      KoyomiRecord *b)
{
  KoyomiReportGuide guide = koyomi_report_guide_of (a);

  if (guide != koyomi_report_guide_of (b))
    return FALSE;

  return guide != KOYOMI_REPORT_GUIDE_GENERIC ||
         strcmp (koyomi_record_get_text (a, KOYOMI_CLOCK_REGIME), koyomi_record_get_text (b, KOYOMI_CLOCK_REGIME)) == 0;
}

/**
 * koyomi_session_propose_decision:
 * @clock: any of those that are decided together
 *
 * Returns: (transfer full) (element-type KoyomiClockVerdict): what the answers come to, for each clock of the same law that is on
 */
GArray *
koyomi_session_propose_decision (KoyomiSession              *session,
                                 gint64                      clock,
                                 const KoyomiReportAnswers  *answers,
                                 GError                    **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(KoyomiRecord) chosen = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, own, error);
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (KoyomiClockVerdict));

  if (chosen == NULL || (clocks = koyomi_session_list (session, KOYOMI_TABLE_CLOCK, 0, 0, own, error)) == NULL)
    return NULL;

  g_return_val_if_fail (answers->guide == koyomi_report_guide_of (chosen), NULL);

  for (guint i = 0; i < clocks->len; i++)
    {
      KoyomiRecord *one = g_ptr_array_index (clocks, i);
      KoyomiClockVerdict verdict = { koyomi_record_get_id (one), koyomi_report_answers_judge (answers, one) };

      if (verdict.clock_id == clock || (koyomi_record_get_int (one, KOYOMI_CLOCK_OFF) == 0 && are_decided_together (chosen, one)))
        g_array_append_val (verdicts, verdict);
    }

  return g_steal_pointer (&verdicts);
}

static gboolean
check_decision (const KoyomiReportDecision  *decision,
                GError                     **error)
{
  gboolean needs_reason = FALSE;

  for (guint i = 0; i < decision->verdicts->len; i++)
    needs_reason |= g_array_index (decision->verdicts, KoyomiClockVerdict, i).judgement == KOYOMI_JUDGEMENT_NOT_APPLICABLE;

  if (decision->verdicts->len == 0 || decision->decided_at <= 0)
    return _koyomi_report_edit_refuse (error, "a decision needs its duties and its time");

  if (koyomi_text_is_blank (decision->decided_by))
    return _koyomi_report_edit_refuse (error, "a decision needs the name of who took it");

  if (needs_reason && koyomi_text_is_blank (decision->reason))
    return _koyomi_report_edit_refuse (error, "that a duty does not apply needs a reason");

  return TRUE;
}

static gboolean
write_verdict (KoyomiReportEdit            *self,
               const KoyomiReportDecision  *decision,
               const KoyomiClockVerdict    *verdict,
               const char                  *answers,
               GError                     **error)
{
  static const KoyomiReportState states[] = {
    [KOYOMI_JUDGEMENT_OPEN] = KOYOMI_REPORT_STATE_NOT_JUDGED,
    [KOYOMI_JUDGEMENT_APPLIES] = KOYOMI_REPORT_STATE_DUE,
    [KOYOMI_JUDGEMENT_NOT_APPLICABLE] = KOYOMI_REPORT_STATE_NOT_APPLICABLE,
  };
  KoyomiRecord *report = _koyomi_report_edit_need_row (self, verdict->clock_id);

  /* What has been submitted stays submitted. */
  if (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE) == KOYOMI_REPORT_STATE_FILED)
    return TRUE;

  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_STATE, states[verdict->judgement]);
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_DECIDED_AT, decision->decided_at);
  if (verdict->judgement != KOYOMI_JUDGEMENT_APPLIES)
    koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_DUE_AT, 0);
  if (answers != NULL)
    koyomi_record_set_text (report, KOYOMI_INCIDENT_REPORT_ANSWERS, answers);

  return _koyomi_report_edit_set_text (self, report, KOYOMI_INCIDENT_REPORT_REASON, decision->reason, error) &&
         _koyomi_report_edit_set_text (self, report, KOYOMI_INCIDENT_REPORT_DECIDED_BY, decision->decided_by, error);
}

/* The duties that were judged so, in a list. */
static char *
name_judged (KoyomiReportEdit           *self,
             const KoyomiReportDecision *decision,
             KoyomiJudgement             judgement,
             KoyomiLanguage              language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < decision->verdicts->len; i++)
    {
      const KoyomiClockVerdict *verdict = &g_array_index (decision->verdicts, KoyomiClockVerdict, i);
      g_autoptr(KoyomiRecord) clock = NULL;
      g_autofree char *title = NULL;

      if (verdict->judgement != judgement ||
          (clock = koyomi_session_get (self->session, KOYOMI_TABLE_CLOCK, verdict->clock_id, language, NULL)) == NULL)
        continue;

      title = koyomi_incident_clock_dup_title (&(KoyomiIncidentClock) { .clock = clock }, language);
      g_string_append_printf (text, "%s%s", text->len > 0 ? koyomi_tr (language, N_(", ")) : "", title);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_decision (KoyomiReportEdit           *self,
                   const KoyomiReportDecision *decision,
                   KoyomiLanguage              language)
{
  static const struct
  {
    KoyomiJudgement  judgement;
    const char      *label;
  } parts[] = {
    { KOYOMI_JUDGEMENT_APPLIES, N_("To be reported") },
    { KOYOMI_JUDGEMENT_NOT_APPLICABLE, N_("Not to be reported") },
    { KOYOMI_JUDGEMENT_OPEN, N_("Not decided yet") },
  };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, koyomi_tr (language, N_("Decided by %s.")), decision->decided_by);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *names = name_judged (self, decision, parts[i].judgement, language);

      if (*names == '\0')
        continue;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_tr (language, N_("%s: %s")), koyomi_tr (language, parts[i].label), names);
    }

  return g_string_free (text, FALSE);
}

static gboolean
write_decision (KoyomiReportEdit            *self,
                const KoyomiReportDecision  *decision,
                GError                     **error)
{
  g_autofree char *answers = decision->answers != NULL ? koyomi_report_answers_format (decision->answers) : NULL;
  g_autofree char *ja = describe_decision (self, decision, KOYOMI_LANGUAGE_JA);
  g_autofree char *en = describe_decision (self, decision, KOYOMI_LANGUAGE_EN);

  for (guint i = 0; i < decision->verdicts->len; i++)
    {
      const KoyomiClockVerdict *verdict = &g_array_index (decision->verdicts, KoyomiClockVerdict, i);

      if (_koyomi_report_edit_find (self, verdict->clock_id, error) == NULL ||
          !write_verdict (self, decision, verdict, answers, error))
        return FALSE;
    }

  if (decision->answers != NULL)
    koyomi_report_answers_store (decision->answers, self->incident);

  return _koyomi_report_edit_write (self, decision->decided_at, error) &&
         _koyomi_timeline_record (self->edit, self->session, koyomi_record_get_id (self->incident), decision->decided_at, ja, en, error);
}

/**
 * koyomi_session_decide_report:
 *
 * Keeps a decision with name, time, reason and answers, as one edit with an entry in the incident's timeline. What the answers tell of
 * the incident, such as the number of people, is written there as well. Deciding anew takes the place of what was decided before, but
 * for reports that were submitted.
 *
 * %KOYOMI_PLAN_ERROR_CONSTRAINT without a name, or when something does not apply and there is no reason.
 */
gboolean
koyomi_session_decide_report (KoyomiSession               *session,
                              gint64                       incident,
                              const KoyomiReportDecision  *decision,
                              KoyomiLanguage               language,
                              GError                     **error)
{
  g_auto(KoyomiReportEdit) self = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!check_decision (decision, error) ||
      !_koyomi_report_edit_begin (&self, session, incident, decision->decided_at, error) ||
      !write_decision (&self, decision, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT, incident, language);
  /* Translators: the label of the edit that decides whether an incident must be reported: the incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Decide on reports of %s")), name);

  return koyomi_edit_commit (self.edit, label, error);
}
