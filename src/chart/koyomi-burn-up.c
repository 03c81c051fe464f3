#include "koyomi-burn-up.h"

#include "koyomi-day.h"
#include "koyomi-fiscal-year.h"

#define WEEK 7

/* The month's name stands where its first week begins. */
static void
add_weeks (KoyomiPlot     *plot,
           KoyomiLanguage  language,
           guint32         first_day,
           guint32         last_day)
{
  int before = 0;

  for (guint32 day = first_day; day <= last_day; day += WEEK)
    {
      g_autofree char *name = koyomi_day_format (MIN (day + WEEK - 1, last_day));
      g_autofree char *label = NULL;
      int year, month;

      koyomi_day_get (day, &year, &month, NULL);
      label = koyomi_fiscal_year_format_month ((KoyomiFiscalYear) { year, 1 }, month - 1, language);
      koyomi_plot_add_column (plot, month == before ? "" : label, name);
      before = month;
    }
}

static guint
count_until (const GArray *days,
             guint32       last)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, guint32, i) <= last;

  return n;
}

/* @until: from the day after on, there is nothing to tell */
static void
add_series (KoyomiPlot     *plot,
            const char     *name,
            KoyomiPlotKind  kind,
            guint           tone,
            const GArray   *days,
            guint32         first_day,
            guint32         last_day,
            guint32         until)
{
  guint series = koyomi_plot_add_series (plot, name, kind, tone);

  for (guint32 day = first_day, column = 0; day <= last_day && day <= until; day += WEEK, column++)
    koyomi_plot_set_value (plot, series, column, count_until (days, MIN (MIN (day + WEEK - 1, last_day), until)));
}

/**
 * koyomi_burn_up_new:
 * @due: (element-type guint32): the day on which each activity is due
 * @done: (element-type guint32): the day on which each that is done was done
 * @baseline: (element-type guint32) (nullable): the days on which they were due in what was approved
 */
KoyomiFigure *
koyomi_burn_up_new (KoyomiLanguage  language,
                    const char     *title,
                    guint32         first_day,
                    guint32         last_day,
                    guint32         today,
                    const GArray   *due,
                    const GArray   *done,
                    const GArray   *baseline)
{
  KoyomiFigure *figure = koyomi_plot_new (language, title, "", 0);
  KoyomiPlot *plot = KOYOMI_PLOT (figure);

  add_weeks (plot, language, first_day, last_day);
  if (today >= first_day)
    add_series (plot, koyomi_trc (language, "burn-up", "Done"), KOYOMI_PLOT_LINE, 0, done, first_day, last_day, today);
  add_series (plot, koyomi_trc (language, "burn-up", "Planned"), KOYOMI_PLOT_DASHED, 1, due, first_day, last_day, G_MAXUINT32);
  if (baseline != NULL)
    add_series (plot, koyomi_trc (language, "burn-up", "Baseline"), KOYOMI_PLOT_DASHED, 5, baseline, first_day, last_day, G_MAXUINT32);
  if (today >= first_day && today <= last_day)
    koyomi_plot_set_today (plot, (today - first_day + 1) / (double) WEEK, koyomi_tr (language, "Today"));

  return figure;
}
