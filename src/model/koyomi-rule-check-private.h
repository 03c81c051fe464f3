#pragma once

#include "koyomi-assignment.h"
#include "koyomi-rule-check.h"
#include "koyomi-rule-private.h"

G_BEGIN_DECLS

/* A function, as the rules see it. */
typedef struct
{
  KoyomiRecord *function;
  KoyomiRecord *catalogue;
  gboolean      is_judged;
  guint         place;
  GPtrArray    *assignments;   /* (element-type KoyomiRecord): of any day, of teams that there are */
  GPtrArray    *today;         /* those that hold on the day */
} KoyomiJudged;

/* What a team has to do with on the day, of what is judged. */
typedef struct
{
  GPtrArray *functions;   /* (element-type KoyomiJudged): in their order */
  GPtrArray *in_charge;   /* those for which it has R or A */
} KoyomiTeamPart;

/* The facts while they are judged, and the breaches found so far. All but those is borrowed from the facts. */
typedef struct
{
  const KoyomiRuleFacts *facts;
  guint32                day;
  KoyomiLanguage         language;
  GPtrArray             *all;         /* (element-type KoyomiJudged): but the retired; in the order of catalogues, groups, functions */
  GPtrArray             *judged;      /* those that are judged */
  GHashTable            *by_id;       /* function id -> KoyomiJudged, of all */
  GHashTable            *teams;       /* id -> record */
  GHashTable            *people;
  GHashTable            *parts;       /* team id -> KoyomiTeamPart, of teams that have one */
  GHashTable            *catalogues;
  GHashTable            *groups;
  GPtrArray             *breaches;    /* (element-type KoyomiBreach) */
} KoyomiRuleCheck;

GHashTable    *_koyomi_rule_index_records         (GPtrArray                *records);
gboolean       _koyomi_assignment_has             (KoyomiRecord             *assignment,
                                                   const char               *letters);

KoyomiJudged  *_koyomi_rule_check_find_judged     (KoyomiRuleCheck          *self,
                                                   gint64                    function);
KoyomiRecord  *_koyomi_rule_check_find_team       (KoyomiRuleCheck          *self,
                                                   gint64                    team);
KoyomiRecord  *_koyomi_rule_check_find_person     (KoyomiRuleCheck          *self,
                                                   gint64                    person);
GPtrArray     *_koyomi_rule_check_list_teams      (KoyomiRuleCheck          *self,
                                                   KoyomiJudged             *judged,
                                                   const char               *letters);
KoyomiTeamPart *_koyomi_rule_check_find_part      (KoyomiRuleCheck          *self,
                                                   KoyomiRecord             *team);

char          *_koyomi_rule_check_name_function   (KoyomiJudged             *judged);
char          *_koyomi_rule_check_join_functions  (KoyomiRuleCheck          *self,
                                                   GPtrArray                *judged);
char          *_koyomi_rule_check_join_titles     (KoyomiRuleCheck          *self,
                                                   GPtrArray                *records);

KoyomiBreach  *_koyomi_rule_check_add             (KoyomiRuleCheck          *self,
                                                   KoyomiRule                rule,
                                                   GPtrArray                *judged,
                                                   KoyomiRecord             *team);
KoyomiBreach  *_koyomi_rule_check_add_one         (KoyomiRuleCheck          *self,
                                                   KoyomiRule                rule,
                                                   KoyomiJudged             *judged,
                                                   KoyomiRecord             *team);
void           _koyomi_rule_check_say             (KoyomiRuleCheck          *self,
                                                   KoyomiBreach             *breach,
                                                   KoyomiSentence            sentence,
                                                   const KoyomiPlaceholder  *placeholders,
                                                   guint                     n_placeholders);

/* The sentence of a breach, with the words that are filled in: SAY (check, breach, sentence, { "team", name }, …) */
#define SAY(check, breach, sentence, ...) \
  _koyomi_rule_check_say (check, breach, sentence, (const KoyomiPlaceholder[]) { __VA_ARGS__ }, \
                          G_N_ELEMENTS (((const KoyomiPlaceholder[]) { __VA_ARGS__ })))

/* Each looks for the breaches of some of the rules. */
void           _koyomi_rule_check_functions       (KoyomiRuleCheck          *self);
void           _koyomi_rule_check_people          (KoyomiRuleCheck          *self);
void           _koyomi_rule_check_teams           (KoyomiRuleCheck          *self);
void           _koyomi_rule_check_contracts       (KoyomiRuleCheck          *self);
void           _koyomi_rule_check_audits          (KoyomiRuleCheck          *self);
void           _koyomi_rule_check_plan            (KoyomiRuleCheck          *self);

G_END_DECLS
