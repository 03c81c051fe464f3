#include "koyomi-test-incidents.h"

#include "koyomi-incident-view.h"
#include "koyomi-test-widget.h"

void
koyomi_test_incidents_set_up (KoyomiTestIncidents *self,
                              gconstpointer        data)
{
  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  self->view = koyomi_test_window_show_view (&self->test, 3, KOYOMI_TYPE_INCIDENT_VIEW);
  self->cards = KOYOMI_INCIDENT_CARDS (koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_CARDS));
  self->sheet = koyomi_incident_cards_get_sheet (self->cards);
  koyomi_incident_sheet_set_all (self->sheet, FALSE);
  koyomi_incident_sheet_clear_filter (self->sheet);
  koyomi_incident_sheet_set_lanes (self->sheet, KOYOMI_INCIDENT_LANES_NONE);
  gtk_widget_activate_action (self->view, "incident.view", "s", "board");
  koyomi_test_window_settle (&self->test);
  gtk_widget_grab_focus (self->view);
}

void
koyomi_test_incidents_tear_down (KoyomiTestIncidents *self,
                                 gconstpointer        data)
{
  koyomi_test_window_close (&self->test);
}

KoyomiIncidentPlace
koyomi_test_incidents_get_place (KoyomiTestIncidents *self)
{
  KoyomiIncidentPlace place;

  g_assert_true (koyomi_incident_sheet_get_place (self->sheet, &place));

  return place;
}

KoyomiIncidentState
koyomi_test_incidents_get_state (KoyomiTestIncidents *self,
                                 gint64               incident)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, incident, KOYOMI_LANGUAGE_EN, NULL);

  return koyomi_record_get_int (record, KOYOMI_INCIDENT_STATE);
}

gint64
koyomi_test_incidents_get_selected (KoyomiTestIncidents *self)
{
  return koyomi_incident_sheet_get_selected (self->sheet);
}
