#include "koyomi-run-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"
#include "koyomi-text.h"

#include <string.h>

/* A bar without a name cannot be told from the others. */
gboolean
_koyomi_edit_check_title (KoyomiRecord  *activity,
                          GError       **error)
{
  if (!koyomi_text_is_blank (koyomi_record_get_title (activity)))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "an activity needs a title");

  return FALSE;
}

/* Puts a new activity behind those that its function has. */
gboolean
_koyomi_edit_place_activity (KoyomiSession  *session,
                             KoyomiRecord   *activity,
                             GError        **error)
{
  gint64 function = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION);
  g_autoptr(GPtrArray) others = koyomi_session_list (session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_FUNCTION, function,
                                                     koyomi_session_get_own_language (session), error);
  gint64 position = 1;

  if (others == NULL)
    return FALSE;

  if (others->len > 0)
    position += koyomi_record_get_int (g_ptr_array_index (others, others->len - 1), KOYOMI_ACTIVITY_POSITION);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_POSITION, position);

  return TRUE;
}

/* Returns: (transfer full): the run of a new activity without a rule */
KoyomiRecord *
_koyomi_edit_insert_once (KoyomiEdit     *edit,
                          KoyomiSession  *session,
                          KoyomiRecord   *activity,
                          guint32         first_day,
                          guint32         last_day,
                          GError        **error)
{
  KoyomiSlot slot = { first_day, first_day, last_day };

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, (gint64) last_day - first_day + 1);

  if (!_koyomi_edit_place_activity (session, activity, error) || !koyomi_edit_insert (edit, activity, error))
    return NULL;

  return koyomi_edit_add_run (edit, activity, &slot, error);
}

/* What of an activity holds for a copy of one of its runs as well. */
static KoyomiRecord *
make_copy (KoyomiRecord *activity,
           KoyomiRecord *run,
           gint64        function)
{
  KoyomiRecord *copy = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  gint64 team = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM);
  const char *title = koyomi_record_get_title (run);

  koyomi_record_set_int (copy, KOYOMI_ACTIVITY_FUNCTION,
                         function != 0 ? function : koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION));
  koyomi_record_set_int (copy, KOYOMI_ACTIVITY_TEAM, team != 0 ? team : koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM));
  koyomi_record_set_text (copy, KOYOMI_ACTIVITY_TITLE, *title != '\0' ? title : koyomi_record_get_title (activity));
  koyomi_record_set_int (copy, KOYOMI_ACTIVITY_KIND, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_KIND));
  koyomi_record_set_real (copy, KOYOMI_ACTIVITY_EFFORT, koyomi_record_get_real (activity, KOYOMI_ACTIVITY_EFFORT));
  koyomi_record_set_real (copy, KOYOMI_ACTIVITY_COST, koyomi_record_get_real (activity, KOYOMI_ACTIVITY_COST));
  koyomi_record_set_text (copy, KOYOMI_ACTIVITY_CLAUSE, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_CLAUSE));
  koyomi_record_set_text (copy, KOYOMI_ACTIVITY_NOTE, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_NOTE));

  return copy;
}

/* The name that a run has of its own in the other language is its copy's as well. */
static gboolean
translate_title (KoyomiEdit     *edit,
                 KoyomiSession  *session,
                 KoyomiRecord   *run,
                 KoyomiRecord   *copy,
                 GError        **error)
{
  KoyomiLanguage other = koyomi_session_get_own_language (session) == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  g_autoptr(KoyomiRecord) translated = NULL;

  if ((translated = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (run), other, error)) == NULL)
    return FALSE;

  return *koyomi_record_get_title (translated) == '\0' ||
         strcmp (koyomi_record_get_title (translated), koyomi_record_get_title (run)) == 0 ||
         koyomi_edit_translate (edit, KOYOMI_ACTIVITY_TITLE, koyomi_record_get_id (copy), koyomi_record_get_title (translated), error);
}

/* Returns: the key of the new run, or 0 on error */
static gint64
copy_run (KoyomiRunBatch  *batch,
          KoyomiSession   *session,
          KoyomiRecord    *run,
          int              days,
          gint64           function,
          GError         **error)
{
  g_autoptr(KoyomiRecord) moved = koyomi_record_copy (run);
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(KoyomiRecord) copy = NULL;
  g_autoptr(KoyomiRecord) added = NULL;
  gint64 activity_id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  GError *fault = NULL;

  if (!koyomi_occurrence_shift (moved, days, days, &fault))
    return _koyomi_edit_take_fault (error, fault);

  if ((activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, activity_id, koyomi_session_get_own_language (session),
                                      error)) == NULL)
    return 0;

  copy = make_copy (activity, run, function);
  added = _koyomi_edit_insert_once (batch->edit, session, copy, koyomi_record_get_day (moved, KOYOMI_OCCURRENCE_FIRST_DAY),
                       koyomi_record_get_day (moved, KOYOMI_OCCURRENCE_LAST_DAY), error);
  if (added == NULL ||
      !translate_title (batch->edit, session, run, copy, error) ||
      !koyomi_edit_copy_translations (batch->edit, KOYOMI_TABLE_ACTIVITY, activity_id, koyomi_record_get_id (copy), error))
    return 0;

  return koyomi_record_get_id (added);
}

static char *
label_copy (KoyomiRunBatch *batch,
            int             days,
            KoyomiLanguage  language)
{
  g_autofree char *day = NULL;

  if (batch->runs->len != 1)
    return g_strdup_printf (koyomi_tr (language, N_("Copy %s")), batch->name);

  day = koyomi_day_format (batch->first_day + days);

  /* Translators: what is copied, and to which day */
  return g_strdup_printf (koyomi_tr (language, N_("Copy %s to %s")), batch->name, day);
}

/**
 * koyomi_runs_copy:
 * @days: how many days after its run each copy lies
 * @function: in whose row the copies stand; 0 for each one's own
 *
 * A copy is an activity of its own, which happens once: it has the name, team, length, effort, cost, clause and note of what was
 * copied, and is planned. It is never one more run of the same activity, because a rule that is changed later would not know
 * whether to take it along, and the activity may not be the other function's.
 *
 * Returns: (transfer full) (element-type gint64): the new runs, in the order of @runs
 */
GArray *
koyomi_runs_copy (KoyomiSession   *session,
                  const gint64    *runs,
                  guint            n,
                  int              days,
                  gint64           function,
                  KoyomiLanguage   language,
                  GError         **error)
{
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autoptr(GArray) copies = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error))
    return NULL;

  for (guint i = 0; i < batch.runs->len; i++)
    {
      gint64 copy = copy_run (&batch, session, g_ptr_array_index (batch.runs, i), days, function, error);

      if (copy == 0)
        return NULL;

      g_array_append_val (copies, copy);
    }

  label = label_copy (&batch, days, language);

  return koyomi_edit_commit (batch.edit, label, error) ? g_steal_pointer (&copies) : NULL;
}
