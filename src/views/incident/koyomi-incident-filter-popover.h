#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* By what incidents are filtered and laid in lanes. */
#define KOYOMI_TYPE_INCIDENT_FILTER_POPOVER (koyomi_incident_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentFilterPopover, koyomi_incident_filter_popover, KOYOMI, INCIDENT_FILTER_POPOVER, GtkPopover)

GtkWidget *koyomi_incident_filter_popover_new (KoyomiIncidentSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
