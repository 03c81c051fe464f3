#pragma once

#include "koyomi-figure.h"
#include "koyomi-incident-causes.h"

G_BEGIN_DECLS

/* Causes that a Pareto chart shows at most: the most frequent. */
#define KOYOMI_MOST_CAUSES 9

/* What incidents look like as charts, on the screen and on paper. */
KoyomiFigure *koyomi_incident_causes_create_figure     (GPtrArray        *causes,
                                                        const char       *title,
                                                        KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure *koyomi_incident_severities_create_figure (GPtrArray        *cards,
                                                        KoyomiFiscalYear  year,
                                                        const char       *title,
                                                        KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
