#pragma once

#include "koyomi-plot.h"

G_BEGIN_DECLS

/* How often each cause was there, the most frequent first, with the share that it and those before it have. */
typedef struct
{
  const char *name;
  double      count;
} KoyomiCause;

KoyomiFigure *koyomi_pareto_new (KoyomiLanguage     language,
                                 const char        *title,
                                 const char        *measure,
                                 const KoyomiCause *causes,
                                 guint              n_causes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
