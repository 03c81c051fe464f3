#include "koyomi-sourcing.h"

/* The areas of the ISOG-J textbook and its patterns of organisations. Which of the two areas of specialists it counts as the third is
 * not settled, nor how far the third pattern goes; so the area of a function can be changed, and nothing but the recommendation
 * follows from it. */

typedef struct
{
  const char *summary;
  KoyomiArea  last_insourced;   /* areas up to this one */
} Pattern;

static const Pattern patterns[KOYOMI_N_SOURCING_PATTERNS] = {
  { N_("Only what cannot be handed out is done in-house."), KOYOMI_AREA_I },
  { N_("The lead stays in-house; specialists do the rest."), KOYOMI_AREA_II },
  { N_("Only pure specialist work is handed out."), KOYOMI_AREA_III },
  { N_("Everything is done in-house."), KOYOMI_AREA_IV },
};

const char *
koyomi_sourcing_pattern_get_label (KoyomiSourcingPattern self,
                                   KoyomiLanguage        language)
{
  g_return_val_if_fail (self < KOYOMI_N_SOURCING_PATTERNS, "");

  return koyomi_field_get_word_label (&koyomi_dictionary_get_table (KOYOMI_TABLE_PLAN)->fields[
                                        KOYOMI_FIELD_INDEX (KOYOMI_PLAN_SOURCING_PATTERN)], self + 1, language);
}

const char *
koyomi_sourcing_pattern_get_summary (KoyomiSourcingPattern self,
                                     KoyomiLanguage        language)
{
  g_return_val_if_fail (self < KOYOMI_N_SOURCING_PATTERNS, "");

  return koyomi_tr (language, patterns[self].summary);
}

/* Returns: 0 for a function without an area, for which nothing is recommended */
KoyomiSourcing
koyomi_sourcing_recommend (KoyomiSourcingPattern pattern,
                           KoyomiArea            area)
{
  g_return_val_if_fail (pattern < KOYOMI_N_SOURCING_PATTERNS, 0);

  if (area == KOYOMI_AREA_NONE)
    return 0;

  return area <= patterns[pattern].last_insourced ? KOYOMI_SOURCING_INSOURCE : KOYOMI_SOURCING_OUTSOURCE;
}

/* A company of the group is nobody outside. */
KoyomiSourcing
koyomi_sourcing_of_team (KoyomiTeamKind kind)
{
  return kind == KOYOMI_TEAM_KIND_OUTSOURCED ? KOYOMI_SOURCING_OUTSOURCE : KOYOMI_SOURCING_INSOURCE;
}

/* Whoever is recommended must be among those who do it. Where nothing is recommended or nobody does it there is nothing to compare:
 * that nobody does it is told elsewhere. */
gboolean
koyomi_sourcing_is_met (KoyomiSourcing recommended,
                        KoyomiSourcing actual)
{
  return recommended == 0 || actual == 0 || (recommended & actual) != 0;
}

const char *
koyomi_sourcing_get_label (KoyomiSourcing self,
                           KoyomiLanguage language)
{
  static const char * const labels[] = { N_("Nobody"), N_("In-house"), N_("Outsourced"), N_("In-house and outsourced") };

  g_return_val_if_fail (self < G_N_ELEMENTS (labels), "");

  return koyomi_tr (language, labels[self]);
}

/* What functions of the area have in common: which information they handle and how much skill they need. */
const char *
koyomi_area_get_summary (KoyomiArea     self,
                         KoyomiLanguage language)
{
  static const char * const summaries[] = {
    [KOYOMI_AREA_NONE] = N_("No area yet"),
    [KOYOMI_AREA_I] = N_("Information from inside, little specialised skill"),
    [KOYOMI_AREA_II] = N_("Information from outside, little specialised skill"),
    [KOYOMI_AREA_III] = N_("Information from inside, much specialised skill"),
    [KOYOMI_AREA_IV] = N_("Information from outside, much specialised skill"),
  };

  g_return_val_if_fail (self < G_N_ELEMENTS (summaries), "");

  return koyomi_tr (language, summaries[self]);
}
