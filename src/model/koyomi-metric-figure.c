#include "koyomi-metric-figure.h"

#include <math.h>

/* To no data. */
void
koyomi_metric_figure_init (KoyomiMetricFigure *self)
{
  *self = (KoyomiMetricFigure) { .value = NAN, .numerator = NAN, .denominator = NAN };
}

void
koyomi_metric_figure_clear (KoyomiMetricFigure *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

/* “95.2 %”, “4.5 h”, “12”; "–" for no data. */
char *
koyomi_metric_format_value (double         value,
                            KoyomiUnit     unit,
                            KoyomiLanguage language)
{
  if (isnan (value))
    return g_strdup ("–");

  switch (unit)
    {
    case KOYOMI_UNIT_HOURS:
      return g_strdup_printf (koyomi_tr (language, N_("%.1f h")), value);
    case KOYOMI_UNIT_PERCENT:
      return g_strdup_printf ("%.1f %%", value);
    case KOYOMI_UNIT_DAYS:
      return g_strdup_printf (koyomi_tr (language, N_("%.1f d")), value);
    case KOYOMI_UNIT_POINTS:
      return g_strdup_printf ("%.2f", value);
    case KOYOMI_UNIT_COUNT:
    default:
      return g_strdup_printf ("%.0f", value);
    }
}
