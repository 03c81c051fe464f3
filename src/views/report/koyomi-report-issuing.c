#include "koyomi-report-issuing.h"

#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-export-format-card.h"
#include "koyomi-export-source.h"
#include "koyomi-form-inputs.h"
#include "koyomi-issued-report.h"
#include "koyomi-report-saving.h"
#include "koyomi-report-subject.h"
#include "koyomi-table-chooser.h"
#include "koyomi-work.h"

/* From the dialog until the report is noted in the plan. */
typedef struct
{
  KoyomiWorkspace  *workspace;
  GtkWindow        *parent;      /* NULL once it is gone */
  KoyomiReportWish  wish;
  KoyomiReportOrder order;
  char             *edition;
  KoyomiSession    *session;     /* a copy, once the file is chosen */
  char             *path;
  KoyomiIssuedFile *file;        /* once it is written */

  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  GtkWidget        *format;
  KoyomiTextField  *edition_field;
} Issuing;

/* In the order that they are offered in. */
static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_PDF, KOYOMI_EXPORT_FORMAT_XLSX };

static void
free_issuing (gpointer data)
{
  Issuing *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file, koyomi_issued_file_free);
  g_free (self->edition);
  g_free (self->path);
  g_free (self);
}

static void
free_form (gpointer  data,
           GClosure *closure)
{
  free_issuing (data);
}

static const char *tr (Issuing    *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Issuing    *self,
    const char *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* What the dialog was told, for the work that outlives it. */
static Issuing *
copy_issuing (const Issuing *other)
{
  Issuing *self = g_new0 (Issuing, 1);

  self->workspace = g_object_ref (other->workspace);
  g_set_weak_pointer (&self->parent, other->parent);
  self->wish = other->wish;
  self->order = other->order;
  self->edition = g_strdup (other->edition);
  self->order.edition = self->edition;

  return self;
}

static void
fail (Issuing      *self,
      const GError *error)
{
  if (self->parent != NULL)
    koyomi_error_dialog_present (self->parent, koyomi_workspace_get_language (self->workspace), tr (self, N_("The report was not issued")), self->path,
                                 error);
}

static gboolean
write_cb (gpointer             data,
          KoyomiProgressFunc   progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GError             **error)
{
  Issuing *self = data;

  self->file = koyomi_issued_file_write (self->session, &self->order, self->path, progress, progress_data, cancellable, error);

  return self->file != NULL;
}

/* Of a window that was closed meanwhile the plan may be closed as well. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Issuing *self = data;
  g_autoptr(KoyomiRecord) issue = NULL;
  g_autoptr(GError) error = NULL;

  if (koyomi_work_finish (result, &error) && self->parent != NULL)
    issue = koyomi_issued_file_note (self->file, koyomi_workspace_get_session (self->workspace), koyomi_workspace_get_language (self->workspace), &error);
  if (error != NULL)
    fail (self, error);
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  const Issuing *chosen = data;
  g_autoptr(GError) error = NULL;
  Issuing *self;

  if (chosen->parent == NULL)
    return;

  self = copy_issuing (chosen);
  self->order.options.now = koyomi_time_now ();
  self->session = koyomi_export_source_take (self->workspace, file, &self->path, &error);
  if (self->session == NULL)
    {
      fail (self, error);
      free_issuing (self);
      return;
    }

  koyomi_work_run (self->parent, koyomi_workspace_get_language (self->workspace), tr (self, N_("Issuing the report")), write_cb, self, free_issuing,
                   written_cb, self);
}

static char *
propose_name (Issuing *self)
{
  KoyomiLanguage language = self->wish.options.language;
  g_autofree char *described = koyomi_report_wish_describe (&self->wish, koyomi_workspace_get_session (self->workspace), "-");
  /* Translators: in the name of a file: the edition of a report */
  g_autofree char *edition = *self->edition != '\0' ? g_strdup_printf (koyomi_tr (language, N_("-ed%s")), self->edition) : g_strdup ("");
  g_autofree char *name = g_strconcat (described, edition, ".", koyomi_export_format_get_nick (self->order.format), NULL);

  return g_strdup (g_strdelimit (name, " /\\:*?\"<>|", '-'));
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Issuing *self = data;
  g_autofree char *name = NULL;

  g_free (self->edition);
  self->edition = g_strstrip (koyomi_text_field_dup_text (self->edition_field));
  self->order.edition = self->edition;
  self->order.format = formats[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->format))];
  name = propose_name (self);
  koyomi_table_chooser_save (self->parent, koyomi_workspace_get_settings (self->workspace), koyomi_workspace_get_language (self->workspace), name,
                             koyomi_export_format_get_name (self->order.format), place_chosen_cb, copy_issuing (self), free_issuing);

  return TRUE;
}

/* Returns: (transfer full): the number after the last one under which this report was issued */
static char *
propose_edition (Issuing *self)
{
  const KoyomiReportOptions *options = &self->wish.options;
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autofree char *number = koyomi_report_dup_number (session, self->wish.kind, options->subject);
  g_autofree char *code = koyomi_report_code_new (self->wish.kind, number);
  g_autoptr(GPtrArray) issues = koyomi_session_list (session, KOYOMI_TABLE_REPORT_ISSUE, 0, 0, options->language, NULL);
  gboolean is_any_day = self->wish.kind->span == KOYOMI_REPORT_SPAN_MOMENT;
  guint32 first_day, last_day;
  guint64 last = 0;

  koyomi_report_get_period (self->wish.kind, options, &first_day, &last_day);
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      KoyomiRecord *issue = g_ptr_array_index (issues, i);

      if (g_str_equal (koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_REPORT), code) &&
          (is_any_day || koyomi_record_get_day (issue, KOYOMI_REPORT_ISSUE_FIRST_DAY) == first_day) &&
          koyomi_record_get_int (issue, KOYOMI_REPORT_ISSUE_LANGUAGE) == (gint64) options->language)
        last = MAX (last, g_ascii_strtoull (koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_EDITION), NULL, 10));
    }

  return g_strdup_printf ("%" G_GUINT64_FORMAT, last + 1);
}

static void
add_label (Issuing    *self,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* The dialog is as high as the text needs when it is about so wide. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, style);
  koyomi_form_dialog_append (self->dialog, label);
}

static void
changed_cb (Issuing *self)
{
  koyomi_form_dialog_set_can_accept (self->dialog, koyomi_workspace_can_edit (self->workspace));
}

static void
fill (Issuing *self)
{
  g_autofree char *described = koyomi_report_wish_describe (&self->wish, koyomi_workspace_get_session (self->workspace), " ");
  g_autofree char *edition = propose_edition (self);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (names, koyomi_export_format_get_name (formats[i]));
  add_label (self, described, "heading");
  self->format = koyomi_form_dialog_append_choice (self->dialog, tr (self, N_("_Format")), names, 0);
  self->edition_field = koyomi_form_inputs_add_text (self->dialog, NULL, tr (self, N_("_Edition")), edition, G_CALLBACK (changed_cb), self);
  if (self->wish.compares)
    add_label (self, tr (self, N_("The issued report does not mark what has changed since last quarter.")), "dim-label");
  add_label (self, tr (self, N_("The plan notes who issued it and when, gives the moment that it shows a bookmark, and keeps the SHA-256 of the file, so that the same report can be written again.")),
             "dim-label");
  koyomi_form_dialog_set_first_focus (self->dialog, koyomi_text_field_get_input (self->edition_field));
}

/* Asks for the form and the edition of what is shown, writes it to a file and notes in the plan that it was given out. */
void
koyomi_report_issue_present (GtkWindow              *parent,
                             KoyomiWorkspace        *workspace,
                             const KoyomiReportWish *wish)
{
  Issuing *self = g_new0 (Issuing, 1);

  self->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&self->parent, parent);
  self->wish = *wish;
  self->order.kind = wish->kind;
  self->order.options = wish->options;
  self->order.seq = wish->past != 0 ? wish->past : -1;
  self->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), tr (self, N_("Issue the Report")), tr (self, N_("_Issue…")));
  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (accepted_cb), self, free_form, 0);
  fill (self);
  koyomi_form_dialog_present (self->dialog);
}
