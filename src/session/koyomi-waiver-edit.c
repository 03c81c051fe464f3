#include "koyomi-waiver-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-text.h"
#include "koyomi-waiver-edit-private.h"

/* What the breach is about above all, by its name. */
static char *
name_subject (KoyomiSession  *session,
              KoyomiBreach   *breach,
              KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) waiver = koyomi_breach_make_waiver (breach);
  static const struct
  {
    int           field;
    KoyomiTableId table;
  } subjects[] = {
    { KOYOMI_WAIVER_ACTIVITY, KOYOMI_TABLE_ACTIVITY },
    { KOYOMI_WAIVER_CONTRACT, KOYOMI_TABLE_CONTRACT },
    { KOYOMI_WAIVER_FUNCTION, KOYOMI_TABLE_FUNCTION },
    { KOYOMI_WAIVER_PERSON, KOYOMI_TABLE_PERSON },
    { KOYOMI_WAIVER_TEAM, KOYOMI_TABLE_TEAM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!koyomi_record_is_none (waiver, subjects[i].field))
      return _koyomi_label_name_row (session, subjects[i].table, koyomi_record_get_int (waiver, subjects[i].field), language);

  g_return_val_if_reached (NULL);
}

/* Ends today whatever accepts @subject, so that what was accepted until yesterday still shows as it was.
 * Returns: how many waivers were ended, or -1 on error */
int
_koyomi_waivers_end (KoyomiSession             *session,
                     KoyomiEdit                *edit,
                     const KoyomiWaiverFields  *fields,
                     KoyomiWaiverFunc           is_meant,
                     gpointer                   subject,
                     guint32                    today,
                     GError                   **error)
{
  KoyomiTableId table = KOYOMI_FIELD_TABLE (fields->until_day);
  g_autoptr(GPtrArray) waivers = koyomi_session_list (session, table, 0, 0, koyomi_session_get_own_language (session), error);
  int n_ended = 0;

  if (waivers == NULL)
    return -1;

  for (guint i = 0; i < waivers->len; i++)
    {
      KoyomiRecord *waiver = g_ptr_array_index (waivers, i);
      gboolean done;

      if (!is_meant (subject, waiver, today))
        continue;

      koyomi_record_set_int (waiver, fields->until_day, today - 1);
      if (koyomi_record_get_day (waiver, fields->decided_day) == today)
        done = koyomi_edit_delete (edit, table, koyomi_record_get_id (waiver), error);
      else
        done = koyomi_edit_update (edit, waiver, error);
      if (!done)
        return -1;

      n_ended++;
    }

  return n_ended;
}

static gboolean
is_meant (gpointer      subject,
          KoyomiRecord *waiver,
          guint32       day)
{
  return koyomi_breach_is_meant_by (subject, waiver, day);
}

static int
end_waivers (KoyomiSession  *session,
             KoyomiEdit     *edit,
             KoyomiBreach   *breach,
             guint32         today,
             GError        **error)
{
  static const KoyomiWaiverFields fields = { KOYOMI_WAIVER_DECIDED_DAY, KOYOMI_WAIVER_UNTIL_DAY };

  return _koyomi_waivers_end (session, edit, &fields, is_meant, breach, today, error);
}

/* @until_day: %KOYOMI_DAY_NONE when it is no longer accepted */
char *
_koyomi_waiver_label (const char     *rule,
                      const char     *subject,
                      guint32         until_day,
                      KoyomiLanguage  language)
{
  g_autofree char *day = until_day != KOYOMI_DAY_NONE ? koyomi_day_format (until_day) : NULL;

  if (day == NULL)
    /* Translators: the label of the edit that takes back that the breach of a rule is accepted: the rule, what breaks it */
    return g_strdup_printf (koyomi_tr (language, N_("No longer accept “%s” for %s")), rule, subject);

  /* Translators: the label of the edit that accepts the breach of a rule: the rule, what breaks it, until which day */
  return g_strdup_printf (koyomi_tr (language, N_("Accept “%s” for %s until %s")), rule, subject, day);
}

/* A reason, and a last day that has not passed. */
gboolean
_koyomi_waiver_check (const char  *reason,
                      guint32      until_day,
                      guint32      today,
                      GError     **error)
{
  g_autofree char *clean = koyomi_text_clean (reason, -1, NULL);

  if (clean == NULL || *g_strstrip (clean) == '\0')
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "an accepted breach needs a reason");
      return FALSE;
    }

  if (until_day < today || until_day > KOYOMI_DAY_LAST)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a breach is accepted until today or a later day");
      return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_session_waive_breach:
 * @reason: why, for whoever asks
 * @decided_by: who decided it; may be empty
 * @until_day: counted in; from the next day on it is a breach again
 *
 * Accepts the breach, and any that is about the same, from today on, as one edit. What accepted it before ends with that.
 */
gboolean
koyomi_session_waive_breach (KoyomiSession   *session,
                             KoyomiBreach    *breach,
                             const char      *reason,
                             const char      *decided_by,
                             guint32          until_day,
                             KoyomiLanguage   language,
                             GError         **error)
{
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiRecord) waiver = koyomi_breach_make_waiver (breach);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  koyomi_record_set_text (waiver, KOYOMI_WAIVER_REASON, reason);
  koyomi_record_set_text (waiver, KOYOMI_WAIVER_DECIDED_BY, decided_by);
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_DECIDED_DAY, today);
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_UNTIL_DAY, until_day);
  if (!_koyomi_waiver_check (reason, until_day, today, error) ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      end_waivers (session, edit, breach, today, error) < 0 ||
      !koyomi_edit_insert (edit, waiver, error))
    return FALSE;

  name = name_subject (session, breach, language);
  label = _koyomi_waiver_label (koyomi_rule_get_name (breach->rule, language), name, until_day, language);

  return koyomi_edit_commit (edit, label, error);
}

/* Makes an accepted breach one that is not, from today on, as one edit. %KOYOMI_PLAN_ERROR_NOTHING when it is not accepted today. */
gboolean
koyomi_session_take_waiver_back (KoyomiSession   *session,
                                 KoyomiBreach    *breach,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int n_ended;

  if (edit == NULL || (n_ended = end_waivers (session, edit, breach, koyomi_day_today (), error)) < 0)
    return FALSE;

  if (n_ended == 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING, "the breach is not accepted today");
      return FALSE;
    }

  name = name_subject (session, breach, language);
  label = _koyomi_waiver_label (koyomi_rule_get_name (breach->rule, language), name, KOYOMI_DAY_NONE, language);

  return koyomi_edit_commit (edit, label, error);
}
