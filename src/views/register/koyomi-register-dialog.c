#include "koyomi-register-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-form-inputs.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"
#include "koyomi-risk-edit.h"

#include <math.h>

typedef struct _Form Form;

/* What is asked for a field: one of these is there. */
typedef struct
{
  Form                    *form;
  const KoyomiRecordInput *input;
  const KoyomiField       *field;
  KoyomiTextField         *text;
  KoyomiDayEntry          *day;
  GtkDropDown             *choice;    /* a word of the field, or one of the steps of a risk from 1 */
  KoyomiChooser           *chooser;
} Slot;

struct _Form
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *record;
  gboolean          is_new;
  KoyomiFormDialog *dialog;     /* not owned, like what stands in it */
  GPtrArray        *slots;      /* (element-type Slot) */
  KoyomiTextField  *reason;     /* of the first judgement of a risk; NULL elsewhere */
};

static KoyomiLanguage
get_language (Form *form)
{
  return koyomi_workspace_get_language (form->workspace);
}

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->record);
  g_ptr_array_unref (form->slots);
  g_free (form);
}

static gboolean
is_filled (Slot *slot)
{
  if (!(slot->input->flags & KOYOMI_RECORD_INPUT_REQUIRED))
    return TRUE;
  if (slot->day != NULL)
    return koyomi_day_entry_get_day (slot->day) != KOYOMI_DAY_NONE;

  return koyomi_form_inputs_is_filled (slot->text);
}

static void
update (Form *form)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < form->slots->len; i++)
    is_complete = is_complete && is_filled (g_ptr_array_index (form->slots, i));

  koyomi_form_dialog_set_can_accept (form->dialog, is_complete);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

static gboolean
read_number (Form *form,
             Slot *slot)
{
  double number;

  if (!koyomi_form_inputs_read_number (slot->text, get_language (form), &number))
    return FALSE;

  koyomi_record_set_real (form->record, slot->input->field, number);

  return TRUE;
}

/* Says beside the day when it lies before the one that it has to follow. */
static gboolean
read_day (Form *form,
          Slot *slot)
{
  guint32 day, first_day;

  if (!koyomi_day_entry_commit (slot->day))
    return FALSE;

  day = koyomi_day_entry_get_day (slot->day);
  first_day = slot->input->not_before != 0 ? koyomi_record_get_day (form->record, slot->input->not_before) : KOYOMI_DAY_NONE;
  if (day != KOYOMI_DAY_NONE && day < first_day)
    {
      koyomi_day_entry_set_message (slot->day, koyomi_workspace_tr (form->workspace, N_("The last day comes before the first.")));
      return FALSE;
    }

  koyomi_record_set_int (form->record, slot->input->field, day);

  return TRUE;
}

static gboolean
read_slot (Form *form,
           Slot *slot)
{
  int field = slot->input->field;

  if (slot->day != NULL)
    return read_day (form, slot);
  if (slot->field->type == KOYOMI_FIELD_REAL)
    return read_number (form, slot);

  if (slot->chooser != NULL)
    koyomi_record_set_int (form->record, field, koyomi_chooser_get_id (slot->chooser));
  else if (slot->choice != NULL)
    koyomi_record_set_int (form->record, field,
                           gtk_drop_down_get_selected (slot->choice) + (koyomi_register_field_is_step (field) ? 1 : 0));
  else
    koyomi_form_inputs_read_text (slot->text, form->record, field);

  return TRUE;
}

static gboolean
save (Form    *form,
      GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  g_autofree char *reason = NULL;

  if (!form->is_new)
    return koyomi_session_save (session, form->record, get_language (form), error);
  if (form->reason == NULL)
    return koyomi_session_add (session, form->record, get_language (form), error) != 0;

  reason = koyomi_text_field_dup_text (form->reason);

  return koyomi_risk_add (session, form->record, g_strstrip (reason), koyomi_day_today (), get_language (form), error) != 0;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < form->slots->len; i++)
    if (!read_slot (form, g_ptr_array_index (form->slots, i)))
      return FALSE;
  if (save (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, N_("The change was not saved")), error);

  return FALSE;
}

/* Rows that can be referred to. */
static GListStore *
load_choices (gpointer data)
{
  Slot *slot = data;
  g_autoptr(GPtrArray) rows = koyomi_session_list (koyomi_workspace_get_session (slot->form->workspace), slot->field->target, 0, 0,
                                                   get_language (slot->form), NULL);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *name = koyomi_register_name_target (row);
      g_autoptr(KoyomiChoice) choice = koyomi_choice_new (koyomi_record_get_id (row), name, NULL);

      g_list_store_append (store, choice);
    }

  return store;
}

static GtkWidget *
make_chooser (Form       *form,
              Slot       *slot,
              const char *caption)
{
  gint64 id = koyomi_record_get_int (form->record, slot->input->field);
  g_autoptr(KoyomiRecord) row = NULL;
  g_autofree char *name = NULL;
  GtkWidget *chooser = slot->field->target == KOYOMI_TABLE_ACTIVITY ? koyomi_activity_chooser_new (form->workspace, caption)
                                                                    : koyomi_chooser_new (caption, get_language (form), load_choices, slot);

  slot->chooser = KOYOMI_CHOOSER (chooser);
  koyomi_chooser_set_none (slot->chooser, koyomi_workspace_tr (form->workspace, N_("None")));
  if (id != 0)
    row = koyomi_session_get (koyomi_workspace_get_session (form->workspace), slot->field->target, id, get_language (form), NULL);
  name = row != NULL ? koyomi_register_name_target (row) : NULL;
  koyomi_chooser_show_choice (slot->chooser, id, name);

  return chooser;
}

static GtkWidget *
make_choice (Form       *form,
             Slot       *slot,
             const char *caption)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean is_step = koyomi_register_field_is_step (slot->input->field);
  GtkWidget *drop;

  for (int step = 1; is_step && step <= KOYOMI_RISK_STEPS; step++)
    gtk_string_list_take (names, koyomi_register_format_step (slot->input->field, step, get_language (form)));
  for (guint i = 0; !is_step && slot->field->words[i].nick != NULL; i++)
    gtk_string_list_append (names, koyomi_field_get_word_label (slot->field, i, get_language (form)));

  drop = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  slot->choice = GTK_DROP_DOWN (drop);
  gtk_drop_down_set_selected (slot->choice, koyomi_record_get_int (form->record, slot->input->field) - (is_step ? 1 : 0));

  return koyomi_drop_down_caption (drop, caption);
}

static GtkWidget *
make_day (Form       *form,
          Slot       *slot,
          const char *caption)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, get_language (form));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  slot->day = KOYOMI_DAY_ENTRY (entry);
  koyomi_day_entry_set_optional (slot->day, !(slot->input->flags & KOYOMI_RECORD_INPUT_REQUIRED));
  koyomi_day_entry_show_day (slot->day, koyomi_record_get_day (form->record, slot->input->field));
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), form);

  return entry;
}

static void
add_text (Form       *form,
          Slot       *slot,
          GtkBox     *line,
          const char *caption)
{
  int field = slot->input->field;
  double amount = slot->field->type == KOYOMI_FIELD_REAL && !koyomi_record_is_none (form->record, field)
                  ? koyomi_record_get_real (form->record, field) : NAN;
  g_autofree char *text = slot->field->type == KOYOMI_FIELD_REAL ? koyomi_form_inputs_write_number (amount)
                                                                 : g_strdup (koyomi_record_get_text (form->record, field));

  slot->text = slot->input->flags & KOYOMI_RECORD_INPUT_MULTI_LINE
               ? koyomi_form_inputs_add_lines (form->dialog, caption, text)
               : koyomi_form_inputs_add_text (form->dialog, line, caption, text, G_CALLBACK (update), form);
}

/* Returns: the line that it was put into; NULL for none */
static GtkBox *
add_slot (Form   *form,
          Slot   *slot,
          GtkBox *line)
{
  const char *caption = koyomi_workspace_tr (form->workspace, slot->input->caption);
  GtkWidget *widget = NULL;

  if (slot->input->flags & KOYOMI_RECORD_INPUT_MULTI_LINE)
    line = NULL;
  else if (line == NULL || !(slot->input->flags & KOYOMI_RECORD_INPUT_BESIDE))
    line = koyomi_form_inputs_add_line (form->dialog);

  if (slot->field->type == KOYOMI_FIELD_REF)
    widget = make_chooser (form, slot, caption);
  else if (slot->field->type == KOYOMI_FIELD_ENUM || slot->field->type == KOYOMI_FIELD_INT)
    widget = make_choice (form, slot, caption);
  else if (slot->field->type == KOYOMI_FIELD_DAY)
    widget = make_day (form, slot, caption);
  else
    add_text (form, slot, line, caption);
  if (widget != NULL)
    gtk_box_append (line, widget);

  return line;
}

/* How a risk stands now is a judgement, which is told with its reason. */
static gboolean
is_judged (const KoyomiRecordInput *input)
{
  return input->field == KOYOMI_RISK_LIKELIHOOD || input->field == KOYOMI_RISK_IMPACT;
}

static void
fill (Form                     *form,
      const KoyomiRegisterKind *kind)
{
  GtkBox *line = NULL;

  for (guint i = 0; i < kind->n_inputs; i++)
    {
      Slot *slot;

      if (is_judged (&kind->inputs[i]) && !form->is_new)
        continue;

      slot = g_new0 (Slot, 1);
      *slot = (Slot) { .form = form, .input = &kind->inputs[i],
                       .field = &koyomi_dictionary_get_table (kind->table)->fields[KOYOMI_FIELD_INDEX (kind->inputs[i].field)] };
      g_ptr_array_add (form->slots, slot);
      line = add_slot (form, slot, line);
      if (kind->inputs[i].field == KOYOMI_RISK_IMPACT)
        form->reason = koyomi_form_inputs_add_text (form->dialog, NULL, koyomi_workspace_tr (form->workspace, N_("Reason _for that level")),
                                                    NULL, G_CALLBACK (update), form);
    }
}

/**
 * koyomi_register_dialog_present:
 * @record: of the table of @kind; it stays as it is
 * @is_new: it is not in the plan yet
 */
void
koyomi_register_dialog_present (GtkWindow                *parent,
                                KoyomiWorkspace          *workspace,
                                const KoyomiRegisterKind *kind,
                                KoyomiRecord             *record,
                                gboolean                  is_new)
{
  const char *title = is_new ? kind->add : koyomi_dictionary_get_table (kind->table)->label;
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->record = koyomi_record_copy (record);
  form->is_new = is_new;
  form->slots = g_ptr_array_new_with_free_func (g_free);
  form->dialog = koyomi_form_dialog_new (parent, get_language (form), koyomi_workspace_tr (workspace, title),
                                         koyomi_workspace_tr (workspace, N_("_Save")));
  fill (form, kind);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (((Slot *) g_ptr_array_index (form->slots, 0))->text));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
