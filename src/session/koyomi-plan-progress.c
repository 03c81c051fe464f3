#include "koyomi-plan-progress.h"

#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-report-issue.h"
#include "koyomi-session-private.h"
#include "koyomi-work-count.h"

void
koyomi_plan_progress_free (KoyomiPlanProgress *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->due);
  g_array_unref (self->done);
  g_clear_pointer (&self->baseline_due, g_array_unref);
  g_clear_pointer (&self->variance, koyomi_variance_free);
  g_clear_object (&self->baseline);
  g_free (self);
}

typedef void (*ReadFunc) (KoyomiPlanProgress *self,
                          guint32             last_day,
                          guint32             actual_last,
                          KoyomiStatus        status);

static gboolean
read_runs (KoyomiPlanProgress  *self,
           KoyomiSession       *session,
           ReadFunc             read,
           GError             **error)
{
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_database_prepare (_koyomi_session_get_store (session)->db,
                                       "SELECT last_day, ifnull (actual_last, last_day), status FROM occurrence"
                                       " WHERE last_day BETWEEN :first_day AND :last_day AND status <> 'skipped'", error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":first_day", self->first_day);
  koyomi_statement_bind_int (statement, ":last_day", self->last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    read (self, koyomi_statement_get_int (statement, 0), koyomi_statement_get_int (statement, 1),
          koyomi_field_find_word (status, koyomi_statement_get_text (statement, 2)));

  return step == KOYOMI_STEP_DONE;
}

static void
take_run (KoyomiPlanProgress *self,
          guint32             last_day,
          guint32             actual_last,
          KoyomiStatus        status)
{
  gboolean is_done = status == KOYOMI_STATUS_DONE && actual_last <= self->status_day;
  KoyomiWorkCount count;

  g_array_append_val (self->due, last_day);
  if (is_done)
    g_array_append_val (self->done, actual_last);
  koyomi_work_count_init (&count, self->first_day, self->last_day, self->status_day);
  if (koyomi_work_count_is_due (&count, status, last_day))
    {
      self->n_due++;
      self->n_done += is_done;
    }
}

static void
take_baseline_run (KoyomiPlanProgress *self,
                   guint32             last_day,
                   guint32             actual_last,
                   KoyomiStatus        status)
{
  g_array_append_val (self->baseline_due, last_day);
}

/* Returns: (nullable): the last baseline that was set by @moment */
static KoyomiRecord *
find_baseline (GPtrArray *baselines,
               gint64     moment)
{
  KoyomiRecord *found = NULL;

  for (guint i = 0; i < baselines->len; i++)
    {
      KoyomiRecord *baseline = g_ptr_array_index (baselines, i);

      if (koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_AT) < moment && !koyomi_report_issue_made (baseline) &&
          (found == NULL || koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_SEQ) >= koyomi_record_get_int (found, KOYOMI_BOOKMARK_SEQ)))
        found = baseline;
    }

  return found;
}

static gboolean
load_baseline (KoyomiPlanProgress  *self,
               KoyomiSession       *session,
               KoyomiSession       *then,
               gint64               moment,
               KoyomiLanguage       language,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr(GPtrArray) baselines = koyomi_session_list_baselines (session, language, error);
  g_autoptr(KoyomiSession) before = NULL;

  if (baselines == NULL)
    return FALSE;

  g_set_object (&self->baseline, find_baseline (baselines, moment));
  if (self->baseline == NULL)
    return TRUE;

  self->baseline_due = g_array_new (FALSE, FALSE, sizeof (guint32));
  before = koyomi_session_open_as_of (session, koyomi_record_get_int (self->baseline, KOYOMI_BOOKMARK_SEQ), NULL, NULL, cancellable, error);

  return before != NULL && read_runs (self, before, take_baseline_run, error) &&
         (self->variance = koyomi_session_compare (then, before, self->first_day, self->last_day, language, error)) != NULL;
}

/* Returns: the entry of the change log to go back to; -1 on error. The plan is as it was first entered on days before that. */
static gint64
find_entry (KoyomiPlanProgress  *self,
            KoyomiSession       *session,
            gint64               moment,
            GError             **error)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (session, 0, error);
  const KoyomiEntry *first = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  gint64 seq = entries != NULL ? koyomi_session_find_time (session, moment - 1, error) : -1;

  if (first != NULL)
    self->log_day = koyomi_time_get_day (first->at);
  self->is_from_history = seq > 0;

  return seq == 0 && first != NULL ? first->seq : seq;
}

static void
start (KoyomiPlanProgress *self,
       KoyomiSession      *session,
       guint32             status_day)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, status_day);

  self->status_day = status_day;
  self->first_day = koyomi_fiscal_year_get_first_day (year);
  self->last_day = koyomi_fiscal_year_get_last_day (year);
  self->due = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->done = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * koyomi_session_load_plan_progress:
 * @status_day: today or a day before: of the plan as it stood at its end
 *
 * May take as long as the change log is: for a worker, on a copy.
 */
KoyomiPlanProgress *
koyomi_session_load_plan_progress (KoyomiSession   *session,
                                   guint32          status_day,
                                   KoyomiLanguage   language,
                                   GCancellable    *cancellable,
                                   GError         **error)
{
  g_autoptr(KoyomiPlanProgress) self = g_new0 (KoyomiPlanProgress, 1);
  g_autoptr(KoyomiSession) then = NULL;
  gboolean is_past = status_day < koyomi_day_today ();
  gint64 moment = is_past ? koyomi_day_get_start (status_day + 1) : G_MAXINT64;
  gint64 seq;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  start (self, session, status_day);
  if ((seq = find_entry (self, session, moment, error)) < 0)
    return NULL;

  then = is_past ? koyomi_session_open_as_of (session, seq, NULL, NULL, cancellable, error) : g_object_ref (session);
  if (then == NULL || !read_runs (self, then, take_run, error) ||
      !load_baseline (self, session, then, moment, language, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static guint
count_moved (const KoyomiVariance *variance,
             gboolean              later)
{
  guint n = 0;

  for (guint i = 0; i < variance->items->len; i++)
    {
      const KoyomiVarianceItem *item = g_ptr_array_index (variance->items, i);

      n += item->kind == KOYOMI_VARIANCE_MOVED && item->days_moved != 0 && (item->days_moved > 0) == later;
    }

  return n;
}

/* @part: (transfer full) */
static void
take_part (GPtrArray *parts,
           guint      n,
           char      *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/* Returns: (nullable): such as: Since “…”: 2 moved later, 1 added; NULL without a baseline */
char *
koyomi_plan_progress_format_variance (const KoyomiPlanProgress *self,
                                      KoyomiLanguage            language)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  guint n;

  if (self->variance == NULL)
    return NULL;

  n = count_moved (self->variance, TRUE);
  take_part (parts, n, g_strdup_printf (koyomi_ntr (language, "%u activity moved later", "%u activities moved later", n), n));
  n = count_moved (self->variance, FALSE);
  take_part (parts, n, g_strdup_printf (koyomi_ntr (language, "%u moved earlier", "%u moved earlier", n), n));
  n = self->variance->counts[KOYOMI_VARIANCE_ADDED];
  take_part (parts, n, g_strdup_printf (koyomi_ntr (language, "%u added", "%u added", n), n));
  n = self->variance->counts[KOYOMI_VARIANCE_DELETED];
  take_part (parts, n, g_strdup_printf (koyomi_ntr (language, "%u deleted", "%u deleted", n), n));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (koyomi_tr (language, "no activity moved, added or deleted")));

  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (koyomi_tr (language, ", "), (char **) parts->pdata);

  /* Translators: the name of a baseline; what has become of it, such as: 2 activities moved later, 1 added */
  return g_strdup_printf (koyomi_tr (language, "Since “%1$s”: %2$s"), koyomi_record_get_title (self->baseline), text);
}
