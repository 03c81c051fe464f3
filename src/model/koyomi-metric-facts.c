#include "koyomi-metric-facts.h"

static void
clear_control (gpointer data)
{
  KoyomiControlFact *self = data;

  g_clear_pointer (&self->audited, g_array_unref);
}

/* Facts of an empty plan. */
KoyomiMetricFacts *
koyomi_metric_facts_new (void)
{
  KoyomiMetricFacts *self = g_new0 (KoyomiMetricFacts, 1);

  self->runs = g_array_new (FALSE, TRUE, sizeof (KoyomiRunFact));
  self->proven = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->incidents = g_array_new (FALSE, TRUE, sizeof (KoyomiIncidentFact));
  self->reports = g_array_new (FALSE, TRUE, sizeof (KoyomiReportFact));
  self->findings = g_array_new (FALSE, TRUE, sizeof (KoyomiFindingFact));
  self->audits = g_array_new (FALSE, TRUE, sizeof (KoyomiAuditFact));
  self->controls = g_array_new (FALSE, TRUE, sizeof (KoyomiControlFact));
  self->contracts = g_array_new (FALSE, TRUE, sizeof (KoyomiContractFact));
  g_array_set_clear_func (self->controls, clear_control);

  return self;
}

void
koyomi_metric_facts_free (KoyomiMetricFacts *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->runs);
  g_hash_table_unref (self->proven);
  g_array_unref (self->incidents);
  g_array_unref (self->reports);
  g_array_unref (self->findings);
  g_array_unref (self->audits);
  g_array_unref (self->controls);
  g_array_unref (self->contracts);
  g_free (self);
}

KoyomiMetricMoment *
koyomi_metric_moment_new (guint32 day)
{
  KoyomiMetricMoment *self = g_new0 (KoyomiMetricMoment, 1);

  self->day = day;
  self->functions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->planned = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->breaches = g_ptr_array_new_with_free_func (g_object_unref);
  self->maturity = g_array_new (FALSE, FALSE, sizeof (KoyomiMaturityFact));
  self->drill_coverage = g_array_new (FALSE, FALSE, sizeof (KoyomiShareFact));
  self->fresh = g_array_new (FALSE, FALSE, sizeof (KoyomiShareFact));

  return self;
}

void
koyomi_metric_moment_free (KoyomiMetricMoment *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->functions);
  g_array_unref (self->planned);
  g_ptr_array_unref (self->breaches);
  g_array_unref (self->maturity);
  g_array_unref (self->drill_coverage);
  g_array_unref (self->fresh);
  g_free (self);
}
