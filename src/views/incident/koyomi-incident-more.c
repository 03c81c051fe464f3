#include "koyomi-incident-more.h"

#include "koyomi-incident-evidence-view.h"
#include "koyomi-incident-follow-ups-view.h"
#include "koyomi-incident-links-view.h"
#include "koyomi-incident-parties-view.h"

struct _KoyomiIncidentMore
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *evidence;
  GtkWidget *follow_ups;
  GtkWidget *links;
  GtkWidget *parties;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentMore, koyomi_incident_more, GTK_TYPE_WIDGET)

static void
koyomi_incident_more_dispose (GObject *object)
{
  g_clear_pointer (&KOYOMI_INCIDENT_MORE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_incident_more_parent_class)->dispose (object);
}

static void
koyomi_incident_more_class_init (KoyomiIncidentMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_more_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_incident_more_init (KoyomiIncidentMore *self)
{
}

GtkWidget *
koyomi_incident_more_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentMore *self = g_object_new (KOYOMI_TYPE_INCIDENT_MORE, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->evidence = koyomi_incident_evidence_view_new (workspace);
  self->follow_ups = koyomi_incident_follow_ups_view_new (workspace);
  self->links = koyomi_incident_links_view_new (workspace);
  self->parties = koyomi_incident_parties_view_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->evidence);
  gtk_box_append (GTK_BOX (self->box), self->follow_ups);
  gtk_box_append (GTK_BOX (self->box), self->links);
  gtk_box_append (GTK_BOX (self->box), self->parties);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
koyomi_incident_more_set_incident (KoyomiIncidentMore *self,
                                   gint64              incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_MORE (self));

  koyomi_incident_evidence_view_set_incident (KOYOMI_INCIDENT_EVIDENCE_VIEW (self->evidence), incident);
  koyomi_incident_follow_ups_view_set_incident (KOYOMI_INCIDENT_FOLLOW_UPS_VIEW (self->follow_ups), incident);
  koyomi_incident_links_view_set_incident (KOYOMI_INCIDENT_LINKS_VIEW (self->links), incident);
  koyomi_incident_parties_view_set_incident (KOYOMI_INCIDENT_PARTIES_VIEW (self->parties), incident);
}
