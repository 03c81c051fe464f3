#pragma once

#include "koyomi-incident-layout.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What the board and the table of incidents show, apart from any widget: filter, lanes, and which incident is selected.
 *
 * Signals:
 *   "lines" (): other cards, other columns or lanes, or what stands on them has changed
 *   "layout" (): the cards lie elsewhere, or look otherwise
 *   "selection" (): another incident is selected */
#define KOYOMI_TYPE_INCIDENT_SHEET (koyomi_incident_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentSheet, koyomi_incident_sheet, KOYOMI, INCIDENT_SHEET, GObject)

KoyomiIncidentSheet        *koyomi_incident_sheet_new           (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;

KoyomiWorkspace            *koyomi_incident_sheet_get_workspace (KoyomiIncidentSheet        *self);
KoyomiLanguage              koyomi_incident_sheet_get_language  (KoyomiIncidentSheet        *self);
gboolean                    koyomi_incident_sheet_can_edit      (KoyomiIncidentSheet        *self);
gint64                      koyomi_incident_sheet_get_now       (KoyomiIncidentSheet        *self);
gint64                      koyomi_incident_sheet_read_clock    (void);
guint                       koyomi_incident_sheet_count         (KoyomiIncidentSheet        *self);
const KoyomiIncidentBoard  *koyomi_incident_sheet_get_board     (KoyomiIncidentSheet        *self);
const KoyomiIncidentOrder  *koyomi_incident_sheet_get_order     (KoyomiIncidentSheet        *self);
const KoyomiIncidentLayout *koyomi_incident_sheet_get_layout    (KoyomiIncidentSheet        *self);
const KoyomiCardChart      *koyomi_incident_sheet_get_chart     (KoyomiIncidentSheet        *self);
const KoyomiIncidentCard   *koyomi_incident_sheet_find          (KoyomiIncidentSheet        *self,
                                                                 gint64                      incident);

void                        koyomi_incident_sheet_tick          (KoyomiIncidentSheet        *self);
void                        koyomi_incident_sheet_set_live      (KoyomiIncidentSheet        *self,
                                                                 gboolean                    live);
void                        koyomi_incident_sheet_take_over     (KoyomiIncidentSheet        *self,
                                                                 KoyomiIncidentSheet        *other);

const KoyomiIncidentFilter *koyomi_incident_sheet_get_filter    (KoyomiIncidentSheet        *self);
void                        koyomi_incident_sheet_set_filter    (KoyomiIncidentSheet        *self,
                                                                 const KoyomiIncidentFilter *filter);
void                        koyomi_incident_sheet_clear_filter  (KoyomiIncidentSheet        *self);
void                        koyomi_incident_sheet_set_all       (KoyomiIncidentSheet        *self,
                                                                 gboolean                    all);
void                        koyomi_incident_sheet_set_search    (KoyomiIncidentSheet        *self,
                                                                 const char                 *search);
KoyomiIncidentLanes         koyomi_incident_sheet_get_lanes     (KoyomiIncidentSheet        *self);
void                        koyomi_incident_sheet_set_lanes     (KoyomiIncidentSheet        *self,
                                                                 KoyomiIncidentLanes         lanes);

void                        koyomi_incident_sheet_set_style     (KoyomiIncidentSheet        *self,
                                                                 KoyomiChartPalette          palette,
                                                                 double                      scale);
void                        koyomi_incident_sheet_set_size      (KoyomiIncidentSheet        *self,
                                                                 double                      width,
                                                                 double                      height);

gint64                      koyomi_incident_sheet_get_selected  (KoyomiIncidentSheet        *self);
gboolean                    koyomi_incident_sheet_get_place     (KoyomiIncidentSheet        *self,
                                                                 KoyomiIncidentPlace        *place);
void                        koyomi_incident_sheet_select        (KoyomiIncidentSheet        *self,
                                                                 gint64                      incident);
void                        koyomi_incident_sheet_reveal        (KoyomiIncidentSheet        *self,
                                                                 gint64                      incident);

G_END_DECLS
