#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* How a finding and its corrective action stand on a day. */
typedef enum
{
  KOYOMI_FINDING_STATE_OPEN,
  KOYOMI_FINDING_STATE_DOING,
  KOYOMI_FINDING_STATE_LATE,         /* the action is not done, though its day has passed */
  KOYOMI_FINDING_STATE_VERIFY,       /* it is done, its effect has to be checked */
  KOYOMI_FINDING_STATE_EFFECTIVE,
  KOYOMI_FINDING_STATE_INEFFECTIVE,
  KOYOMI_FINDING_STATE_CLOSED,       /* nobody had to check an effect */
} KoyomiFindingState;

#define KOYOMI_N_FINDING_STATES 7

/* What a finding lacks to be in a status. */
typedef enum
{
  KOYOMI_FINDING_NEED_OWNER,
  KOYOMI_FINDING_NEED_DUE_DAY,
  KOYOMI_FINDING_NEED_CAUSE,
  KOYOMI_FINDING_NEED_ACTION,
  KOYOMI_FINDING_NEED_DONE_DAY,
  KOYOMI_FINDING_NEED_VERIFIER,
  KOYOMI_FINDING_NEED_OTHER_VERIFIER,   /* the verifier is the owner */
  KOYOMI_FINDING_NEED_VERIFIED_DAY,
  KOYOMI_FINDING_NEED_VERDICT,
  KOYOMI_FINDING_NEED_EFFECT,           /* the action had none: only opening it again helps */
} KoyomiFindingNeed;

#define KOYOMI_N_FINDING_NEEDS 10

KoyomiFindingState  koyomi_finding_get_state          (KoyomiRecord         *self,
                                                       guint32               today);
guint               koyomi_finding_get_late_days      (KoyomiRecord         *self,
                                                       guint32               today);
char               *koyomi_finding_format_state       (KoyomiRecord         *self,
                                                       guint32               today,
                                                       KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
const char         *koyomi_finding_state_get_label    (KoyomiFindingState    self,
                                                       KoyomiLanguage        language);
gboolean            koyomi_finding_status_is_over     (KoyomiFindingStatus   status);
gboolean            koyomi_finding_is_over            (KoyomiRecord         *self);
gboolean            koyomi_finding_needs_cause        (KoyomiRecord         *self);

GArray             *koyomi_finding_list_needs         (KoyomiRecord         *self,
                                                       KoyomiFindingStatus   status) G_GNUC_WARN_UNUSED_RESULT;
const char         *koyomi_finding_need_get_sentence  (KoyomiFindingNeed     self,
                                                       KoyomiLanguage        language);
gboolean            koyomi_finding_is_self_verified   (KoyomiRecord         *self);

char               *koyomi_finding_number_format      (KoyomiFiscalYear      year,
                                                       guint                 number) G_GNUC_WARN_UNUSED_RESULT;
guint               koyomi_finding_number_parse       (const char           *text,
                                                       KoyomiFiscalYear      year);

G_END_DECLS
