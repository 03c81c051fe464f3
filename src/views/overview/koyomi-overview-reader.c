#include "koyomi-overview-reader.h"

#include "koyomi-day.h"
#include "koyomi-history.h"

/* Nobody but the program has written since: what was verified so long ago need not be so again. */
#define VERIFIED_FOR (10 * G_TIME_SPAN_MINUTE)

struct _KoyomiOverviewReader
{
  GObject             parent_instance;

  KoyomiWorkspace    *workspace;
  GCancellable       *cancellable;   /* of the job that runs; NULL while none does */
  gboolean            is_outdated;   /* the plan has changed since that job began */
  guint32             status_day;    /* KOYOMI_DAY_NONE for today */
  KoyomiOverview     *overview;
  KoyomiPlanProgress *progress;
  KoyomiLogState      log_state;
  gint64              verified_at;   /* (µs UTC) */
};

/* What a thread works on, and what came of it. */
typedef struct
{
  KoyomiSession      *copy;
  KoyomiLanguage      language;
  gint64              now;
  guint32             status_day;
  gboolean            verifies;
  KoyomiOverview     *overview;
  KoyomiPlanProgress *progress;
  KoyomiLogState      log_state;
} Job;

enum
{
  SIGNAL_READ,
  SIGNAL_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiOverviewReader, koyomi_overview_reader, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->copy);
  g_clear_pointer (&self->overview, koyomi_overview_free);
  g_clear_pointer (&self->progress, koyomi_plan_progress_free);
  g_free (self);
}

static void
koyomi_overview_reader_dispose (GObject *object)
{
  KoyomiOverviewReader *self = KOYOMI_OVERVIEW_READER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_overview_reader_parent_class)->dispose (object);
}

static void
koyomi_overview_reader_finalize (GObject *object)
{
  KoyomiOverviewReader *self = KOYOMI_OVERVIEW_READER (object);

  g_clear_pointer (&self->overview, koyomi_overview_free);
  g_clear_pointer (&self->progress, koyomi_plan_progress_free);

  G_OBJECT_CLASS (koyomi_overview_reader_parent_class)->finalize (object);
}

static void
koyomi_overview_reader_class_init (KoyomiOverviewReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_overview_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_overview_reader_finalize;

  signals[SIGNAL_READ] = g_signal_new ("read", KOYOMI_TYPE_OVERVIEW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOLLOWED] = g_signal_new ("followed", KOYOMI_TYPE_OVERVIEW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_overview_reader_init (KoyomiOverviewReader *self)
{
}

KoyomiOverviewReader *
koyomi_overview_reader_new (KoyomiWorkspace *workspace)
{
  KoyomiOverviewReader *self = g_object_new (KOYOMI_TYPE_OVERVIEW_READER, NULL);

  self->workspace = g_object_ref (workspace);

  return self;
}

static void
fail (KoyomiOverviewReader *self,
      const GError         *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The plan could not be read")), error);
}

/* Lets go of the job; where the plan has changed meanwhile another one begins.
 * Returns: whether what the job found is to be shown */
static gboolean
end_job (KoyomiOverviewReader *self,
         GAsyncResult         *result)
{
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  if (self->is_outdated)
    {
      koyomi_overview_reader_read (self);
      return FALSE;
    }

  if (error != NULL)
    fail (self, error);

  return error == NULL;
}

/* The past of the plan takes longer. */
static void
follow (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  gint64 bad_seq;

  self->progress = koyomi_session_load_plan_progress (self->copy, self->status_day, self->language, cancellable, &error);
  if (self->progress != NULL && self->verifies)
    {
      g_autoptr(GError) fault = NULL;

      if (koyomi_session_verify (self->copy, NULL, NULL, NULL, cancellable, &bad_seq, &fault))
        self->log_state = KOYOMI_LOG_INTACT;
      else if (fault->domain == KOYOMI_PLAN_ERROR)
        self->log_state = KOYOMI_LOG_BROKEN;
    }

  if (self->progress != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  KoyomiOverviewReader *self = KOYOMI_OVERVIEW_READER (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!end_job (self, result))
    return;

  g_clear_pointer (&self->progress, koyomi_plan_progress_free);
  self->progress = g_steal_pointer (&job->progress);
  if (job->verifies)
    {
      self->log_state = job->log_state;
      self->verified_at = g_get_real_time ();
    }
  g_signal_emit (self, signals[SIGNAL_FOLLOWED], 0);
}

static void
run_job (KoyomiOverviewReader *self,
         Job                  *job,
         GTaskThreadFunc       func,
         GAsyncReadyCallback   callback)
{
  g_autoptr(GTask) task = NULL;

  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, callback, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, func);
}

static void
load (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;

  self->overview = koyomi_session_load_overview (self->copy, self->now, self->language, &error);
  if (self->overview != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Job *
create_job (KoyomiOverviewReader *self,
            KoyomiSession        *copy)
{
  Job *job = g_new0 (Job, 1);

  job->copy = g_object_ref (copy);
  job->language = koyomi_workspace_get_language (self->workspace);
  job->now = koyomi_time_now ();
  job->status_day = self->status_day != KOYOMI_DAY_NONE ? self->status_day : koyomi_day_today ();
  job->verifies = self->log_state == KOYOMI_LOG_UNKNOWN || g_get_real_time () - self->verified_at > VERIFIED_FOR;

  return job;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  KoyomiOverviewReader *self = KOYOMI_OVERVIEW_READER (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!end_job (self, result))
    return;

  g_clear_pointer (&self->overview, koyomi_overview_free);
  self->overview = g_steal_pointer (&job->overview);
  run_job (self, create_job (self, job->copy), follow, followed_cb);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

/* Begins anew once what is being read now is there. */
void
koyomi_overview_reader_read (KoyomiOverviewReader *self)
{
  g_autoptr(KoyomiSession) copy = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (KOYOMI_IS_OVERVIEW_READER (self));

  self->is_outdated = self->cancellable != NULL;
  if (self->is_outdated)
    return;

  copy = koyomi_session_copy (koyomi_workspace_get_session (self->workspace), NULL, &error);
  if (copy == NULL)
    fail (self, error);
  else
    run_job (self, create_job (self, copy), load, loaded_cb);
}

/* @day: %KOYOMI_DAY_NONE for today */
void
koyomi_overview_reader_set_status_day (KoyomiOverviewReader *self,
                                       guint32               day)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_READER (self));

  self->status_day = day;
  koyomi_overview_reader_read (self);
}

/* The day, and what is known of the change log; before anything is read. */
void
koyomi_overview_reader_take_over (KoyomiOverviewReader *self,
                                  KoyomiOverviewReader *other)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_READER (self));
  g_return_if_fail (KOYOMI_IS_OVERVIEW_READER (other));

  self->status_day = other->status_day;
  self->log_state = other->log_state;
  self->verified_at = other->verified_at;
}

/* Returns: (transfer none) (nullable): NULL until it is there for the first time */
const KoyomiOverview *
koyomi_overview_reader_get_overview (KoyomiOverviewReader *self)
{
  g_return_val_if_fail (KOYOMI_IS_OVERVIEW_READER (self), NULL);

  return self->overview;
}

/* Returns: (transfer none) (nullable): likewise */
const KoyomiPlanProgress *
koyomi_overview_reader_get_progress (KoyomiOverviewReader *self)
{
  g_return_val_if_fail (KOYOMI_IS_OVERVIEW_READER (self), NULL);

  return self->progress;
}

/* @verified_at: (out): (ms UTC) when that was found */
KoyomiLogState
koyomi_overview_reader_get_log_state (KoyomiOverviewReader *self,
                                      gint64               *verified_at)
{
  g_return_val_if_fail (KOYOMI_IS_OVERVIEW_READER (self), KOYOMI_LOG_UNKNOWN);

  *verified_at = self->verified_at / 1000;

  return self->log_state;
}
