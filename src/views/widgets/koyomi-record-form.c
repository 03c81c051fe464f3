#include "koyomi-record-form.h"

#include "koyomi-day-saver.h"
#include "koyomi-record-edit.h"
#include "koyomi-text-saver.h"

/* One of these writes what is typed or chosen. */
typedef struct
{
  KoyomiRecordForm *form;
  int               field;
  GtkWidget        *input;    /* what has the focus */
  KoyomiTextSaver  *text;
  KoyomiDaySaver   *day;
  GtkDropDown      *choice;
  GtkCheckButton   *check;
} Slot;

struct _KoyomiRecordForm
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GPtrArray       *slots;           /* (element-type Slot) */
  gint64           id;              /* of the row; 0 until one is shown */
  gboolean         is_refreshing;
};

G_DEFINE_FINAL_TYPE (KoyomiRecordForm, koyomi_record_form, GTK_TYPE_WIDGET)

static void
koyomi_record_form_dispose (GObject *object)
{
  KoyomiRecordForm *self = KOYOMI_RECORD_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_record_form_parent_class)->dispose (object);
}

static void
koyomi_record_form_class_init (KoyomiRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_record_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_record_form_init (KoyomiRecordForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->slots = g_ptr_array_new_with_free_func (g_free);
}

static const KoyomiField *
get_field (int field)
{
  return &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field))->fields[KOYOMI_FIELD_INDEX (field)];
}

/* Of a choice or a check mark. */
static void
chosen_cb (Slot *slot)
{
  KoyomiRecordForm *self = slot->form;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing || self->id == 0)
    return;

  record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_FIELD_TABLE (slot->field), self->id,
                               koyomi_workspace_get_language (self->workspace), &error);
  if (record == NULL)
    {
      koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The change was not saved")), error);
      return;
    }

  if (slot->check != NULL)
    koyomi_record_set_int (record, slot->field, gtk_check_button_get_active (slot->check));
  else
    koyomi_record_set_int (record, slot->field, gtk_drop_down_get_selected (slot->choice));
  koyomi_workspace_save (self->workspace, record);
}

static GtkWidget *
make_choice (KoyomiRecordForm *self,
             Slot             *slot,
             const char       *caption)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiField *field = get_field (slot->field);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (names, koyomi_tr (language, field->words[i].label));

  slot->input = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  slot->choice = GTK_DROP_DOWN (slot->input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slot->input), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, field->label), -1);
  gtk_widget_set_sensitive (slot->input, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_swapped (slot->input, "notify::selected", G_CALLBACK (chosen_cb), slot);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), slot->input);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), slot->input);

  return box;
}

static GtkWidget *
make_check (KoyomiRecordForm *self,
            Slot             *slot,
            const char       *caption)
{
  slot->input = gtk_check_button_new_with_mnemonic (caption);
  slot->check = GTK_CHECK_BUTTON (slot->input);
  gtk_widget_set_sensitive (slot->input, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_swapped (slot->input, "toggled", G_CALLBACK (chosen_cb), slot);

  return slot->input;
}

static GtkWidget *
make_day (KoyomiRecordForm        *self,
          Slot                    *slot,
          const KoyomiRecordInput *input,
          const char              *caption)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (self->workspace));

  slot->day = koyomi_day_saver_attach (KOYOMI_DAY_ENTRY (entry), self->workspace, slot->field);
  koyomi_day_saver_set_range (slot->day, input->not_before, input->not_after);
  slot->input = koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry));

  return entry;
}

static GtkWidget *
make_text (KoyomiRecordForm        *self,
           Slot                    *slot,
           const KoyomiRecordInput *input,
           const char              *caption)
{
  GtkWidget *field = input->flags & KOYOMI_RECORD_INPUT_MULTI_LINE ? koyomi_text_field_new_multi_line (caption)
                                                                   : koyomi_text_field_new (caption);

  slot->text = koyomi_text_saver_attach (KOYOMI_TEXT_FIELD (field), self->workspace, slot->field);
  koyomi_text_saver_set_required (slot->text, (input->flags & KOYOMI_RECORD_INPUT_REQUIRED) != 0);
  slot->input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));

  return field;
}

static void
add_input (KoyomiRecordForm        *self,
           const KoyomiRecordInput *input)
{
  const char *caption = koyomi_workspace_tr (self->workspace, input->caption);
  GtkWidget *line = gtk_widget_get_last_child (GTK_WIDGET (self));
  Slot *slot = g_new0 (Slot, 1);
  GtkWidget *widget;

  slot->form = self;
  slot->field = input->field;
  if (get_field (input->field)->type == KOYOMI_FIELD_ENUM)
    widget = make_choice (self, slot, caption);
  else if (get_field (input->field)->type == KOYOMI_FIELD_BOOL)
    widget = make_check (self, slot, caption);
  else if (get_field (input->field)->type == KOYOMI_FIELD_DAY)
    widget = make_day (self, slot, input, caption);
  else
    widget = make_text (self, slot, input, caption);

  if (!(input->flags & KOYOMI_RECORD_INPUT_BESIDE) || line == NULL)
    {
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
      gtk_widget_set_parent (line, GTK_WIDGET (self));
    }
  gtk_box_append (GTK_BOX (line), widget);
  g_ptr_array_add (self->slots, slot);
}

/* @inputs: of one table */
GtkWidget *
koyomi_record_form_new (KoyomiWorkspace         *workspace,
                        const KoyomiRecordInput *inputs,
                        guint                    n_inputs)
{
  KoyomiRecordForm *self = g_object_new (KOYOMI_TYPE_RECORD_FORM, NULL);

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < n_inputs; i++)
    add_input (self, &inputs[i]);

  return GTK_WIDGET (self);
}

/* Shows the fields of that row; what a person has typed for the same row stays. */
void
koyomi_record_form_show (KoyomiRecordForm *self,
                         KoyomiRecord     *record)
{
  g_return_if_fail (KOYOMI_IS_RECORD_FORM (self));

  self->is_refreshing = TRUE;
  self->id = koyomi_record_get_id (record);
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->slots, i);

      if (slot->text != NULL)
        koyomi_text_saver_show (slot->text, record);
      else if (slot->day != NULL)
        koyomi_day_saver_show (slot->day, record);
      else if (slot->check != NULL)
        gtk_check_button_set_active (slot->check, koyomi_record_get_int (record, slot->field) != 0);
      else
        gtk_drop_down_set_selected (slot->choice, koyomi_record_get_int (record, slot->field));
    }
  self->is_refreshing = FALSE;
}

/* Returns: (transfer none): what is typed for the first field */
GtkWidget *
koyomi_record_form_get_first (KoyomiRecordForm *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD_FORM (self), NULL);

  return ((Slot *) g_ptr_array_index (self->slots, 0))->input;
}

/* For a new row, which is to be called something else. */
void
koyomi_record_form_select_first (KoyomiRecordForm *self)
{
  GtkWidget *input = koyomi_record_form_get_first (self);

  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}
