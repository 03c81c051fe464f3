#include "koyomi-objective-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-inputs.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"

#include <math.h>

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *objective;
  gboolean          is_new;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiTextField  *number;
  KoyomiTextField  *title;
  KoyomiChooser    *metric;
  KoyomiTextField  *target;
  KoyomiDayEntry   *due;
  KoyomiTextField  *owner;
  KoyomiTextField  *note;
} Form;

static const char *tr (Form       *form,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->objective);
  g_free (form);
}

static void
update (Form *form)
{
  double target;
  gboolean is_number = koyomi_form_inputs_read_number (form->target, koyomi_workspace_get_language (form->workspace), &target);

  koyomi_form_dialog_set_can_accept (form->dialog, is_number && !isnan (target) && koyomi_form_inputs_is_filled (form->number) &&
                                     koyomi_form_inputs_is_filled (form->title) &&
                                     koyomi_chooser_get_id (form->metric) != 0 &&
                                     koyomi_day_entry_get_day (form->due) != KOYOMI_DAY_NONE);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

static gboolean
save (Form    *form,
      GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);

  return form->is_new ? koyomi_session_add (session, form->objective, language, error) != 0
                      : koyomi_session_save (session, form->objective, language, error);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;
  double target;

  if (!koyomi_day_entry_commit (form->due) ||
      !koyomi_form_inputs_read_number (form->target, koyomi_workspace_get_language (form->workspace), &target))
    return FALSE;

  koyomi_form_inputs_read_text (form->number, form->objective, KOYOMI_OBJECTIVE_NUMBER);
  koyomi_form_inputs_read_text (form->title, form->objective, KOYOMI_OBJECTIVE_TITLE);
  koyomi_form_inputs_read_text (form->owner, form->objective, KOYOMI_OBJECTIVE_OWNER);
  koyomi_form_inputs_read_text (form->note, form->objective, KOYOMI_OBJECTIVE_NOTE);
  koyomi_record_set_int (form->objective, KOYOMI_OBJECTIVE_METRIC, koyomi_chooser_get_id (form->metric));
  koyomi_record_set_real (form->objective, KOYOMI_OBJECTIVE_TARGET, target);
  koyomi_record_set_int (form->objective, KOYOMI_OBJECTIVE_DUE_DAY, koyomi_day_entry_get_day (form->due));
  if (save (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, tr (form, N_("The objective was not saved")), error);

  return FALSE;
}

static KoyomiTextField *
add_text (Form       *form,
          GtkBox     *line,
          const char *caption,
          int         field)
{
  return koyomi_form_inputs_add_text (form->dialog, line, caption, koyomi_record_get_text (form->objective, field), G_CALLBACK (update), form);
}

static void
fill (Form *form)
{
  double number = form->is_new ? NAN : koyomi_record_get_real (form->objective, KOYOMI_OBJECTIVE_TARGET);
  g_autofree char *target = koyomi_form_inputs_write_number (number);
  GtkWidget *metric = koyomi_metric_chooser_new (form->workspace, tr (form, N_("_KPI that tells")));
  GtkWidget *due = koyomi_day_entry_new (tr (form, N_("_Due")), koyomi_workspace_get_language (form->workspace));
  GtkBox *line;

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (due)));
  form->number = add_text (form, NULL, tr (form, N_("_Number")), KOYOMI_OBJECTIVE_NUMBER);
  form->title = add_text (form, NULL, tr (form, N_("_Objective")), KOYOMI_OBJECTIVE_TITLE);

  form->metric = KOYOMI_CHOOSER (metric);
  koyomi_metric_chooser_show_metric (form->metric, form->workspace, koyomi_record_get_int (form->objective, KOYOMI_OBJECTIVE_METRIC));
  g_signal_connect_swapped (metric, "chosen", G_CALLBACK (update), form);
  koyomi_form_dialog_append (form->dialog, metric);

  line = koyomi_form_inputs_add_line (form->dialog);
  form->target = koyomi_form_inputs_add_text (form->dialog, line, tr (form, N_("_Target value")), target, G_CALLBACK (update), form);
  form->due = KOYOMI_DAY_ENTRY (due);
  koyomi_day_entry_show_day (form->due, koyomi_record_get_day (form->objective, KOYOMI_OBJECTIVE_DUE_DAY));
  g_signal_connect_swapped (due, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (line, due);

  form->owner = add_text (form, NULL, tr (form, N_("O_wner")), KOYOMI_OBJECTIVE_OWNER);
  form->note = koyomi_form_inputs_add_lines (form->dialog, tr (form, N_("Not_e")),
                                             koyomi_record_get_text (form->objective, KOYOMI_OBJECTIVE_NOTE));
}

/* Due at the end of this fiscal year. */
static KoyomiRecord *
make_objective (KoyomiWorkspace *workspace)
{
  KoyomiRecord *objective = koyomi_record_new (KOYOMI_TABLE_OBJECTIVE);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (workspace), koyomi_day_today ());

  koyomi_record_set_int (objective, KOYOMI_OBJECTIVE_DUE_DAY, koyomi_fiscal_year_get_last_day (year));

  return objective;
}

/* @objective: (nullable): NULL for a new one */
void
koyomi_objective_dialog_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 KoyomiRecord    *objective)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->is_new = objective == NULL;
  form->objective = objective != NULL ? koyomi_record_copy (objective) : make_objective (workspace);
  form->dialog = koyomi_form_dialog_new (parent, language, tr (form, N_("Objective")), tr (form, N_("_Save")));
  fill (form);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->number));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
