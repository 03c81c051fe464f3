#include "koyomi-evidence-pane.h"

#include "koyomi-evidence-edit.h"
#include "koyomi-focus.h"
#include "koyomi-part-list.h"
#include "koyomi-provable-field.h"
#include "koyomi-provable.h"
#include "koyomi-record-form.h"

struct _KoyomiEvidencePane
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           evidence;    /* 0 for none */
  GtkWidget       *scroller;
  GtkWidget       *form;
  GtkLabel        *hash;
  GtkLabel        *found;
  KoyomiPartList  *proved;
  GPtrArray       *rows;        /* (element-type KoyomiRecord): what it proves, as it is shown */
};

G_DEFINE_FINAL_TYPE (KoyomiEvidencePane, koyomi_evidence_pane, GTK_TYPE_WIDGET)

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_EVIDENCE_TITLE, N_("_Title"), KOYOMI_RECORD_INPUT_REQUIRED },
  { KOYOMI_EVIDENCE_PLACE, N_("_File, address or place") },
  { KOYOMI_EVIDENCE_OWNER, N_("_Kept by") },
  { KOYOMI_EVIDENCE_EFFECTIVE_DAY, N_("_Dated") },
  { KOYOMI_EVIDENCE_EXPIRES_DAY, N_("_Valid until"), KOYOMI_RECORD_INPUT_BESIDE },
  { KOYOMI_EVIDENCE_PERIOD_FIRST, N_("Cover_s from"), 0, 0, KOYOMI_EVIDENCE_PERIOD_LAST },
  { KOYOMI_EVIDENCE_PERIOD_LAST, N_("C_overs to"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_EVIDENCE_PERIOD_FIRST },
  { KOYOMI_EVIDENCE_NOTE, N_("_Note"), KOYOMI_RECORD_INPUT_MULTI_LINE },
};

static const char *tr (KoyomiEvidencePane *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiEvidencePane *self,
    const char         *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* @position: of what it proves, from 1 */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *position)
{
  KoyomiRecord *row = g_ptr_array_index (KOYOMI_EVIDENCE_PANE (widget)->rows, g_variant_get_int64 (position) - 1);

  gtk_widget_activate_action (widget, "plan.show-record", "(ux)", koyomi_record_get_table_id (row), koyomi_record_get_id (row));
}

/* The evidence stays: it only proves one thing less. */
static void
unlink_action (GtkWidget  *widget,
               const char *name,
               GVariant   *position)
{
  KoyomiEvidencePane *self = KOYOMI_EVIDENCE_PANE (widget);
  KoyomiRecord *row = g_ptr_array_index (self->rows, g_variant_get_int64 (position) - 1);
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_evidence_unlink (koyomi_workspace_get_session (self->workspace), self->evidence, koyomi_record_get_table_id (row),
                               koyomi_record_get_id (row), koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not unlinked")), error);
}

static void
koyomi_evidence_pane_dispose (GObject *object)
{
  KoyomiEvidencePane *self = KOYOMI_EVIDENCE_PANE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_evidence_pane_parent_class)->dispose (object);
}

static void
koyomi_evidence_pane_class_init (KoyomiEvidencePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_evidence_pane_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "evidence.open-proved", "x", open_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "evidence.unlink", "x", unlink_action);
}

static void
koyomi_evidence_pane_init (KoyomiEvidencePane *self)
{
}

/* Also when another kind is chosen, of which there is no row yet. */
static void
provable_cb (KoyomiEvidencePane  *self,
             KoyomiProvableField *field)
{
  gint64 row = koyomi_provable_field_get_row (field);
  g_autoptr(GError) error = NULL;

  if (self->evidence != 0 && row != 0 &&
      !koyomi_evidence_prove (koyomi_workspace_get_session (self->workspace), self->evidence, koyomi_provable_field_get_field (field), row,
                              koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not linked")), error);
  koyomi_provable_field_clear (field);
}

static GtkWidget *
make_box (KoyomiEvidencePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *provable;

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->form = koyomi_record_form_new (self->workspace, inputs, G_N_ELEMENTS (inputs));
  gtk_box_append (GTK_BOX (box), self->form);
  self->hash = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hash, 0);
  gtk_label_set_selectable (self->hash, TRUE);
  gtk_label_set_wrap (self->hash, TRUE);
  gtk_label_set_wrap_mode (self->hash, PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->hash), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hash));
  self->found = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->found), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->found));
  self->proved = KOYOMI_PART_LIST (koyomi_part_list_new (self->workspace, tr (self, N_("What it proves")), tr (self, N_("It proves nothing yet."))));
  koyomi_part_list_set_key (self->proved, KOYOMI_PART_KEY_ACTIVATE, "evidence.open-proved");
  koyomi_part_list_set_key (self->proved, KOYOMI_PART_KEY_REMOVE, "evidence.unlink");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->proved));
  provable = koyomi_provable_field_new (self->workspace, tr (self, N_("Also _proves")), NULL);
  gtk_widget_set_sensitive (provable, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (provable, "chosen", G_CALLBACK (provable_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), provable);

  return box;
}

GtkWidget *
koyomi_evidence_pane_new (KoyomiWorkspace *workspace)
{
  KoyomiEvidencePane *self = g_object_new (KOYOMI_TYPE_EVIDENCE_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), make_box (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

static void
show_proved (KoyomiEvidencePane *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  koyomi_part_list_clear (self->proved);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = koyomi_session_name_provable (koyomi_workspace_get_session (self->workspace), row, language);
      GtkWidget *line = koyomi_part_row_new (i + 1, name);

      koyomi_part_row_set_below (KOYOMI_PART_ROW (line), koyomi_tr (language, koyomi_record_get_table (row)->label), NULL);
      koyomi_part_row_add_item (KOYOMI_PART_ROW (line), tr (self, N_("_Open")), "evidence.open-proved");
      if (koyomi_workspace_can_edit (self->workspace))
        koyomi_part_row_add_item (KOYOMI_PART_ROW (line), tr (self, N_("_Unlink")), "evidence.unlink");
      koyomi_part_list_take (self->proved, line);
    }
  koyomi_part_list_show (self->proved);
}

static void
show_found (KoyomiEvidencePane            *self,
            const KoyomiEvidenceCheckItem *found)
{
  const char *classes[] = { "koyomi-chip", found != NULL && koyomi_evidence_check_item_is_good (found) ? "koyomi-good" : "koyomi-bad", NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->found), found != NULL);
  if (found == NULL)
    return;

  gtk_label_set_label (self->found, koyomi_evidence_check_item_describe (found, koyomi_workspace_get_language (self->workspace)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->found), classes);
}

/* @line: (nullable) */
void
koyomi_evidence_pane_show (KoyomiEvidencePane       *self,
                           const KoyomiEvidenceLine *line)
{
  g_autofree char *hash = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), line != NULL);
  self->evidence = line != NULL ? koyomi_record_get_id (line->evidence) : 0;
  if (line == NULL)
    return;

  koyomi_record_form_show (KOYOMI_RECORD_FORM (self->form), line->evidence);
  hash = g_strdup_printf ("SHA-256 %s", koyomi_record_get_text (line->evidence, KOYOMI_EVIDENCE_SHA256));
  gtk_label_set_label (self->hash, hash);
  gtk_widget_set_visible (GTK_WIDGET (self->hash), *koyomi_record_get_text (line->evidence, KOYOMI_EVIDENCE_SHA256) != '\0');
  show_found (self, line->found);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (line->proved);
  show_proved (self);
}
