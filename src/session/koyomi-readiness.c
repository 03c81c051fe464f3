#include "koyomi-readiness.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-waiver-edit-private.h"

/* Returns: (transfer full) (element-type KoyomiLintResult): see koyomi_lint_check(); rows are named in @language */
GPtrArray *
koyomi_session_load_readiness (KoyomiSession   *session,
                               guint32          day,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (session, day, language, error);

  return facts != NULL ? koyomi_lint_check (facts) : NULL;
}

static gboolean
is_meant (gpointer      subject,
          KoyomiRecord *waiver,
          guint32       day)
{
  return koyomi_lint_result_is_meant_by (subject, waiver, day);
}

static int
end_waivers (KoyomiSession     *session,
             KoyomiEdit        *edit,
             KoyomiLintResult  *result,
             guint32            today,
             GError           **error)
{
  static const KoyomiWaiverFields fields = { KOYOMI_LINT_WAIVER_DECIDED_DAY, KOYOMI_LINT_WAIVER_UNTIL_DAY };

  return _koyomi_waivers_end (session, edit, &fields, is_meant, result, today, error);
}

static char *
make_label (KoyomiLintResult *result,
            guint32           until_day,
            KoyomiLanguage    language)
{
  g_autofree char *subject = _koyomi_label_quote (result->subject, language);

  return _koyomi_waiver_label (koyomi_lint_rule_get_name (&result->rule, language), subject, until_day, language);
}

static KoyomiRecord *
make_waiver (KoyomiLintResult *result,
             const char       *reason,
             const char       *decided_by,
             guint32           today,
             guint32           until_day)
{
  KoyomiRecord *waiver = koyomi_record_new (KOYOMI_TABLE_LINT_WAIVER);

  koyomi_record_set_text (waiver, KOYOMI_LINT_WAIVER_RULE, result->rule.id);
  koyomi_record_set_text (waiver, KOYOMI_LINT_WAIVER_ENTITY, koyomi_record_get_table (result->record)->name);
  koyomi_record_set_int (waiver, KOYOMI_LINT_WAIVER_ROW, koyomi_record_get_id (result->record));
  koyomi_record_set_text (waiver, KOYOMI_LINT_WAIVER_REASON, reason);
  koyomi_record_set_text (waiver, KOYOMI_LINT_WAIVER_DECIDED_BY, decided_by);
  koyomi_record_set_int (waiver, KOYOMI_LINT_WAIVER_DECIDED_DAY, today);
  koyomi_record_set_int (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY, until_day);

  return waiver;
}

/**
 * koyomi_session_accept_lint:
 * @reason: why, for whoever asks
 * @decided_by: who decided it; may be empty
 * @until_day: counted in; from the next day on it counts again
 *
 * Accepts what the rule finds at this row, from today on. What accepted it before ends with that.
 */
gboolean
koyomi_session_accept_lint (KoyomiSession     *session,
                            KoyomiLintResult  *result,
                            const char        *reason,
                            const char        *decided_by,
                            guint32            until_day,
                            KoyomiLanguage     language,
                            GError           **error)
{
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiRecord) waiver = make_waiver (result, reason, decided_by, today, until_day);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = make_label (result, until_day, language);

  return _koyomi_waiver_check (reason, until_day, today, error) &&
         (edit = koyomi_session_begin_edit (session, error)) != NULL &&
         end_waivers (session, edit, result, today, error) >= 0 &&
         koyomi_edit_insert (edit, waiver, error) && koyomi_edit_commit (edit, label, error);
}

/* Makes what was accepted count again, from today on. %KOYOMI_PLAN_ERROR_NOTHING when it is not accepted today. */
gboolean
koyomi_session_take_lint_back (KoyomiSession     *session,
                               KoyomiLintResult  *result,
                               KoyomiLanguage     language,
                               GError           **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *label = make_label (result, KOYOMI_DAY_NONE, language);
  int n_ended;

  if (edit == NULL || (n_ended = end_waivers (session, edit, result, koyomi_day_today (), error)) < 0)
    return FALSE;

  if (n_ended == 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING, "“%s” is not accepted today", result->rule.id);
      return FALSE;
    }

  return koyomi_edit_commit (edit, label, error);
}
