#include "koyomi-part-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day-input.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-incident-face.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

#include <stdio.h>
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

static guint32
find_day (gint64 moment)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local ((moment != 0 ? moment : koyomi_time_now ()) / 1000);

  return koyomi_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* Reads a day and a time, or a time of the day that stood there: 2026-11-22 09:30, 11/22 9:30, 9:30.
 * Returns: FALSE where it is neither */
static gboolean
read_moment (const char *text,
             gint64      before,
             gint64     *moment)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  char *blank = strrchr (typed, ' ');
  guint32 day = find_day (before);
  int year, month, day_of_month, hour, minute;
  g_autoptr(GDateTime) local = NULL;
  char rest;

  *moment = 0;
  if (*typed == '\0')
    return TRUE;
  if (sscanf (blank != NULL ? blank + 1 : typed, "%2d:%2d%c", &hour, &minute, &rest) != 2)
    return FALSE;
  if (blank != NULL)
    *blank = '\0';
  if (blank != NULL && (day = koyomi_day_read_typed (g_strstrip (typed), day, NULL)) == KOYOMI_DAY_NONE)
    return FALSE;

  koyomi_day_get (day, &year, &month, &day_of_month);
  local = g_date_time_new_local (year, month, day_of_month, hour, minute, 0);
  *moment = local != NULL ? g_date_time_to_unix (local) * 1000 : 0;

  return local != NULL;
}

/* @message: what is wrong with it; NULL when nothing is */
static gboolean
check_moment (Dialog      *self,
              guint        index,
              gint64      *moment,
              const char **message)
{
  const KoyomiPartInput *input = &self->form->inputs[index];
  g_autofree char *text = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (self->widgets[index]));

  *message = NULL;
  if (!read_moment (text, koyomi_record_get_int (self->record, input->field), moment))
    *message = tr (self, N_("Write the time as 2026-11-22 09:30"));
  else if (*moment != 0 && input->flags & KOYOMI_PART_INPUT_PAST && *moment > koyomi_time_now () + 60000)
    *message = tr (self, N_("This time has not come yet"));

  return *message == NULL && (*moment != 0 || !(input->flags & KOYOMI_PART_INPUT_REQUIRED));
}

static gboolean
check_input (Dialog *self,
             guint   index)
{
  const KoyomiPartInput *input = &self->form->inputs[index];
  GtkWidget *widget = self->widgets[index];
  g_autofree char *text = NULL;
  const char *message;
  gboolean good;
  gint64 moment;

  if (get_field (input)->type == KOYOMI_FIELD_TIME)
    {
      good = check_moment (self, index, &moment, &message);
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (widget), message);
      return good;
    }
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
  const char *message;
  gint64 moment;

  switch (get_field (&self->form->inputs[index])->type)
    {
    case KOYOMI_FIELD_TIME:
      if (check_moment (self, index, &moment, &message) && moment / 60000 != koyomi_record_get_int (self->record, field) / 60000)
        koyomi_record_set_int (self->record, field, moment);
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

static GtkWidget *
make_text (Dialog                *self,
           const KoyomiPartInput *input,
           const char            *caption)
{
  gboolean lines = (input->flags & KOYOMI_PART_INPUT_MULTI_LINE) != 0;
  GtkWidget *field = lines ? koyomi_text_field_new_multi_line (caption) : koyomi_text_field_new (caption);
  GtkWidget *entry = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));
  gint64 value = get_field (input)->type != KOYOMI_FIELD_TEXT ? koyomi_record_get_int (self->record, input->field) : 0;
  g_autofree char *text = NULL;

  if (get_field (input)->type == KOYOMI_FIELD_TIME)
    text = value != 0 ? koyomi_incident_format_moment (value) : g_strdup ("");
  else if (get_field (input)->type == KOYOMI_FIELD_INT)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  else
    text = g_strdup (koyomi_record_get_text (self->record, input->field));
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

/* Puts the caption above the widget, and names it by that. */
static GtkWidget *
add_caption (const char *caption,
             GtkWidget  *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);

  return box;
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
  koyomi_form_dialog_append (self->dialog, GTK_IS_DROP_DOWN (widget) ? add_caption (caption, widget) : widget);
}

static GtkWidget *
get_first (Dialog *self)
{
  GtkWidget *first = self->widgets[0];

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
