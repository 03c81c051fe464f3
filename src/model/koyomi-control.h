#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* For so many days evidence shows that a control works, unless the control says otherwise: a year, and a month to collect the next. */
#define KOYOMI_EVIDENCE_FRESH_DAYS 395

typedef enum
{
  KOYOMI_FRESHNESS_NONE,    /* there is no evidence */
  KOYOMI_FRESHNESS_OLD,
  KOYOMI_FRESHNESS_FRESH,
} KoyomiFreshness;

/* What the heat map of controls shows. */
typedef enum
{
  KOYOMI_CONTROL_STATE_NOT_APPLICABLE,
  KOYOMI_CONTROL_STATE_NONE,      /* no evidence */
  KOYOMI_CONTROL_STATE_PARTLY,    /* the evidence is old, or the control not wholly in place */
  KOYOMI_CONTROL_STATE_GOOD,
} KoyomiControlState;

#define KOYOMI_N_CONTROL_STATES 4

guint32             koyomi_evidence_get_effective_day  (KoyomiRecord        *evidence);
gboolean            koyomi_evidence_is_fresh           (KoyomiRecord        *evidence,
                                                        guint                fresh_days,
                                                        guint32              day);

guint               koyomi_control_get_fresh_days      (KoyomiRecord        *control);
gboolean            koyomi_control_is_applicable       (KoyomiRecord        *control);
gboolean            koyomi_control_needs_evidence      (KoyomiRecord        *control);
KoyomiControlState  koyomi_control_judge               (KoyomiRecord        *control,
                                                        KoyomiFreshness      freshness);
const char         *koyomi_control_state_get_label     (KoyomiControlState   self,
                                                        KoyomiLanguage       language);
KoyomiRecord       *koyomi_control_find_by_clause      (GPtrArray           *controls,
                                                        GPtrArray           *function_controls,
                                                        gint64               function,
                                                        const char          *clause);

G_END_DECLS
