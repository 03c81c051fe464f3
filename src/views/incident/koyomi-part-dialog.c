#include "koyomi-part-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-form-dialog.h"
#include "koyomi-moment-line.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"
#include "koyomi-time-input.h"

#include <string.h>

typedef struct
{
  KoyomiWorkspace      *workspace;
  const KoyomiPartForm *form;
  gint64                incident;
  KoyomiRecord         *record;
  KoyomiFormDialog     *dialog;     /* not owned, like what stands in it */
  GtkWidget           **widgets;    /* one for each input */
} Dialog;

static void
free_dialog (gpointer  data,
             GClosure *closure)
{
  Dialog *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->record);
  g_free (self->widgets);
  g_free (self);
}

static const char *
tr (Dialog     *self,
    const char *text)
{
  return koyomi_tr (koyomi_workspace_get_language (self->workspace), text);
}

static const KoyomiField *
get_field (const KoyomiPartInput *input)
{
  return &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (input->field))->fields[KOYOMI_FIELD_INDEX (input->field)];
}

/* Returns: FALSE where what is typed is no time, or not one that can be */
static gboolean
check_moment (Dialog *self,
              guint   index)
{
  KoyomiPartInputFlags flags = self->form->inputs[index].flags;
  KoyomiMomentLine *line = KOYOMI_MOMENT_LINE (self->widgets[index]);
  gint64 moment = koyomi_moment_line_read (line);
  gboolean is_future = moment > koyomi_time_now () + 60000;

  if (koyomi_moment_line_is_empty (line))
    return !(flags & KOYOMI_PART_INPUT_REQUIRED);
  if (!(flags & KOYOMI_PART_INPUT_PAST))
    return moment != 0;

  koyomi_moment_line_set_message (line, is_future ? tr (self, N_("This time has not come yet")) : NULL);

  return moment != 0 && !is_future;
}

/* Returns: the minutes; KOYOMI_NO_INT without any, -1 for what is no length */
static gint64
read_length (GtkWidget *widget)
{
  g_autofree char *text = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (widget));

  return koyomi_text_is_blank (text) ? KOYOMI_NO_INT : koyomi_length_read_typed (text, NULL);
}

static gboolean
check_length (Dialog    *self,
              GtkWidget *widget)
{
  gboolean is_right = read_length (widget) != -1;

  koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (widget), is_right ? NULL : tr (self, N_("Not a length. Type 30 min, 2h or 3d.")));

  return is_right;
}

static gboolean
check_input (Dialog *self,
             guint   index)
{
  const KoyomiPartInput *input = &self->form->inputs[index];
  GtkWidget *widget = self->widgets[index];
  g_autofree char *text = NULL;

  if (get_field (input)->type == KOYOMI_FIELD_TIME)
    return check_moment (self, index);
  if (input->flags & KOYOMI_PART_INPUT_LENGTH)
    return check_length (self, widget);
  if (!(input->flags & KOYOMI_PART_INPUT_REQUIRED))
    return TRUE;
  if (KOYOMI_IS_CHOOSER (widget))
    return koyomi_chooser_get_id (KOYOMI_CHOOSER (widget)) != 0;
  if (!KOYOMI_IS_TEXT_FIELD (widget))
    return TRUE;

  text = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (widget));

  return !koyomi_text_is_blank (text);
}

static void
update (Dialog *self)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->form->n_inputs; i++)
    good = check_input (self, i) && good;
  koyomi_form_dialog_set_can_accept (self->dialog, good);
}

static void
read_number (KoyomiRecord *record,
             int           field,
             const char   *text)
{
  koyomi_record_set_int (record, field, g_ascii_strtoll (text, NULL, 10));
}

/* Only what is another text: the other language's stays otherwise. */
static void
read_text (Dialog    *self,
           int        field,
           GtkWidget *widget)
{
  g_autofree char *text = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (widget));

  if (!g_str_equal (text, koyomi_record_get_text (self->record, field)))
    koyomi_record_set_text (self->record, field, text);
}

static void
read_input (Dialog *self,
            guint   index)
{
  int field = self->form->inputs[index].field;
  GtkWidget *widget = self->widgets[index];
  g_autofree char *number = NULL;
  gint64 moment;

  switch (get_field (&self->form->inputs[index])->type)
    {
    case KOYOMI_FIELD_TIME:
      moment = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (widget));
      if (moment / 60000 != koyomi_record_get_int (self->record, field) / 60000)
        koyomi_record_set_int (self->record, field, moment);
      break;
    case KOYOMI_FIELD_DAY:
      koyomi_record_set_int (self->record, field, koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (widget)));
      break;
    case KOYOMI_FIELD_REF:
      koyomi_record_set_int (self->record, field, koyomi_chooser_get_id (KOYOMI_CHOOSER (widget)));
      break;
    case KOYOMI_FIELD_ENUM:
      koyomi_record_set_int (self->record, field, gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
      break;
    case KOYOMI_FIELD_BOOL:
      koyomi_record_set_int (self->record, field, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
      break;
    case KOYOMI_FIELD_INT:
      if (self->form->inputs[index].flags & KOYOMI_PART_INPUT_LENGTH)
        {
          koyomi_record_set_int (self->record, field, read_length (widget));
          break;
        }
      number = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (widget));
      read_number (self->record, field, number);
      break;
    default:
      read_text (self, field, widget);
      break;
    }
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Dialog *self = data;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->form->n_inputs; i++)
    if (KOYOMI_IS_DAY_ENTRY (self->widgets[i]) && !koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->widgets[i])))
      return FALSE;
  for (guint i = 0; i < self->form->n_inputs; i++)
    read_input (self, i);
  if (self->form->save (self->workspace, self->incident, self->record, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, self->form->failure), error);

  return FALSE;
}

static gboolean
keep_cb (void)
{
  return TRUE;
}

/* What stands in the field of a number at first. */
static char *
dup_number (Dialog                *self,
            const KoyomiPartInput *input)
{
  gint64 number = koyomi_record_get_int (self->record, input->field);

  if (!(input->flags & KOYOMI_PART_INPUT_LENGTH))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return koyomi_record_is_none (self->record, input->field) ? g_strdup ("") : koyomi_length_format_typed (number);
}

static GtkWidget *
make_text (Dialog                *self,
           const KoyomiPartInput *input,
           const char            *caption)
{
  gboolean lines = (input->flags & KOYOMI_PART_INPUT_MULTI_LINE) != 0;
  GtkWidget *field = lines ? koyomi_text_field_new_multi_line (caption) : koyomi_text_field_new (caption);
  GtkWidget *entry = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));
  g_autofree char *text = get_field (input)->type == KOYOMI_FIELD_INT
    ? dup_number (self, input)
    : g_strdup (koyomi_record_get_text (self->record, input->field));

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (field), text);
  g_signal_connect (field, "commit", G_CALLBACK (keep_cb), NULL);
  if (lines)
    g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "changed", G_CALLBACK (update), self);
  else
    g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  if (!lines)
    koyomi_form_dialog_accept_on_enter (self->dialog, entry);

  return field;
}

static GtkWidget *
make_moment (Dialog                *self,
             const KoyomiPartInput *input,
             const char            *caption)
{
  GtkWidget *line = koyomi_moment_line_new (caption, tr (self, N_("At what ti_me")), koyomi_workspace_get_language (self->workspace));
  gint64 moment = koyomi_record_get_int (self->record, input->field);

  if (moment != 0)
    koyomi_moment_line_set (KOYOMI_MOMENT_LINE (line), moment);
  koyomi_form_dialog_accept_on_enter (self->dialog, koyomi_moment_line_get_day (KOYOMI_MOMENT_LINE (line)));
  koyomi_form_dialog_accept_on_enter (self->dialog, koyomi_moment_line_get_time (KOYOMI_MOMENT_LINE (line)));
  g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);

  return line;
}

/* A day that may be none; what is typed stays a draft until it is one. */
static GtkWidget *
make_day (Dialog                *self,
          const KoyomiPartInput *input,
          const char            *caption)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (self->workspace));

  koyomi_day_entry_set_optional (KOYOMI_DAY_ENTRY (entry), !(input->flags & KOYOMI_PART_INPUT_REQUIRED));
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (entry), koyomi_record_get_day (self->record, input->field));
  g_signal_connect (entry, "commit", G_CALLBACK (keep_cb), NULL);
  koyomi_form_dialog_accept_on_enter (self->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));

  return entry;
}

static GtkWidget *
make_chooser (Dialog                *self,
              const KoyomiPartInput *input,
              const char            *caption)
{
  gint64 id = koyomi_record_get_int (self->record, input->field);
  GtkWidget *chooser;

  if (get_field (input)->target == KOYOMI_TABLE_TEAM)
    {
      chooser = koyomi_team_chooser_new (self->workspace, caption);
      koyomi_chooser_set_none (KOYOMI_CHOOSER (chooser), tr (self, N_("No team")));
      koyomi_team_chooser_show_team (KOYOMI_CHOOSER (chooser), self->workspace, id);
    }
  else if (get_field (input)->target == KOYOMI_TABLE_PERSON)
    {
      chooser = koyomi_person_chooser_new (self->workspace, caption);
      koyomi_person_chooser_show_person (KOYOMI_CHOOSER (chooser), self->workspace, id);
    }
  else
    {
      chooser = koyomi_function_chooser_new (self->workspace, caption);
      if (!(input->flags & KOYOMI_PART_INPUT_REQUIRED))
        koyomi_chooser_set_none (KOYOMI_CHOOSER (chooser), tr (self, N_("No function")));
      koyomi_function_chooser_show_function (KOYOMI_CHOOSER (chooser), self->workspace, id);
    }
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (update), self);

  return chooser;
}

static GtkWidget *
make_choice (Dialog                *self,
             const KoyomiPartInput *input)
{
  const KoyomiField *field = get_field (input);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (names, koyomi_field_get_word_label (field, i, koyomi_workspace_get_language (self->workspace)));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), koyomi_record_get_int (self->record, input->field));

  return drop;
}

static void
add_input (Dialog *self,
           guint   index)
{
  const KoyomiPartInput *input = &self->form->inputs[index];
  const char *caption = tr (self, input->caption);
  GtkWidget *widget;

  switch (get_field (input)->type)
    {
    case KOYOMI_FIELD_TIME:
      widget = make_moment (self, input, caption);
      break;
    case KOYOMI_FIELD_DAY:
      widget = make_day (self, input, caption);
      break;
    case KOYOMI_FIELD_REF:
      widget = make_chooser (self, input, caption);
      break;
    case KOYOMI_FIELD_ENUM:
      widget = make_choice (self, input);
      break;
    case KOYOMI_FIELD_BOOL:
      widget = gtk_check_button_new_with_mnemonic (caption);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), koyomi_record_get_int (self->record, input->field) != 0);
      break;
    default:
      widget = make_text (self, input, caption);
      break;
    }

  self->widgets[index] = widget;
  koyomi_form_dialog_append (self->dialog, GTK_IS_DROP_DOWN (widget) ? koyomi_drop_down_caption (widget, caption) : widget);
}

static GtkWidget *
get_first (Dialog *self)
{
  GtkWidget *first = self->widgets[0];

  if (KOYOMI_IS_MOMENT_LINE (first))
    return koyomi_moment_line_get_day (KOYOMI_MOMENT_LINE (first));

  return KOYOMI_IS_TEXT_FIELD (first) ? koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (first)) : first;
}

/**
 * koyomi_part_dialog_present:
 * @form: static
 * @record: (transfer none): what stands in the fields at first; it is changed and handed to the form's function once it is accepted
 */
void
koyomi_part_dialog_present (GtkWindow            *parent,
                            KoyomiWorkspace      *workspace,
                            const KoyomiPartForm *form,
                            gint64                incident,
                            KoyomiRecord         *record)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Dialog *self = g_new0 (Dialog, 1);

  self->workspace = g_object_ref (workspace);
  self->form = form;
  self->incident = incident;
  self->record = g_object_ref (record);
  self->widgets = g_new0 (GtkWidget *, form->n_inputs);
  self->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, form->title), koyomi_tr (language, form->accept));
  for (guint i = 0; i < form->n_inputs; i++)
    add_input (self, i);
  update (self);
  koyomi_form_dialog_set_first_focus (self->dialog, get_first (self));
  g_signal_connect_data (self->dialog, "accepted", G_CALLBACK (accepted_cb), self, free_dialog, 0);
  koyomi_form_dialog_present (self->dialog);
}
