#include "koyomi-draft-item.h"

#include "koyomi-focus.h"
#include "koyomi-number-input.h"
#include "koyomi-record-edit.h"
#include "koyomi-report-edit.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

#include <math.h>

struct _KoyomiDraftItem
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           incident;
  char            *code;
  int              field;      /* of the incident; 0 for a text of its own */
  KoyomiTextField *input;      /* NULL for what is entered elsewhere */
  GtkWidget       *value;      /* then shows it */
  GtkWidget       *mark;
};

G_DEFINE_FINAL_TYPE (KoyomiDraftItem, koyomi_draft_item, GTK_TYPE_WIDGET)

static gboolean
koyomi_draft_item_grab_focus (GtkWidget *widget)
{
  KoyomiDraftItem *self = KOYOMI_DRAFT_ITEM (widget);

  return self->input != NULL && gtk_widget_grab_focus (koyomi_text_field_get_input (self->input));
}

static void
koyomi_draft_item_dispose (GObject *object)
{
  KoyomiDraftItem *self = KOYOMI_DRAFT_ITEM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_draft_item_parent_class)->dispose (object);
}

static void
koyomi_draft_item_finalize (GObject *object)
{
  g_free (KOYOMI_DRAFT_ITEM (object)->code);

  G_OBJECT_CLASS (koyomi_draft_item_parent_class)->finalize (object);
}

static void
koyomi_draft_item_class_init (KoyomiDraftItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_draft_item_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_draft_item_finalize;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_draft_item_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_draft_item_init (KoyomiDraftItem *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static KoyomiFieldType
get_type_of (int field)
{
  return koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT)->fields[KOYOMI_FIELD_INDEX (field)].type;
}

/* Returns: whether @text can stand there; then in @record */
static gboolean
put (KoyomiDraftItem *self,
     KoyomiRecord    *record,
     const char      *text)
{
  double number = NAN;

  if (get_type_of (self->field) != KOYOMI_FIELD_INT)
    koyomi_record_set_text (record, self->field, text);
  else if (koyomi_text_is_blank (text))
    koyomi_record_set_int (record, self->field, KOYOMI_NO_INT);
  else if (koyomi_number_read_typed (text, &number, NULL) && number >= 0)
    koyomi_record_set_int (record, self->field, (gint64) number);
  else
    return FALSE;

  return TRUE;
}

static gboolean
write_field (KoyomiDraftItem  *self,
             const char       *text,
             GError          **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, self->incident, language, error);

  if (record == NULL)
    return FALSE;

  if (put (self, record, text))
    return koyomi_session_save (session, record, language, error);

  koyomi_text_field_set_message (self->input, koyomi_tr (language, "Write a number such as 1200."));

  return FALSE;
}

static gboolean
commit_cb (KoyomiDraftItem *self,
           const char      *text)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GError) error = NULL;

  if (self->field != 0 ? write_field (self, text, &error)
                       : koyomi_session_set_report_item (session, self->incident, self->code, text, language, &error))
    return TRUE;

  if (error != NULL)
    koyomi_workspace_fail (self->workspace, koyomi_tr (language, "The text was not saved"), error);

  return FALSE;
}

static void
flush_cb (KoyomiDraftItem *self)
{
  koyomi_text_field_commit (self->input);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_head (KoyomiDraftItem        *self,
          const KoyomiReportItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (item->label, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  self->mark = make_label (NULL, "caption");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  if (item->help != NULL)
    {
      GtkWidget *help = make_label (item->help, "caption");

      gtk_widget_add_css_class (help, "dim-label");
      gtk_widget_set_parent (help, GTK_WIDGET (self));
    }
}

static void
add_input (KoyomiDraftItem        *self,
           const KoyomiReportItem *item)
{
  gboolean is_number = item->field != 0 && get_type_of (item->field) == KOYOMI_FIELD_INT;
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);
  GtkWidget *input;

  self->input = KOYOMI_TEXT_FIELD (is_number ? koyomi_text_field_new (item->label) : koyomi_text_field_new_multi_line (item->label));
  koyomi_text_field_hide_caption (self->input);
  input = koyomi_text_field_get_input (self->input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, item->label, -1);
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (input), can_edit);
  else
    gtk_editable_set_editable (GTK_EDITABLE (input), can_edit);
  gtk_widget_set_parent (GTK_WIDGET (self->input), GTK_WIDGET (self));
  g_signal_connect_object (self->input, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_draft_item_new (KoyomiWorkspace        *workspace,
                       gint64                  incident,
                       const KoyomiReportItem *item)
{
  KoyomiDraftItem *self = g_object_new (KOYOMI_TYPE_DRAFT_ITEM, NULL);

  self->workspace = g_object_ref (workspace);
  self->incident = incident;
  self->code = g_strdup (item->code);
  self->field = item->field;
  add_head (self, item);
  if (item->field != 0 && get_type_of (item->field) == KOYOMI_FIELD_TIME)
    {
      self->value = make_label (NULL, NULL);
      gtk_widget_set_parent (self->value, GTK_WIDGET (self));
    }
  else
    add_input (self, item);

  return GTK_WIDGET (self);
}

/* Shows what the plan has now; what a person is typing stays. */
void
koyomi_draft_item_show (KoyomiDraftItem        *self,
                        const KoyomiReportItem *item)
{
  gboolean is_missing = koyomi_text_is_blank (item->text);

  g_return_if_fail (KOYOMI_IS_DRAFT_ITEM (self));

  gtk_label_set_label (GTK_LABEL (self->mark), is_missing ? koyomi_workspace_tr (self->workspace, "△ Not filled in") : "✓");
  if (self->input != NULL)
    koyomi_text_field_show (self->input, item->text);
  else
    gtk_label_set_label (GTK_LABEL (self->value),
                         is_missing ? koyomi_workspace_tr (self->workspace, "Enter it among the times of the incident.") : item->text);
}
