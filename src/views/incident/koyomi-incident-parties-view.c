#include "koyomi-incident-parties-view.h"

#include "koyomi-incident-parties.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-record-edit.h"

struct _KoyomiIncidentPartiesView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           incident;     /* 0 for none */
  GPtrArray       *parties;      /* (element-type KoyomiIncidentParty), as they are shown; NULL while there is no incident */
  GtkWidget       *list;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentPartiesView, koyomi_incident_parties_view, GTK_TYPE_WIDGET)

static gboolean
add_party (KoyomiWorkspace  *workspace,
           gint64            incident,
           KoyomiRecord     *party,
           GError          **error)
{
  return koyomi_incident_party_add (koyomi_workspace_get_session (workspace), party, koyomi_workspace_get_language (workspace), error) != 0;
}

static gboolean
save_party (KoyomiWorkspace  *workspace,
            gint64            incident,
            KoyomiRecord     *party,
            GError          **error)
{
  return koyomi_incident_party_save (koyomi_workspace_get_session (workspace), party, koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput inputs[] = {
  { KOYOMI_INCIDENT_PARTY_TEAM, N_("Te_am") },
  { KOYOMI_INCIDENT_PARTY_PERSON, N_("_Person") },
  { KOYOMI_INCIDENT_PARTY_NAME, N_("Or the na_me of somebody else") },
  { KOYOMI_INCIDENT_PARTY_ROLE, N_("_Role") },
};

static const KoyomiPartForm add_form = {
  N_("Add Participant"), N_("_Add"), N_("Choose a team or a person, or write a name"), inputs, G_N_ELEMENTS (inputs), add_party
};

static const KoyomiPartForm edit_form = {
  N_("Participant"), N_("_Save"), N_("Choose a team or a person, or write a name"), inputs, G_N_ELEMENTS (inputs), save_party
};

static KoyomiLanguage
get_language (KoyomiIncidentPartiesView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentPartiesView *self,
    const char                *text)
{
  return koyomi_tr (get_language (self), text);
}

static GtkWidget *
make_row (KoyomiIncidentPartiesView *self,
          const KoyomiIncidentParty *party)
{
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (party->party), party->name);

  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), koyomi_record_get_text (party->party, KOYOMI_INCIDENT_PARTY_ROLE), NULL);
  if (koyomi_workspace_can_edit (self->workspace))
    {
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Edit…")), "parties.edit");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Remove")), "parties.remove");
    }

  return row;
}

static void
refresh (KoyomiIncidentPartiesView *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->parties, g_ptr_array_unref);
  self->parties = koyomi_session_load_incident_parties (koyomi_workspace_get_session (self->workspace), self->incident,
                                                        get_language (self), &error);
  if (self->parties == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->parties->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->parties, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
}

static KoyomiRecord *
find_party (KoyomiIncidentPartiesView *self,
            GVariant                  *parameter)
{
  for (guint i = 0; self->parties != NULL && i < self->parties->len; i++)
    {
      KoyomiIncidentParty *party = g_ptr_array_index (self->parties, i);

      if (koyomi_record_get_id (party->party) == g_variant_get_int64 (parameter))
        return koyomi_workspace_can_edit (self->workspace) ? party->party : NULL;
    }

  return NULL;
}

static void
present (KoyomiIncidentPartiesView *self,
         const KoyomiPartForm      *form,
         KoyomiRecord              *party)
{
  koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, form, self->incident, party);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiRecord *party = find_party (KOYOMI_INCIDENT_PARTIES_VIEW (widget), parameter);

  if (party != NULL)
    present (KOYOMI_INCIDENT_PARTIES_VIEW (widget), &edit_form, party);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentPartiesView *self = KOYOMI_INCIDENT_PARTIES_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (find_party (self, parameter) != NULL &&
      !koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_INCIDENT_PARTY,
                              g_variant_get_int64 (parameter), get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("Nothing was removed")), error);
}

static void
add_cb (KoyomiIncidentPartiesView *self)
{
  g_autoptr(KoyomiRecord) party = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);

  koyomi_record_set_language (party, get_language (self));
  koyomi_record_set_int (party, KOYOMI_INCIDENT_PARTY_INCIDENT, self->incident);
  present (self, &add_form, party);
}

static void
koyomi_incident_parties_view_dispose (GObject *object)
{
  KoyomiIncidentPartiesView *self = KOYOMI_INCIDENT_PARTIES_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_parties_view_parent_class)->dispose (object);
}

static void
koyomi_incident_parties_view_class_init (KoyomiIncidentPartiesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_parties_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "parties.edit", "x", edit_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "parties.remove", "x", remove_action);
}

static void
koyomi_incident_parties_view_init (KoyomiIncidentPartiesView *self)
{
}

GtkWidget *
koyomi_incident_parties_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentPartiesView *self = g_object_new (KOYOMI_TYPE_INCIDENT_PARTIES_VIEW, NULL);
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (workspace, "Add Participant…"));

  self->workspace = g_object_ref (workspace);
  self->list = koyomi_part_list_new (workspace, tr (self, N_("Participants")),
                                     tr (self, N_("Nobody is entered. Drills count for the teams that took part.")));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "koyomi-plain");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "parties.edit");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_REMOVE, "parties.remove");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), button);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Shows the participants of that incident as the plan has them now. */
void
koyomi_incident_parties_view_set_incident (KoyomiIncidentPartiesView *self,
                                           gint64                     incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_PARTIES_VIEW (self));

  self->incident = incident;
  if (incident != 0)
    refresh (self);
}
