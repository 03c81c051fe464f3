#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* The states that are columns of the board come first, in its order; the two that leave it by the side come last. */
#define KOYOMI_N_INCIDENT_COLUMNS (KOYOMI_INCIDENT_STATE_CLOSED + 1)

gboolean    koyomi_incident_state_is_open     (KoyomiIncidentState  state);
const char *koyomi_incident_state_get_label   (KoyomiIncidentState  state,
                                               KoyomiLanguage       language);
const char *koyomi_incident_kind_get_label    (KoyomiIncidentKind   kind,
                                               KoyomiLanguage       language);
gboolean    koyomi_incident_counts            (KoyomiIncidentKind   kind,
                                               KoyomiIncidentState  state);
int         koyomi_incident_state_get_time    (KoyomiIncidentState  state);

GPtrArray  *koyomi_incident_class_list        (void) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_incident_class_get_label   (const char          *code,
                                               KoyomiLanguage       language);

char       *koyomi_incident_number_format     (int                  year,
                                               guint                number) G_GNUC_WARN_UNUSED_RESULT;
guint       koyomi_incident_number_parse      (const char          *text,
                                               int                  year);

G_END_DECLS
