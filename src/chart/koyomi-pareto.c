#include "koyomi-pareto.h"

static int
compare_causes (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const KoyomiCause *left = a;
  const KoyomiCause *right = b;

  return (left->count < right->count) - (left->count > right->count);
}

static void
fill_plot (KoyomiPlot        *plot,
           const char        *measure,
           const KoyomiCause *causes,
           guint              n_causes)
{
  guint counts = koyomi_plot_add_series (plot, measure, KOYOMI_PLOT_COLUMN, 0);
  guint shares = koyomi_plot_add_series (plot, koyomi_tr (koyomi_figure_get_language (KOYOMI_FIGURE (plot)), "Cumulative share"),
                                         KOYOMI_PLOT_SHARE, 1);
  double sum = 0, total = 0;

  for (guint i = 0; i < n_causes; i++)
    total += causes[i].count;
  for (guint i = 0; i < n_causes; i++)
    {
      sum += causes[i].count;
      koyomi_plot_set_value (plot, counts, i, causes[i].count);
      koyomi_plot_set_value (plot, shares, i, 100 * sum / total);
    }
}

/**
 * koyomi_pareto_new:
 * @measure: what is counted, such as “Incidents”
 *
 * Causes that were there as often keep their order.
 */
KoyomiFigure *
koyomi_pareto_new (KoyomiLanguage     language,
                   const char        *title,
                   const char        *measure,
                   const KoyomiCause *causes,
                   guint              n_causes)
{
  KoyomiFigure *figure = koyomi_plot_new (language, title, "", 0);
  g_autofree KoyomiCause *sorted = g_memdup2 (causes, n_causes * sizeof *causes);

  g_qsort_with_data (sorted, n_causes, sizeof *sorted, compare_causes, NULL);
  for (guint i = 0; i < n_causes; i++)
    koyomi_plot_add_column (KOYOMI_PLOT (figure), sorted[i].name, sorted[i].name);
  fill_plot (KOYOMI_PLOT (figure), measure, sorted, n_causes);

  return figure;
}
