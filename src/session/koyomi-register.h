#pragma once

#include "koyomi-deadlines.h"

G_BEGIN_DECLS

/* How many days ahead a row of a register is to be looked at. */
#define KOYOMI_REGISTER_SOON_DAYS 30

/* In the order of how much they want somebody. */
typedef enum
{
  KOYOMI_REGISTER_STATE_LATE,
  KOYOMI_REGISTER_STATE_SOON,
  KOYOMI_REGISTER_STATE_IN_ORDER,
  KOYOMI_REGISTER_STATE_ENDED,     /* the risk is closed; the contract or the exception has run out */
} KoyomiRegisterState;

/* A risk, contract, obligation, policy or exception, with the first day on which something is to be done about it. What was accepted at a
 * breach of the matrix or in the readiness check is an exception, too: it is told as one, and taken back where it was accepted. */
typedef struct
{
  KoyomiRecord        *record;
  KoyomiTableId        origin;     /* the table of the record, or that of what was accepted elsewhere and is no row of its own */
  KoyomiRegisterState  state;
  guint32              day;        /* KOYOMI_DAY_NONE where nothing is dated */
  KoyomiDeadlineKind   kind;       /* what the day is for, where there is one */
} KoyomiRegisterRow;

void        koyomi_register_row_free        (KoyomiRegisterRow    *self);
const char *koyomi_register_state_get_label (KoyomiRegisterState   self,
                                             KoyomiLanguage        language);
GPtrArray  *koyomi_session_load_register    (KoyomiSession        *session,
                                             KoyomiTableId         table,
                                             guint32               today,
                                             KoyomiLanguage        language,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *koyomi_session_index_references (KoyomiSession        *session,
                                             KoyomiTableId         table,
                                             KoyomiLanguage        language,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRegisterRow, koyomi_register_row_free)

G_END_DECLS
