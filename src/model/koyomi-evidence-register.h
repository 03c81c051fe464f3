#pragma once

#include "koyomi-evidence-check.h"
#include "koyomi-plan-facts.h"

G_BEGIN_DECLS

/* A piece of evidence, and all that it proves. */
typedef struct
{
  KoyomiRecord *evidence;
  GPtrArray    *proved;      /* (element-type KoyomiRecord): controls, runs, findings, incidents and whatever else */
  gboolean      is_fresh;    /* for all of the controls among them */
  const KoyomiEvidenceCheckItem *found;    /* (nullable): when its file was last read again */
} KoyomiEvidenceLine;

void       koyomi_evidence_line_free     (KoyomiEvidenceLine     *self);
GPtrArray *koyomi_evidence_register_make (const KoyomiPlanFacts  *facts) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_evidence_register_take_check (GPtrArray                 *lines,
                                                const KoyomiEvidenceCheck *check);

G_END_DECLS
