#pragma once

#include "koyomi-dictionary.h"

G_BEGIN_DECLS

/* Who should do a function, by the pattern that the organisation has chosen, and who does. */

/* How much an organisation does itself. */
typedef enum
{
  KOYOMI_SOURCING_PATTERN_MINIMUM_INSOURCE,
  KOYOMI_SOURCING_PATTERN_HYBRID,
  KOYOMI_SOURCING_PATTERN_MINIMUM_OUTSOURCE,
  KOYOMI_SOURCING_PATTERN_FULL_INSOURCE,
} KoyomiSourcingPattern;

#define KOYOMI_N_SOURCING_PATTERNS 4

typedef enum
{
  KOYOMI_SOURCING_INSOURCE = 1 << 0,    /* the company's own teams, or those of its group */
  KOYOMI_SOURCING_OUTSOURCE = 1 << 1,
} KoyomiSourcing;

const char      *koyomi_sourcing_pattern_get_label   (KoyomiSourcingPattern   self,
                                                      KoyomiLanguage          language);
const char      *koyomi_sourcing_pattern_get_summary (KoyomiSourcingPattern   self,
                                                      KoyomiLanguage          language);

KoyomiSourcing   koyomi_sourcing_recommend           (KoyomiSourcingPattern   pattern,
                                                      KoyomiArea              area);
KoyomiSourcing   koyomi_sourcing_of_team             (KoyomiTeamKind          kind);
gboolean         koyomi_sourcing_is_met              (KoyomiSourcing          recommended,
                                                      KoyomiSourcing          actual);
const char      *koyomi_sourcing_get_label           (KoyomiSourcing          self,
                                                      KoyomiLanguage          language);
const char      *koyomi_area_get_summary             (KoyomiArea              self,
                                                      KoyomiLanguage          language);

G_END_DECLS
