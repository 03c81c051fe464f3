#pragma once

#include "koyomi-activity-facts.h"
#include "koyomi-incident-part.h"
#include "koyomi-maturity.h"

G_BEGIN_DECLS

/* Who has which letters for a function, of all its assignments on the day together. */
typedef struct
{
  KoyomiRecord *team;
  char         *letters;
} KoyomiTeamLetters;

/* A piece of evidence, and what it proves of the function: the names of controls, runs, findings and incidents. */
typedef struct
{
  KoyomiRecord *evidence;
  char         *proves;
} KoyomiEvidenceUse;

/* All that the plan says of a function: in a fiscal year, and as of today. */
typedef struct
{
  KoyomiFiscalYear     year;
  guint32              today;
  KoyomiWorkCount      count;        /* of the runs of the year */
  GPtrArray           *activities;   /* (element-type KoyomiActivityFacts): those with runs in the year */
  GPtrArray           *teams;        /* (element-type KoyomiTeamLetters): in the order of the teams */
  KoyomiMaturityScore  score;
  GPtrArray           *incidents;    /* (element-type KoyomiIncidentPart): those that concern it, and those in which one of its duties was a task */
  GPtrArray           *findings;     /* (element-type KoyomiRecord): those that are not closed first, then the newest */
  guint                n_open;       /* of them those that are not closed */
  GPtrArray           *controls;     /* (element-type KoyomiRecord): in their order */
  GPtrArray           *evidence;     /* (element-type KoyomiEvidenceUse) */
} KoyomiFunctionFacts;

KoyomiFunctionFacts *koyomi_session_load_function_facts (KoyomiSession        *session,
                                                         gint64                function,
                                                         KoyomiFiscalYear      year,
                                                         KoyomiLanguage        language,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_function_facts_free         (KoyomiFunctionFacts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiFunctionFacts, koyomi_function_facts_free)

G_END_DECLS
