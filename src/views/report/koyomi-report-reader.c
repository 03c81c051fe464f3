#include "koyomi-report-reader.h"

#include "koyomi-auditor.h"
#include "koyomi-day.h"

#include <string.h>

struct _KoyomiReportReader
{
  GObject            parent_instance;

  KoyomiWorkspace   *workspace;
  KoyomiReportWish   wish;          /* the last one */
  GCancellable      *cancellable;   /* of the job that runs; NULL while none does */
  gboolean           is_outdated;   /* something else is wished for since that job began */
  KoyomiReportMade  *made;
  GPtrArray         *gaps;          /* (element-type KoyomiReportGap) (nullable): of the report */
};

/* What a thread works on, and what came of it. */
typedef struct
{
  KoyomiSession    *copy;
  KoyomiReportWish  wish;
  KoyomiLanguage    language;   /* of what is lacking */
  KoyomiReportMade *made;
  GPtrArray        *gaps;
} Job;

enum
{
  SIGNAL_MADE,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiReportReader, koyomi_report_reader, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->made, koyomi_report_made_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_object (&self->copy);
  g_free (self);
}

static void
koyomi_report_reader_dispose (GObject *object)
{
  KoyomiReportReader *self = KOYOMI_REPORT_READER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_report_reader_parent_class)->dispose (object);
}

static void
koyomi_report_reader_finalize (GObject *object)
{
  KoyomiReportReader *self = KOYOMI_REPORT_READER (object);

  g_clear_pointer (&self->made, koyomi_report_made_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_report_reader_parent_class)->finalize (object);
}

static void
koyomi_report_reader_class_init (KoyomiReportReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_report_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_report_reader_finalize;

  signals[SIGNAL_MADE] = g_signal_new ("made", KOYOMI_TYPE_REPORT_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", KOYOMI_TYPE_REPORT_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_ERROR);
}

static void
koyomi_report_reader_init (KoyomiReportReader *self)
{
}

KoyomiReportReader *
koyomi_report_reader_new (KoyomiWorkspace *workspace)
{
  KoyomiReportReader *self = g_object_new (KOYOMI_TYPE_REPORT_READER, NULL);

  self->workspace = g_object_ref (workspace);

  return self;
}

static void
fail (KoyomiReportReader *self,
      const GError       *error)
{
  g_clear_pointer (&self->made, koyomi_report_made_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* What is lacking is told of the plan as it stands, and not to an auditor. */
static gboolean
wants_gaps (const Job *job)
{
  return job->wish.past == 0 && !koyomi_session_is_for_auditor (job->copy);
}

static void
make (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->made = koyomi_report_make (job->copy, &job->wish, cancellable, &error);
  if (job->made != NULL && wants_gaps (job))
    job->gaps = koyomi_report_list_gaps (job->copy, job->wish.kind, &job->wish.options, job->language, &error);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start (KoyomiReportReader *self);

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  KoyomiReportReader *self = KOYOMI_REPORT_READER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->cancellable);
  if (self->workspace == NULL)
    return;

  if (self->is_outdated)
    {
      start (self);
      return;
    }

  if (!done)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->made, koyomi_report_made_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  self->made = g_steal_pointer (&job->made);
  self->gaps = g_steal_pointer (&job->gaps);
  g_signal_emit (self, signals[SIGNAL_MADE], 0);
}

static void
start (KoyomiReportReader *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  KoyomiSession *copy = koyomi_session_copy (koyomi_workspace_get_session (self->workspace), NULL, &error);
  Job *job;

  self->is_outdated = FALSE;
  if (copy == NULL)
    {
      fail (self, error);
      return;
    }

  job = g_new0 (Job, 1);
  job->copy = copy;
  job->wish = self->wish;
  job->language = koyomi_workspace_get_language (self->workspace);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make);
}

/* Once what is being made now is there, or given up. */
void
koyomi_report_reader_read (KoyomiReportReader     *self,
                           const KoyomiReportWish *wish)
{
  g_return_if_fail (KOYOMI_IS_REPORT_READER (self));

  self->wish = *wish;
  self->is_outdated = self->cancellable != NULL;
  if (self->is_outdated)
    g_cancellable_cancel (self->cancellable);
  else
    start (self);
}

/* Returns: (transfer none) (nullable): NULL until it is there for the first time, and when it could not be made */
KoyomiReportMade *
koyomi_report_reader_get_made (KoyomiReportReader *self)
{
  g_return_val_if_fail (KOYOMI_IS_REPORT_READER (self), NULL);

  return self->made;
}

/* Returns: (transfer none) (element-type KoyomiReportGap) (nullable): NULL where what is lacking is not told */
GPtrArray *
koyomi_report_reader_get_gaps (KoyomiReportReader *self)
{
  g_return_val_if_fail (KOYOMI_IS_REPORT_READER (self), NULL);

  return self->gaps;
}
