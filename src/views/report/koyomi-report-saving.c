#include "koyomi-report-saving.h"

#include "koyomi-export-done.h"
#include "koyomi-export-format-card.h"
#include "koyomi-export-source.h"
#include "koyomi-report-subject.h"
#include "koyomi-table-chooser.h"
#include "koyomi-work.h"

/* From the choice of a file until it is written. */
typedef struct
{
  KoyomiWorkspace    *workspace;
  GtkWindow          *parent;     /* NULL once it is gone */
  KoyomiReportWish    wish;
  KoyomiExportFormat  format;
  KoyomiSession      *session;    /* a copy, once the file is chosen */
  GFile              *file;
  char               *path;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->workspace);
  g_free (self->path);
  g_free (self);
}

/* Returns: (transfer full): the name of the report and of what it tells, in its language */
char *
koyomi_report_wish_describe (const KoyomiReportWish *self,
                             KoyomiSession          *session,
                             const char             *separator)
{
  const KoyomiReportOptions *options = &self->options;
  g_autofree char *year = koyomi_fiscal_year_format (options->year, options->language);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (options->year, options->quarter, options->language);
  g_autofree char *month = koyomi_month_format (koyomi_fiscal_year_get_month_first (options->year, (options->quarter - 1) * 3 +
                                                                                    MAX (options->month - 1, 0)), options->language);
  g_autofree char *number = koyomi_report_dup_number (session, self->kind, options->subject);

  if (self->kind->span == KOYOMI_REPORT_SPAN_MOMENT)
    return g_strjoin (separator, koyomi_tr (options->language, self->kind->name), number, NULL);
  if (self->kind->span == KOYOMI_REPORT_SPAN_YEAR)
    return g_strjoin (separator, koyomi_tr (options->language, self->kind->name), year, NULL);

  if (options->month != 0)
    return g_strjoin (separator, koyomi_tr (options->language, self->kind->name), month, NULL);

  return g_strjoin (separator, koyomi_tr (options->language, self->kind->name), year, quarter, NULL);
}

static gboolean
write_cb (gpointer             data,
          KoyomiProgressFunc   progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GError             **error)
{
  Saving *self = data;
  g_autoptr(KoyomiReportMade) made = koyomi_report_make (self->session, &self->wish, cancellable, error);

  return made != NULL && koyomi_report_write (made->report, self->format, 0, self->path, progress, progress_data, cancellable, error);
}

static const char *
name_failure (Saving *self)
{
  return koyomi_workspace_tr (self->workspace, N_("The report was not exported"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Saving *self = data;
  g_autoptr(GError) error = NULL;

  if (koyomi_work_finish (result, &error))
    koyomi_export_done_tell (self->workspace, self->format, self->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (self->workspace, name_failure (self), error);
}

/* The file chooser lets go of what it was given; the work goes on with its own. */
static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  Saving *chosen = data;
  g_autoptr(GError) error = NULL;
  Saving *self;

  if (chosen->parent == NULL)
    return;

  self = g_new0 (Saving, 1);
  self->workspace = g_object_ref (chosen->workspace);
  g_set_weak_pointer (&self->parent, chosen->parent);
  self->wish = chosen->wish;
  self->format = chosen->format;
  self->file = g_object_ref (file);
  self->session = koyomi_export_source_take (self->workspace, file, &self->path, &error);
  if (self->session == NULL)
    {
      koyomi_workspace_fail (self->workspace, name_failure (self), error);
      free_saving (self);
      return;
    }

  koyomi_work_run (self->parent, koyomi_workspace_get_language (self->workspace),
                   koyomi_workspace_tr (self->workspace, N_("Exporting the report")), write_cb, self, free_saving, written_cb, self);
}

/* Asks for a file and writes the report to it. */
void
koyomi_report_save (GtkWindow              *parent,
                    KoyomiWorkspace        *workspace,
                    const KoyomiReportWish *wish,
                    KoyomiExportFormat      format)
{
  Saving *self = g_new0 (Saving, 1);
  g_autofree char *described = koyomi_report_wish_describe (wish, koyomi_workspace_get_session (workspace), "-");
  g_autofree char *name = g_strdup_printf ("%s.%s", g_strdelimit (described, " /\\:*?\"<>|", '-'), koyomi_export_format_get_nick (format));

  self->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&self->parent, parent);
  self->wish = *wish;
  self->format = format;
  koyomi_table_chooser_save (parent, koyomi_workspace_get_settings (workspace), koyomi_workspace_get_language (workspace), name,
                             koyomi_export_format_get_name (format), chosen_cb, self, free_saving);
}
