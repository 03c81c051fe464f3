#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* How much of each whole there is, as rings. */

#define KOYOMI_TYPE_RING_CHART koyomi_ring_chart_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiRingChart, koyomi_ring_chart, KOYOMI, RING_CHART, KoyomiFigure)

KoyomiFigure *koyomi_ring_chart_new (KoyomiLanguage   language,
                                     const char      *title) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_ring_chart_add (KoyomiRingChart *self,
                                     const char      *name,
                                     double           part,
                                     double           whole,
                                     gboolean         is_now);

G_END_DECLS
