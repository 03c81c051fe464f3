#pragma once

#include "koyomi-cric-table-private.h"

G_BEGIN_DECLS

/* A plan that a table of functions is compared with, and what becomes of it. All its texts are in the table's language. */
typedef struct
{
  KoyomiCricTable    *table;
  KoyomiSession      *session;
  KoyomiFiscalYear    year;
  KoyomiLanguage      own_language;
  KoyomiWorkCalendar *work_calendar;
  GPtrArray          *catalogues;     /* (element-type KoyomiRecord), the new ones among them; so too the others */
  GPtrArray          *groups;
  GPtrArray          *functions;
  GPtrArray          *duties;
  GPtrArray          *activities;
  GPtrArray          *teams;
  GPtrArray          *assignments;
  GHashTable         *used;           /* of functions and duties that a row of the file was found to be */
  GHashTable         *made;           /* record -> KoyomiImportStep, of what the plan does not have yet */
} KoyomiCricPlan;

void               _koyomi_cric_plan_set_text            (KoyomiCricPlan      *self,
                                                          KoyomiImportStep    *step,
                                                          KoyomiRecord        *record,
                                                          int                  field,
                                                          const char          *text,
                                                          const char          *other_text);
KoyomiImportStep  *_koyomi_cric_plan_insert              (KoyomiCricPlan      *self,
                                                          guint                row,
                                                          KoyomiRecord        *record,
                                                          GPtrArray           *records);
void               _koyomi_cric_plan_refer               (KoyomiCricPlan      *self,
                                                          KoyomiImportStep    *step,
                                                          KoyomiRecord        *record);
gint64             _koyomi_cric_plan_next_position       (GPtrArray           *records,
                                                          int                  field,
                                                          int                  reference,
                                                          gint64               target);
gboolean           _koyomi_cric_plan_compare_activities  (KoyomiCricPlan      *self,
                                                          KoyomiCricFunction  *function,
                                                          KoyomiRecord        *record,
                                                          GError             **error);
void               _koyomi_cric_plan_compare_teams       (KoyomiCricPlan      *self,
                                                          KoyomiCricFunction  *function,
                                                          KoyomiRecord        *record);

G_END_DECLS
