#include "koyomi-clock-dialog.h"

#include "koyomi-clock-edit.h"
#include "koyomi-clock-table.h"
#include "koyomi-drop-names.h"
#include "koyomi-form-dialog.h"
#include "koyomi-number-input.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

#include <math.h>

typedef enum
{
  TEXT_REGIME,
  TEXT_STAGE,
  TEXT_AMOUNT,
  TEXT_WARN_AMOUNT,
  TEXT_TRIGGER,
  TEXT_RECIPIENT,
  TEXT_LEGAL_BASIS,
  TEXT_SOURCE,
  TEXT_NOTE,
  N_TEXTS
} Text;

static const struct
{
  int         field;
  const char *caption;
} texts[N_TEXTS] = {
  [TEXT_REGIME] = { KOYOMI_CLOCK_REGIME, N_("_Law or rule") },
  [TEXT_STAGE] = { KOYOMI_CLOCK_STAGE, N_("_Report") },
  [TEXT_AMOUNT] = { KOYOMI_CLOCK_AMOUNT, N_("_Within") },
  [TEXT_WARN_AMOUNT] = { KOYOMI_CLOCK_WARN_AMOUNT, N_("Warn a_fter") },
  [TEXT_TRIGGER] = { KOYOMI_CLOCK_TRIGGER_TEXT, N_("W_hen it applies") },
  [TEXT_RECIPIENT] = { KOYOMI_CLOCK_RECIPIENT, N_("_To whom") },
  [TEXT_LEGAL_BASIS] = { KOYOMI_CLOCK_LEGAL_BASIS, N_("Legal _basis") },
  [TEXT_SOURCE] = { KOYOMI_CLOCK_SOURCE_URL, N_("_Source") },
  [TEXT_NOTE] = { KOYOMI_CLOCK_NOTE, N_("Not_e") },
};

typedef struct
{
  KoyomiWorkspace      *workspace;
  KoyomiRecord         *clock;
  GPtrArray            *notices;     /* (element-type utf8): the stages that it can count from */
  KoyomiClockSavedFunc  saved;
  gpointer              data;        /* as long as the dialog */
  KoyomiFormDialog     *dialog;      /* not owned, like what stands in it */
  KoyomiTextField      *texts[N_TEXTS];
  GtkWidget            *start;
  GtkWidget            *unit;
  GtkWidget            *roll;
  GtkWidget            *after;
  GtkWidget            *fault;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->clock);
  g_ptr_array_unref (form->notices);
  g_free (form);
}

static KoyomiLanguage
get_language (Form *form)
{
  return koyomi_workspace_get_language (form->workspace);
}

static gboolean
is_amount (Text text)
{
  return text == TEXT_AMOUNT || text == TEXT_WARN_AMOUNT;
}

static KoyomiClockStart
get_start (Form *form)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (form->start));
}

static KoyomiClockUnit
get_unit (Form *form)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (form->unit));
}

/* Returns: FALSE when a number is none */
static gboolean
read_texts (Form *form)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = koyomi_text_field_dup_text (form->texts[i]);
      double number = NAN;

      if (!is_amount (i))
        koyomi_record_set_text (form->clock, texts[i].field, text);
      else if (!koyomi_clock_unit_has_amount (get_unit (form)))
        koyomi_record_set_real (form->clock, texts[i].field, 0);
      else if (koyomi_number_read_typed (text, &number, NULL))
        koyomi_record_set_real (form->clock, texts[i].field, isnan (number) ? 0 : number);
      else
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_form (Form *form)
{
  guint after = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->after));
  gboolean is_stage = get_start (form) >= KOYOMI_CLOCK_START_PREVIOUS_STAGE;

  koyomi_record_set_text (form->clock, KOYOMI_CLOCK_CLOCK_START, koyomi_clock_start_get_nick (get_start (form)));
  koyomi_record_set_text (form->clock, KOYOMI_CLOCK_UNIT, koyomi_clock_unit_get_nick (get_unit (form)));
  koyomi_record_set_text (form->clock, KOYOMI_CLOCK_ROLL_RULE,
                          koyomi_clock_roll_get_nick (gtk_drop_down_get_selected (GTK_DROP_DOWN (form->roll))));
  if (is_stage && after < form->notices->len)
    koyomi_record_set_text (form->clock, KOYOMI_CLOCK_AFTER_NOTICE, g_ptr_array_index (form->notices, after));

  return read_texts (form);
}

/* Returns: (nullable): what keeps the duty from being saved, not translated */
static const char *
find_fault (Form *form)
{
  g_autofree char *regime = koyomi_text_field_dup_text (form->texts[TEXT_REGIME]);
  gboolean is_read = read_form (form);
  double amount = koyomi_record_get_real (form->clock, KOYOMI_CLOCK_AMOUNT);
  double warn_amount = koyomi_record_get_real (form->clock, KOYOMI_CLOCK_WARN_AMOUNT);

  if (koyomi_text_is_blank (regime))
    return N_("Give the law or rule a name.");
  if (!is_read || amount < 0 || warn_amount < 0)
    return N_("Write the limit as a number such as 72.");
  if (koyomi_clock_unit_has_amount (get_unit (form)) && !(amount > 0))
    return N_("Say how long the limit is.");
  if (warn_amount > amount)
    return N_("Warn before the limit ends, not after.");
  if (koyomi_clock_unit_is_whole (get_unit (form)) && (fmod (amount, 1) > 0 || fmod (warn_amount, 1) > 0))
    return N_("Days and months are whole numbers.");

  return koyomi_session_check_clock (koyomi_workspace_get_session (form->workspace), form->clock, NULL)
         ? NULL : N_("The limit cannot be counted so. Choose another start or unit.");
}

static void
update (Form *form)
{
  const char *fault = find_fault (form);
  gboolean has_amount = koyomi_clock_unit_has_amount (get_unit (form));

  gtk_widget_set_sensitive (GTK_WIDGET (form->texts[TEXT_AMOUNT]), has_amount);
  gtk_widget_set_sensitive (GTK_WIDGET (form->texts[TEXT_WARN_AMOUNT]), has_amount);
  gtk_widget_set_sensitive (form->roll, has_amount);
  gtk_widget_set_sensitive (form->after, get_start (form) >= KOYOMI_CLOCK_START_PREVIOUS_STAGE);
  gtk_label_set_label (GTK_LABEL (form->fault), fault != NULL ? koyomi_tr (get_language (form), fault) : "");
  koyomi_form_dialog_set_can_accept (form->dialog, fault == NULL);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  read_form (form);
  form->saved (koyomi_record_get_id (form->clock), form->data);
  if (koyomi_session_save_clock (koyomi_workspace_get_session (form->workspace), form->clock, get_language (form), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (get_language (form), N_("The reporting duty was not saved")), error);

  return FALSE;
}

static GtkWidget *
make_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);

  return line;
}

static void
add_text (Form      *form,
          GtkWidget *line,
          Text       text)
{
  const char *caption = koyomi_tr (get_language (form), texts[text].caption);
  gboolean is_long = text == TEXT_NOTE || text == TEXT_TRIGGER;
  GtkWidget *field = is_long ? koyomi_text_field_new_multi_line (caption) : koyomi_text_field_new (caption);
  GtkWidget *input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));
  g_autofree char *value = is_amount (text) && !(koyomi_record_get_real (form->clock, texts[text].field) > 0)
                           ? g_strdup ("") : koyomi_record_format (form->clock, texts[text].field, get_language (form));

  form->texts[text] = KOYOMI_TEXT_FIELD (field);
  koyomi_text_field_replace (form->texts[text], value);
  if (line != NULL)
    gtk_box_append (GTK_BOX (line), field);
  else
    koyomi_form_dialog_append (form->dialog, field);
  if (GTK_IS_TEXT_VIEW (input))
    return;

  koyomi_form_dialog_accept_on_enter (form->dialog, input);
  g_signal_connect_swapped (input, "changed", G_CALLBACK (update), form);
}

/* @caption: not translated */
static GtkWidget *
add_choice (Form          *form,
            GtkWidget     *line,
            const char    *caption,
            GtkStringList *names,
            guint          selected)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_box_append (GTK_BOX (line), koyomi_drop_down_caption (choice, koyomi_tr (get_language (form), caption)));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (update), form);

  return choice;
}

/* The choice of one of @n values, which @field keeps by their nicks. */
static GtkWidget *
add_values (Form        *form,
            GtkWidget   *line,
            const char  *caption,
            int          field,
            guint        n,
            const char *(*get_nick) (guint value),
            const char *(*get_label) (guint value, KoyomiLanguage language))
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, get_label (i, get_language (form)));
      if (g_str_equal (get_nick (i), koyomi_record_get_text (form->clock, field)))
        selected = i;
    }

  return add_choice (form, line, caption, names, selected);
}

/* The notices of the other duties, each once. */
static void
add_after (Form      *form,
           GtkWidget *line)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char *kept = koyomi_record_get_text (form->clock, KOYOMI_CLOCK_AFTER_NOTICE);
  g_autoptr(GPtrArray) clocks = koyomi_session_list (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_CLOCK, 0, 0,
                                                     get_language (form), NULL);
  guint selected = 0;

  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    {
      KoyomiRecord *clock = g_ptr_array_index (clocks, i);
      g_autofree char *title = koyomi_incident_clock_dup_title (&(KoyomiIncidentClock) { .clock = clock }, get_language (form));

      koyomi_clock_table_complete (clock);
      if (koyomi_record_get_id (clock) == koyomi_record_get_id (form->clock) ||
          g_ptr_array_find_with_equal_func (form->notices, koyomi_clock_table_get_notice (clock), g_str_equal, NULL))
        continue;

      if (g_str_equal (koyomi_clock_table_get_notice (clock), kept))
        selected = form->notices->len;
      g_ptr_array_add (form->notices, g_strdup (koyomi_clock_table_get_notice (clock)));
      gtk_string_list_append (names, title);
    }
  form->after = add_choice (form, line, N_("After the re_port"), names, selected);
}

static void
fill (Form *form)
{
  GtkWidget *names = make_line ();
  GtkWidget *limit = make_line ();
  GtkWidget *start = make_line ();
  GtkWidget *rest = make_line ();

  add_text (form, names, TEXT_REGIME);
  add_text (form, names, TEXT_STAGE);
  koyomi_form_dialog_append (form->dialog, names);
  add_text (form, limit, TEXT_AMOUNT);
  form->unit = add_values (form, limit, N_("_Unit"), KOYOMI_CLOCK_UNIT, KOYOMI_N_CLOCK_UNITS, koyomi_clock_unit_get_nick,
                           koyomi_clock_unit_get_label);
  koyomi_form_dialog_append (form->dialog, limit);
  form->start = add_values (form, start, N_("Counted fro_m"), KOYOMI_CLOCK_CLOCK_START, KOYOMI_N_CLOCK_STARTS, koyomi_clock_start_get_nick,
                            koyomi_clock_start_get_label);
  add_after (form, start);
  koyomi_form_dialog_append (form->dialog, start);
  add_text (form, rest, TEXT_WARN_AMOUNT);
  form->roll = add_values (form, rest, N_("On a close_d day"), KOYOMI_CLOCK_ROLL_RULE, KOYOMI_N_CLOCK_ROLLS, koyomi_clock_roll_get_nick,
                           koyomi_clock_roll_get_label);
  koyomi_form_dialog_append (form->dialog, rest);
  for (Text i = TEXT_TRIGGER; i < N_TEXTS; i++)
    add_text (form, NULL, i);

  form->fault = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (form->fault), TRUE);
  gtk_widget_add_css_class (form->fault, "error");
  koyomi_form_dialog_set_footer (form->dialog, form->fault);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->texts[TEXT_REGIME]));
}

/* @clock: 0 for a new one. @data: lives as long as @parent */
void
koyomi_clock_dialog_present (GtkWindow            *parent,
                             KoyomiWorkspace      *workspace,
                             gint64                clock,
                             KoyomiClockSavedFunc  saved,
                             gpointer              data)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  KoyomiRecord *record = clock != 0 ? koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_CLOCK, clock, language,
                                                          &error)
                                    : koyomi_clock_new_own (language);
  Form *form;

  if (record == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("The plan could not be read")), error);
      return;
    }

  koyomi_clock_table_complete (record);
  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->clock = record;
  form->notices = g_ptr_array_new_with_free_func (g_free);
  form->saved = saved;
  form->data = data;
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, clock != 0 ? N_("Change Reporting Duty")
                                                                                          : N_("Add Reporting Duty")),
                                         koyomi_tr (language, clock != 0 ? N_("_Change") : N_("_Add")));
  fill (form);
  update (form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_present (form->dialog);
}
