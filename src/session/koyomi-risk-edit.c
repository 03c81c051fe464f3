#include "koyomi-risk-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-session-private.h"

static KoyomiRecord *
make_level (KoyomiSession *session,
            KoyomiRecord  *risk,
            const char    *reason,
            guint32        day)
{
  KoyomiRecord *level = koyomi_record_new (KOYOMI_TABLE_RISK_LEVEL);

  koyomi_record_set_int (level, KOYOMI_RISK_LEVEL_RISK, koyomi_record_get_id (risk));
  koyomi_record_set_int (level, KOYOMI_RISK_LEVEL_DAY, day);
  koyomi_record_set_int (level, KOYOMI_RISK_LEVEL_LIKELIHOOD, koyomi_record_get_int (risk, KOYOMI_RISK_LIKELIHOOD));
  koyomi_record_set_int (level, KOYOMI_RISK_LEVEL_IMPACT, koyomi_record_get_int (risk, KOYOMI_RISK_IMPACT));
  koyomi_record_set_text (level, KOYOMI_RISK_LEVEL_REASON, reason);
  koyomi_record_set_text (level, KOYOMI_RISK_LEVEL_JUDGED_BY, _koyomi_session_get_actor (session));

  return level;
}

/**
 * koyomi_risk_add:
 * @reason: why it is judged as it is
 * @day: on which it was judged
 *
 * Adds a risk whose history begins with the levels that it has, as one edit.
 * Returns: its key, or 0 on error
 */
gint64
koyomi_risk_add (KoyomiSession   *session,
                 KoyomiRecord    *risk,
                 const char      *reason,
                 guint32          day,
                 KoyomiLanguage   language,
                 GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) level = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL || !koyomi_edit_insert (edit, risk, error))
    return 0;

  level = make_level (session, risk, reason, day);
  name = _koyomi_label_name_row (session, KOYOMI_TABLE_RISK, koyomi_record_get_id (risk), language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), name);

  return koyomi_edit_insert (edit, level, error) && koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (risk) : 0;
}

/**
 * koyomi_risk_assess:
 * @likelihood: from 1 to %KOYOMI_RISK_STEPS, as @impact
 * @day: on which it was judged
 * @next_review: when it is judged next; %KOYOMI_DAY_NONE to leave that open
 *
 * Judges a risk anew: its levels now, and when it is looked at again, as one edit. What it was judged before stays in its history.
 */
gboolean
koyomi_risk_assess (KoyomiSession   *session,
                    gint64           id,
                    int              likelihood,
                    int              impact,
                    const char      *reason,
                    guint32          day,
                    guint32          next_review,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) risk = edit != NULL ? koyomi_session_get (session, KOYOMI_TABLE_RISK, id, koyomi_session_get_own_language (session), error)
                                              : NULL;
  g_autoptr(KoyomiRecord) level = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (risk == NULL)
    return FALSE;

  koyomi_record_set_int (risk, KOYOMI_RISK_LIKELIHOOD, likelihood);
  koyomi_record_set_int (risk, KOYOMI_RISK_IMPACT, impact);
  koyomi_record_set_int (risk, KOYOMI_RISK_REVIEW_DAY, next_review);

  level = make_level (session, risk, reason, day);
  name = _koyomi_label_name_row (session, KOYOMI_TABLE_RISK, id, language);
  /* Translators: the label of the edit that judges a risk anew; the risk in quotation marks, likelihood and impact as numbers */
  label = g_strdup_printf (koyomi_tr (language, N_("Assess %s at %d × %d")), name, likelihood, impact);

  return koyomi_edit_update (edit, risk, error) && koyomi_edit_insert (edit, level, error) && koyomi_edit_commit (edit, label, error);
}
