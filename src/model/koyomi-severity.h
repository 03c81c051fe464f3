#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* The four scores of an incident, each from 0 to 4. The worst of them suggests the severity. */
typedef enum
{
  KOYOMI_IMPACT_BUSINESS,
  KOYOMI_IMPACT_INFORMATION,
  KOYOMI_IMPACT_SPREAD,
  KOYOMI_IMPACT_LEGAL,
  KOYOMI_N_IMPACTS,
} KoyomiImpact;

#define KOYOMI_IMPACT_WORST 4
#define KOYOMI_IMPACT_NONE (-1)   /* not scored yet */
#define KOYOMI_N_SEVERITIES (KOYOMI_SEVERITY_S5 + 1)

int         koyomi_impact_get_field       (KoyomiImpact         impact);
const char *koyomi_impact_get_criterion   (KoyomiImpact         impact,
                                           int                  score,
                                           KoyomiLanguage       language);
void        koyomi_impact_read_scores     (KoyomiRecord        *incident,
                                           int                 *scores);

gboolean    koyomi_severity_suggest       (const int           *scores,
                                           KoyomiSeverity      *severity);
const char *koyomi_severity_get_label     (KoyomiSeverity       severity,
                                           KoyomiLanguage       language);
const char *koyomi_severity_get_criteria  (KoyomiSeverity       severity,
                                           KoyomiLanguage       language);

G_END_DECLS
