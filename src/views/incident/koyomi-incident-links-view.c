#include "koyomi-incident-links-view.h"

#include "koyomi-chooser.h"
#include "koyomi-choice.h"
#include "koyomi-incident-links.h"
#include "koyomi-part-list.h"

struct _KoyomiIncidentLinksView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           incident;     /* 0 for none */
  GPtrArray       *links;        /* (element-type KoyomiIncidentLink), as they are shown; NULL while there is no incident */
  GtkWidget       *list;
  GtkWidget       *kind;
};

/* What can be linked, as the drop-down has it. */
static const KoyomiTableId tables[] = {
  KOYOMI_TABLE_FUNCTION, KOYOMI_TABLE_ACTIVITY, KOYOMI_TABLE_RISK, KOYOMI_TABLE_CONTROL, KOYOMI_TABLE_FINDING,
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentLinksView, koyomi_incident_links_view, GTK_TYPE_WIDGET)

static KoyomiSession *
get_session (KoyomiIncidentLinksView *self)
{
  return koyomi_workspace_get_session (self->workspace);
}

static KoyomiLanguage
get_language (KoyomiIncidentLinksView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentLinksView *self,
    const char              *text)
{
  return koyomi_tr (get_language (self), text);
}

static const char *
name_table (KoyomiIncidentLinksView *self,
            KoyomiTableId            table)
{
  return tr (self, koyomi_dictionary_get_table (table)->label);
}

/* The rows go by their place: keys of different tables may be the same. */
static GtkWidget *
make_row (KoyomiIncidentLinksView *self,
          guint                    index)
{
  const KoyomiIncidentLink *link = g_ptr_array_index (self->links, index);
  GtkWidget *row = koyomi_part_row_new (index + 1, link->title);

  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), name_table (self, link->table), NULL);
  if (koyomi_workspace_can_edit (self->workspace))
    koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Unlink")), "links.remove");

  return row;
}

static void
refresh (KoyomiIncidentLinksView *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = koyomi_session_load_incident_links (get_session (self), self->incident, get_language (self), &error);
  if (self->links == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->links->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, i));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentLinksView *self = KOYOMI_INCIDENT_LINKS_VIEW (widget);
  gint64 place = g_variant_get_int64 (parameter);
  const KoyomiIncidentLink *link;
  g_autoptr(GError) error = NULL;

  if (self->links == NULL || place < 1 || place > self->links->len || !koyomi_workspace_can_edit (self->workspace))
    return;

  link = g_ptr_array_index (self->links, place - 1);
  if (!koyomi_incident_unlink (get_session (self), self->incident, link->table, link->row, get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The link was not removed")), error);
}

static KoyomiTableId
get_table (KoyomiIncidentLinksView *self)
{
  return tables[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind))];
}

static GListStore *
load_rows (gpointer data)
{
  KoyomiIncidentLinksView *self = data;
  g_autoptr(GPtrArray) rows = koyomi_session_list (get_session (self), get_table (self), 0, 0, get_language (self), NULL);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      g_autoptr(KoyomiChoice) choice = koyomi_choice_new (koyomi_record_get_id (row), koyomi_record_get_title (row), NULL);

      g_list_store_append (store, choice);
    }

  return store;
}

static void
chosen_cb (KoyomiIncidentLinksView *self,
           KoyomiChoice            *choice,
           GtkWidget               *chooser)
{
  g_autoptr(GError) error = NULL;

  koyomi_chooser_set_text (KOYOMI_CHOOSER (chooser), tr (self, N_("Link…")));
  if (!koyomi_incident_link (get_session (self), self->incident, get_table (self), koyomi_choice_get_id (choice), get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("It was not linked")), error);
}

static GtkWidget *
make_adders (KoyomiIncidentLinksView *self)
{
  GtkWidget *adders = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *chooser = koyomi_chooser_new (tr (self, N_("Link…")), get_language (self), load_rows, self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    gtk_string_list_append (names, name_table (self, tables[i]));
  self->kind = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, tr (self, N_("What is linked")), -1);
  koyomi_chooser_set_text (KOYOMI_CHOOSER (chooser), tr (self, N_("Link…")));
  gtk_box_append (GTK_BOX (adders), self->kind);
  gtk_box_append (GTK_BOX (adders), chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return adders;
}

static void
koyomi_incident_links_view_dispose (GObject *object)
{
  KoyomiIncidentLinksView *self = KOYOMI_INCIDENT_LINKS_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_links_view_parent_class)->dispose (object);
}

static void
koyomi_incident_links_view_class_init (KoyomiIncidentLinksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_links_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "links.remove", "x", remove_action);
}

static void
koyomi_incident_links_view_init (KoyomiIncidentLinksView *self)
{
}

GtkWidget *
koyomi_incident_links_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentLinksView *self = g_object_new (KOYOMI_TYPE_INCIDENT_LINKS_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = koyomi_part_list_new (workspace, tr (self, N_("Concerns")),
                                     tr (self, N_("Nothing is linked. Functions, activities, risks, controls and findings can be.")));
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_REMOVE, "links.remove");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), make_adders (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Shows what that incident concerns as the plan has it now. */
void
koyomi_incident_links_view_set_incident (KoyomiIncidentLinksView *self,
                                         gint64                   incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_LINKS_VIEW (self));

  self->incident = incident;
  if (incident != 0)
    refresh (self);
}
