#include "koyomi-run-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"

/* What is done to each run of a batch. */
typedef struct
{
  int           first_by;
  int           last_by;
  guint32       first_day;
  guint32       last_day;
  KoyomiStatus  status;
  guint32       day;
  const char   *reason;
  int           percent;
  gint64        team;
} Change;

typedef gboolean (*ChangeFunc) (KoyomiRecord  *run,
                                const Change  *change,
                                GError       **error);

/* What the model forbids, a plan does not allow. */
gboolean
_koyomi_edit_take_fault (GError **error,
                         GError  *fault)
{
  g_set_error_literal (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, fault->message);
  g_error_free (fault);

  return FALSE;
}

void
_koyomi_run_batch_clear (KoyomiRunBatch *self)
{
  g_clear_pointer (&self->edit, koyomi_edit_free);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
}

/* Begins the edit and reads the runs. */
gboolean
_koyomi_run_batch_begin (KoyomiRunBatch  *self,
                         KoyomiSession   *session,
                         const gint64    *runs,
                         guint            n,
                         KoyomiLanguage   language,
                         GError         **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->session = session;
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  if ((self->edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      KoyomiRecord *run;

      if (!g_hash_table_add (seen, (gpointer) &runs[i]))
        continue;

      if ((run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, runs[i], koyomi_session_get_own_language (session),
                                     error)) == NULL)
        return FALSE;

      g_ptr_array_add (self->runs, run);
    }

  self->name = _koyomi_label_name_runs (session, self->runs, language);
  if (self->runs->len > 0)
    self->first_day = koyomi_record_get_day (g_ptr_array_index (self->runs, 0), KOYOMI_OCCURRENCE_FIRST_DAY);

  return TRUE;
}

static gboolean
update_run (KoyomiRunBatch  *self,
            KoyomiRecord    *run,
            GError         **error)
{
  gboolean has_new_reason = koyomi_record_is_changed (run, KOYOMI_OCCURRENCE_REASON);

  if (!koyomi_record_has_changes (run))
    return TRUE;

  /* The reason of another time must not stay as the translation of this one's. */
  return koyomi_edit_update (self->edit, run, error) &&
         (!has_new_reason ||
          koyomi_edit_translate (self->edit, KOYOMI_OCCURRENCE_REASON, koyomi_record_get_id (run), "", error));
}

/* Which of the runs it was. */
static gboolean
take_fault_of (KoyomiRunBatch  *self,
               KoyomiRecord    *run,
               GError          *fault,
               GError         **error)
{
  g_autofree char *name = _koyomi_label_name_row (self->session, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (run), KOYOMI_LANGUAGE_EN);
  g_autofree char *day = koyomi_record_format (run, KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_LANGUAGE_EN);

  g_prefix_error (&fault, "%s of %s: ", name, day);

  return _koyomi_edit_take_fault (error, fault);
}

static gboolean
change_runs (KoyomiRunBatch  *self,
             ChangeFunc       func,
             const Change    *change,
             GError         **error)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (self->runs, i);
      GError *fault = NULL;

      if (!func (run, change, &fault))
        return take_fault_of (self, run, fault, error);

      if (!update_run (self, run, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
shift_run (KoyomiRecord  *run,
           const Change  *change,
           GError       **error)
{
  return koyomi_occurrence_shift (run, change->first_by, change->last_by, error);
}

static gboolean
move_run (KoyomiRecord  *run,
          const Change  *change,
          GError       **error)
{
  return koyomi_occurrence_move (run, change->first_day, change->last_day, error);
}

static gboolean
set_status (KoyomiRecord  *run,
            const Change  *change,
            GError       **error)
{
  return koyomi_occurrence_set_status (run, change->status, change->day, change->reason, error);
}

static gboolean
set_progress (KoyomiRecord  *run,
              const Change  *change,
              GError       **error)
{
  return koyomi_occurrence_set_progress (run, change->percent, change->day, error);
}

static gboolean
assign (KoyomiRecord  *run,
        const Change  *change,
        GError       **error)
{
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, change->team);

  return TRUE;
}

/* Moves both ends of each run. The days that they were first planned for stay on record, and show as a ghost. */
gboolean
koyomi_runs_move (KoyomiSession   *session,
                  const gint64    *runs,
                  guint            n,
                  int              days,
                  KoyomiLanguage   language,
                  GError         **error)
{
  Change change = { .first_by = days, .last_by = days };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error) || !change_runs (&batch, shift_run, &change, error))
    return FALSE;

  label = batch.runs->len == 1 ? _koyomi_label_move (batch.name, batch.first_day, batch.first_day + days, language)
                               : _koyomi_label_move_by (batch.name, days, language);

  return koyomi_edit_commit (batch.edit, label, error);
}

static char *
label_resize (KoyomiRunBatch *self,
              KoyomiLanguage  language)
{
  g_autofree char *days = NULL;
  KoyomiRecord *run;

  if (self->runs->len != 1)
    return g_strdup_printf (koyomi_tr (language, N_("Change the days of %s")), self->name);

  run = g_ptr_array_index (self->runs, 0);
  days = koyomi_day_format_span (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY),
                                 koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), language);

  /* Translators: what has other days now, and which */
  return g_strdup_printf (koyomi_tr (language, N_("Change the days of %s to %s")), self->name, days);
}

/* Moves the first and the last day of each run apart. A run never gets shorter than a day. */
gboolean
koyomi_runs_resize (KoyomiSession   *session,
                    const gint64    *runs,
                    guint            n,
                    int              first_by,
                    int              last_by,
                    KoyomiLanguage   language,
                    GError         **error)
{
  Change change = { .first_by = first_by, .last_by = last_by };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error) || !change_runs (&batch, shift_run, &change, error))
    return FALSE;

  label = label_resize (&batch, language);

  return koyomi_edit_commit (batch.edit, label, error);
}

/* Gives one run these days. */
gboolean
koyomi_run_set_days (KoyomiSession   *session,
                     gint64           run,
                     guint32          first_day,
                     guint32          last_day,
                     KoyomiLanguage   language,
                     GError         **error)
{
  Change change = { .first_day = first_day, .last_day = last_day };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;
  guint32 length;

  if (!_koyomi_run_batch_begin (&batch, session, &run, 1, language, error))
    return FALSE;

  length = koyomi_record_get_day (g_ptr_array_index (batch.runs, 0), KOYOMI_OCCURRENCE_LAST_DAY) - batch.first_day;
  if (!change_runs (&batch, move_run, &change, error))
    return FALSE;

  label = last_day - first_day == length ? _koyomi_label_move (batch.name, batch.first_day, first_day, language)
                                         : label_resize (&batch, language);

  return koyomi_edit_commit (batch.edit, label, error);
}

/**
 * koyomi_runs_set_status:
 * @day: when they were begun or done; not read for the other statuses
 * @reason: (nullable): why they were skipped or missed, which is refused without one; replaces what stood there, in both languages
 *
 * What goes by completion gets its next run by this, or loses it again: see koyomi_edit_commit().
 */
gboolean
koyomi_runs_set_status (KoyomiSession   *session,
                        const gint64    *runs,
                        guint            n,
                        KoyomiStatus     status,
                        guint32          day,
                        const char      *reason,
                        KoyomiLanguage   language,
                        GError         **error)
{
  Change change = { .status = status, .day = day, .reason = reason };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error) || !change_runs (&batch, set_status, &change, error))
    return FALSE;

  label = _koyomi_label_set_status (batch.name, status, language);

  return koyomi_edit_commit (batch.edit, label, error);
}

/* A run that comes further than nothing is begun today. One that comes to a hundred percent is not yet done by that; one that is
 * over is refused. */
gboolean
koyomi_runs_set_progress (KoyomiSession   *session,
                          const gint64    *runs,
                          guint            n,
                          int              percent,
                          KoyomiLanguage   language,
                          GError         **error)
{
  Change change = { .percent = percent, .day = koyomi_day_today () };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error) || !change_runs (&batch, set_progress, &change, error))
    return FALSE;

  /* Translators: of what, and a number of percent */
  label = g_strdup_printf (koyomi_tr (language, N_("Set the progress of %s to %d %%")), batch.name, percent);

  return koyomi_edit_commit (batch.edit, label, error);
}

/**
 * koyomi_runs_assign:
 * @team: who does these runs. 0 takes that back: each is then done by its activity's team, which it also shows, or where the activity
 *   has none by whoever does the function
 */
gboolean
koyomi_runs_assign (KoyomiSession   *session,
                    const gint64    *runs,
                    guint            n,
                    gint64           team,
                    KoyomiLanguage   language,
                    GError         **error)
{
  Change change = { .team = team };
  g_auto(KoyomiRunBatch) batch = { 0 };
  g_autofree char *team_name = NULL;
  g_autofree char *label = NULL;

  if (!_koyomi_run_batch_begin (&batch, session, runs, n, language, error) || !change_runs (&batch, assign, &change, error))
    return FALSE;

  team_name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, team, language);
  if (team != 0)
    /* Translators: what is assigned, and to which team */
    label = g_strdup_printf (koyomi_tr (language, N_("Assign %s to %s")), batch.name, team_name);
  else
    /* Translators: what is no longer assigned to a team of its own, but to its activity's or function's again */
    label = g_strdup_printf (koyomi_tr (language, N_("Return %s to the usual team")), batch.name);

  return koyomi_edit_commit (batch.edit, label, error);
}
