#include "koyomi-completion-private.h"

#include "koyomi-occurrence.h"
#include "koyomi-run-chain.h"

typedef struct
{
  KoyomiEdit         *edit;
  KoyomiSession      *session;
  KoyomiRecord       *activity;
  KoyomiRecurrence    rule;
  KoyomiWorkCalendar *calendar;
  GPtrArray          *runs;      /* (element-type KoyomiRecord): the chain */
  GHashTable         *changed;   /* (element-type gint64): runs whose status or completion this edit has changed */
} Chain;

static void
chain_clear (Chain *self)
{
  g_clear_object (&self->activity);
  g_clear_object (&self->calendar);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static KoyomiRecord *
get_run (Chain *self,
         guint  place)
{
  return g_ptr_array_index (self->runs, place);
}

static gboolean
is_changed (Chain *self,
            guint  place)
{
  gint64 id = koyomi_record_get_id (get_run (self, place));

  return g_hash_table_contains (self->changed, &id);
}

/* The first run of the rule does not come of a completion. */
static gboolean
is_given (Chain        *self,
          KoyomiRecord *run)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  guint32 slot_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);

  return koyomi_recurrence_expand (&self->rule, koyomi_record_get_day (self->activity, KOYOMI_ACTIVITY_FIRST_DAY), self->calendar,
                                   slot_day, slot_day, slots);
}

/* Whether evidence or a name in the other language speaks of the run. */
static gboolean
is_spoken_of (Chain        *self,
              KoyomiRecord *run)
{
  KoyomiLanguage other = koyomi_session_get_own_language (self->session) == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  gint64 id = koyomi_record_get_id (run);
  g_autoptr(KoyomiRecord) translated = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, id, other, NULL);
  g_autoptr(GPtrArray) proofs = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_OCCURRENCE, id, other, NULL);

  return translated == NULL || *koyomi_record_get_title (translated) != '\0' || proofs == NULL || proofs->len > 0;
}

/* Whether the run may be moved or go, because it came of a completion and nobody has touched it. */
static gboolean
is_free (Chain *self,
         guint  place)
{
  KoyomiRecord *run = get_run (self, place);

  return koyomi_occurrence_is_untouched (run) && !koyomi_occurrence_is_assigned (run) && !is_changed (self, place) &&
         !is_given (self, run) && !is_spoken_of (self, run);
}

/* Removes the free runs from @place on. */
static gboolean
remove_free (Chain   *self,
             guint    place,
             GError **error)
{
  for (; place < self->runs->len; place++)
    if (is_free (self, place) &&
        !koyomi_edit_delete (self->edit, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (get_run (self, place)), error))
      return FALSE;

  return TRUE;
}

static gboolean
move_run (Chain             *self,
          KoyomiRecord      *run,
          const KoyomiSlot  *slot,
          GError           **error)
{
  guint32 last_day = koyomi_slot_get_last_day (slot, koyomi_record_get_int (self->activity, KOYOMI_ACTIVITY_DURATION));

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, slot->slot_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);

  return !koyomi_record_has_changes (run) || koyomi_edit_update (self->edit, run, error);
}

/* @last: the place of the run that is followed */
static gboolean
place_next (Chain   *self,
            guint    last,
            GError **error)
{
  g_autoptr(KoyomiRecord) added = NULL;
  KoyomiSlot slot;

  for (guint place = last + 1; place < self->runs->len; place++)
    if (!is_free (self, place))
      return TRUE;

  if (!koyomi_run_chain_find_next (self->runs, &self->rule, self->calendar, &slot))
    return remove_free (self, last + 1, error);

  if (last + 1 < self->runs->len)
    return move_run (self, get_run (self, last + 1), &slot, error) && remove_free (self, last + 2, error);

  return (added = koyomi_edit_add_run (self->edit, self->activity, &slot, error)) != NULL;
}

/* Returns: the place of the first changed run from @place on, or -1 */
static int
find_changed (Chain *self,
              guint  place)
{
  for (; place < self->runs->len; place++)
    if (is_changed (self, place))
      return place;

  return -1;
}

static gboolean
follow (Chain   *self,
        GError **error)
{
  int last = koyomi_run_chain_find_last (self->runs);
  int opened = find_changed (self, last + 1);

  if (opened >= 0)
    return remove_free (self, opened + 1, error);

  return last < 0 || !is_changed (self, last) || place_next (self, last, error);
}

static gboolean
take_unless_gone (GError **error,
                  GError  *fault)
{
  gboolean is_gone = g_error_matches (fault, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);

  if (is_gone)
    g_error_free (fault);
  else
    g_propagate_error (error, fault);

  return is_gone;
}

/* @changed: (element-type gint64): runs whose status or day of completion was changed */
gboolean
_koyomi_edit_follow_completion (KoyomiEdit     *self,
                                KoyomiSession  *session,
                                gint64          activity,
                                GHashTable     *changed,
                                GError        **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_auto(Chain) chain = { .edit = self, .session = session, .changed = changed };
  g_autoptr(GError) fault = NULL;

  /* The edit may have deleted it since. */
  if ((chain.activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, activity, own, &fault)) == NULL)
    return take_unless_gone (error, g_steal_pointer (&fault));

  if (!koyomi_recurrence_parse (&chain.rule, koyomi_record_get_text (chain.activity, KOYOMI_ACTIVITY_RULE), NULL) ||
      !chain.rule.from_completion)
    return TRUE;

  if ((chain.runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, own, error)) == NULL ||
      (chain.calendar = koyomi_session_load_work_calendar (session, own, error)) == NULL)
    return FALSE;

  koyomi_run_chain_sort (chain.runs);

  return follow (&chain, error);
}
