#include "koyomi-backups-dialog.h"

#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-plan-copy.h"
#include "koyomi-ui.h"

#include <adwaita.h>

typedef struct
{
  GtkWindow       *dialog;
  KoyomiWorkspace *workspace;    /* NULL for a file that could not be opened */
  GSettings       *settings;
  KoyomiLanguage   language;
  char            *plan;
  GPtrArray       *backups;
} Backups;

static void
free_backups (gpointer data)
{
  Backups *self = data;

  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->backups);
  g_free (self->plan);
  g_free (self);
}

/* The dialog is in the way of whatever comes next. */
static GtkWindow *
leave (Backups *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (self->dialog);

  gtk_widget_set_visible (GTK_WIDGET (self->dialog), FALSE);

  return parent;
}

static void
restore_cb (GtkWidget *button,
            Backups   *self)
{
  const KoyomiBackup *backup = g_object_get_data (G_OBJECT (button), "backup");
  GtkWindow *parent = leave (self);

  koyomi_plan_copy_restore (parent, self->settings, self->language, self->plan, backup);
  gtk_window_destroy (self->dialog);
}

static void
back_up_now_cb (Backups *self)
{
  GtkWindow *parent = leave (self);

  koyomi_plan_copy_back_up (parent, self->workspace);
  gtk_window_destroy (self->dialog);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(GtkWindow) dialog = data;
  g_autoptr(GError) error = NULL;
  Backups *self = g_object_get_data (G_OBJECT (dialog), "backups");

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self != NULL)
    koyomi_error_dialog_present (dialog, self->language, koyomi_tr (self->language, "The folder was not opened"), NULL, error);
}

static void
open_folder_cb (Backups *self)
{
  const KoyomiBackup *first = g_ptr_array_index (self->backups, 0);
  g_autofree char *folder = g_path_get_dirname (first->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, folder_opened_cb, g_object_ref (self->dialog));
}

static GtkWidget *
make_row (Backups            *self,
          const KoyomiBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (koyomi_tr (self->language, "Restore as a Copy…"));
  g_autofree char *day = koyomi_day_format (backup->day);
  g_autofree char *time = koyomi_time_format_local (backup->at);
  g_autofree char *size = g_format_size (backup->size);
  /* Translators: when a file was written, and its size */
  g_autofree char *detail = g_strdup_printf (koyomi_tr (self->language, "Written %s, %s"), time, size);
  /* Translators: what is read of the button “Restore as a Copy…”, and the day of the backup */
  g_autofree char *label = g_strdup_printf (koyomi_tr (self->language, "Restore as a Copy, %s"), day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "backup", (gpointer) backup);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row's title, which it would be read out with, is the day again. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  return row;
}

/* A copy that could not be made is no reason to stop anybody's work, but to be told of. */
static void
show_backup_error (Backups    *self,
                   GtkBuilder *builder)
{
  const GError *error = self->workspace != NULL ? koyomi_session_get_backup_error (koyomi_workspace_get_session (self->workspace))
                                                : NULL;
  GtkWidget *label = GTK_WIDGET (gtk_builder_get_object (builder, "error_label"));
  g_autofree char *advice = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (label, error != NULL);
  if (error == NULL)
    return;

  advice = koyomi_error_advise (error, self->language);
  /* Translators: %s is what to do about it */
  text = g_strdup_printf (koyomi_tr (self->language, "Today’s backup could not be written. %s"), advice);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, error->message);
}

static void
fill (Backups    *self,
      GtkBuilder *builder)
{
  GtkWidget *list = GTK_WIDGET (gtk_builder_get_object (builder, "list"));
  GtkWidget *now = GTK_WIDGET (gtk_builder_get_object (builder, "now_button"));
  GtkWidget *folder = GTK_WIDGET (gtk_builder_get_object (builder, "folder_button"));
  gboolean some = self->backups->len > 0;

  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, g_ptr_array_index (self->backups, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_builder_get_object (builder, "stack")), some ? "list" : "empty");
  gtk_widget_set_visible (folder, some);
  gtk_widget_set_visible (now, self->workspace != NULL);
  show_backup_error (self, builder);

  g_signal_connect_swapped (now, "clicked", G_CALLBACK (back_up_now_cb), self);
  g_signal_connect_swapped (folder, "clicked", G_CALLBACK (open_folder_cb), self);
}

static void
present (Backups   *self,
         GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-backups-dialog", self->language);

  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  g_object_set_data_full (G_OBJECT (self->dialog), "backups", self, free_backups);
  fill (self, builder);
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}

/* The copies of an open plan. */
void
koyomi_backups_dialog_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace)
{
  Backups *self = g_new0 (Backups, 1);

  self->workspace = g_object_ref (workspace);
  self->settings = g_object_ref (koyomi_workspace_get_settings (workspace));
  self->language = koyomi_workspace_get_language (workspace);
  self->plan = g_strdup (koyomi_session_get_path (koyomi_workspace_get_session (workspace)));
  self->backups = koyomi_session_list_backups (koyomi_workspace_get_session (workspace));
  present (self, parent);
}

/* The copies of a plan that could not be opened. */
void
koyomi_backups_dialog_present_for_file (GtkWindow      *parent,
                                        GSettings      *settings,
                                        KoyomiLanguage  language,
                                        const char     *path)
{
  Backups *self = g_new0 (Backups, 1);

  self->settings = g_object_ref (settings);
  self->language = language;
  self->plan = g_strdup (path);
  self->backups = koyomi_backup_find (path);
  present (self, parent);
}
