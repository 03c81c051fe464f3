#pragma once

#include "koyomi-plot.h"

G_BEGIN_DECLS

/* How much of a plan should be done by each week, and how much is. */

KoyomiFigure *koyomi_burn_up_new (KoyomiLanguage  language,
                                  const char     *title,
                                  guint32         first_day,
                                  guint32         last_day,
                                  guint32         today,
                                  const GArray   *due,
                                  const GArray   *done,
                                  const GArray   *baseline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
