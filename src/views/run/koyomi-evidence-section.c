#include "koyomi-evidence-section.h"

#include "koyomi-evidence-dialog.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"

struct _KoyomiEvidenceSection
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  int              field;     /* of the table of proofs: what it is that is proven */
  gint64           row;
  GtkWidget       *box;
  GtkWidget       *list;
  GtkWidget       *empty;
  GtkWidget       *adders;
  GPtrArray       *proofs;    /* (element-type KoyomiRecord), in the order of the rows */
  GPtrArray       *evidence;  /* (element-type KoyomiRecord), likewise */
};

G_DEFINE_FINAL_TYPE (KoyomiEvidenceSection, koyomi_evidence_section, GTK_TYPE_WIDGET)

static void
koyomi_evidence_section_dispose (GObject *object)
{
  KoyomiEvidenceSection *self = KOYOMI_EVIDENCE_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->proofs, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_evidence_section_parent_class)->dispose (object);
}

static void
koyomi_evidence_section_class_init (KoyomiEvidenceSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_evidence_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_evidence_section_init (KoyomiEvidenceSection *self)
{
}

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

/* Returns: (transfer full) (nullable): what is to be opened; NULL when the place is a word, such as the number of a folder */
static char *
find_uri (KoyomiEvidenceSection *self,
          const char            *place)
{
  g_autofree char *scheme = g_uri_parse_scheme (place);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http") || g_str_equal (scheme, "file")))
    return g_strdup (place);

  if (*place == '\0')
    return NULL;

  folder = g_path_get_dirname (koyomi_session_get_path (koyomi_workspace_get_session (self->workspace)));
  path = g_path_is_absolute (place) ? g_strdup (place) : g_build_filename (folder, place, NULL);

  return g_path_is_absolute (place) || g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_filename_to_uri (path, NULL, NULL) : NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(KoyomiWorkspace) workspace = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The evidence was not opened"), error);
}

static void
open_cb (KoyomiEvidenceSection *self,
         GtkWidget             *button)
{
  const char *place = koyomi_record_get_text (g_ptr_array_index (self->evidence, get_index (button)), KOYOMI_EVIDENCE_PLACE);
  g_autofree char *uri = find_uri (self, place);
  g_autoptr(GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *text = NULL;

  if (uri != NULL && (!g_file_has_uri_scheme (file, "file") || g_file_query_exists (file, NULL)))
    {
      gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                         g_object_ref (self->workspace));
      return;
    }

  /* Translators: %s is where evidence is kept: a file */
  text = g_strdup_printf (koyomi_workspace_tr (self->workspace, "There is no file %s here"), place);
  koyomi_workspace_tell (self->workspace, text);
}

static void
remove_cb (KoyomiEvidenceSection *self,
           GtkWidget             *button)
{
  KoyomiRecord *proof = g_ptr_array_index (self->proofs, get_index (button));
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_PROOF, koyomi_record_get_id (proof),
                              koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The evidence was not removed"), error);
}

static void
link_cb (KoyomiEvidenceSection *self,
         KoyomiChoice          *choice)
{
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->evidence, i)) == koyomi_choice_get_id (choice))
      return;

  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, koyomi_choice_get_id (choice));
  koyomi_record_set_int (proof, self->field, self->row);
  if (koyomi_session_add (koyomi_workspace_get_session (self->workspace), proof,
                          koyomi_workspace_get_language (self->workspace), &error) == 0)
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The evidence was not added"), error);
}

static void
add_cb (KoyomiEvidenceSection *self)
{
  koyomi_evidence_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, self->field, self->row);
}

static GtkWidget *
make_title (KoyomiEvidenceSection *self,
            KoyomiRecord          *evidence,
            guint                  index)
{
  const char *place = koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE);
  g_autofree char *uri = find_uri (self, place);
  GtkWidget *label = gtk_label_new (koyomi_record_get_title (evidence));
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, *place != '\0' ? place : NULL);
  if (uri == NULL)
    return label;

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_record_get_title (evidence), -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (KoyomiEvidenceSection *self,
          guint                  index)
{
  KoyomiRecord *evidence = g_ptr_array_index (self->evidence, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title = make_title (self, evidence, index);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = NULL;

  /* Translators: %s is the title of evidence */
  name = g_strdup_printf (koyomi_workspace_tr (self->workspace, "Remove “%s”"), koyomi_record_get_title (evidence));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_sensitive (button, koyomi_workspace_can_edit (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static GtkWidget *
make_adders (KoyomiEvidenceSection *self)
{
  GtkWidget *adders = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace, "Add Evidence…"));
  const char *caption = koyomi_workspace_tr (self->workspace, "Link Evidence…");
  GtkWidget *chooser = koyomi_evidence_chooser_new (self->workspace, caption);

  koyomi_chooser_set_text (KOYOMI_CHOOSER (chooser), caption);
  gtk_widget_add_css_class (button, "koyomi-plain");
  gtk_widget_set_sensitive (adders, koyomi_workspace_can_edit (self->workspace));
  gtk_box_set_homogeneous (GTK_BOX (adders), TRUE);
  gtk_box_append (GTK_BOX (adders), button);
  gtk_box_append (GTK_BOX (adders), chooser);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);

  return adders;
}

/**
 * koyomi_evidence_section_new:
 * @field: of the table of proofs, such as %KOYOMI_PROOF_OCCURRENCE: what it is that is proven
 * @hint: what stands there where there is no evidence yet, translated
 */
GtkWidget *
koyomi_evidence_section_new (KoyomiWorkspace *workspace,
                             int              field,
                             const char      *hint)
{
  KoyomiEvidenceSection *self = g_object_new (KOYOMI_TYPE_EVIDENCE_SECTION, NULL);
  GtkWidget *heading = gtk_label_new (koyomi_workspace_tr (workspace, "Evidence"));

  self->workspace = g_object_ref (workspace);
  self->field = field;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->empty = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "caption");
  gtk_widget_add_css_class (self->empty, "dim-label");

  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->list);
  self->adders = make_adders (self);
  gtk_box_append (GTK_BOX (self->box), self->adders);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static void
read_evidence (KoyomiEvidenceSection *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GPtrArray) proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, self->field, self->row, language, NULL);

  g_clear_pointer (&self->proofs, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->proofs = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      KoyomiRecord *proof = g_ptr_array_index (proofs, i);
      KoyomiRecord *evidence = koyomi_session_get (session, KOYOMI_TABLE_EVIDENCE,
                                                   koyomi_record_get_int (proof, KOYOMI_PROOF_EVIDENCE), language, NULL);

      if (evidence == NULL)
        continue;

      g_ptr_array_add (self->proofs, g_object_ref (proof));
      g_ptr_array_add (self->evidence, evidence);
    }
}

/* Shows the evidence of that run, or whatever else it is for. */
void
koyomi_evidence_section_show (KoyomiEvidenceSection *self,
                              gint64                 row_id)
{
  gboolean had_focus;
  GtkWidget *row;

  g_return_if_fail (KOYOMI_IS_EVIDENCE_SECTION (self));

  self->row = row_id;
  had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  read_evidence (self);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
  for (guint i = 0; i < self->evidence->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, i));
  gtk_widget_set_visible (self->empty, self->evidence->len == 0);
  if (had_focus)
    gtk_widget_child_focus (self->adders, GTK_DIR_TAB_FORWARD);
}
