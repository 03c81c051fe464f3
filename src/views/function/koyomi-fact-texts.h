#pragma once

#include "koyomi-activity-facts.h"
#include "koyomi-fact-list.h"

G_BEGIN_DECLS

/* What the cards of functions and of teams say alike. */
void koyomi_fact_list_show_activities (KoyomiFactList         *self,
                                       GPtrArray              *activities,
                                       const KoyomiWorkCount  *count,
                                       KoyomiFiscalYear        year,
                                       KoyomiLanguage          language);
void koyomi_fact_list_show_incidents  (KoyomiFactList         *self,
                                       GPtrArray              *incidents,
                                       KoyomiLanguage          language);
void koyomi_fact_list_show_counted    (KoyomiFactList         *self,
                                       const char             *name,
                                       guint                   count);

G_END_DECLS
