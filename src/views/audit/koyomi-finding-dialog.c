#include "koyomi-finding-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-finding-edit.h"
#include "koyomi-finding-window.h"
#include "koyomi-form-inputs.h"
#include "koyomi-numbered-chooser.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiTextField  *title;
  GtkDropDown      *grade;
  GtkDropDown      *source;
  KoyomiDayEntry   *found;
  KoyomiDayEntry   *due;
  KoyomiTextField  *owner;
  KoyomiChooser    *control;
  KoyomiChooser    *audit;
  KoyomiTextField  *detail;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static const char *tr (Form       *form,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static void
update (Form *form)
{
  koyomi_form_dialog_set_can_accept (form->dialog, koyomi_form_inputs_is_filled (form->title) && koyomi_day_entry_get_day (form->found) != KOYOMI_DAY_NONE);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

/* Whoever names an audit says where the finding comes from. */
static void
audit_cb (Form *form)
{
  if (koyomi_chooser_get_id (form->audit) != 0 && gtk_drop_down_get_selected (form->source) == KOYOMI_FINDING_SOURCE_NONE)
    gtk_drop_down_set_selected (form->source, KOYOMI_FINDING_SOURCE_AUDIT);
}

static KoyomiRecord *
make_finding (Form *form)
{
  KoyomiRecord *finding = koyomi_record_new (KOYOMI_TABLE_FINDING);

  koyomi_form_inputs_read_text (form->title, finding, KOYOMI_FINDING_TITLE);
  koyomi_form_inputs_read_text (form->owner, finding, KOYOMI_FINDING_OWNER);
  koyomi_form_inputs_read_text (form->detail, finding, KOYOMI_FINDING_DETAIL);
  koyomi_record_set_int (finding, KOYOMI_FINDING_GRADE, gtk_drop_down_get_selected (form->grade));
  koyomi_record_set_int (finding, KOYOMI_FINDING_SOURCE, gtk_drop_down_get_selected (form->source));
  koyomi_record_set_int (finding, KOYOMI_FINDING_FOUND_DAY, koyomi_day_entry_get_day (form->found));
  koyomi_record_set_int (finding, KOYOMI_FINDING_DUE_DAY, koyomi_day_entry_get_day (form->due));
  koyomi_record_set_int (finding, KOYOMI_FINDING_CONTROL, koyomi_chooser_get_id (form->control));
  koyomi_record_set_int (finding, KOYOMI_FINDING_AUDIT, koyomi_chooser_get_id (form->audit));

  return finding;
}

/* Goes on with the rest of what is to be said of it. */
static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(KoyomiRecord) finding = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (!koyomi_day_entry_commit (form->found) || !koyomi_day_entry_commit (form->due))
    return FALSE;

  finding = make_finding (form);
  id = koyomi_finding_add (koyomi_workspace_get_session (form->workspace), finding, koyomi_workspace_get_language (form->workspace), &error);
  if (id == 0)
    {
      koyomi_workspace_fail (form->workspace, tr (form, N_("The finding was not added")), error);
      return FALSE;
    }

  koyomi_finding_window_present (gtk_window_get_transient_for (GTK_WINDOW (dialog)), form->workspace, id);

  return TRUE;
}

static KoyomiDayEntry *
add_day (Form       *form,
         GtkBox     *line,
         const char *caption,
         guint32     day)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_set_optional (KOYOMI_DAY_ENTRY (entry), day == KOYOMI_DAY_NONE);
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (line, entry);

  return KOYOMI_DAY_ENTRY (entry);
}

static KoyomiChooser *
add_chooser (Form       *form,
             const char *caption,
             int         number,
             const char *none,
             gint64      id)
{
  GtkWidget *chooser = koyomi_numbered_chooser_new (form->workspace, caption, number, none);

  koyomi_numbered_chooser_show (KOYOMI_CHOOSER (chooser), form->workspace, number, id);
  koyomi_form_dialog_append (form->dialog, chooser);

  return KOYOMI_CHOOSER (chooser);
}

static void
fill (Form         *form,
      KoyomiRecord *audit)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkBox *line;

  form->title = koyomi_form_inputs_add_text (form->dialog, NULL, tr (form, N_("_Finding")), NULL, G_CALLBACK (update), form);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->grade = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Grade")), KOYOMI_FINDING_GRADE, KOYOMI_FINDING_GRADE_MINOR, language);
  form->source = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Source of the finding")), KOYOMI_FINDING_SOURCE,
                                              audit != NULL ? KOYOMI_FINDING_SOURCE_AUDIT : KOYOMI_FINDING_SOURCE_NONE, language);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->found = add_day (form, line, tr (form, N_("F_ound on")), koyomi_day_today ());
  form->due = add_day (form, line, tr (form, N_("_Due")), KOYOMI_DAY_NONE);
  form->control = add_chooser (form, tr (form, N_("C_lause or control")), KOYOMI_CONTROL_CODE, tr (form, N_("None in particular")), 0);
  form->audit = add_chooser (form, tr (form, N_("Audi_t")), KOYOMI_AUDIT_NUMBER, tr (form, N_("Of no audit")),
                             audit != NULL ? koyomi_record_get_id (audit) : 0);
  g_signal_connect_swapped (form->audit, "chosen", G_CALLBACK (audit_cb), form);
  form->owner = koyomi_form_inputs_add_text (form->dialog, NULL, tr (form, N_("O_wner")), NULL, G_CALLBACK (update), form);
  form->detail = koyomi_form_inputs_add_lines (form->dialog, tr (form, N_("Deta_il")), "");
}

/* @audit: (nullable): that brought it to light */
void
koyomi_finding_dialog_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               KoyomiRecord    *audit)
{
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), tr (form, N_("New Finding")), tr (form, N_("_Add")));
  fill (form, audit);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->title));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
