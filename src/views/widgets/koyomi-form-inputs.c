#include "koyomi-form-inputs.h"

#include "koyomi-dictionary.h"
#include "koyomi-number-input.h"
#include "koyomi-text.h"

#include <math.h>

static gboolean
keep_cb (void)
{
  return TRUE;
}

static void
append (KoyomiFormDialog *dialog,
        GtkBox           *line,
        GtkWidget        *child)
{
  if (line == NULL)
    koyomi_form_dialog_append (dialog, child);
  else
    gtk_box_append (line, child);
}

/* Puts a line for inputs beside one another into the form. */
GtkBox *
koyomi_form_inputs_add_line (KoyomiFormDialog *dialog)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  koyomi_form_dialog_append (dialog, line);

  return GTK_BOX (line);
}

/**
 * koyomi_form_inputs_add_text:
 * @line: (nullable): where it stands beside others; NULL for a line of its own
 * @text: (nullable): what stands there at first
 *
 * Enter in it does what the dialog is for.
 */
KoyomiTextField *
koyomi_form_inputs_add_text (KoyomiFormDialog *dialog,
                             GtkBox           *line,
                             const char       *caption,
                             const char       *text,
                             GCallback         changed,
                             gpointer          data)
{
  GtkWidget *field = koyomi_text_field_new (caption);
  GtkWidget *input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));

  if (text != NULL)
    koyomi_text_field_replace (KOYOMI_TEXT_FIELD (field), text);
  g_signal_connect (field, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_swapped (input, "changed", changed, data);
  koyomi_form_dialog_accept_on_enter (dialog, input);
  append (dialog, line, field);

  return KOYOMI_TEXT_FIELD (field);
}

/* A text of several lines. */
KoyomiTextField *
koyomi_form_inputs_add_lines (KoyomiFormDialog *dialog,
                              const char       *caption,
                              const char       *text)
{
  GtkWidget *field = koyomi_text_field_new_multi_line (caption);

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (field), text);
  g_signal_connect (field, "commit", G_CALLBACK (keep_cb), NULL);
  koyomi_form_dialog_append (dialog, field);

  return KOYOMI_TEXT_FIELD (field);
}

/* @field: of the dictionary: its words are offered */
GtkDropDown *
koyomi_form_inputs_add_word (KoyomiFormDialog *dialog,
                             GtkBox           *line,
                             const char       *caption,
                             int               field,
                             guint             selected,
                             KoyomiLanguage    language)
{
  const KoyomiField *description = &koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field))->fields[KOYOMI_FIELD_INDEX (field)];
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);
  GtkWidget *drop;

  for (guint i = 0; description->words[i].nick != NULL; i++)
    gtk_string_list_append (words, koyomi_field_get_word_label (description, i, language));

  drop = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, description->label), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  append (dialog, line, box);

  return GTK_DROP_DOWN (drop);
}

/* Whether there is more in it than blanks. */
gboolean
koyomi_form_inputs_is_filled (KoyomiTextField *input)
{
  g_autofree char *text = koyomi_text_field_dup_text (input);

  return !koyomi_text_is_blank (text);
}

/* Takes what is typed, without blanks around it, into the record. A text that is the same is not set: the other language's stays then. */
void
koyomi_form_inputs_read_text (KoyomiTextField *input,
                              KoyomiRecord    *record,
                              int              field)
{
  g_autofree char *text = koyomi_text_field_dup_text (input);

  if (!g_str_equal (g_strstrip (text), koyomi_record_get_text (record, field)))
    koyomi_record_set_text (record, field, text);
}

/* Says beside the input when that is no number. */
gboolean
koyomi_form_inputs_read_number (KoyomiTextField *input,
                                KoyomiLanguage   language,
                                double          *number)
{
  g_autofree char *text = koyomi_text_field_dup_text (input);
  gboolean is_good = koyomi_number_read_typed (text, number, NULL);

  koyomi_text_field_set_message (input, is_good ? NULL : koyomi_tr (language, N_("Write a number such as 12 or 0.5.")));

  return is_good;
}

/* Returns: (transfer full): as it is typed; "" for NAN */
char *
koyomi_form_inputs_write_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (number) ? "" : g_ascii_formatd (digits, sizeof digits, "%.10g", number));
}
