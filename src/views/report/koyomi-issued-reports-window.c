#include "koyomi-issued-reports-window.h"

#include "koyomi-error-dialog.h"
#include "koyomi-export-format-card.h"
#include "koyomi-export-source.h"
#include "koyomi-file-hashing.h"
#include "koyomi-issued-columns.h"
#include "koyomi-issued-report.h"
#include "koyomi-report-issue.h"
#include "koyomi-table-chooser.h"
#include "koyomi-work.h"

struct _KoyomiIssuedReportsWindow
{
  KoyomiPlanWindow      parent_instance;

  GtkWidget            *stack;
  GtkWidget            *foot;
  GtkLabel             *file_label;
  GtkLabel             *hash_label;
  GtkWidget            *check_button;

  KoyomiDataTable      *table;
  GtkFileChooserNative *chooser;    /* of the file that is to be checked; NULL while none is chosen */
  GPtrArray            *issues;     /* (element-type KoyomiRecord): the latest first */
};

/* A report that is written again. */
typedef struct
{
  KoyomiIssuedReportsWindow *window;    /* not owned, NULL once it is gone */
  KoyomiSession             *session;   /* a copy */
  KoyomiRecord              *issue;
  char                      *path;
  char                      *sha256;
} Job;

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIssuedReportsWindow, stack),
  KOYOMI_UI_CHILD (KoyomiIssuedReportsWindow, foot),
  KOYOMI_UI_CHILD (KoyomiIssuedReportsWindow, file_label),
  KOYOMI_UI_CHILD (KoyomiIssuedReportsWindow, hash_label),
  KOYOMI_UI_CHILD (KoyomiIssuedReportsWindow, check_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIssuedReportsWindow, koyomi_issued_reports_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiLanguage
get_language (KoyomiIssuedReportsWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *tr (KoyomiIssuedReportsWindow *self,
                       const char                *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiIssuedReportsWindow *self,
    const char                *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

/* Returns: (nullable): the row that is chosen */
static KoyomiRecord *
get_chosen (KoyomiIssuedReportsWindow *self)
{
  gint64 id = koyomi_data_table_get_chosen (self->table);

  for (guint i = 0; id != 0 && i < self->issues->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->issues, i)) == id)
      return g_ptr_array_index (self->issues, i);

  return NULL;
}

/* What was issued elsewhere shows no moment of this plan. */
static gboolean
can_be_written (KoyomiRecord *issue)
{
  return issue != NULL && koyomi_record_get_int (issue, KOYOMI_REPORT_ISSUE_BOOKMARK) != 0;
}

static void
show_file_name (KoyomiIssuedReportsWindow *self,
                KoyomiRecord              *issue)
{
  const char *name = issue != NULL ? koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_FILE_NAME) : "";
  /* Translators: the name of a file */
  g_autofree char *alone = g_strdup_printf (tr (self, N_("%s · issued without a bookmark, cannot be written again")), name);

  gtk_label_set_label (self->file_label, issue == NULL || can_be_written (issue) ? name : alone);
}

static void
chosen_cb (KoyomiIssuedReportsWindow *self)
{
  KoyomiRecord *issue = get_chosen (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issued.write-again", can_be_written (issue));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issued.copy-hash", issue != NULL);
  gtk_widget_set_visible (self->foot, issue != NULL);
  show_file_name (self, issue);
  gtk_label_set_label (self->hash_label, issue != NULL ? koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_SHA256) : "");
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  gint64 left = koyomi_record_get_int (*(KoyomiRecord * const *) a, KOYOMI_REPORT_ISSUE_ISSUED_AT);
  gint64 right = koyomi_record_get_int (*(KoyomiRecord * const *) b, KOYOMI_REPORT_ISSUE_ISSUED_AT);

  return (left < right) - (left > right);
}

static gboolean
koyomi_issued_reports_window_refresh (KoyomiPlanWindow  *window,
                                      GError           **error)
{
  KoyomiIssuedReportsWindow *self = KOYOMI_ISSUED_REPORTS_WINDOW (window);
  g_autoptr(GPtrArray) issues = koyomi_session_list (koyomi_plan_window_get_session (window), KOYOMI_TABLE_REPORT_ISSUE, 0, 0,
                                                     get_language (self), error);

  if (issues == NULL)
    return FALSE;

  g_ptr_array_sort (issues, compare_issues);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  self->issues = g_ptr_array_ref (issues);
  koyomi_data_table_show (self->table, issues, NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), issues->len > 0 ? "table" : "none");

  return TRUE;
}

/* What was found out about a file, in a dialog of its own. */
static void
say (KoyomiIssuedReportsWindow *self,
     const char                *title,
     const char                *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), title, body));

  adw_message_dialog_add_response (dialog, "close", tr (self, N_("_Close")));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Writing again. */

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_weak_pointer (&job->window);
  g_clear_object (&job->session);
  g_clear_object (&job->issue);
  g_free (job->path);
  g_free (job->sha256);
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

  return koyomi_issued_report_write_again (job->session, job->issue, job->path, &job->sha256, progress, progress_data, cancellable, error);
}

static void
fail_to_write (KoyomiIssuedReportsWindow *self,
               const char                *path,
               const GError              *error)
{
  koyomi_error_dialog_present (GTK_WINDOW (self), get_language (self), tr (self, N_("The report was not written again")), path, error);
}

static void
tell_written (KoyomiIssuedReportsWindow *self,
              const Job                 *job)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (tr (self, N_("%s is the issued report again, with the same SHA-256")), name);

  if (g_str_equal (job->sha256, koyomi_record_get_text (job->issue, KOYOMI_REPORT_ISSUE_SHA256)))
    koyomi_workspace_tell (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), text);
  else
    say (self, tr (self, N_("The file differs from the one that was issued")),
         tr (self, N_("It tells the same of the plan, but another version of Koyomi wrote it. Hand out the issued file itself where the SHA-256 matters.")));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (job->window == NULL)
    return;

  if (done)
    tell_written (job->window, job);
  else
    fail_to_write (job->window, job->path, error);
}

static Job *
make_job (KoyomiIssuedReportsWindow  *self,
          GFile                      *file,
          GError                    **error)
{
  Job *job = g_new0 (Job, 1);

  g_set_weak_pointer (&job->window, self);
  job->issue = g_object_ref (get_chosen (self));
  job->session = koyomi_export_source_take (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), file, &job->path, error);
  if (job->session != NULL)
    return job;

  free_job (job);

  return NULL;
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  KoyomiIssuedReportsWindow *self = data;
  g_autoptr(GError) error = NULL;
  Job *job;

  if (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)) == NULL || get_chosen (self) == NULL)
    return;

  if ((job = make_job (self, file, &error)) == NULL)
    fail_to_write (self, NULL, error);
  else
    koyomi_work_run (GTK_WINDOW (self), get_language (self), tr (self, N_("Writing the report again")), write_cb, job, free_job, written_cb, job);
}

static void
write_again_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiIssuedReportsWindow *self = KOYOMI_ISSUED_REPORTS_WINDOW (widget);
  KoyomiRecord *issue = get_chosen (self);
  const char *nick = issue != NULL ? koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_FORMAT) : "";
  KoyomiExportFormat format;

  if (issue == NULL || !koyomi_export_format_from_nick (nick, &format))
    return;

  koyomi_table_chooser_save (GTK_WINDOW (self), koyomi_workspace_get_settings (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self))),
                             get_language (self), koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_FILE_NAME),
                             koyomi_export_format_get_name (format), place_chosen_cb, g_object_ref (self), g_object_unref);
}

/* Whether a file is an issued one. */

static void
tell_checked (KoyomiIssuedReportsWindow *self,
              GFile                     *file,
              KoyomiRecord              *issue)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *about = issue != NULL ? koyomi_issued_columns_describe (issue, get_language (self)) : NULL;
  /* Translators: %1$s is the name of a file, %2$s tells which report it is */
  g_autofree char *same = g_strdup_printf (tr (self, N_("%1$s has the SHA-256 of\n%2$s")), name, about != NULL ? about : "");
  /* Translators: %s is the name of a file */
  g_autofree char *other = g_strdup_printf (tr (self, N_("No issued report of this plan has the SHA-256 of %s. It was changed after it was issued, or never issued from here.")), name);

  if (issue != NULL)
    koyomi_data_table_choose (self->table, koyomi_record_get_id (issue));
  say (self, issue != NULL ? tr (self, N_("The file is the issued one")) : tr (self, N_("The file is no issued report")), issue != NULL ? same : other);
}

static void
hashed_cb (GFile        *file,
           const char   *sha256,
           const GError *error,
           gpointer      data)
{
  KoyomiIssuedReportsWindow *self = data;
  const char *title;
  g_autoptr(KoyomiRecord) issue = NULL;
  g_autoptr(GError) unread = NULL;

  if (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)) == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  title = tr (self, N_("The file was not checked"));
  if (sha256 == NULL)
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), title, error);
  else if (!koyomi_session_find_report_issue (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), sha256, &issue, &unread))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), title, unread);
  else
    tell_checked (self, file, issue);
}

static void
file_chosen_cb (KoyomiIssuedReportsWindow *self,
                int                        response)
{
  g_autoptr(GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (file != NULL)
    koyomi_file_hashing_run (GTK_WINDOW (self), get_language (self), file, hashed_cb, g_object_ref (self), g_object_unref);
}

static void
check_file_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  KoyomiIssuedReportsWindow *self = KOYOMI_ISSUED_REPORTS_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (tr (self, N_("Check a File")), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               tr (self, N_("_Check")), tr (self, N_("_Cancel")));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
copy_hash_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIssuedReportsWindow *self = KOYOMI_ISSUED_REPORTS_WINDOW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_label (self->hash_label));
  koyomi_workspace_tell (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), tr (self, N_("The SHA-256 was copied")));
}

static GMenu *
create_menu (KoyomiIssuedReportsWindow *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, tr (self, N_("Write _Again…")), "issued.write-again");
  g_menu_append (menu, tr (self, N_("Copy _SHA-256")), "issued.copy-hash");
  g_menu_append (menu, tr (self, N_("Check a _File…")), "issued.check-file");

  return menu;
}

static void
activated_cb (KoyomiIssuedReportsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "issued.write-again", NULL);
}

static void
koyomi_issued_reports_window_dispose (GObject *object)
{
  KoyomiIssuedReportsWindow *self = KOYOMI_ISSUED_REPORTS_WINDOW (object);

  g_clear_object (&self->chooser);
  koyomi_ui_clear (self, children);
  g_clear_pointer (&self->issues, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_issued_reports_window_parent_class)->dispose (object);
}

static void
koyomi_issued_reports_window_class_init (KoyomiIssuedReportsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_issued_reports_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_issued_reports_window_refresh;

  gtk_widget_class_install_action (widget_class, "issued.write-again", NULL, write_again_action);
  gtk_widget_class_install_action (widget_class, "issued.check-file", NULL, check_file_action);
  gtk_widget_class_install_action (widget_class, "issued.copy-hash", NULL, copy_hash_action);
}

static void
koyomi_issued_reports_window_init (KoyomiIssuedReportsWindow *self)
{
  self->issues = g_ptr_array_new ();
}

static void
add_table (KoyomiIssuedReportsWindow *self)
{
  self->table = KOYOMI_DATA_TABLE (koyomi_issued_columns_create_table (get_language (self)));
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->table), "table");
  koyomi_data_table_take_menu (self->table, create_menu (self));
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_issued_reports_window_present (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace)
{
  KoyomiIssuedReportsWindow *self = g_object_new (KOYOMI_TYPE_ISSUED_REPORTS_WINDOW, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-issued-reports-window", children);
  add_table (self);
  chosen_cb (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->check_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
  if (self->issues->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}
