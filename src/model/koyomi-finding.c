#include "koyomi-finding.h"

#include "koyomi-text-fold.h"
#include "koyomi-text.h"

#include <stdio.h>
#include <string.h>

static const char * const state_labels[KOYOMI_N_FINDING_STATES] = {
  [KOYOMI_FINDING_STATE_OPEN] = N_("Open"),
  [KOYOMI_FINDING_STATE_DOING] = N_("In progress"),
  [KOYOMI_FINDING_STATE_LATE] = N_("Late"),
  [KOYOMI_FINDING_STATE_VERIFY] = N_("Verify effect"),
  [KOYOMI_FINDING_STATE_EFFECTIVE] = N_("Effective"),
  [KOYOMI_FINDING_STATE_INEFFECTIVE] = N_("Not effective"),
  [KOYOMI_FINDING_STATE_CLOSED] = N_("Closed"),
};

static const char * const sentences[KOYOMI_N_FINDING_NEEDS] = {
  [KOYOMI_FINDING_NEED_OWNER] = N_("Nobody is named who sees to it."),
  [KOYOMI_FINDING_NEED_DUE_DAY] = N_("There is no day until which it is to be done."),
  [KOYOMI_FINDING_NEED_CAUSE] = N_("The cause is not written down."),
  [KOYOMI_FINDING_NEED_ACTION] = N_("The corrective action is not written down."),
  [KOYOMI_FINDING_NEED_DONE_DAY] = N_("The day on which the action was done is missing, or lies before the finding."),
  [KOYOMI_FINDING_NEED_VERIFIER] = N_("Nobody is named who checked the effect."),
  [KOYOMI_FINDING_NEED_OTHER_VERIFIER] = N_("Whoever owns the action cannot verify its effect. Name somebody else."),
  [KOYOMI_FINDING_NEED_VERIFIED_DAY] = N_("The day on which the effect was checked is missing, or lies before the action."),
  [KOYOMI_FINDING_NEED_VERDICT] = N_("It is not said whether the action was effective."),
  [KOYOMI_FINDING_NEED_EFFECT] = N_("The action was not effective. Open the finding again with another action."),
};

/* Whether nothing more has to be done: while the effect of an action that was done is to be verified, it has. The one rule of lists, reports and
 * metrics. */
gboolean
koyomi_finding_status_is_over (KoyomiFindingStatus status)
{
  return status == KOYOMI_FINDING_STATUS_VERIFIED || status == KOYOMI_FINDING_STATUS_CLOSED;
}

gboolean
koyomi_finding_is_over (KoyomiRecord *self)
{
  return koyomi_finding_status_is_over (koyomi_record_get_int (self, KOYOMI_FINDING_STATUS));
}

KoyomiFindingState
koyomi_finding_get_state (KoyomiRecord *self,
                          guint32       today)
{
  guint32 due_day = koyomi_record_get_day (self, KOYOMI_FINDING_DUE_DAY);

  if (koyomi_finding_is_over (self))
    switch ((KoyomiVerdict) koyomi_record_get_int (self, KOYOMI_FINDING_EFFECTIVE))
      {
      case KOYOMI_VERDICT_YES:
        return KOYOMI_FINDING_STATE_EFFECTIVE;
      case KOYOMI_VERDICT_NO:
        return KOYOMI_FINDING_STATE_INEFFECTIVE;
      case KOYOMI_VERDICT_NONE:
      default:
        return KOYOMI_FINDING_STATE_CLOSED;
      }

  if (koyomi_record_get_int (self, KOYOMI_FINDING_STATUS) == KOYOMI_FINDING_STATUS_DONE)
    return KOYOMI_FINDING_STATE_VERIFY;
  if (due_day != 0 && due_day < today)
    return KOYOMI_FINDING_STATE_LATE;

  return koyomi_record_get_int (self, KOYOMI_FINDING_STATUS) == KOYOMI_FINDING_STATUS_DOING ? KOYOMI_FINDING_STATE_DOING
                                                                                           : KOYOMI_FINDING_STATE_OPEN;
}

/* By how many days the action is late, or the check of its effect; 0 for neither. */
guint
koyomi_finding_get_late_days (KoyomiRecord *self,
                              guint32       today)
{
  gboolean is_done = koyomi_record_get_int (self, KOYOMI_FINDING_STATUS) == KOYOMI_FINDING_STATUS_DONE;
  guint32 day = koyomi_record_get_day (self, is_done ? KOYOMI_FINDING_EFFECT_DUE_DAY : KOYOMI_FINDING_DUE_DAY);

  return !koyomi_finding_is_over (self) && day != 0 && day < today ? today - day : 0;
}

const char *
koyomi_finding_state_get_label (KoyomiFindingState self,
                                KoyomiLanguage     language)
{
  g_return_val_if_fail (self < KOYOMI_N_FINDING_STATES, NULL);

  return koyomi_tr (language, state_labels[self]);
}

/* “4 days late”, “Verify effect” */
char *
koyomi_finding_format_state (KoyomiRecord   *self,
                             guint32         today,
                             KoyomiLanguage  language)
{
  KoyomiFindingState state = koyomi_finding_get_state (self, today);
  guint days = koyomi_finding_get_late_days (self, today);

  if (state == KOYOMI_FINDING_STATE_LATE)
    return g_strdup_printf (koyomi_ntr (language, "%u day late", "%u days late", days), days);

  return g_strdup (koyomi_finding_state_get_label (state, language));
}

/* Whether ISO/IEC 27001, 10.2 asks for a cause and a check of the effect: of nonconformities. */
gboolean
koyomi_finding_needs_cause (KoyomiRecord *self)
{
  KoyomiFindingGrade grade = koyomi_record_get_int (self, KOYOMI_FINDING_GRADE);

  return grade == KOYOMI_FINDING_GRADE_MAJOR || grade == KOYOMI_FINDING_GRADE_MINOR;
}

/* Whether the verifier is the owner, however the name is written. */
gboolean
koyomi_finding_is_self_verified (KoyomiRecord *self)
{
  g_autofree char *owner = koyomi_text_fold (koyomi_record_get_text (self, KOYOMI_FINDING_OWNER));
  g_autofree char *verifier = koyomi_text_fold (koyomi_record_get_text (self, KOYOMI_FINDING_VERIFIER));

  return !koyomi_text_is_blank (verifier) && strcmp (g_strstrip (owner), g_strstrip (verifier)) == 0;
}

static void
add_if (GArray            *needs,
        gboolean           is_lacking,
        KoyomiFindingNeed  need)
{
  if (is_lacking)
    g_array_append_val (needs, need);
}

static gboolean
lacks (KoyomiRecord *self,
       int           field)
{
  return koyomi_text_is_blank (koyomi_record_get_text (self, field));
}

/* Of an observation only when somebody has checked it. */
static void
list_verification (KoyomiRecord *self,
                   gboolean      is_asked_for,
                   GArray       *needs)
{
  guint32 verified_day = koyomi_record_get_day (self, KOYOMI_FINDING_VERIFIED_DAY);
  KoyomiVerdict verdict = koyomi_record_get_int (self, KOYOMI_FINDING_EFFECTIVE);

  if (!is_asked_for && verdict == KOYOMI_VERDICT_NONE)
    return;

  add_if (needs, lacks (self, KOYOMI_FINDING_VERIFIER), KOYOMI_FINDING_NEED_VERIFIER);
  add_if (needs, koyomi_finding_is_self_verified (self), KOYOMI_FINDING_NEED_OTHER_VERIFIER);
  add_if (needs, verified_day == 0 || verified_day < koyomi_record_get_day (self, KOYOMI_FINDING_DONE_DAY),
          KOYOMI_FINDING_NEED_VERIFIED_DAY);
  add_if (needs, verdict == KOYOMI_VERDICT_NONE, KOYOMI_FINDING_NEED_VERDICT);
}

/* Returns: (transfer full) (element-type KoyomiFindingNeed): what is missing for @status; empty when nothing is */
GArray *
koyomi_finding_list_needs (KoyomiRecord        *self,
                           KoyomiFindingStatus  status)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (KoyomiFindingNeed));
  gboolean needs_cause = koyomi_finding_needs_cause (self);
  guint32 done_day = koyomi_record_get_day (self, KOYOMI_FINDING_DONE_DAY);

  if (status == KOYOMI_FINDING_STATUS_OPEN)
    return needs;

  add_if (needs, lacks (self, KOYOMI_FINDING_OWNER), KOYOMI_FINDING_NEED_OWNER);
  add_if (needs, koyomi_record_is_none (self, KOYOMI_FINDING_DUE_DAY), KOYOMI_FINDING_NEED_DUE_DAY);
  if (status == KOYOMI_FINDING_STATUS_DOING)
    return needs;

  add_if (needs, needs_cause && lacks (self, KOYOMI_FINDING_CAUSE), KOYOMI_FINDING_NEED_CAUSE);
  add_if (needs, lacks (self, KOYOMI_FINDING_ACTION), KOYOMI_FINDING_NEED_ACTION);
  add_if (needs, done_day == 0 || done_day < koyomi_record_get_day (self, KOYOMI_FINDING_FOUND_DAY), KOYOMI_FINDING_NEED_DONE_DAY);
  if (status == KOYOMI_FINDING_STATUS_DONE)
    return needs;

  list_verification (self, needs_cause || status == KOYOMI_FINDING_STATUS_VERIFIED, needs);
  add_if (needs, status == KOYOMI_FINDING_STATUS_CLOSED && koyomi_record_get_int (self, KOYOMI_FINDING_EFFECTIVE) == KOYOMI_VERDICT_NO,
          KOYOMI_FINDING_NEED_EFFECT);

  return needs;
}

const char *
koyomi_finding_need_get_sentence (KoyomiFindingNeed self,
                                  KoyomiLanguage    language)
{
  g_return_val_if_fail (self < KOYOMI_N_FINDING_NEEDS, NULL);

  return koyomi_tr (language, sentences[self]);
}

/* F-26-05: the fifth of the fiscal year 2026 */
char *
koyomi_finding_number_format (KoyomiFiscalYear year,
                              guint            number)
{
  return g_strdup_printf ("F-%02d-%02u", year.year % 100, number);
}

/* Returns: which of the fiscal year the number is; 0 when it is none of that year */
guint
koyomi_finding_number_parse (const char       *text,
                             KoyomiFiscalYear  year)
{
  int short_year;
  guint number;
  int length = 0;

  if (sscanf (text, "F-%2d-%6u%n", &short_year, &number, &length) == 2 && text[length] == '\0' && short_year == year.year % 100)
    return number;

  return 0;
}
