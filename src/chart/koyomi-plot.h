#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* Values by month, team, cause or whatever its columns are: lines with the bands of their limits, columns beside or on one another. */

#define KOYOMI_TYPE_PLOT koyomi_plot_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiPlot, koyomi_plot, KOYOMI, PLOT, KoyomiFigure)

typedef enum
{
  KOYOMI_PLOT_LINE,
  KOYOMI_PLOT_DASHED,   /* a line without markers, such as what was planned */
  KOYOMI_PLOT_COLUMN,
  KOYOMI_PLOT_STACK,    /* a column on that of the series before */
  KOYOMI_PLOT_SHARE,    /* a line of percentages, with an axis of its own at the right */
} KoyomiPlotKind;

/* NAN where there is none. With a low one more is better, with a high one less; with both it is to lie between. */
typedef struct
{
  double target_low;
  double target_high;
  double warning_low;
  double warning_high;
} KoyomiPlotLimits;

KoyomiFigure *koyomi_plot_new        (KoyomiLanguage          language,
                                      const char             *title,
                                      const char             *unit,
                                      guint                   decimals) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_plot_add_column (KoyomiPlot             *self,
                                      const char             *label,
                                      const char             *name);
guint         koyomi_plot_add_series (KoyomiPlot             *self,
                                      const char             *name,
                                      KoyomiPlotKind          kind,
                                      guint                   tone);
void          koyomi_plot_set_value  (KoyomiPlot             *self,
                                      guint                   series,
                                      guint                   column,
                                      double                  value);
void          koyomi_plot_set_status (KoyomiPlot             *self,
                                      guint                   series,
                                      guint                   column,
                                      KoyomiMetricStatus      status);
void          koyomi_plot_set_limits (KoyomiPlot             *self,
                                      guint                   column,
                                      const KoyomiPlotLimits *limits);
void          koyomi_plot_set_today  (KoyomiPlot             *self,
                                      double                  column,
                                      const char             *label);

G_END_DECLS
