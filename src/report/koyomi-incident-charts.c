#include "koyomi-incident-charts.h"

#include "koyomi-day.h"
#include "koyomi-pareto.h"

/**
 * koyomi_incident_causes_create_figure:
 * @causes: (element-type KoyomiIncidentCause): the most frequent first, which the columns of the figure are
 * @title: "" for none
 */
KoyomiFigure *
koyomi_incident_causes_create_figure (GPtrArray      *causes,
                                      const char     *title,
                                      KoyomiLanguage  language)
{
  guint n = MIN (causes->len, KOYOMI_MOST_CAUSES);
  g_autofree KoyomiCause *counts = g_new0 (KoyomiCause, n);

  for (guint i = 0; i < n; i++)
    {
      const KoyomiIncidentCause *cause = g_ptr_array_index (causes, i);

      counts[i].name = koyomi_incident_cause_get_label (cause->class, language);
      counts[i].count = cause->cards->len;
    }

  return koyomi_pareto_new (language, title, koyomi_tr (language, N_("Incidents")), counts, n);
}

/* A severity that a month is without is left out; a month that was without any is told as 0 of each. */
static void
set_counts (KoyomiPlot *plot,
            guint       month,
            guint32     first_day,
            GPtrArray  *cards)
{
  guint counts[KOYOMI_N_SEVERITIES], total = 0;

  for (guint severity = 0; severity < KOYOMI_N_SEVERITIES; severity++)
    {
      g_autoptr(GPtrArray) counted = koyomi_incident_cards_list_severity (cards, severity, first_day, koyomi_day_add_months (first_day, 1) - 1);

      total += counts[severity] = counted->len;
    }
  for (guint severity = 0; severity < KOYOMI_N_SEVERITIES; severity++)
    if (counts[severity] > 0 || (total == 0 && first_day <= koyomi_day_today ()))
      koyomi_plot_set_value (plot, severity, month, counts[severity]);
}

/**
 * koyomi_incident_severities_create_figure:
 * @cards: (element-type KoyomiIncidentCard)
 * @title: "" for none
 *
 * The columns are the months of the year, the series the severities.
 */
KoyomiFigure *
koyomi_incident_severities_create_figure (GPtrArray        *cards,
                                          KoyomiFiscalYear  year,
                                          const char       *title,
                                          KoyomiLanguage    language)
{
  KoyomiFigure *figure = koyomi_plot_new (language, title, "", 0);
  KoyomiPlot *plot = KOYOMI_PLOT (figure);

  for (int month = 0; month < 12; month++)
    {
      g_autofree char *label = koyomi_fiscal_year_format_month (year, month, language);
      g_autofree char *name = koyomi_month_format (koyomi_fiscal_year_get_month_first (year, month), language);

      koyomi_plot_add_column (plot, label, name);
    }
  for (guint severity = 0; severity < KOYOMI_N_SEVERITIES; severity++)
    koyomi_plot_add_series (plot, koyomi_severity_get_label (severity, language), KOYOMI_PLOT_STACK, severity);
  for (int month = 0; month < 12; month++)
    set_counts (plot, month, koyomi_fiscal_year_get_month_first (year, month), cards);

  return figure;
}
