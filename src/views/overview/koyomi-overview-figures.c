#include "koyomi-overview-figures.h"

#include "koyomi-burn-up.h"
#include "koyomi-ninety-days.h"
#include "koyomi-ring-chart.h"

/* Of a quarter that has not begun nothing is due yet: what is planned stands for the whole. */
KoyomiFigure *
koyomi_overview_create_rings (const KoyomiOverview *overview,
                              KoyomiLanguage        language)
{
  KoyomiFigure *figure = koyomi_ring_chart_new (language, "");

  for (int i = 0; i < 4; i++)
    {
      const KoyomiOverviewQuarter *quarter = &overview->quarters[i];
      gboolean is_now = i + 1 == overview->quarter;
      g_autofree char *name = koyomi_fiscal_year_format_quarter (overview->year, i + 1, language);
      /* Translators: the present quarter, such as: Q2 · now */
      g_autofree char *shown = is_now ? g_strdup_printf (koyomi_trc (language, "quarter", "%s · now"), name) : g_strdup (name);

      koyomi_ring_chart_add (KOYOMI_RING_CHART (figure), shown, quarter->n_done, i + 1 <= overview->quarter ? quarter->n_due : quarter->n_runs,
                             is_now);
    }

  return figure;
}

static KoyomiAheadKind
get_kind (const KoyomiAheadItem *item)
{
  return item->table == KOYOMI_TABLE_OCCURRENCE ? KOYOMI_AHEAD_RUN :
         item->table == KOYOMI_TABLE_MEETING ? KOYOMI_AHEAD_MEETING : KOYOMI_AHEAD_REPORT;
}

KoyomiFigure *
koyomi_overview_create_ninety_days (const KoyomiOverview *overview,
                                    KoyomiLanguage        language)
{
  KoyomiFigure *figure = koyomi_ninety_days_new (language, "", overview->today, KOYOMI_OVERVIEW_DAYS_AHEAD);

  for (guint i = 0; i < overview->ahead->len; i++)
    {
      const KoyomiAheadItem *item = g_ptr_array_index (overview->ahead, i);

      koyomi_ninety_days_add (KOYOMI_NINETY_DAYS (figure), get_kind (item), item->title, item->first_day, item->last_day, item->state);
    }

  return figure;
}

KoyomiFigure *
koyomi_overview_create_burn_up (const KoyomiPlanProgress *progress,
                                KoyomiLanguage            language)
{
  return koyomi_burn_up_new (language, "", progress->first_day, progress->last_day, progress->status_day, progress->due, progress->done,
                             progress->baseline_due);
}
