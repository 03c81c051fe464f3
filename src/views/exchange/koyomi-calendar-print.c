#include "koyomi-calendar-print.h"

#include "koyomi-export.h"
#include "koyomi-print-operation.h"
#include "koyomi-work.h"

#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP "Page Setup"

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

static GtkPageSetup *
make_page_setup (GSettings *settings)
{
  static const char * const papers[] = { GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A4 };

  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (papers[g_settings_get_int (settings, "paper")]);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return setup;
}

/* The paper as chosen last; at first that of exports, on its side. */
static void
restore_setup (GtkPrintOperation *operation,
               GSettings         *settings)
{
  g_autofree char *text = g_settings_get_string (settings, "print-setup");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GtkPrintSettings) printer = NULL;
  g_autoptr(GtkPageSetup) setup = NULL;

  if (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    {
      printer = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
      setup = gtk_page_setup_new_from_key_file (file, SETUP_GROUP, NULL);
    }

  if (setup == NULL)
    setup = make_page_setup (settings);
  gtk_print_operation_set_print_settings (operation, printer);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static void
remember_setup (GtkPrintOperation *operation,
                GSettings         *settings)
{
  GtkPrintSettings *printer = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (printer != NULL)
    gtk_print_settings_to_key_file (printer, file, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, SETUP_GROUP);
  text = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (settings, "print-setup", text);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 data)
{
  KoyomiWorkspace *workspace = data;
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember_setup (operation, koyomi_workspace_get_settings (workspace));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The calendar was not printed"), error);
    }
}

static void
release_workspace (gpointer  data,
                   GClosure *closure)
{
  g_object_unref (data);
}

static char *
name_job (const Job *job)
{
  g_autofree char *year = koyomi_fiscal_year_format (job->request->year, job->language);

  return g_strdup_printf (koyomi_tr (job->language, "Annual calendar %s"), year);
}

/* GTK keeps the operation until it is done. */
static void
run (Job *job)
{
  g_autoptr(KoyomiPrintOperation) self = koyomi_print_operation_new (job->whole, job->part, job->language);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autofree char *name = name_job (job);

  koyomi_print_operation_set_part (self, koyomi_export_request_is_filtered (job->request));
  restore_setup (operation, koyomi_workspace_get_settings (job->workspace));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (job->workspace), release_workspace, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, job->parent, NULL);
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
