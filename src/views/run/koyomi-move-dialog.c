#include "koyomi-move-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-run-commands.h"
#include "koyomi-run-title.h"

typedef enum
{
  UNIT_DAYS,
  UNIT_WEEKS,
  UNIT_MONTHS,
} Unit;

typedef struct
{
  KoyomiWorkspace  *workspace;
  GArray           *runs;
  guint32           first_day;   /* of the earliest */
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  GtkWidget        *amount;
  GtkWidget        *unit;
  GtkWidget        *day;
  gboolean          is_showing;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_array_unref (form->runs);
  g_free (form);
}

/* Returns: where the earliest would begin; %KOYOMI_DAY_NONE when that is outside the calendar */
static guint32
reckon_day (Form *form)
{
  int amount = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->amount));
  Unit unit = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->unit));
  gint64 day;

  if (unit == UNIT_MONTHS)
    return koyomi_day_add_months (form->first_day, amount);

  day = form->first_day + (gint64) amount * (unit == UNIT_WEEKS ? 7 : 1);

  return day > KOYOMI_DAY_NONE && day <= KOYOMI_DAY_LAST ? (guint32) day : KOYOMI_DAY_NONE;
}

/* By how much, and to which day: each says what the other one is. */
static void
amount_cb (Form *form)
{
  if (form->is_showing)
    return;

  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (form->day), reckon_day (form));
}

static gboolean
day_cb (KoyomiDayEntry *entry,
        guint           day,
        gpointer        data)
{
  Form *form = data;
  int days = (int) ((gint64) day - form->first_day);

  form->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->unit), UNIT_DAYS);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->amount), days);
  form->is_showing = FALSE;

  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;

  gtk_spin_button_update (GTK_SPIN_BUTTON (form->amount));
  if (!koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (form->day)) ||
      koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->day)) == KOYOMI_DAY_NONE)
    return FALSE;

  return koyomi_run_commands_move (form->workspace, form->runs,
                                   (int) ((gint64) koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->day)) - form->first_day));
}

static guint32
find_first_day (KoyomiWorkspace *workspace,
                GArray          *runs)
{
  guint32 first_day = KOYOMI_DAY_NONE;

  for (guint i = 0; i < runs->len; i++)
    {
      g_autoptr(KoyomiRecord) run = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_OCCURRENCE,
                                                        g_array_index (runs, gint64, i), koyomi_workspace_get_language (workspace),
                                                        NULL);
      guint32 day = run != NULL ? koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) : KOYOMI_DAY_NONE;

      if (day != KOYOMI_DAY_NONE && (first_day == KOYOMI_DAY_NONE || day < first_day))
        first_day = day;
    }

  return first_day != KOYOMI_DAY_NONE ? first_day : koyomi_day_today ();
}

static GtkWidget *
make_amount (Form           *form,
             KoyomiLanguage  language)
{
  const char *units[] = { koyomi_trc (language, "move by", "days"), koyomi_trc (language, "move by", "weeks"),
                          koyomi_trc (language, "move by", "months"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (language, "Move _by"));

  form->amount = gtk_spin_button_new_with_range (-3660, 3660, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->amount), 0);
  form->unit = gtk_drop_down_new_from_strings (units);
  gtk_widget_set_hexpand (form->amount, TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), form->amount);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->unit), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Unit"), -1);
  g_signal_connect_swapped (form->amount, "value-changed", G_CALLBACK (amount_cb), form);
  g_signal_connect_swapped (form->unit, "notify::selected", G_CALLBACK (amount_cb), form);

  gtk_box_append (GTK_BOX (line), form->amount);
  gtk_box_append (GTK_BOX (line), form->unit);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

void
koyomi_move_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            GArray          *runs)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->runs = g_array_copy (runs);
  form->first_day = find_first_day (workspace, runs);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Move"), koyomi_tr (language, "_Move"));
  form->day = koyomi_day_entry_new (runs->len == 1 ? koyomi_tr (language, "_To the first day")
                                                   : koyomi_tr (language, "_To the first day of the earliest; the others keep their distance"),
                                    language);

  koyomi_form_dialog_append (form->dialog, koyomi_run_title_make_label (workspace, runs));
  koyomi_form_dialog_append (form->dialog, make_amount (form, language));
  koyomi_form_dialog_append (form->dialog, form->day);
  koyomi_form_dialog_set_first_focus (form->dialog, form->amount);
  koyomi_form_dialog_accept_on_enter (form->dialog, form->amount);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (form->day)));
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (form->day), form->first_day);
  g_signal_connect (form->day, "commit", G_CALLBACK (day_cb), form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
