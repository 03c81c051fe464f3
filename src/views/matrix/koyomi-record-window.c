#include "koyomi-record-window.h"

#include "koyomi-record-edit.h"

struct _KoyomiRecordWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *body;
  GtkWidget        *remove_button;

  KoyomiRecordForm *form;
  KoyomiTableId     table;
  gint64            id;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRecordWindow, title),
  KOYOMI_UI_CHILD (KoyomiRecordWindow, body),
  KOYOMI_UI_CHILD (KoyomiRecordWindow, remove_button),
  KOYOMI_UI_END
};

static const KoyomiRecordInput person_inputs[] = {
  { KOYOMI_PERSON_NAME, N_("_Full name"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_PERSON_ROLE, N_("_Role"), 0, 0, 0 },
  { KOYOMI_PERSON_CONTACT, N_("_Contact"), 0, 0, 0 },
};

static const KoyomiRecordInput contract_inputs[] = {
  { KOYOMI_CONTRACT_TITLE, N_("T_itle"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_CONTRACT_NUMBER, N_("_Number"), 0, 0, 0 },
  { KOYOMI_CONTRACT_COST, N_("C_ost"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_CONTRACT_PARTNER, N_("_Partner"), 0, 0, 0 },
  { KOYOMI_CONTRACT_SERVICES, N_("_Services"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_CONTRACT_FIRST_DAY, N_("_First day"), 0, 0, KOYOMI_CONTRACT_LAST_DAY },
  { KOYOMI_CONTRACT_LAST_DAY, N_("_Last day"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_CONTRACT_FIRST_DAY, 0 },
  { KOYOMI_CONTRACT_NOTICE_DAY, N_("Notice _by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_CONTRACT_NOTE, N_("No_te"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

static const KoyomiRecordInput letter_inputs[] = {
  { KOYOMI_LETTER_NAME, N_("_Name"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_LETTER_MEANING, N_("_Meaning"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

G_DEFINE_FINAL_TYPE (KoyomiRecordWindow, koyomi_record_window, KOYOMI_TYPE_PLAN_WINDOW)

static void
remove_cb (KoyomiRecordWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (window));
  if (koyomi_session_remove (koyomi_plan_window_get_session (window), self->table, self->id, koyomi_plan_window_get_language (window),
                             &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("Nothing was removed")), error);
}

static gboolean
koyomi_record_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiRecordWindow *self = KOYOMI_RECORD_WINDOW (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_plan_window_get_session (window), self->table, self->id, language, error);

  if (record == NULL)
    return FALSE;

  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (record));
  adw_window_title_set_title (self->title, koyomi_record_get_title (record));
  adw_window_title_set_subtitle (self->title, koyomi_tr (language, koyomi_record_get_table (record)->label));
  koyomi_record_form_show (self->form, record);

  return TRUE;
}

static void
koyomi_record_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_record_window_parent_class)->dispose (object);
}

static void
koyomi_record_window_class_init (KoyomiRecordWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_record_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_record_window_refresh;
}

static void
koyomi_record_window_init (KoyomiRecordWindow *self)
{
}

/* @id: of a row of the table of @inputs, of which the first is its title
 * @is_new: it is to be called something else */
static void
present (GtkWindow               *parent,
         KoyomiWorkspace         *workspace,
         gint64                   id,
         gboolean                 is_new,
         const KoyomiRecordInput *inputs,
         guint                    n_inputs)
{
  g_autoptr(KoyomiRecordWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_RECORD_WINDOW, NULL));

  self->table = KOYOMI_FIELD_TABLE (inputs[0].field);
  self->id = id;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-matrix-record-window", children);
  self->form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, inputs, n_inputs));
  gtk_box_prepend (GTK_BOX (self->body), GTK_WIDGET (self->form));

  gtk_widget_set_visible (self->remove_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_record_form_get_first (self->form));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));

  /* It has its name only once it is shown, and no form any more when it was not there. */
  if (is_new && self->body != NULL)
    koyomi_record_form_select_first (self->form);
}

void
koyomi_record_window_present_person (GtkWindow       *parent,
                                     KoyomiWorkspace *workspace,
                                     gint64           person,
                                     gboolean         is_new)
{
  present (parent, workspace, person, is_new, person_inputs, G_N_ELEMENTS (person_inputs));
}

void
koyomi_record_window_present_contract (GtkWindow       *parent,
                                       KoyomiWorkspace *workspace,
                                       gint64           contract,
                                       gboolean         is_new)
{
  present (parent, workspace, contract, is_new, contract_inputs, G_N_ELEMENTS (contract_inputs));
}

void
koyomi_record_window_present_letter (GtkWindow       *parent,
                                     KoyomiWorkspace *workspace,
                                     gint64           letter)
{
  present (parent, workspace, letter, FALSE, letter_inputs, G_N_ELEMENTS (letter_inputs));
}
