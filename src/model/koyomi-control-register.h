#pragma once

#include "koyomi-control.h"
#include "koyomi-plan-facts.h"

G_BEGIN_DECLS

/* What the line of a control lacks in the statement of applicability. */
typedef enum
{
  KOYOMI_CONTROL_GAP_REASON = 1 << 0,        /* why it is in or out */
  KOYOMI_CONTROL_GAP_STATUS = 1 << 1,        /* it applies, and nothing was begun */
  KOYOMI_CONTROL_GAP_FUNCTION = 1 << 2,      /* nobody is to fulfil it */
  KOYOMI_CONTROL_GAP_EVIDENCE = 1 << 3,
  KOYOMI_CONTROL_GAP_OLD_EVIDENCE = 1 << 4,
} KoyomiControlGap;

#define KOYOMI_N_CONTROL_GAPS 5

/* Evidence that shows that a control works: as such, or because it belongs to a run, a finding or an incident that has to do with the control. */
typedef struct
{
  KoyomiRecord *evidence;
  KoyomiRecord *proof;
  gboolean      is_fresh;
} KoyomiControlEvidence;

/* A clause or a control, and all that the plan has of it. */
typedef struct
{
  KoyomiRecord       *control;
  GPtrArray          *functions;      /* (element-type KoyomiRecord) */
  GPtrArray          *activities;     /* (element-type KoyomiRecord): those that name it */
  GArray             *evidence;       /* (element-type KoyomiControlEvidence): the newest first */
  KoyomiFreshness     freshness;
  KoyomiControlState  state;
  KoyomiControlGap    gaps;
  guint               n_findings;     /* that are not over */
  guint               n_exemptions;   /* that hold on the day */
  guint32             audited_day;    /* of the last audit that looked at it; KOYOMI_DAY_NONE for never */
} KoyomiControlLine;

void        koyomi_control_line_free         (KoyomiControlLine      *self);
GPtrArray  *koyomi_control_register_make     (const KoyomiPlanFacts  *facts) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_control_gap_get_sentence  (KoyomiControlGap        self,
                                              KoyomiLanguage          language);

G_END_DECLS
