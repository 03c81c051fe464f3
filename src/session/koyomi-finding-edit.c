#include "koyomi-finding-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-day.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

static gboolean
refuse (const char  *why,
        GError     **error)
{
  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, why);

  return FALSE;
}

/* Returns: (transfer full): the number after the last one of the fiscal year in which it is found */
static char *
find_number (KoyomiSession  *session,
             guint32         day,
             GError        **error)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, day);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db, "SELECT number FROM finding", error);
  KoyomiStep step = KOYOMI_STEP_FAILED;
  guint last = 0;

  while (statement != NULL && (step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    last = MAX (last, koyomi_finding_number_parse (koyomi_statement_get_text (statement, 0), year));

  return step == KOYOMI_STEP_DONE ? koyomi_finding_number_format (year, last + 1) : NULL;
}

static gboolean
set_number (KoyomiSession  *session,
            KoyomiRecord   *finding,
            GError        **error)
{
  char *number = find_number (session, koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY), error);

  if (number == NULL)
    return FALSE;

  koyomi_record_take_text (finding, KOYOMI_FINDING_NUMBER, number);

  return TRUE;
}

/* F-26-05 “Restore test not recorded” */
static char *
name_finding (KoyomiRecord   *finding,
              KoyomiLanguage  language)
{
  g_autofree char *title = _koyomi_label_quote (koyomi_record_get_title (finding), language);

  return g_strdup_printf ("%s %s", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), title);
}

/**
 * koyomi_finding_add:
 * @finding: a new record with a title and the day on which it was found; its number is set here, and it is open
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_finding_add (KoyomiSession   *session,
                    KoyomiRecord    *finding,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_RECORD (finding), 0);

  if (koyomi_text_is_blank (koyomi_record_get_title (finding)) || koyomi_record_is_none (finding, KOYOMI_FINDING_FOUND_DAY))
    return refuse ("a finding needs a title and a day", error);

  koyomi_record_set_int (finding, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_OPEN);
  if (!set_number (session, finding, error) || (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !koyomi_edit_insert (edit, finding, error))
    return 0;

  name = name_finding (finding, language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (finding) : 0;
}

/* Keeps what the due day was, when there was one and it is another now. */
static gboolean
note_due_day (KoyomiSession  *session,
              KoyomiEdit     *edit,
              KoyomiRecord   *before,
              KoyomiRecord   *finding,
              const char     *reason,
              GError        **error)
{
  guint32 old_day = koyomi_record_get_day (before, KOYOMI_FINDING_DUE_DAY);
  guint32 new_day = koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY);
  g_autoptr(KoyomiRecord) change = NULL;

  if (old_day == 0 || old_day == new_day)
    return TRUE;
  if (reason == NULL || koyomi_text_is_blank (reason))
    return refuse ("a due day is changed with a reason", error);

  change = koyomi_record_new (KOYOMI_TABLE_FINDING_DUE);
  koyomi_record_set_int (change, KOYOMI_FINDING_DUE_FINDING, koyomi_record_get_id (finding));
  koyomi_record_set_int (change, KOYOMI_FINDING_DUE_OLD_DAY, old_day);
  koyomi_record_set_int (change, KOYOMI_FINDING_DUE_NEW_DAY, new_day);
  koyomi_record_set_text (change, KOYOMI_FINDING_DUE_REASON, reason);
  koyomi_record_set_text (change, KOYOMI_FINDING_DUE_DECIDED_BY, _koyomi_session_get_actor (session));
  koyomi_record_set_int (change, KOYOMI_FINDING_DUE_AT, koyomi_time_now ());

  return koyomi_edit_insert (edit, change, error);
}

/* What is said stays true: a finding that is done does not lose what makes it so. */
static gboolean
check_needs (KoyomiRecord  *finding,
             GError       **error)
{
  g_autoptr(GArray) needs = NULL;

  if (koyomi_finding_is_self_verified (finding))
    return refuse (koyomi_finding_need_get_sentence (KOYOMI_FINDING_NEED_OTHER_VERIFIER, KOYOMI_LANGUAGE_EN), error);

  needs = koyomi_finding_list_needs (finding, koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS));

  return needs->len == 0 ||
         refuse (koyomi_finding_need_get_sentence (g_array_index (needs, KoyomiFindingNeed, 0), KOYOMI_LANGUAGE_EN), error);
}

/**
 * koyomi_finding_save:
 * @due_reason: (nullable): why the due day is another one; needed when there was one
 *
 * Writes what was set in @finding, as koyomi_session_save() does. %KOYOMI_PLAN_ERROR_CONSTRAINT when the due day changes without a reason,
 * when the owner is to verify, or when the finding would lack what koyomi_finding_list_needs() tells; what had been lacking before is no hindrance.
 */
gboolean
koyomi_finding_save (KoyomiSession   *session,
                     KoyomiRecord    *finding,
                     const char      *due_reason,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) before = NULL;
  g_autoptr(KoyomiRecord) fresh = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL ||
      (before = koyomi_session_get (session, KOYOMI_TABLE_FINDING, koyomi_record_get_id (finding), language, error)) == NULL ||
      (fresh = _koyomi_session_read_changed (session, finding, error)) == NULL ||
      (check_needs (before, NULL) && !check_needs (fresh, error)) ||
      !note_due_day (session, edit, before, fresh, due_reason, error))
    return FALSE;

  name = name_finding (before, language);
  label = _koyomi_label_change (fresh, name, language);
  if (!koyomi_edit_update (edit, fresh, error) || !koyomi_edit_commit (edit, label, error))
    return FALSE;

  koyomi_record_mark_unchanged (finding);

  return TRUE;
}

/* What was said of later steps no longer holds. */
static void
clear_later_steps (KoyomiRecord        *finding,
                   KoyomiFindingStatus  status)
{
  if (status < KOYOMI_FINDING_STATUS_DONE)
    koyomi_record_set_int (finding, KOYOMI_FINDING_DONE_DAY, 0);
  if (status < KOYOMI_FINDING_STATUS_VERIFIED)
    {
      koyomi_record_set_int (finding, KOYOMI_FINDING_VERIFIED_DAY, 0);
      koyomi_record_set_text (finding, KOYOMI_FINDING_VERIFIER, "");
      koyomi_record_set_int (finding, KOYOMI_FINDING_EFFECTIVE, KOYOMI_VERDICT_NONE);
    }
}

static KoyomiRecord *
read_finding (KoyomiSession  *session,
              gint64          id,
              GError        **error)
{
  return koyomi_session_get (session, KOYOMI_TABLE_FINDING, id, koyomi_session_get_own_language (session), error);
}

/* Writes the finding under "Set … to …". */
static gboolean
commit_status (KoyomiSession  *session,
               KoyomiEdit     *edit,
               KoyomiRecord   *finding,
               KoyomiLanguage  language,
               GError        **error)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_FINDING)->fields[KOYOMI_FIELD_INDEX (KOYOMI_FINDING_STATUS)];
  g_autoptr(KoyomiRecord) named = koyomi_session_get (session, KOYOMI_TABLE_FINDING, koyomi_record_get_id (finding), language, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (named == NULL)
    return FALSE;

  name = name_finding (named, language);
  /* Translators: the label of the edit that moves a finding on: its number and title, its status such as “Done” */
  label = g_strdup_printf (koyomi_tr (language, N_("%s: %s")), name,
                           koyomi_field_get_word_label (field, koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS), language));

  return koyomi_edit_update (edit, finding, error) && koyomi_edit_commit (edit, label, error);
}

/**
 * koyomi_finding_move:
 * @day: on which that is so; the day of completion when @status is done
 *
 * Puts a finding into a status, forward or back. What was said of later steps is taken back with them; an effect is told with
 * koyomi_finding_verify(). %KOYOMI_PLAN_ERROR_CONSTRAINT when it lacks what koyomi_finding_list_needs() tells.
 */
gboolean
koyomi_finding_move (KoyomiSession        *session,
                     gint64                id,
                     KoyomiFindingStatus   status,
                     guint32               day,
                     KoyomiLanguage        language,
                     GError              **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) finding = edit != NULL ? read_finding (session, id, error) : NULL;

  if (finding == NULL)
    return FALSE;

  koyomi_record_set_int (finding, KOYOMI_FINDING_STATUS, status);
  if (status >= KOYOMI_FINDING_STATUS_DONE && koyomi_record_is_none (finding, KOYOMI_FINDING_DONE_DAY))
    koyomi_record_set_int (finding, KOYOMI_FINDING_DONE_DAY, day);
  if (status >= KOYOMI_FINDING_STATUS_DONE && !koyomi_record_is_none (finding, KOYOMI_FINDING_PROGRESS))
    koyomi_record_set_int (finding, KOYOMI_FINDING_PROGRESS, 100);
  clear_later_steps (finding, status);

  return check_needs (finding, error) && commit_status (session, edit, finding, language, error);
}

/**
 * koyomi_finding_verify:
 * @verifier: somebody else than the owner
 * @note: (nullable): what the check showed
 * @day: on which the effect was checked
 *
 * Says whether the action was effective. %KOYOMI_PLAN_ERROR_CONSTRAINT while the action is not done, or when the owner is to verify.
 */
gboolean
koyomi_finding_verify (KoyomiSession   *session,
                       gint64           id,
                       const char      *verifier,
                       KoyomiVerdict    verdict,
                       const char      *note,
                       guint32          day,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) finding = edit != NULL ? read_finding (session, id, error) : NULL;

  if (finding == NULL)
    return FALSE;
  if (koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS) < KOYOMI_FINDING_STATUS_DONE)
    return refuse ("the effect of an action is checked once it is done", error);

  koyomi_record_set_text (finding, KOYOMI_FINDING_VERIFIER, verifier);
  koyomi_record_set_int (finding, KOYOMI_FINDING_VERIFIED_DAY, day);
  koyomi_record_set_int (finding, KOYOMI_FINDING_EFFECTIVE, verdict);
  koyomi_record_set_int (finding, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_VERIFIED);
  if (note != NULL)
    koyomi_record_set_text (finding, KOYOMI_FINDING_EFFECT_NOTE, note);

  return check_needs (finding, error) && commit_status (session, edit, finding, language, error);
}

/* What the new finding has of the old one: what was found and where, but not what was done. */
static KoyomiRecord *
make_successor (KoyomiRecord *finding,
                guint32       day,
                guint32       due_day)
{
  static const int numbers[] = {
    KOYOMI_FINDING_AUDIT, KOYOMI_FINDING_INCIDENT, KOYOMI_FINDING_CONTROL, KOYOMI_FINDING_FUNCTION, KOYOMI_FINDING_GRADE, KOYOMI_FINDING_SOURCE,
  };
  static const int texts[] = { KOYOMI_FINDING_TITLE, KOYOMI_FINDING_DETAIL, KOYOMI_FINDING_OWNER, KOYOMI_FINDING_NATURE };
  KoyomiRecord *successor = koyomi_record_new (KOYOMI_TABLE_FINDING);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    koyomi_record_set_int (successor, numbers[i], koyomi_record_get_int (finding, numbers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    koyomi_record_set_text (successor, texts[i], koyomi_record_get_text (finding, texts[i]));
  koyomi_record_set_int (successor, KOYOMI_FINDING_FOUND_DAY, day);
  koyomi_record_set_int (successor, KOYOMI_FINDING_DUE_DAY, due_day);
  koyomi_record_set_int (successor, KOYOMI_FINDING_REOPENED_FROM, koyomi_record_get_id (finding));

  return successor;
}

static gboolean
check_can_reopen (KoyomiSession  *session,
                  KoyomiRecord   *finding,
                  GError        **error)
{
  g_autoptr(GPtrArray) successors = koyomi_session_list (session, KOYOMI_TABLE_FINDING, KOYOMI_FINDING_REOPENED_FROM, koyomi_record_get_id (finding),
                                                         koyomi_session_get_own_language (session), error);

  if (successors == NULL)
    return FALSE;
  if (!koyomi_finding_is_over (finding))
    return refuse ("only a finding that was verified or closed is opened again", error);

  return successors->len == 0 || refuse ("the finding was opened again already", error);
}

/**
 * koyomi_finding_reopen:
 * @day: on which it showed that the finding is not settled
 * @due_day: of the next action
 *
 * Closes the finding and opens it again as one of its own, so that what was tried before stays as it was. A finding is opened again once;
 * after that its successor is.
 *
 * Returns: the key of the new finding, or 0 on error
 */
gint64
koyomi_finding_reopen (KoyomiSession   *session,
                       gint64           id,
                       guint32          day,
                       guint32          due_day,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) finding = edit != NULL ? read_finding (session, id, error) : NULL;
  g_autoptr(KoyomiRecord) successor = NULL;
  g_autofree char *label = NULL;

  if (finding == NULL || !check_can_reopen (session, finding, error))
    return 0;

  successor = make_successor (finding, day, due_day);
  koyomi_record_set_int (finding, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_CLOSED);
  if (!set_number (session, successor, error) || !koyomi_edit_update (edit, finding, error) || !koyomi_edit_insert (edit, successor, error) ||
      !koyomi_edit_copy_translations (edit, KOYOMI_TABLE_FINDING, id, koyomi_record_get_id (successor), error))
    return 0;

  /* Translators: the label of the edit that opens a finding again as another one; their numbers, such as F-26-05 */
  label = g_strdup_printf (koyomi_tr (language, N_("Open %s again as %s")), koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER),
                           koyomi_record_get_text (successor, KOYOMI_FINDING_NUMBER));

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (successor) : 0;
}
