#include "koyomi-radar.h"

#include "koyomi-value-axis.h"

#include <math.h>

static void
clear_axis (KoyomiRadarAxis *self)
{
  g_free (self->code);
  g_free (self->name);
}

KoyomiRadar *
koyomi_radar_new (KoyomiLanguage language)
{
  KoyomiRadar *self = g_new0 (KoyomiRadar, 1);

  self->language = language;
  self->axes = g_array_new (FALSE, FALSE, sizeof (KoyomiRadarAxis));
  g_array_set_clear_func (self->axes, (GDestroyNotify) clear_axis);
  self->names[KOYOMI_SERIES_NOW] = g_strdup (koyomi_trc (language, "maturity", "Now"));
  self->names[KOYOMI_SERIES_GOAL] = g_strdup (koyomi_trc (language, "maturity", "Goal"));
  self->names[KOYOMI_SERIES_BEFORE] = g_strdup (koyomi_trc (language, "maturity", "A year ago"));

  return self;
}

void
koyomi_radar_free (KoyomiRadar *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < KOYOMI_N_SERIES; i++)
    g_free (self->names[i]);
  g_array_unref (self->axes);
  g_free (self);
}

/* Values are levels; NAN for none. */
void
koyomi_radar_add_axis (KoyomiRadar *self,
                       const char  *code,
                       const char  *name,
                       double       now,
                       double       goal,
                       double       before)
{
  KoyomiRadarAxis axis = { .code = g_strdup (code), .name = g_strdup (name) };

  axis.values[KOYOMI_SERIES_NOW] = now;
  axis.values[KOYOMI_SERIES_GOAL] = goal;
  axis.values[KOYOMI_SERIES_BEFORE] = before;
  g_array_append_val (self->axes, axis);
}

/* Whether there is anything to draw of it. */
gboolean
koyomi_radar_has_series (const KoyomiRadar *self,
                         KoyomiSeries       series)
{
  for (guint i = 0; i < self->axes->len; i++)
    if (!isnan (g_array_index (self->axes, KoyomiRadarAxis, i).values[series]))
      return TRUE;

  return FALSE;
}

static void
fill_row (KoyomiChartTable      *table,
          const KoyomiRadarAxis *axis)
{
  guint row = koyomi_chart_table_add_row (table);
  g_autofree char *name = *axis->code != '\0' ? g_strdup_printf ("%s %s", axis->code, axis->name) : g_strdup (axis->name);

  koyomi_chart_table_set (table, row, 0, name);
  for (guint series = 0; series < KOYOMI_N_SERIES; series++)
    {
      g_autofree char *value = koyomi_value_format (axis->values[series], 1, "");

      koyomi_chart_table_set (table, row, 1 + series, value);
    }
}

/* The same as a table. */
KoyomiChartTable *
koyomi_radar_create_table (const KoyomiRadar *self,
                           const char        *title)
{
  KoyomiChartTable *table = koyomi_chart_table_new (title);

  koyomi_chart_table_add_heading (table, "");
  for (guint series = 0; series < KOYOMI_N_SERIES; series++)
    koyomi_chart_table_add_heading (table, self->names[series]);
  for (guint i = 0; i < self->axes->len; i++)
    fill_row (table, &g_array_index (self->axes, KoyomiRadarAxis, i));

  return table;
}
