#include "koyomi-incident-menu.h"

#include "koyomi-menu-place.h"
#include "koyomi-ui.h"

static GMenu *
make_states (KoyomiIncidentSheet *sheet)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT)->fields[KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_STATE)];
  KoyomiLanguage language = koyomi_incident_sheet_get_language (sheet);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; field->words[i].nick != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (koyomi_incident_state_get_label (i, language), NULL);

      g_menu_item_set_action_and_target (item, "incident.move-to", "s", field->words[i].nick);
      g_menu_append_item (menu, item);
    }

  return menu;
}

/* What was activated in it is done after it has closed. */
static gboolean
drop_popover_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover,
           GtkWidget *owner)
{
  gtk_widget_grab_focus (owner);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

/* @owner: gets the focus again; it has a layout manager, which gives the menu its size. @place: in @widget, which is in @owner */
void
koyomi_incident_menu_popup (GtkWidget           *owner,
                            GtkWidget           *widget,
                            KoyomiIncidentSheet *sheet,
                            GdkRectangle         place)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-incident-menu", koyomi_incident_sheet_get_language (sheet));
  g_autoptr(GMenu) states = make_states (sheet);
  GtkWidget *popover;

  g_menu_append_section (G_MENU (gtk_builder_get_object (builder, "states")), NULL, G_MENU_MODEL (states));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, owner);
  koyomi_menu_place_point_to (GTK_POPOVER (popover), widget, place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), owner, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}
