#pragma once

#include "koyomi-plan-facts.h"

G_BEGIN_DECLS

/* Over how many fiscal years everything is to be audited once (ISO/IEC 27001, 9.2.2). */
#define KOYOMI_PROGRAMME_YEARS 3

/* What a fiscal year has of a clause or control. */
typedef enum
{
  KOYOMI_COVERAGE_NONE,
  KOYOMI_COVERAGE_LEFT_OUT,   /* it was to be looked at and was not */
  KOYOMI_COVERAGE_PLANNED,
  KOYOMI_COVERAGE_DONE,
} KoyomiCoverage;

typedef struct
{
  KoyomiRecord *audit;
  guint         n_items;
  guint         n_sampled;        /* items with a result */
  guint         n_left_out;
  guint         n_findings;
  guint         n_open;           /* of them those that are not over */
  gboolean      is_in_calendar;   /* an activity has it */
  char         *breach;           /* (nullable): why who audits is not independent */
} KoyomiProgrammeAudit;

typedef struct
{
  KoyomiRecord   *control;
  KoyomiCoverage  years[KOYOMI_PROGRAMME_YEARS];
  gint64          audits[KOYOMI_PROGRAMME_YEARS];   /* the audit that says so; 0 for none */
  gboolean        is_gap;                           /* it applies, and no year has it done or planned */
} KoyomiProgrammeLine;

typedef struct
{
  KoyomiFiscalYear  first_year;
  GPtrArray        *audits;   /* (element-type KoyomiProgrammeAudit): those of the years that were not cancelled, by day */
  GPtrArray        *lines;    /* (element-type KoyomiProgrammeLine): clauses, then controls */
  guint             n_gaps;
} KoyomiAuditProgramme;

KoyomiAuditProgramme *koyomi_audit_programme_make  (const KoyomiPlanFacts  *facts,
                                                    KoyomiFiscalYear        first_year) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_audit_programme_free  (KoyomiAuditProgramme   *self);
void                  koyomi_audit_programme_take_breaches (KoyomiAuditProgramme *self,
                                                            GHashTable             *breaches);
KoyomiSampling        koyomi_audit_item_get_sampling (KoyomiRecord         *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiAuditProgramme, koyomi_audit_programme_free)

G_END_DECLS
