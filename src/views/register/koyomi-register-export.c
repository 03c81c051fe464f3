#include "koyomi-register-export.h"

#include "koyomi-error-dialog.h"
#include "koyomi-export-format-card.h"
#include "koyomi-export-register.h"
#include "koyomi-export-source.h"
#include "koyomi-table-chooser.h"
#include "koyomi-work.h"

typedef struct
{
  GtkWindow                *parent;      /* NULL once it is gone */
  KoyomiWorkspace          *workspace;
  KoyomiLanguage            language;
  const KoyomiRegisterKind *kind;
  KoyomiExportFormat        format;
  KoyomiSession            *session;     /* a copy, for the thread; NULL before it is needed */
  GFile                    *file;
  char                     *path;
} Job;

static void
free_job (gpointer data)
{
  Job *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_object_unref (self->workspace);
  g_free (self->path);
  g_free (self);
}

static const char *
get_title (Job *self)
{
  return koyomi_tr (self->language, self->kind->name);
}

static void
fail (Job          *self,
      const GError *error)
{
  koyomi_error_dialog_present (self->parent, self->language, koyomi_tr (self->language, N_("The register was not exported")), self->path, error);
}

static gboolean
export_func (gpointer             data,
             KoyomiProgressFunc   progress,
             gpointer             progress_data,
             GCancellable        *cancellable,
             GError             **error)
{
  Job *self = data;

  return koyomi_register_export (self->session, self->kind->table, get_title (self), self->language, self->format, self->path,
                                 progress, progress_data, cancellable, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);
  g_autoptr(GFile) folder = g_file_get_parent (self->file);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (koyomi_tr (self->language, N_("Exported %s")), name);

  if (self->parent == NULL)
    return;

  if (done)
    koyomi_workspace_offer (self->workspace, text, koyomi_tr (self->language, N_("_Open Folder")), "plan.show-file",
                            g_variant_new_string (uri));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

/* The chooser lets its own go once it has answered. */
static Job *
copy_job (const Job *self,
          GFile     *file)
{
  Job *copy = g_new0 (Job, 1);

  copy->workspace = g_object_ref (self->workspace);
  copy->language = self->language;
  copy->kind = self->kind;
  copy->format = self->format;
  copy->file = g_object_ref (file);
  g_set_weak_pointer (&copy->parent, self->parent);

  return copy;
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  Job *self = copy_job (data, file);
  g_autoptr(GError) error = NULL;

  if (self->parent == NULL)
    {
      free_job (self);
      return;
    }

  self->session = koyomi_export_source_take (self->workspace, self->file, &self->path, &error);
  if (self->session == NULL)
    {
      fail (self, error);
      free_job (self);
      return;
    }

  koyomi_work_run (self->parent, self->language, koyomi_tr (self->language, N_("Exporting the register")), export_func, self, free_job,
                   exported_cb, self);
}

/* Asks where the register is written to. @format: a workbook or a text table */
void
koyomi_register_export_present (GtkWindow                *parent,
                                KoyomiWorkspace          *workspace,
                                const KoyomiRegisterKind *kind,
                                KoyomiExportFormat        format)
{
  Job *self = g_new0 (Job, 1);
  g_autofree char *name = NULL;

  self->workspace = g_object_ref (workspace);
  self->language = koyomi_workspace_get_language (workspace);
  self->kind = kind;
  self->format = format;
  g_set_weak_pointer (&self->parent, parent);
  name = g_strdup_printf ("%s.%s", get_title (self), koyomi_export_format_get_nick (format));
  koyomi_table_chooser_save (parent, koyomi_workspace_get_settings (workspace), self->language, name,
                             koyomi_export_format_get_name (format), place_chosen_cb, self, free_job);
}
