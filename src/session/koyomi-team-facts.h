#pragma once

#include "koyomi-activity-facts.h"
#include "koyomi-breach.h"
#include "koyomi-incident-part.h"
#include "koyomi-load.h"

G_BEGIN_DECLS

/* What a team does of a function, by all its assignments on the day together. */
typedef struct
{
  KoyomiRecord *function;
  KoyomiRecord *catalogue;
  char         *letters;
} KoyomiFunctionLetters;

/* All that the plan says of a team: in a fiscal year, and as of today. */
typedef struct
{
  KoyomiFiscalYear  year;
  guint32           today;
  GPtrArray        *functions;    /* (element-type KoyomiFunctionLetters): in the order of catalogues, groups and functions */
  GPtrArray        *people;       /* (element-type KoyomiRecord) */
  GPtrArray        *contracts;    /* (element-type KoyomiRecord): by their last day */
  KoyomiWorkCount   count;        /* of the runs that the team does in the year */
  GPtrArray        *activities;   /* (element-type KoyomiActivityFacts): of those runs */
  int               quarter;      /* of the year, from 1 to 4 */
  KoyomiLoadCell    load;         /* of that quarter */
  GPtrArray        *incidents;    /* (element-type KoyomiIncidentPart): those that it led, took part in, or had a task in */
  GPtrArray        *breaches;     /* (element-type KoyomiBreach): about the team or somebody in it, those that nobody has accepted */
} KoyomiTeamFacts;

KoyomiTeamFacts *koyomi_session_load_team_facts (KoyomiSession     *session,
                                                 gint64             team,
                                                 KoyomiFiscalYear   year,
                                                 KoyomiLanguage     language,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_team_facts_free         (KoyomiTeamFacts   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTeamFacts, koyomi_team_facts_free)

G_END_DECLS
