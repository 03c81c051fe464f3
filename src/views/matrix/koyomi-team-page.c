#include "koyomi-team-page.h"

#include "koyomi-focus.h"
#include "koyomi-record-form.h"
#include "koyomi-team-functions.h"
#include "koyomi-team-rows.h"
#include "koyomi-ui.h"

struct _KoyomiTeamPage
{
  GtkWidget            parent_instance;

  GtkWidget           *scroller;
  GtkWidget           *body;

  KoyomiRecordForm    *form;
  KoyomiTeamRows      *people;
  KoyomiTeamRows      *contracts;
  KoyomiTeamFunctions *functions;
  gint64               team;        /* 0 until one is shown */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiTeamPage, scroller),
  KOYOMI_UI_CHILD (KoyomiTeamPage, body),
  KOYOMI_UI_END
};

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_TEAM_NAME, N_("_Name"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_TEAM_CODE, N_("_Code"), 0, 0, 0 },
  { KOYOMI_TEAM_KIND, N_("_Kind"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_TEAM_CAPACITY, N_("_Person-days a month"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_TEAM_CONTACT, N_("C_ontact"), 0, 0, 0 },
  { KOYOMI_TEAM_ACTIVE_FROM, N_("Active _from"), 0, 0, KOYOMI_TEAM_ACTIVE_TO },
  { KOYOMI_TEAM_ACTIVE_TO, N_("Active _to"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_TEAM_ACTIVE_FROM, 0 },
  { KOYOMI_TEAM_NOTE, N_("Not_e"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

G_DEFINE_FINAL_TYPE (KoyomiTeamPage, koyomi_team_page, GTK_TYPE_WIDGET)

static gboolean
koyomi_team_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (koyomi_record_form_get_first (KOYOMI_TEAM_PAGE (widget)->form));
}

static void
koyomi_team_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_team_page_parent_class)->dispose (object);
}

static void
koyomi_team_page_class_init (KoyomiTeamPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_team_page_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_team_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_team_page_init (KoyomiTeamPage *self)
{
}

GtkWidget *
koyomi_team_page_new (KoyomiWorkspace *workspace)
{
  KoyomiTeamPage *self = g_object_new (KOYOMI_TYPE_TEAM_PAGE, NULL);

  koyomi_ui_build (self, KOYOMI_TYPE_TEAM_PAGE, "koyomi-matrix-team-page", koyomi_workspace_get_language (workspace), children);
  self->form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, inputs, G_N_ELEMENTS (inputs)));
  self->people = KOYOMI_TEAM_ROWS (koyomi_team_rows_new (workspace, KOYOMI_TABLE_PERSON));
  self->contracts = KOYOMI_TEAM_ROWS (koyomi_team_rows_new (workspace, KOYOMI_TABLE_CONTRACT));
  self->functions = KOYOMI_TEAM_FUNCTIONS (koyomi_team_functions_new (workspace));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->contracts));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->functions));

  return GTK_WIDGET (self);
}

/* Shows the team as @team has it; another one from its top. */
gboolean
koyomi_team_page_show (KoyomiTeamPage  *self,
                       KoyomiRecord    *team,
                       GError         **error)
{
  gint64 id = koyomi_record_get_id (team);

  g_return_val_if_fail (KOYOMI_IS_TEAM_PAGE (self), FALSE);

  if (id != self->team)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  self->team = id;
  koyomi_record_form_show (self->form, team);

  return koyomi_team_rows_show (self->people, id, error) && koyomi_team_rows_show (self->contracts, id, error) &&
         koyomi_team_functions_show (self->functions, id, error);
}

/* For a new team, which is to be called something else. */
void
koyomi_team_page_focus_name (KoyomiTeamPage *self)
{
  g_return_if_fail (KOYOMI_IS_TEAM_PAGE (self));

  koyomi_record_form_select_first (self->form);
}
