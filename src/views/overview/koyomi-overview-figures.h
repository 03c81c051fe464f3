#pragma once

#include "koyomi-figure.h"
#include "koyomi-overview.h"
#include "koyomi-plan-progress.h"

G_BEGIN_DECLS

/* The figures of the first page. */
KoyomiFigure *koyomi_overview_create_rings       (const KoyomiOverview      *overview,
                                                  KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure *koyomi_overview_create_ninety_days (const KoyomiOverview      *overview,
                                                  KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure *koyomi_overview_create_burn_up     (const KoyomiPlanProgress  *progress,
                                                  KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
