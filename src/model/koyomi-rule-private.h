#pragma once

#include "koyomi-rule.h"

G_BEGIN_DECLS

/* What a breach is about: a waiver accepts those breaches of its rule that are about the same. */
typedef enum
{
  KOYOMI_SUBJECT_FUNCTION = 1 << 0,
  KOYOMI_SUBJECT_TEAM = 1 << 1,
  KOYOMI_SUBJECT_PERSON = 1 << 2,
  KOYOMI_SUBJECT_CONTRACT = 1 << 3,
  KOYOMI_SUBJECT_ACTIVITY = 1 << 4,
} KoyomiSubject;

/* The two ways in which a rule can be broken; most have one. */
typedef enum
{
  KOYOMI_SENTENCE_USUAL,
  KOYOMI_SENTENCE_OTHER,
} KoyomiSentence;

#define KOYOMI_N_SENTENCES 2

/* What stands in the place of {name} in a sentence. */
typedef struct
{
  const char *name;
  const char *value;   /* (nullable): "" */
} KoyomiPlaceholder;

KoyomiSubject  _koyomi_rule_get_subject      (KoyomiRule                self);
char          *_koyomi_rule_format_sentence  (KoyomiRule                self,
                                              KoyomiSentence            sentence,
                                              const KoyomiPlaceholder  *placeholders,
                                              guint                     n_placeholders,
                                              KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
