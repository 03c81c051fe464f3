#include "koyomi-control.h"

#include "koyomi-day.h"

#include <string.h>

static const char * const state_labels[KOYOMI_N_CONTROL_STATES] = {
  [KOYOMI_CONTROL_STATE_NOT_APPLICABLE] = N_("Not applicable"),
  [KOYOMI_CONTROL_STATE_NONE] = N_("No evidence"),
  [KOYOMI_CONTROL_STATE_PARTLY] = N_("Evidence old, or in part"),
  [KOYOMI_CONTROL_STATE_GOOD] = N_("Evidence up to date"),
};

/* The day that the evidence speaks of, not the one on which it was entered. */
guint32
koyomi_evidence_get_effective_day (KoyomiRecord *evidence)
{
  static const int fields[] = { KOYOMI_EVIDENCE_EFFECTIVE_DAY, KOYOMI_EVIDENCE_PERIOD_LAST, KOYOMI_EVIDENCE_ADDED_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!koyomi_record_is_none (evidence, fields[i]))
      return koyomi_record_get_day (evidence, fields[i]);

  return KOYOMI_DAY_NONE;
}

/* Until the day on which it expires, and so many days after the one that it speaks of, both counted in. A day that it names itself goes before the
 * days of the control. */
gboolean
koyomi_evidence_is_fresh (KoyomiRecord *evidence,
                          guint         fresh_days,
                          guint32       day)
{
  if (!koyomi_record_is_none (evidence, KOYOMI_EVIDENCE_EXPIRES_DAY))
    return koyomi_record_get_day (evidence, KOYOMI_EVIDENCE_EXPIRES_DAY) >= day;

  return koyomi_evidence_get_effective_day (evidence) + fresh_days >= day;
}

guint
koyomi_control_get_fresh_days (KoyomiRecord *control)
{
  return koyomi_record_is_none (control, KOYOMI_CONTROL_FRESH_DAYS) ? KOYOMI_EVIDENCE_FRESH_DAYS
                                                                   : koyomi_record_get_int (control, KOYOMI_CONTROL_FRESH_DAYS);
}

/* Clauses always are. */
gboolean
koyomi_control_is_applicable (KoyomiRecord *control)
{
  return koyomi_record_get_int (control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_CLAUSE ||
         koyomi_record_get_int (control, KOYOMI_CONTROL_APPLICABLE);
}

/* Of a clause that asks for a document or a record, of a control that is in place. */
gboolean
koyomi_control_needs_evidence (KoyomiRecord *control)
{
  KoyomiControlStatus status = koyomi_record_get_int (control, KOYOMI_CONTROL_STATUS);

  if (koyomi_record_get_int (control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_CLAUSE)
    return *koyomi_record_get_text (control, KOYOMI_CONTROL_EVIDENCE) != '\0';

  return koyomi_control_is_applicable (control) && (status == KOYOMI_CONTROL_STATUS_PARTIAL || status == KOYOMI_CONTROL_STATUS_DONE);
}

KoyomiControlState
koyomi_control_judge (KoyomiRecord    *control,
                      KoyomiFreshness  freshness)
{
  gboolean is_clause = koyomi_record_get_int (control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_CLAUSE;

  if (!koyomi_control_is_applicable (control))
    return KOYOMI_CONTROL_STATE_NOT_APPLICABLE;
  if (freshness == KOYOMI_FRESHNESS_NONE)
    return KOYOMI_CONTROL_STATE_NONE;

  return freshness == KOYOMI_FRESHNESS_FRESH &&
         (is_clause || koyomi_record_get_int (control, KOYOMI_CONTROL_STATUS) == KOYOMI_CONTROL_STATUS_DONE) ? KOYOMI_CONTROL_STATE_GOOD
                                                                                                              : KOYOMI_CONTROL_STATE_PARTLY;
}

const char *
koyomi_control_state_get_label (KoyomiControlState self,
                                KoyomiLanguage     language)
{
  g_return_val_if_fail (self < KOYOMI_N_CONTROL_STATES, NULL);

  return koyomi_tr (language, state_labels[self]);
}

static gboolean
fulfils (GPtrArray *function_controls,
         gint64     function,
         gint64     control)
{
  for (guint i = 0; i < function_controls->len; i++)
    {
      KoyomiRecord *pair = g_ptr_array_index (function_controls, i);

      if (koyomi_record_get_int (pair, KOYOMI_FUNCTION_CONTROL_FUNCTION) == function &&
          koyomi_record_get_int (pair, KOYOMI_FUNCTION_CONTROL_CONTROL) == control)
        return TRUE;
    }

  return FALSE;
}

static KoyomiRecord *
find_code (GPtrArray         *controls,
           KoyomiControlKind  kind,
           const char        *code)
{
  for (guint i = 0; i < controls->len; i++)
    {
      KoyomiRecord *control = g_ptr_array_index (controls, i);

      if ((KoyomiControlKind) koyomi_record_get_int (control, KOYOMI_CONTROL_KIND) == kind &&
          strcmp (koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), code) == 0)
        return control;
    }

  return NULL;
}

/**
 * koyomi_control_find_by_clause:
 * @clause: as an activity names it: A.8.2 is a control; 8.2 is the control when the function is to fulfil it, else the clause, else the control
 *
 * Returns: (nullable)
 */
KoyomiRecord *
koyomi_control_find_by_clause (GPtrArray  *controls,
                               GPtrArray  *function_controls,
                               gint64      function,
                               const char *clause)
{
  gboolean is_control = g_ascii_strncasecmp (clause, "A.", 2) == 0;
  KoyomiRecord *control = find_code (controls, KOYOMI_CONTROL_KIND_ANNEX_A, is_control ? clause + 2 : clause);
  KoyomiRecord *own = find_code (controls, KOYOMI_CONTROL_KIND_CLAUSE, clause);

  if (own == NULL || (control != NULL && fulfils (function_controls, function, koyomi_record_get_id (control))))
    return control;

  return own;
}
