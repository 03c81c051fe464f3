#include "koyomi-roll-over-private.h"

#include "koyomi-closed-year-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-private.h"
#include "koyomi-session-private.h"

typedef struct
{
  KoyomiRollOver *roll_over;
  KoyomiSession  *session;
  KoyomiEdit     *edit;
} Roller;

/* A repeated run takes its name, its team and its owner along. */
static gboolean
repeat_run (Roller        *self,
            gint64         source,
            KoyomiRecord  *run,
            GError       **error)
{
  g_autoptr(KoyomiRecord) model = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, source,
                                                      koyomi_session_get_own_language (self->session), error);

  if (model == NULL)
    return FALSE;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, koyomi_record_get_int (model, KOYOMI_OCCURRENCE_TEAM));
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, koyomi_record_get_text (model, KOYOMI_OCCURRENCE_TITLE));
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, koyomi_record_get_text (model, KOYOMI_OCCURRENCE_OWNER));

  return koyomi_edit_insert (self->edit, run, error) &&
         koyomi_edit_copy_translations (self->edit, KOYOMI_TABLE_OCCURRENCE, source, koyomi_record_get_id (run), error);
}

static gboolean
make_run (Roller                *self,
          KoyomiRollActivity    *activity,
          const KoyomiRolledRun *rolled,
          GError               **error)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, activity->activity_id);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, activity->function_id);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, rolled->slot_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, rolled->first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, rolled->last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, rolled->first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, rolled->last_day);

  return rolled->source != 0 ? repeat_run (self, rolled->source, run, error) : koyomi_edit_insert (self->edit, run, error);
}

static gboolean
remove_runs (Roller              *self,
             KoyomiRollActivity  *activity,
             GError             **error)
{
  for (guint i = 0; i < activity->present_runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (activity->present_runs, i);

      if (_koyomi_roll_activity_removes (activity, run) &&
          !koyomi_edit_delete (self->edit, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (run), error))
        return FALSE;
    }

  return TRUE;
}

/* A rule that is dropped has its last day with the old year; one that changes begins anew in the new one. */
static gboolean
change_rule (Roller              *self,
             KoyomiRollActivity  *activity,
             GError             **error)
{
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->roll_over->from);
  guint32 first_day;
  KoyomiRecurrence rule;

  if (!_koyomi_roll_activity_get_rule (activity, self->roll_over, &rule, &first_day))
    return TRUE;

  if (activity->action == KOYOMI_ROLL_KEEP && activity->anchor == KOYOMI_ROLL_BY_RULE)
    return TRUE;

  if (activity->action == KOYOMI_ROLL_DROP)
    {
      if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity->record, KOYOMI_ACTIVITY_RULE), error))
        return FALSE;

      rule.until = rule.until != KOYOMI_DAY_NONE ? MIN (rule.until, last_day) : last_day;
      rule.count = 0;
    }
  else
    koyomi_record_set_int (activity->record, KOYOMI_ACTIVITY_FIRST_DAY, first_day);

  koyomi_record_take_text (activity->record, KOYOMI_ACTIVITY_RULE, koyomi_recurrence_format (&rule));

  return koyomi_edit_update (self->edit, activity->record, error);
}

static gboolean
roll_activity (Roller              *self,
               KoyomiRollActivity  *activity,
               GError             **error)
{
  if (!remove_runs (self, activity, error))
    return FALSE;

  for (guint i = 0; i < activity->runs->len; i++)
    {
      const KoyomiRolledRun *run = &g_array_index (activity->runs, KoyomiRolledRun, i);

      if (!run->is_present && !make_run (self, activity, run, error))
        return FALSE;
    }

  return change_rule (self, activity, error);
}

static gboolean
change_run (KoyomiRollUnfinished  *run,
            KoyomiRecord          *record,
            GError               **error)
{
  KoyomiStatus status = run->action == KOYOMI_UNFINISHED_SKIP ? KOYOMI_STATUS_SKIPPED : KOYOMI_STATUS_MISSED;

  if (run->action != KOYOMI_UNFINISHED_CARRY)
    return koyomi_occurrence_set_status (record, status, KOYOMI_DAY_NONE, run->reason, error);

  koyomi_record_set_text (record, KOYOMI_OCCURRENCE_REASON, run->reason);

  return koyomi_occurrence_move (record, run->new_first, run->new_first + run->last_day - run->first_day, error);
}

/* What was typed becomes the reason in every language. */
static gboolean
settle_run (Roller                *self,
            KoyomiRollUnfinished  *run,
            GError               **error)
{
  g_autoptr(KoyomiRecord) record = NULL;

  if (run->action == KOYOMI_UNFINISHED_LEAVE)
    return TRUE;

  record = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, run->occurrence_id,
                               koyomi_session_get_own_language (self->session), error);

  return record != NULL &&
         change_run (run, record, error) &&
         koyomi_edit_translate (self->edit, KOYOMI_OCCURRENCE_REASON, run->occurrence_id, "", error) &&
         koyomi_edit_update (self->edit, record, error);
}

/* Counted in the plan itself: what the assistant showed is what has come about. */
static gboolean
verify_counts (Roller  *self,
               GError **error)
{
  KoyomiRollCounts counts = koyomi_roll_over_count (self->roll_over);
  g_autofree char *rows = NULL;
  g_autofree char *unfinished = NULL;
  KoyomiDatabase *db = _koyomi_session_get_store (self->session)->db;
  gint64 n_new, n_left, n_meetings;

  rows = g_strdup_printf ("SELECT count (DISTINCT activity_id) FROM occurrence WHERE slot_day BETWEEN %u AND %u",
                          koyomi_fiscal_year_get_first_day (self->roll_over->to), koyomi_fiscal_year_get_last_day (self->roll_over->to));
  unfinished = g_strdup_printf ("SELECT count (*) FROM occurrence"
                                " WHERE status IN ('planned', 'doing') AND max (last_day, slot_day) <= %u",
                                koyomi_fiscal_year_get_last_day (self->roll_over->from));
  if (!koyomi_database_get_number (db, rows, &n_new, error) ||
      !koyomi_database_get_number (db, unfinished, &n_left, error) ||
      !koyomi_database_get_number (db, "SELECT count (*) FROM meeting", &n_meetings, error))
    return FALSE;

  if (n_new == counts.n_new && n_new == (gint64) counts.n_old - counts.n_dropped + counts.n_added && n_left == counts.n_left &&
      n_meetings == self->roll_over->n_all_meetings + counts.n_meetings_made)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT,
               "the plan was changed since its roll-over was planned: it would have %" G_GINT64_FORMAT " activities in the new year, "
               "not %u, %" G_GINT64_FORMAT " unfinished runs in the old one, not %u, and %" G_GINT64_FORMAT " meetings in all", n_new,
               counts.n_new, n_left, counts.n_left, n_meetings);

  return FALSE;
}

static gboolean
roll (Roller          *self,
      KoyomiLanguage   language,
      GError         **error)
{
  KoyomiRollOver *roll_over = self->roll_over;

  for (guint i = 0; i < roll_over->activities->len; i++)
    if (!roll_activity (self, g_ptr_array_index (roll_over->activities, i), error))
      return FALSE;

  for (guint i = 0; i < roll_over->unfinished->len; i++)
    if (!settle_run (self, g_ptr_array_index (roll_over->unfinished, i), error))
      return FALSE;

  return _koyomi_roll_over_make_meetings (roll_over, self->session, self->edit, error) &&
         verify_counts (self, error) &&
         (!roll_over->close_year || _koyomi_edit_close_year (self->edit, self->session, roll_over->from, language, error));
}

/**
 * koyomi_roll_over_apply:
 *
 * Does all that was chosen as one edit. %KOYOMI_PLAN_ERROR_CONSTRAINT while koyomi_roll_over_check() has something to say,
 * %KOYOMI_PLAN_ERROR_CONFLICT when the plan was changed since the roll-over was planned; nothing is changed then. Afterwards the
 * roll-over is used up, whether it succeeded or not: plan a new one.
 */
gboolean
koyomi_roll_over_apply (KoyomiRollOver  *self,
                        KoyomiSession   *session,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(GPtrArray) lacks = koyomi_roll_over_check (self, KOYOMI_LANGUAGE_EN);
  g_autofree char *from = koyomi_fiscal_year_format (self->from, language);
  g_autofree char *to = koyomi_fiscal_year_format (self->to, language);
  g_autofree char *label = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  Roller roller = { self, session };

  if (lacks->len > 0)
    {
      g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, g_ptr_array_index (lacks, 0));
      return FALSE;
    }

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  roller.edit = edit;
  _koyomi_edit_roll_over (edit);
  /* Translators: the label of the edit that goes from one fiscal year to the next, such as FY2026 and FY2027 */
  label = g_strdup_printf (koyomi_tr (language, N_("Roll %s over to %s")), from, to);

  return roll (&roller, language, error) && koyomi_edit_commit (edit, label, error);
}
