#include "koyomi-metric-new-dialog.h"

#include "koyomi-form-inputs.h"
#include "koyomi-metric-definition.h"
#include "koyomi-metric-library-dialog.h"
#include "koyomi-metric-window.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiTextField  *name;
  KoyomiTextField  *code;
  GtkDropDown      *unit;
  GtkDropDown      *direction;
  GtkDropDown      *frequency;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static const char *tr (Form       *form,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static void
update (Form *form)
{
  g_autofree char *code = koyomi_text_field_dup_text (form->code);
  gboolean is_taken = koyomi_session_find_metric (koyomi_workspace_get_session (form->workspace), g_strstrip (code), NULL) != 0;

  koyomi_text_field_set_message (form->code, is_taken ? tr (form, N_("Another KPI has this code.")) : NULL);
  koyomi_form_dialog_set_can_accept (form->dialog, koyomi_form_inputs_is_filled (form->name) && !koyomi_text_is_blank (code) && !is_taken);
}

static KoyomiRecord *
make_metric (Form *form)
{
  KoyomiRecord *metric = koyomi_record_new (KOYOMI_TABLE_METRIC);

  koyomi_form_inputs_read_text (form->name, metric, KOYOMI_METRIC_NAME);
  koyomi_form_inputs_read_text (form->code, metric, KOYOMI_METRIC_CODE);
  koyomi_record_set_int (metric, KOYOMI_METRIC_UNIT, gtk_drop_down_get_selected (form->unit));
  koyomi_record_set_int (metric, KOYOMI_METRIC_DIRECTION, gtk_drop_down_get_selected (form->direction));
  koyomi_record_set_int (metric, KOYOMI_METRIC_FREQUENCY, gtk_drop_down_get_selected (form->frequency));

  return metric;
}

/* Goes on with the rest of what is to be said of it. */
static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(KoyomiRecord) metric = make_metric (form);
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add_metric (koyomi_workspace_get_session (form->workspace), metric,
                                         koyomi_workspace_get_language (form->workspace), &error);

  if (id == 0)
    {
      koyomi_workspace_fail (form->workspace, tr (form, N_("The KPI was not added")), error);
      return FALSE;
    }

  koyomi_metric_window_present (gtk_window_get_transient_for (GTK_WINDOW (dialog)), form->workspace, id);

  return TRUE;
}

static void
library_cb (Form *form)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form->dialog));

  koyomi_metric_library_dialog_present (parent, form->workspace);
  gtk_window_destroy (GTK_WINDOW (form->dialog));
}

static void
fill (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *code = koyomi_session_propose_metric_code (koyomi_workspace_get_session (form->workspace), NULL);
  GtkWidget *library = gtk_button_new_with_mnemonic (tr (form, N_("Add from the _Library…")));
  GtkBox *line;

  form->name = koyomi_form_inputs_add_text (form->dialog, NULL, tr (form, N_("_Name")), NULL, G_CALLBACK (update), form);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->code = koyomi_form_inputs_add_text (form->dialog, line, tr (form, N_("Cod_e")), code, G_CALLBACK (update), form);
  form->unit = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Unit")), KOYOMI_METRIC_UNIT, KOYOMI_UNIT_PERCENT, language);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->direction = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Direction")), KOYOMI_METRIC_DIRECTION,
                                                 KOYOMI_DIRECTION_UP, language);
  form->frequency = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Frequency")), KOYOMI_METRIC_FREQUENCY,
                                                 KOYOMI_MEASURED_MONTHLY, language);
  gtk_widget_set_halign (library, GTK_ALIGN_START);
  koyomi_form_dialog_append (form->dialog, library);
  g_signal_connect_swapped (library, "clicked", G_CALLBACK (library_cb), form);
}

void
koyomi_metric_new_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->dialog = koyomi_form_dialog_new (parent, language, tr (form, N_("New KPI")), tr (form, N_("_Add")));
  fill (form);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->name));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
