#include "koyomi-incident-measure.h"

#include <math.h>

static const struct
{
  const char         *code;
  const char         *label;
  KoyomiIncidentTime  from;
  KoyomiIncidentTime  to;
} descriptions[KOYOMI_N_MEASURES] = {
  [KOYOMI_MEASURE_DETECT] = { "TTD", N_("Time to detect"), KOYOMI_INCIDENT_TIME_OCCURRED, KOYOMI_INCIDENT_TIME_DETECTED },
  [KOYOMI_MEASURE_ACKNOWLEDGE] = { "TTA", N_("Time to acknowledge"), KOYOMI_INCIDENT_TIME_DETECTED,
                                   KOYOMI_INCIDENT_TIME_ACKNOWLEDGED },
  [KOYOMI_MEASURE_CONTAIN] = { "TTC", N_("Time to contain"), KOYOMI_INCIDENT_TIME_DETECTED, KOYOMI_INCIDENT_TIME_CONTAINED },
  [KOYOMI_MEASURE_RECOVER] = { "TTR", N_("Time to recover"), KOYOMI_INCIDENT_TIME_DETECTED, KOYOMI_INCIDENT_TIME_RECOVERED },
};

/* TTD and so on, the same in all languages. */
const char *
koyomi_measure_get_code (KoyomiMeasure measure)
{
  g_return_val_if_fail (measure < KOYOMI_N_MEASURES, "");

  return descriptions[measure].code;
}

const char *
koyomi_measure_get_label (KoyomiMeasure  measure,
                          KoyomiLanguage language)
{
  g_return_val_if_fail (measure < KOYOMI_N_MEASURES, "");

  return koyomi_tr (language, descriptions[measure].label);
}

static gboolean
is_estimate (KoyomiCertainty certainty)
{
  return certainty == KOYOMI_CERTAINTY_ESTIMATED || certainty == KOYOMI_CERTAINTY_RANGE;
}

/**
 * koyomi_measure_take:
 * @length: (out): in milliseconds
 * @is_estimated: (out) (optional): whether one of the two times is
 *
 * A range counts with its middle. Of two ranges the later middle may belong to what came first: that takes no time.
 *
 * Returns: FALSE when one of the two times is not there
 */
gboolean
koyomi_measure_take (KoyomiMeasure              measure,
                     const KoyomiIncidentTimes *times,
                     gint64                    *length,
                     gboolean                  *is_estimated)
{
  KoyomiIncidentTime from = descriptions[measure].from;
  KoyomiIncidentTime to = descriptions[measure].to;

  if (times->at[from] == 0 || times->at[to] == 0)
    return FALSE;

  *length = MAX (times->at[to] - times->at[from], 0);
  if (is_estimated != NULL)
    *is_estimated = is_estimate (times->certainty[from]) || is_estimate (times->certainty[to]);

  return TRUE;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Of the incidents whose times are given; whoever calls leaves out those that do not count. */
void
koyomi_measure_summarize (KoyomiMeasure              measure,
                          const KoyomiIncidentTimes *times,
                          guint                      n_incidents,
                          KoyomiMeasureSummary      *summary)
{
  g_autofree gint64 *lengths = g_new (gint64, MAX (n_incidents, 1));
  double sum = 0.0;

  *summary = (KoyomiMeasureSummary) { .median = NAN, .mean = NAN };
  for (guint i = 0; i < n_incidents; i++)
    {
      gboolean is_estimated;

      if (!koyomi_measure_take (measure, &times[i], &lengths[summary->n], &is_estimated))
        continue;

      sum += lengths[summary->n++];
      summary->n_estimated += is_estimated;
    }

  summary->n_excluded = n_incidents - summary->n;
  if (summary->n == 0)
    return;

  qsort (lengths, summary->n, sizeof *lengths, compare_lengths);
  summary->mean = sum / summary->n;
  summary->median = (lengths[(summary->n - 1) / 2] + lengths[summary->n / 2]) / 2.0;
}

/* “42 min”, “6.5 h” or “3.1 d”; "–" without any. */
char *
koyomi_measure_format (double         length,
                       KoyomiLanguage language)
{
  double minutes = length / 60000.0;

  if (isnan (length))
    return g_strdup ("–");

  if (minutes < 90.0)
    return g_strdup_printf (koyomi_tr (language, N_("%.0f min")), minutes);
  if (minutes < 48.0 * 60.0)
    return g_strdup_printf (koyomi_tr (language, N_("%.1f h")), minutes / 60.0);

  return g_strdup_printf (koyomi_tr (language, N_("%.1f d")), minutes / 1440.0);
}
