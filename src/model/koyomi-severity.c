#include "koyomi-severity.h"

#include "koyomi-reference.h"

static const int fields[KOYOMI_N_IMPACTS] = {
  [KOYOMI_IMPACT_BUSINESS] = KOYOMI_INCIDENT_IMPACT_BUSINESS,
  [KOYOMI_IMPACT_INFORMATION] = KOYOMI_INCIDENT_IMPACT_INFORMATION,
  [KOYOMI_IMPACT_SPREAD] = KOYOMI_INCIDENT_IMPACT_SPREAD,
  [KOYOMI_IMPACT_LEGAL] = KOYOMI_INCIDENT_IMPACT_LEGAL,
};

static const char * const criteria[KOYOMI_N_IMPACTS][KOYOMI_IMPACT_WORST + 1] = {
  [KOYOMI_IMPACT_BUSINESS] = {
    N_("None: work goes on as usual"),
    N_("Slight: a few people are held up, with a way around it"),
    N_("Part of the business is held up, or a service is slow"),
    N_("A key business or service stops"),
    N_("Business stops for long, or people’s safety is at risk"),
  },
  [KOYOMI_IMPACT_INFORMATION] = {
    N_("None: nothing was read, changed or lost"),
    N_("Internal information of little weight"),
    N_("Confidential information, or personal data of a few"),
    N_("Sensitive or personal data of many, or business secrets"),
    N_("Data on which the company or people’s lives depend"),
  },
  [KOYOMI_IMPACT_SPREAD] = {
    N_("None: an attempt that failed, or a false alarm"),
    N_("One device or account, under control"),
    N_("Several devices or accounts, spread can be stopped"),
    N_("Several sites or core systems, still spreading"),
    N_("The whole company or its partners, out of control"),
  },
  [KOYOMI_IMPACT_LEGAL] = {
    N_("None"),
    N_("A contract or an own rule is touched; nothing to report"),
    N_("A report to an authority or a client may be due"),
    N_("A report to an authority or to the people affected is due"),
    N_("Several reports, penalties or lawsuits, or disclosure to the market"),
  },
};

int
koyomi_impact_get_field (KoyomiImpact impact)
{
  g_return_val_if_fail (impact < KOYOMI_N_IMPACTS, 0);

  return fields[impact];
}

/* What a score means, in words. */
const char *
koyomi_impact_get_criterion (KoyomiImpact   impact,
                             int            score,
                             KoyomiLanguage language)
{
  g_return_val_if_fail (impact < KOYOMI_N_IMPACTS, "");
  g_return_val_if_fail (score >= 0 && score <= KOYOMI_IMPACT_WORST, "");

  return koyomi_tr (language, criteria[impact][score]);
}

/* @scores: (out): KOYOMI_N_IMPACTS of them */
void
koyomi_impact_read_scores (KoyomiRecord *incident,
                           int          *scores)
{
  for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
    scores[i] = koyomi_record_is_none (incident, fields[i]) ? KOYOMI_IMPACT_NONE : (int) koyomi_record_get_int (incident, fields[i]);
}

/**
 * koyomi_severity_suggest:
 * @severity: (out): by the worst score: 4 is S1, 0 is S5
 *
 * Returns: FALSE when there is no score yet
 */
gboolean
koyomi_severity_suggest (const int      *scores,
                         KoyomiSeverity *severity)
{
  int worst = KOYOMI_IMPACT_NONE;

  for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
    worst = MAX (worst, scores[i]);

  if (worst == KOYOMI_IMPACT_NONE)
    return FALSE;

  *severity = KOYOMI_SEVERITY_S5 - MIN (worst, KOYOMI_IMPACT_WORST);

  return TRUE;
}

/* “S2 Serious” */
const char *
koyomi_severity_get_label (KoyomiSeverity severity,
                           KoyomiLanguage language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return koyomi_field_get_word_label (&table->fields[KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_SEVERITY)], severity, language);
}

const char *
koyomi_severity_get_criteria (KoyomiSeverity severity,
                              KoyomiLanguage language)
{
  g_return_val_if_fail (severity < KOYOMI_N_SEVERITIES, "");

  return koyomi_reference_get_localized (koyomi_reference_get ("reference/severity_default"), severity, "criteria", language);
}
