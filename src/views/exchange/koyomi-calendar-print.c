#include "koyomi-calendar-print.h"

#include "koyomi-export.h"
#include "koyomi-print-operation.h"
#include "koyomi-print-run.h"
#include "koyomi-work.h"

/* What the worker is given, and what it reads. */
typedef struct
{
  KoyomiWorkspace     *workspace;
  GtkWindow           *parent;      /* NULL once it is gone */
  KoyomiSession       *session;     /* a copy */
  KoyomiExportRequest *request;
  KoyomiLanguage       language;
  KoyomiCalendar      *whole;
  KoyomiCalendar      *part;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->workspace);
  g_clear_weak_pointer (&job->parent);
  g_clear_object (&job->session);
  g_clear_pointer (&job->request, koyomi_export_request_free);
  g_clear_object (&job->whole);
  g_clear_object (&job->part);
  g_free (job);
}

static gboolean
load_cb (gpointer             data,
         KoyomiProgressFunc   progress,
         gpointer             progress_data,
         GCancellable        *cancellable,
         GError             **error)
{
  Job *job = data;
  KoyomiExportOptions whole = { .year = job->request->year, .language = job->language };
  KoyomiExportOptions part = {
    .year = job->request->year, .language = job->language, .filter = job->request->filter, .grouping = job->request->grouping,
    .first_day = job->request->first_day, .last_day = job->request->last_day,
  };

  if ((job->whole = koyomi_export_load_calendar (job->session, &whole, TRUE, error)) == NULL)
    return FALSE;

  if (koyomi_export_request_is_part (job->request) &&
      (job->part = koyomi_export_load_calendar (job->session, &part, TRUE, error)) == NULL)
    return FALSE;

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static char *
name_job (const Job *job)
{
  g_autofree char *year = koyomi_fiscal_year_format (job->request->year, job->language);

  return g_strdup_printf (koyomi_tr (job->language, "Annual calendar %s"), year);
}

static void
run (Job *job)
{
  g_autoptr(KoyomiPrintOperation) operation = koyomi_print_operation_new (job->whole, job->part, job->language);
  g_autofree char *name = name_job (job);

  koyomi_print_operation_set_part (operation, koyomi_export_request_is_filtered (job->request));
  koyomi_print_run (GTK_PRINT_OPERATION (operation), job->parent, job->workspace, name,
                    koyomi_tr (job->language, "The calendar was not printed"));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (job->parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (done)
    run (job);
  else
    koyomi_workspace_fail (job->workspace, koyomi_workspace_tr (job->workspace, "The calendar was not printed"), error);
}

/* Asks for printer and paper and prints what is on the screen or the whole year. @request: it is copied */
void
koyomi_calendar_print (GtkWindow                 *parent,
                       KoyomiWorkspace           *workspace,
                       const KoyomiExportRequest *request)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) copy = NULL;
  Job *job;

  koyomi_workspace_flush (workspace);
  copy = koyomi_session_copy (koyomi_workspace_get_session (workspace), NULL, &error);
  if (copy == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The calendar was not printed"), error);
      return;
    }

  job = g_new0 (Job, 1);
  job->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&job->parent, parent);
  job->session = g_steal_pointer (&copy);
  job->request = koyomi_export_request_copy (request);
  job->language = koyomi_workspace_get_language (workspace);
  koyomi_work_run (parent, job->language, koyomi_tr (job->language, "Preparing to print"), load_cb, job, free_job, loaded_cb, job);
}
