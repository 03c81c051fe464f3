#include "koyomi-audit-pack-dialog.h"

#include "koyomi-audit-pack.h"
#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-export-quarter-row.h"
#include "koyomi-export-source.h"
#include "koyomi-table-chooser.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

#include <adwaita.h>

#define KOYOMI_TYPE_AUDIT_PACK_DIALOG (koyomi_audit_pack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAuditPackDialog, koyomi_audit_pack_dialog, KOYOMI, AUDIT_PACK_DIALOG, AdwWindow)

struct _KoyomiAuditPackDialog
{
  AdwWindow            parent_instance;

  KoyomiWorkspace     *workspace;
  AdwComboRow         *quarter_row;
  GtkWidget           *write_button;
  AdwPreferencesGroup *what_group;
  AdwComboRow         *language_row;
  AdwComboRow         *form_row;
  AdwExpanderRow      *auditor_row;
  GtkEditable         *name_row;
};

/* What the worker is given. */
typedef struct
{
  KoyomiSession         *session;   /* a copy */
  KoyomiReportOptions    options;
  GFile                 *file;
  char                  *path;
  KoyomiAuditPackDialog *dialog;    /* NULL once it is gone */
} Job;

/* In the order of the rows. */
enum
{
  FORM_ZIP,
  FORM_FOLDER,
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, write_button),
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, what_group),
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, language_row),
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, form_row),
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, auditor_row),
  KOYOMI_UI_CHILD (KoyomiAuditPackDialog, name_row),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiAuditPackDialog, koyomi_audit_pack_dialog, ADW_TYPE_WINDOW)

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->session);
  g_clear_object (&job->file);
  g_clear_weak_pointer (&job->dialog);
  g_free (job->path);
  g_free (job);
}

static gboolean
write_cb (gpointer             data,
          KoyomiProgressFunc   progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GError             **error)
{
  Job *job = data;

  return koyomi_audit_pack_write (job->session, &job->options, job->path, progress, progress_data, cancellable, error);
}

static void
fail (KoyomiAuditPackDialog *self,
      const char            *path,
      const GError          *error)
{
  koyomi_error_dialog_present (GTK_WINDOW (self), koyomi_workspace_get_language (self->workspace),
                               koyomi_workspace_tr (self->workspace, N_("The audit pack was not written")), path, error);
}

/* Of a folder the index is opened. */
static void
tell_of_pack (KoyomiAuditPackDialog *self,
              const Job             *job)
{
  gboolean is_folder = g_file_query_file_type (job->file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr(GFile) index = g_file_get_child (job->file, "index.html");
  g_autofree char *uri = g_file_get_uri (is_folder ? index : job->file);
  g_autofree char *name = g_filename_display_basename (job->path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Exported %s")), name);

  koyomi_workspace_offer (self->workspace, text, koyomi_workspace_tr (self->workspace, N_("_Open")), "plan.show-file", g_variant_new_string (uri));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Job *job = data;
  KoyomiAuditPackDialog *self = job->dialog;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (self == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (done)
    {
      tell_of_pack (self, job);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, job->path, error);
}

/* What is read in a thread. An auditor's own window has it as an auditor is shown it already. */
static KoyomiSession *
copy_session (KoyomiAuditPackDialog  *self,
              GError                **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (adw_expander_row_get_enable_expansion (self->auditor_row))
    return koyomi_session_copy_for_auditor (session, name, NULL, error);

  return koyomi_session_copy (session, NULL, error);
}

static Job *
make_job (KoyomiAuditPackDialog  *self,
          GFile                  *file,
          GError                **error)
{
  Job *job = g_new0 (Job, 1);

  g_set_weak_pointer (&job->dialog, self);
  job->file = g_object_ref (file);
  job->options.now = koyomi_time_now ();
  job->options.language = adw_combo_row_get_selected (self->language_row);
  job->options.year = koyomi_export_quarter_row_get (self->quarter_row, self->workspace, &job->options.quarter);
  if ((job->path = koyomi_export_source_find_path (file, error)) != NULL &&
      (job->session = copy_session (self, error)) != NULL)
    return job;

  free_job (job);

  return NULL;
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  KoyomiAuditPackDialog *self = data;
  g_autoptr(GError) error = NULL;
  Job *job;

  koyomi_workspace_flush (self->workspace);
  if ((job = make_job (self, file, &error)) == NULL)
    {
      fail (self, NULL, error);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  koyomi_work_run (GTK_WINDOW (self), koyomi_workspace_get_language (self->workspace),
                   koyomi_workspace_tr (self->workspace, N_("Writing the audit pack")), write_cb, job, free_job, written_cb, job);
}

static void
write_clicked_cb (KoyomiAuditPackDialog *self)
{
  KoyomiLanguage language = adw_combo_row_get_selected (self->language_row);
  gboolean is_folder = adw_combo_row_get_selected (self->form_row) == FORM_FOLDER;
  g_autofree char *quarter = koyomi_export_quarter_row_dup_name (self->quarter_row, self->workspace, language);
  /* Translators: the name proposed for a file; %s is a quarter of a fiscal year */
  g_autofree char *base = g_strdup_printf (koyomi_tr (language, N_("Audit-pack-%s")), quarter);
  g_autofree char *name = g_strconcat (base, is_folder ? "" : ".zip", NULL);

  koyomi_table_chooser_save (GTK_WINDOW (self), koyomi_workspace_get_settings (self->workspace), koyomi_workspace_get_language (self->workspace), name,
                             koyomi_workspace_tr (self->workspace, is_folder ? N_("Folder") : N_("ZIP file")), place_chosen_cb, g_object_ref (self),
                             g_object_unref);
}

static void
koyomi_audit_pack_dialog_map (GtkWidget *widget)
{
  KoyomiAuditPackDialog *self = KOYOMI_AUDIT_PACK_DIALOG (widget);

  GTK_WIDGET_CLASS (koyomi_audit_pack_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->quarter_row));
}

static void
koyomi_audit_pack_dialog_dispose (GObject *object)
{
  KoyomiAuditPackDialog *self = KOYOMI_AUDIT_PACK_DIALOG (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->quarter_row);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_audit_pack_dialog_parent_class)->dispose (object);
}

static void
koyomi_audit_pack_dialog_class_init (KoyomiAuditPackDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_audit_pack_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = koyomi_audit_pack_dialog_map;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
koyomi_audit_pack_dialog_init (KoyomiAuditPackDialog *self)
{
}

/* Asks of which quarter, in which language and where, and writes what an auditor is given. */
void
koyomi_audit_pack_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace)
{
  KoyomiAuditPackDialog *self = g_object_new (KOYOMI_TYPE_AUDIT_PACK_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_AUDIT_PACK_DIALOG, "koyomi-audit-pack-dialog", koyomi_workspace_get_language (workspace), children);
  self->quarter_row = koyomi_export_quarter_row_new (self->what_group, workspace, koyomi_day_today ());
  adw_combo_row_set_selected (self->language_row, koyomi_workspace_get_language (workspace));
  gtk_widget_set_visible (GTK_WIDGET (self->auditor_row), !koyomi_session_is_for_auditor (koyomi_workspace_get_session (workspace)));
  g_signal_connect_swapped (self->write_button, "clicked", G_CALLBACK (write_clicked_cb), self);
  gtk_window_present (GTK_WINDOW (self));
}
