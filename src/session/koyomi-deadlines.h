#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What a row of the registers is dated for. */
typedef enum
{
  KOYOMI_DEADLINE_FINDING,          /* the corrective action is due */
  KOYOMI_DEADLINE_EFFECT,           /* its effect is to be checked */
  KOYOMI_DEADLINE_AUDIT,            /* the audit begins */
  KOYOMI_DEADLINE_DECISION,
  KOYOMI_DEADLINE_OBJECTIVE,
  KOYOMI_DEADLINE_RISK_TREATMENT,
  KOYOMI_DEADLINE_RISK_REVIEW,
  KOYOMI_DEADLINE_POLICY_REVIEW,
  KOYOMI_DEADLINE_OBLIGATION_REVIEW,
  KOYOMI_DEADLINE_EXEMPTION_END,
  KOYOMI_DEADLINE_CONTRACT_NOTICE,
  KOYOMI_DEADLINE_CONTRACT_END,
  KOYOMI_DEADLINE_EVIDENCE_END,
} KoyomiDeadlineKind;

#define KOYOMI_N_DEADLINE_KINDS 13

typedef struct
{
  KoyomiDeadlineKind  kind;
  KoyomiTableId       table;
  gint64              id;
  char               *title;     /* with its number, where it has one */
  char               *owner;     /* ""; of a contract the partner */
  guint32             day;
  gboolean            is_late;   /* the day has passed */
} KoyomiDeadline;

void        koyomi_deadline_free            (KoyomiDeadline      *self);
const char *koyomi_deadline_kind_get_label  (KoyomiDeadlineKind   self,
                                             KoyomiLanguage       language);
GPtrArray  *koyomi_session_list_deadlines   (KoyomiSession       *session,
                                             guint32              first_day,
                                             guint32              last_day,
                                             guint32              today,
                                             KoyomiLanguage       language,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDeadline, koyomi_deadline_free)

G_END_DECLS
