#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What a management review has to look at (ISO/IEC 27001:2022, 9.3.2). */
typedef enum
{
  KOYOMI_REVIEW_ACTIONS,          /* a: what earlier reviews decided */
  KOYOMI_REVIEW_ISSUES,           /* b: changed issues, inside and outside */
  KOYOMI_REVIEW_NEEDS,            /* c: changed needs of interested parties */
  KOYOMI_REVIEW_FINDINGS,         /* d1: nonconformities and corrective actions */
  KOYOMI_REVIEW_MEASUREMENTS,     /* d2 */
  KOYOMI_REVIEW_AUDITS,           /* d3 */
  KOYOMI_REVIEW_OBJECTIVES,       /* d4 */
  KOYOMI_REVIEW_FEEDBACK,         /* e: from interested parties */
  KOYOMI_REVIEW_RISKS,            /* f: results of the risk assessment, state of the treatment */
  KOYOMI_REVIEW_IMPROVEMENTS,     /* g: chances to improve */
} KoyomiReviewTopic;

#define KOYOMI_N_REVIEW_TOPICS 10

/* A row of the plan that a topic is about. */
typedef struct
{
  KoyomiTableId  table;
  gint64         id;
  char          *text;    /* its number and name */
  char          *state;   /* how it stands; "" */
} KoyomiReviewRow;

typedef struct
{
  KoyomiReviewTopic  topic;
  GPtrArray         *rows;         /* (element-type KoyomiReviewRow) */
  KoyomiRecord      *statement;    /* (nullable): what was said of it last, a row of review_input */
  gboolean           is_settled;   /* there are rows, a text, or the word that there is nothing to report */
} KoyomiReviewInput;

void        koyomi_review_input_free         (KoyomiReviewInput  *self);
const char *koyomi_review_topic_get_code     (KoyomiReviewTopic   self);
const char *koyomi_review_topic_get_label    (KoyomiReviewTopic   self,
                                              KoyomiLanguage      language);

GPtrArray  *koyomi_session_load_review_inputs (KoyomiSession      *session,
                                               gint64              meeting,
                                               guint32             today,
                                               KoyomiLanguage      language,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_session_state_review_input (KoyomiSession      *session,
                                               gint64              meeting,
                                               KoyomiReviewTopic   topic,
                                               gboolean            is_empty,
                                               const char         *text,
                                               KoyomiLanguage      language,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiReviewInput, koyomi_review_input_free)

G_END_DECLS
