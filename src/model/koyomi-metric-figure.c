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

/* Returns: what a composite score is made of, or why there is none: “weighed from 5 parts” */
char *
koyomi_metric_figure_explain_score (const KoyomiMetricFigure *self,
                                    KoyomiLanguage            language)
{
  guint n_parts = self->n_samples + self->n_excluded;

  if (self->n_excluded > 0)
    /* Translators: why a composite score is not told; how many of its parts lack something, of how many */
    return g_strdup_printf (koyomi_tr (language, N_("not told: %1$u of %2$u parts out of date or without data")), self->n_excluded, n_parts);

  return g_strdup_printf (koyomi_ntr (language, "weighed from %u part", "weighed from %u parts", n_parts), n_parts);
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

/* How many a value of it has at most. */
guint
koyomi_unit_get_decimals (KoyomiUnit self)
{
  return self == KOYOMI_UNIT_COUNT ? 0 : self == KOYOMI_UNIT_POINTS ? 2 : 1;
}

/* What figures write behind a number; "" for nothing. */
const char *
koyomi_unit_get_sign (KoyomiUnit     self,
                      KoyomiLanguage language)
{
  switch (self)
    {
    case KOYOMI_UNIT_HOURS:
      return koyomi_trc (language, "unit of a value", "h");
    case KOYOMI_UNIT_DAYS:
      return koyomi_trc (language, "unit of a value", "d");
    case KOYOMI_UNIT_PERCENT:
      return "%";
    case KOYOMI_UNIT_COUNT:
    case KOYOMI_UNIT_POINTS:
    default:
      return "";
    }
}
