#include "koyomi-incident-row.h"

struct _KoyomiIncidentRow
{
  GObject                   parent_instance;

  const KoyomiIncidentCard *card;       /* of the sheet: the table lets its rows go before that reads another board */
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentRow, koyomi_incident_row, G_TYPE_OBJECT)

static void
koyomi_incident_row_class_init (KoyomiIncidentRowClass *klass)
{
}

static void
koyomi_incident_row_init (KoyomiIncidentRow *self)
{
}

KoyomiIncidentRow *
koyomi_incident_row_new (const KoyomiIncidentCard *card)
{
  KoyomiIncidentRow *self = g_object_new (KOYOMI_TYPE_INCIDENT_ROW, NULL);

  self->card = card;

  return self;
}

const KoyomiIncidentCard *
koyomi_incident_row_get_card (KoyomiIncidentRow *self)
{
  return self->card;
}
