#include "koyomi-evidence-dialog.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-evidence.h"
#include "koyomi-file-hashing.h"
#include "koyomi-form-dialog.h"
#include "koyomi-provable-field.h"
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
  KoyomiProvableField  *provable;   /* NULL where it is told what is proved */
  GtkLabel             *hash;
  GtkFileChooserNative *chooser;    /* NULL while no file is chosen */
  GFile                *file;       /* whose SHA-256 was taken; NULL while there is none */
  char                 *sha256;
  gboolean              is_hashing;
} Form;

/* A file that is read while the dialog may be closed. */
typedef struct
{
  KoyomiFormDialog *dialog;   /* NULL once it is gone, and the form with it */
  Form             *form;
  gboolean          adds;     /* once the file was read */
} Job;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_clear_object (&form->chooser);
  g_clear_object (&form->file);
  g_free (form->sha256);
  g_object_unref (form->workspace);
  g_free (form);
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

static const char *
get_plan_path (Form *form)
{
  return koyomi_session_get_path (koyomi_workspace_get_session (form->workspace));
}

/* Returns: (nullable) (transfer full): the file that the form names, where it is one whose contents can be read to the end */
static GFile *
dup_file (Form *form)
{
  g_autoptr(KoyomiRecord) evidence = make_evidence (form);
  g_autoptr(GFile) file = koyomi_evidence_dup_file (evidence, get_plan_path (form));

  return file != NULL && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR ? g_steal_pointer (&file) : NULL;
}

static gboolean
is_hashed (Form  *form,
           GFile *file)
{
  return file != NULL && form->file != NULL && g_file_equal (file, form->file);
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));
  g_autoptr(GFile) file = form->file != NULL ? dup_file (form) : NULL;
  g_autofree char *hash = is_hashed (form, file) ? g_strdup_printf ("SHA-256 %s", form->sha256) : NULL;

  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (title) && !form->is_hashing);
  gtk_label_set_label (form->hash, hash != NULL ? hash : "");
  gtk_widget_set_visible (GTK_WIDGET (form->hash), hash != NULL);
}

static void
take_provable (Form *form)
{
  if (form->provable == NULL)
    return;

  form->field = koyomi_provable_field_get_field (form->provable);
  form->row = koyomi_provable_field_get_row (form->provable);
}

/* The evidence and what it proves are one edit. */
static gboolean
add (Form    *form,
     GError **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (koyomi_workspace_get_session (form->workspace), error);
  g_autoptr(KoyomiRecord) evidence = make_evidence (form);
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autoptr(GFile) file = dup_file (form);
  g_autofree char *label = NULL;

  if (is_hashed (form, file))
    koyomi_evidence_set_file (evidence, file, get_plan_path (form), form->sha256);
  if (edit == NULL || !koyomi_edit_insert (edit, evidence, error))
    return FALSE;

  take_provable (form);
  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (evidence));
  koyomi_record_set_int (proof, form->field, form->row);
  /* Translators: %s is the title of evidence */
  label = g_strdup_printf (koyomi_workspace_tr (form->workspace, "Add evidence “%s”"), koyomi_record_get_title (evidence));

  return (form->row == 0 || koyomi_edit_insert (edit, proof, error)) && koyomi_edit_commit (edit, label, error);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_weak_pointer (&job->dialog);
  g_free (job);
}

static void
take_hash (Form       *form,
           GFile      *file,
           const char *sha256)
{
  g_set_object (&form->file, file);
  g_free (form->sha256);
  form->sha256 = g_strdup (sha256);
}

static void
tell_fault (Form         *form,
            const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = g_strdup_printf ("%s: %s", koyomi_workspace_tr (form->workspace, "The file could not be read"), error->message);
  koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (form->place), text);
}

static void
hashed_cb (GFile        *file,
           const char   *sha256,
           const GError *error,
           gpointer      data)
{
  Job *job = data;
  Form *form = job->form;

  if (job->dialog == NULL)
    return;

  form->is_hashing = FALSE;
  if (error == NULL)
    take_hash (form, file, sha256);
  else
    tell_fault (form, error);
  update (form);
  if (error == NULL && job->adds)
    gtk_widget_activate_action (GTK_WIDGET (form->dialog), "form.accept", NULL);
}

static void
hash (Form     *form,
      GFile    *file,
      gboolean  adds)
{
  Job *job = g_new0 (Job, 1);

  g_set_weak_pointer (&job->dialog, form->dialog);
  job->form = form;
  job->adds = adds;
  form->is_hashing = TRUE;
  update (form);
  koyomi_file_hashing_run (GTK_WINDOW (form->dialog), koyomi_workspace_get_language (form->workspace), file, hashed_cb, job, free_job);
}

/* A file whose name was typed is read first. */
static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GFile) file = dup_file (form);
  g_autoptr(GError) error = NULL;

  if (file != NULL && !is_hashed (form, file))
    {
      hash (form, file, TRUE);
      return FALSE;
    }

  if (add (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The evidence was not added"), error);

  return FALSE;
}

/* A file without a title goes by its name, and is none that is only referred to. */
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
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)) == KOYOMI_EVIDENCE_KIND_REFERENCE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (form->kind), KOYOMI_EVIDENCE_KIND_RECORD);
  hash (form, file, FALSE);
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

/* Whoever reads the plan can tell from it whether the file is the same. */
static GtkWidget *
make_hash (Form *form)
{
  form->hash = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (form->hash, 0);
  gtk_label_set_selectable (form->hash, TRUE);
  gtk_label_set_wrap (form->hash, TRUE);
  gtk_label_set_wrap_mode (form->hash, PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (form->hash), "caption");

  return GTK_WIDGET (form->hash);
}

/* Of a run it is known what is proved; from the register it is chosen. */
static void
add_provable (Form *form)
{
  GtkWidget *field;

  if (form->field != KOYOMI_PROOF_CONTROL)
    return;

  field = koyomi_provable_field_new (form->workspace, koyomi_workspace_tr (form->workspace, N_("_Proves")),
                                     koyomi_workspace_tr (form->workspace, N_("Nothing yet")));
  form->provable = KOYOMI_PROVABLE_FIELD (field);
  if (form->row != 0)
    koyomi_provable_field_show_control (form->provable, form->row);
  koyomi_form_dialog_append (form->dialog, field);
}

static void
fill (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *button = gtk_button_new_with_mnemonic (koyomi_tr (language, "Choos_e File…"));
  GtkWidget *title_input, *place_input;

  form->title = koyomi_text_field_new (koyomi_tr (language, "_Title"));
  form->place = koyomi_text_field_new (koyomi_tr (language, "_File, address or place"));
  koyomi_text_field_add_suffix (KOYOMI_TEXT_FIELD (form->place), button);
  koyomi_form_dialog_append (form->dialog, form->title);
  koyomi_form_dialog_append (form->dialog, form->place);
  koyomi_form_dialog_append (form->dialog, make_hash (form));
  koyomi_form_dialog_append (form->dialog, make_kind (form));
  add_provable (form);
  koyomi_form_dialog_set_first_focus (form->dialog, form->title);

  title_input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->title));
  place_input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->place));
  koyomi_form_dialog_accept_on_enter (form->dialog, title_input);
  koyomi_form_dialog_accept_on_enter (form->dialog, place_input);
  g_signal_connect (form->title, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect (form->place, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_swapped (title_input, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (place_input, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (form->kind, "notify::selected", G_CALLBACK (update), form);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), form);
}

/* @field: of the table of proofs: what the evidence is for; @row: which of them; 0 when that is chosen in the dialog. What a control has to do
 * with can be chosen otherwise, too. */
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
