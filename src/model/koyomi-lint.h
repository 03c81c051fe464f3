#pragma once

#include "koyomi-plan-facts.h"
#include "koyomi-rule.h"

G_BEGIN_DECLS

/* The code of the committee that is the management review. */
#define KOYOMI_REVIEW_COMMITTEE "MR"

/* The readiness check: what an auditor or a committee would stumble over. Its rules stand in data/reference/lint_rules.tsv; those of the matrix
 * are KoyomiRule. */
typedef struct
{
  const char         *id;
  const char         *area;       /* plan, incidents, metrics, evidence, audit, findings, risks, registers or meetings */
  KoyomiRuleSeverity  severity;
} KoyomiLintRule;

/* What a rule finds: one row of the plan, to go there. What the plan lacks as a whole is told of the row of the plan. */
#define KOYOMI_TYPE_LINT_RESULT (koyomi_lint_result_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLintResult, koyomi_lint_result, KOYOMI, LINT_RESULT, GObject)

struct _KoyomiLintResult
{
  GObject         parent_instance;

  KoyomiLintRule  rule;
  KoyomiRecord   *record;
  char           *subject;     /* the row by its number and name */
  gboolean        is_waived;   /* on the day that was asked for */
  KoyomiRecord   *waiver;      /* (nullable): what accepts it; of those that have ended the last */
};

guint       koyomi_lint_rule_count       (void);
void        koyomi_lint_rule_get         (guint                   index,
                                          KoyomiLintRule         *self);
const char *koyomi_lint_rule_get_name    (const KoyomiLintRule   *self,
                                          KoyomiLanguage          language);
const char *koyomi_lint_rule_get_advice  (const KoyomiLintRule   *self,
                                          KoyomiLanguage          language);

GPtrArray  *koyomi_lint_check            (const KoyomiPlanFacts  *facts) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_lint_result_is_meant_by (KoyomiLintResult     *self,
                                            KoyomiRecord           *waiver,
                                            guint32                 day);

G_END_DECLS
