#include "koyomi-matrix-printing.h"

#include "koyomi-print-preview.h"
#include "koyomi-print-run.h"
#include "koyomi-work.h"

struct _KoyomiMatrixPrinting
{
  GtkPrintOperation  parent_instance;

  KoyomiLanguage     language;   /* of the preview */
  KoyomiMatrixPrint *print;
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixPrinting, koyomi_matrix_printing, GTK_TYPE_PRINT_OPERATION)

static void
koyomi_matrix_printing_begin_print (GtkPrintOperation *operation,
                                    GtkPrintContext   *context)
{
  guint n_pages = koyomi_matrix_print_lay_out (KOYOMI_MATRIX_PRINTING (operation)->print, gtk_print_context_get_width (context),
                                               gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, n_pages);
}

static void
koyomi_matrix_printing_draw_page (GtkPrintOperation *operation,
                                  GtkPrintContext   *context,
                                  int                page)
{
  koyomi_matrix_print_paint (KOYOMI_MATRIX_PRINTING (operation)->print, page, gtk_print_context_get_cairo_context (context));
}

/* Shown by ourselves, because the program that GTK would start need not be there. */
static gboolean
koyomi_matrix_printing_preview (GtkPrintOperation        *operation,
                                GtkPrintOperationPreview *preview,
                                GtkPrintContext          *context,
                                GtkWindow                *parent)
{
  koyomi_print_preview_present (parent, KOYOMI_MATRIX_PRINTING (operation)->language, preview, context);

  return TRUE;
}

static void
koyomi_matrix_printing_finalize (GObject *object)
{
  koyomi_matrix_print_free (KOYOMI_MATRIX_PRINTING (object)->print);

  G_OBJECT_CLASS (koyomi_matrix_printing_parent_class)->finalize (object);
}

static void
koyomi_matrix_printing_class_init (KoyomiMatrixPrintingClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_matrix_printing_finalize;
  operation_class->begin_print = koyomi_matrix_printing_begin_print;
  operation_class->draw_page = koyomi_matrix_printing_draw_page;
  operation_class->preview = koyomi_matrix_printing_preview;
}

static void
koyomi_matrix_printing_init (KoyomiMatrixPrinting *self)
{
}

/* @print: (transfer full) */
KoyomiMatrixPrinting *
koyomi_matrix_printing_new (KoyomiMatrixPrint *print,
                            KoyomiLanguage     language)
{
  KoyomiMatrixPrinting *self = g_object_new (KOYOMI_TYPE_MATRIX_PRINTING,
                                             "unit", GTK_UNIT_POINTS,
                                             "use-full-page", TRUE,
                                             "embed-page-setup", TRUE,
                                             NULL);

  self->language = language;
  self->print = print;

  return self;
}

/* What the worker is given, and what it reads. */
typedef struct
{
  KoyomiWorkspace           *workspace;
  GtkWindow                 *parent;      /* NULL once it is gone */
  KoyomiSession             *session;     /* a copy */
  char                      *catalogue;
  KoyomiMatrixExportOptions  options;
  KoyomiMatrixPrint         *print;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->print, koyomi_matrix_print_free);
  g_clear_object (&job->workspace);
  g_clear_weak_pointer (&job->parent);
  g_clear_object (&job->session);
  g_free (job->catalogue);
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

  job->print = koyomi_matrix_print_load (job->session, &job->options, error);

  return job->print != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static const char *
name_failure (KoyomiWorkspace *workspace)
{
  return koyomi_workspace_tr (workspace, "The matrix was not printed");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = data;
  g_autoptr(KoyomiMatrixPrinting) operation = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);
  g_autofree char *name = NULL;

  if (job->parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!done)
    {
      koyomi_workspace_fail (job->workspace, name_failure (job->workspace), error);
      return;
    }

  name = koyomi_matrix_print_dup_title (job->print);
  operation = koyomi_matrix_printing_new (g_steal_pointer (&job->print), koyomi_workspace_get_language (job->workspace));
  koyomi_print_run (GTK_PRINT_OPERATION (operation), job->parent, job->workspace, name, name_failure (job->workspace));
}

/* Asks for printer and paper and prints the matrix of the catalogue with that code as it is on the day. */
void
koyomi_matrix_print (GtkWindow       *parent,
                     KoyomiWorkspace *workspace,
                     const char      *catalogue,
                     guint32          day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) copy = NULL;
  Job *job;

  koyomi_workspace_flush (workspace);
  copy = koyomi_session_copy (koyomi_workspace_get_session (workspace), NULL, &error);
  if (copy == NULL)
    {
      koyomi_workspace_fail (workspace, name_failure (workspace), error);
      return;
    }

  job = g_new0 (Job, 1);
  job->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&job->parent, parent);
  job->session = g_steal_pointer (&copy);
  job->catalogue = g_strdup (catalogue);
  job->options = (KoyomiMatrixExportOptions) {
    .catalogue = job->catalogue, .day = day, .language = koyomi_workspace_get_language (workspace)
  };
  koyomi_work_run (parent, job->options.language, koyomi_tr (job->options.language, "Preparing to print"), load_cb, job, free_job,
                   loaded_cb, job);
}
