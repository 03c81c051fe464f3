#include "koyomi-computation-private.h"

/* The metrics of what can only be told of a day: the rules, the maturity, who took part in a drill, which values are up to date. */

static gboolean
breaks (const KoyomiMetricMoment *moment,
        KoyomiRule                rule,
        gint64                    function)
{
  for (guint i = 0; i < moment->breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (moment->breaches, i);

      if (breach->rule == rule && breach->function_id == function)
        return TRUE;
    }

  return FALSE;
}

/* Of the functions that the rules judge. That a lack was accepted does not fill it. */
void
_koyomi_tally_accountable (KoyomiTally *self,
                           int          argument)
{
  const KoyomiMetricMoment *moment = self->period->moment;

  for (guint i = 0; i < moment->functions->len; i++)
    {
      gint64 function = g_array_index (moment->functions, gint64, i);

      _koyomi_tally_add (self, KOYOMI_TABLE_FUNCTION, function, !breaks (moment, KOYOMI_RULE_NO_A, function), 1.0);
    }
}

/* Adds the row that one would open to mend the breach. */
static void
add_breach (KoyomiTally  *self,
            KoyomiBreach *breach)
{
  const struct
  {
    KoyomiTableId table;
    gint64        id;
  } rows[] = {
    { KOYOMI_TABLE_CONTRACT, breach->contract_id },
    { KOYOMI_TABLE_ACTIVITY, breach->activity_id },
    { KOYOMI_TABLE_FUNCTION, breach->rule == KOYOMI_RULE_TOO_MANY_A ? 0 : breach->function_id },
    { KOYOMI_TABLE_TEAM, breach->team_id },
    { KOYOMI_TABLE_PERSON, breach->person_id },
    { KOYOMI_TABLE_FUNCTION, breach->function_id },
  };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (rows) && rows[i].id == 0)
    i++;

  _koyomi_tally_add (self, rows[i].table, rows[i].id, TRUE, 1.0);
}

/* Those that nobody accepted. @argument: the rule, or %KOYOMI_N_RULES for all */
void
_koyomi_tally_breaches (KoyomiTally *self,
                        int          argument)
{
  const GPtrArray *breaches = self->period->moment->breaches;

  for (guint i = 0; i < breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (breaches, i);

      if (!breach->is_waived && (argument == KOYOMI_N_RULES || (int) breach->rule == argument))
        add_breach (self, breach);
    }
}

/* Means as the maturity page has them. Where nothing was assessed they would say nothing. */
void
_koyomi_tally_maturity (KoyomiTally *self,
                        int          argument)
{
  const GArray *maturity = self->period->moment->maturity;
  KoyomiMaturityMean mean = { 0 };

  for (guint i = 0; i < maturity->len; i++)
    koyomi_maturity_mean_add (&mean, &g_array_index (maturity, KoyomiMaturityFact, i).score);

  for (guint i = 0; i < maturity->len && koyomi_maturity_mean_is_known (&mean); i++)
    {
      const KoyomiMaturityFact *fact = &g_array_index (maturity, KoyomiMaturityFact, i);
      gboolean is_gap = argument == KOYOMI_COMPUTATION_MATURITY_GAP;

      if ((is_gap ? fact->score.to_be : fact->score.as_is) != KOYOMI_LEVEL_NOT_DONE)
        _koyomi_tally_add (self, KOYOMI_TABLE_FUNCTION, fact->function, TRUE, is_gap ? fact->score.gap : fact->score.as_is);
    }
  self->figure->n_excluded = mean.n_functions - self->n;
}

static void
add_shares (KoyomiTally   *self,
            KoyomiTableId  table,
            const GArray  *shares)
{
  for (guint i = 0; i < shares->len; i++)
    {
      const KoyomiShareFact *fact = &g_array_index (shares, KoyomiShareFact, i);

      _koyomi_tally_add (self, table, fact->id, fact->holds, 1.0);
    }
}

void
_koyomi_tally_coverage (KoyomiTally *self,
                        int          argument)
{
  add_shares (self, KOYOMI_TABLE_TEAM, self->period->moment->drill_coverage);
}

void
_koyomi_tally_fresh (KoyomiTally *self,
                     int          argument)
{
  add_shares (self, KOYOMI_TABLE_METRIC, self->period->moment->fresh);
}
