#include "koyomi-run-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"

/* The slots of one activity whose runs are deleted. */
typedef struct
{
  gint64  activity;
  GArray *slots;
} Gap;

static void
free_gap (Gap *self)
{
  g_array_unref (self->slots);
  g_free (self);
}

/* Returns: (element-type Gap): the activities that lose runs */
static GPtrArray *
gather_gaps (GPtrArray *runs)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_gap);
  g_autoptr(GHashTable) by_activity = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      gint64 activity = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
      guint32 slot_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);
      Gap *gap = g_hash_table_lookup (by_activity, &activity);

      if (gap == NULL)
        {
          gap = g_new0 (Gap, 1);
          gap->activity = activity;
          gap->slots = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (by_activity, &gap->activity, gap);
          g_ptr_array_add (gaps, gap);
        }
      g_array_append_val (gap->slots, slot_day);
    }

  return gaps;
}

static gboolean
has_run_for (GPtrArray *runs,
             guint32    slot_day)
{
  for (guint i = 0; i < runs->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_SLOT_DAY) == slot_day)
      return TRUE;

  return FALSE;
}

/* What happens once begins with the first of the runs that it has left, so that none is made again for the day before. */
static void
begin_later (KoyomiRecord *activity,
             GPtrArray    *left)
{
  guint32 first_day = G_MAXUINT32;

  if (has_run_for (left, koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY)))
    return;

  for (guint i = 0; i < left->len; i++)
    first_day = MIN (first_day, koyomi_record_get_day (g_ptr_array_index (left, i), KOYOMI_OCCURRENCE_SLOT_DAY));

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
}

/* Whether the rule might make a run for the slot again. What goes by completion might, as the next of the run before. */
static gboolean
gives_slot (const KoyomiRecurrence *rule,
            guint32                 anchor,
            KoyomiWorkCalendar     *calendar,
            guint32                 slot_day)
{
  g_autoptr(GArray) given = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));

  if (rule->from_completion)
    return rule->until == KOYOMI_DAY_NONE || slot_day <= rule->until;

  return koyomi_recurrence_expand (rule, anchor, calendar, slot_day, slot_day, given);
}

static gboolean
except_slots (KoyomiRecord        *activity,
              KoyomiRecurrence    *rule,
              GArray              *slots,
              GPtrArray           *left,
              KoyomiWorkCalendar  *calendar,
              GError             **error)
{
  guint32 anchor = koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY);

  for (guint i = 0; i < slots->len; i++)
    {
      guint32 slot_day = g_array_index (slots, guint32, i);
      GError *fault = NULL;

      if (!has_run_for (left, slot_day) && gives_slot (rule, anchor, calendar, slot_day) &&
          !koyomi_recurrence_add_exception (rule, slot_day, &fault))
        return _koyomi_edit_take_fault (error, fault);
    }

  koyomi_record_take_text (activity, KOYOMI_ACTIVITY_RULE, koyomi_recurrence_format (rule));

  return TRUE;
}

/* Sees to it that what was deleted is not made again. */
static gboolean
close_gap (KoyomiEdit          *edit,
           KoyomiSession       *session,
           const Gap           *gap,
           KoyomiWorkCalendar  *calendar,
           GError             **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(KoyomiRecord) activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, gap->activity, own, error);
  g_autoptr(GPtrArray) left = NULL;
  KoyomiRecurrence rule;

  if (activity == NULL ||
      (left = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, gap->activity, own, error)) == NULL)
    return FALSE;

  /* What is not a rule makes no runs. */
  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), NULL))
    return TRUE;

  if (rule.frequency == KOYOMI_FREQUENCY_ONCE && left->len == 0)
    return koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, gap->activity, error);

  if (rule.frequency == KOYOMI_FREQUENCY_ONCE)
    begin_later (activity, left);
  else if (!except_slots (activity, &rule, gap->slots, left, calendar, error))
    return FALSE;

  return !koyomi_record_has_changes (activity) || koyomi_edit_update (edit, activity, error);
}

/* As koyomi_runs_delete(), within an edit. */
gboolean
_koyomi_edit_delete_runs (KoyomiEdit     *self,
                          KoyomiSession  *session,
                          GPtrArray      *runs,
                          GError        **error)
{
  g_autoptr(GPtrArray) gaps = gather_gaps (runs);
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;

  if ((calendar = koyomi_session_load_work_calendar (session, koyomi_session_get_own_language (session), error)) == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    if (!koyomi_edit_delete (self, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (g_ptr_array_index (runs, i)), error))
      return FALSE;

  for (guint i = 0; i < gaps->len; i++)
    if (!close_gap (self, session, g_ptr_array_index (gaps, i), calendar, error))
      return FALSE;

  return TRUE;
}

static char *
label_delete (KoyomiRunBatch *batch,
              KoyomiLanguage  language)
{
  g_autofree char *day = NULL;

  if (batch->runs->len != 1)
    return g_strdup_printf (koyomi_tr (language, N_("Delete %s")), batch->name);

  day = koyomi_day_format (batch->first_day);

  /* Translators: what is deleted, and on which day it was to happen */
  return g_strdup_printf (koyomi_tr (language, N_("Delete %s of %s")), batch->name, day);
}

/**
 * koyomi_runs_delete:
 *
 * The last run of an activity that happens once takes the activity along. The rule of one that happens again leaves the slots of
 * the deleted runs out from now on (except=…), so that koyomi_edit_add_runs() does not make them again; whoever wants them back
 * undoes the edit, or takes the day out of the rule. Where the next run of what goes by completion is deleted, nothing follows until
 * a run is done again, and then not on that day.
 */
gboolean
koyomi_runs_delete (KoyomiSession   *session,
                    const gint64    *runs,
                    guint            n,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error))
    return FALSE;

  label = label_delete (&batch, language);

  return _koyomi_edit_delete_runs (batch.edit, session, batch.runs, error) && koyomi_edit_commit (batch.edit, label, error);
}
