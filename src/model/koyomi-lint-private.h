#pragma once

#include "koyomi-control-register.h"
#include "koyomi-lint.h"

G_BEGIN_DECLS

/* What the rules look at. */
typedef struct
{
  const KoyomiPlanFacts *facts;
  guint32                day;
  KoyomiFiscalYear       year;
  GHashTable            *lines;   /* control id -> KoyomiControlLine */
} KoyomiLintWork;

/* Whether a row breaks a rule. */
typedef gboolean (*KoyomiLintFunc) (const KoyomiLintWork *work,
                                    KoyomiRecord         *record);

typedef struct
{
  const char     *rule;
  KoyomiTableId   table;
  KoyomiLintFunc  breaks;
} KoyomiLintCheck;

/* Each ends with a NULL rule. */
extern const KoyomiLintCheck _koyomi_lint_plan_checks[];
extern const KoyomiLintCheck _koyomi_lint_incident_checks[];
extern const KoyomiLintCheck _koyomi_lint_metric_checks[];
extern const KoyomiLintCheck _koyomi_lint_evidence_checks[];
extern const KoyomiLintCheck _koyomi_lint_audit_checks[];
extern const KoyomiLintCheck _koyomi_lint_finding_checks[];
extern const KoyomiLintCheck _koyomi_lint_register_checks[];
extern const KoyomiLintCheck _koyomi_lint_meeting_checks[];

gboolean  _koyomi_lint_lacks       (KoyomiRecord          *record,
                                    int                    text);
gboolean  _koyomi_lint_has_passed  (const KoyomiLintWork  *work,
                                    KoyomiRecord          *record,
                                    int                    day);
gboolean  _koyomi_lint_has_any     (const KoyomiLintWork  *work,
                                    int                    reference,
                                    KoyomiRecord          *record);
gboolean  _koyomi_lint_is_in_year  (const KoyomiLintWork  *work,
                                    KoyomiRecord          *record,
                                    int                    day);

G_END_DECLS
