#include "koyomi-evidence-dialog.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-form-dialog.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace      *workspace;
  int                   field;      /* of the table of proofs */
  gint64                row;
  KoyomiFormDialog     *dialog;     /* not owned, like what stands in it */
  GtkWidget            *title;
  GtkWidget            *kind;
  GtkWidget            *place;
  GtkFileChooserNative *chooser;    /* NULL while no file is chosen */
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_clear_object (&form->chooser);
  g_object_unref (form->workspace);
  g_free (form);
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));

  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (title));
}

static KoyomiRecord *
make_evidence (Form *form)
{
  KoyomiRecord *evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);

  koyomi_record_take_text (evidence, KOYOMI_EVIDENCE_TITLE, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title)));
  koyomi_record_take_text (evidence, KOYOMI_EVIDENCE_PLACE, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->place)));
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)));
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_ADDED_DAY, koyomi_day_today ());

  return evidence;
}

/* The evidence and what it proves are one edit. */
static gboolean
add (Form    *form,
     GError **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (koyomi_workspace_get_session (form->workspace), error);
  g_autoptr(KoyomiRecord) evidence = make_evidence (form);
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autofree char *label = NULL;

  if (edit == NULL || !koyomi_edit_insert (edit, evidence, error))
    return FALSE;

  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (evidence));
  koyomi_record_set_int (proof, form->field, form->row);
  /* Translators: %s is the title of evidence */
  label = g_strdup_printf (koyomi_workspace_tr (form->workspace, "Add evidence “%s”"), koyomi_record_get_title (evidence));

  return koyomi_edit_insert (edit, proof, error) && koyomi_edit_commit (edit, label, error);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  if (add (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The evidence was not added"), error);

  return FALSE;
}

/* A file without a title goes by its name. */
static void
take_file (Form  *form,
           GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (form->place), path);
  if (koyomi_text_is_blank (title))
    koyomi_text_field_replace (KOYOMI_TEXT_FIELD (form->title), display_name);
}

static void
responded_cb (Form *form,
              int   response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && (file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (form->chooser))) != NULL)
    take_file (form, file);
  g_clear_object (&form->chooser);
}

static void
choose_cb (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);

  g_clear_object (&form->chooser);
  form->chooser = gtk_file_chooser_native_new (koyomi_tr (language, "Choose Evidence"), GTK_WINDOW (form->dialog),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, koyomi_tr (language, "_Choose"),
                                               koyomi_tr (language, "_Cancel"));
  g_signal_connect_swapped (form->chooser, "response", G_CALLBACK (responded_cb), form);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (form->chooser));
}

static gboolean
keep_cb (KoyomiTextField *field,
         const char      *text,
         gpointer         data)
{
  return TRUE;
}

static GtkWidget *
make_kind (Form *form)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_EVIDENCE)->fields[KOYOMI_FIELD_INDEX (KOYOMI_EVIDENCE_KIND)];
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (language, "_Kind"));

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (words, koyomi_field_get_word_label (field, i, language));

  form->kind = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), form->kind);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), form->kind);

  return box;
}

static void
fill (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *button = gtk_button_new_with_mnemonic (koyomi_tr (language, "_Choose File…"));
  GtkWidget *title_input, *place_input;

  form->title = koyomi_text_field_new (koyomi_tr (language, "_Title"));
  form->place = koyomi_text_field_new (koyomi_tr (language, "_File, address or place"));
  koyomi_text_field_add_suffix (KOYOMI_TEXT_FIELD (form->place), button);
  koyomi_form_dialog_append (form->dialog, form->title);
  koyomi_form_dialog_append (form->dialog, form->place);
  koyomi_form_dialog_append (form->dialog, make_kind (form));
  koyomi_form_dialog_set_first_focus (form->dialog, form->title);

  title_input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->title));
  place_input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->place));
  koyomi_form_dialog_accept_on_enter (form->dialog, title_input);
  koyomi_form_dialog_accept_on_enter (form->dialog, place_input);
  g_signal_connect (form->title, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect (form->place, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_swapped (title_input, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), form);
}

/* @field: of the table of proofs: what the evidence is for; @row: which of them */
void
koyomi_evidence_dialog_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace,
                                int              field,
                                gint64           row)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->field = field;
  form->row = row;
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Add Evidence"), koyomi_tr (language, "_Add"));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  fill (form);
  update (form);
  koyomi_form_dialog_present (form->dialog);
}
