#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* What a team has to do with a function, as a set of letters: R A C I S, and behind them those of the organisation's own, of which
 * KoyomiAlphabet knows which bit is whose. */
typedef guint64 KoyomiLetters;

#define KOYOMI_LETTERS_NONE G_GUINT64_CONSTANT (0)
#define KOYOMI_LETTERS_R    G_GUINT64_CONSTANT (1)
#define KOYOMI_LETTERS_A    G_GUINT64_CONSTANT (2)
#define KOYOMI_LETTERS_C    G_GUINT64_CONSTANT (4)
#define KOYOMI_LETTERS_I    G_GUINT64_CONSTANT (8)
#define KOYOMI_LETTERS_S    G_GUINT64_CONSTANT (16)

#define KOYOMI_N_COMMON_LETTERS 5

/* The letters that a plan knows, in the order in which they are written. */
typedef struct _KoyomiAlphabet KoyomiAlphabet;

KoyomiAlphabet *koyomi_alphabet_new           (GPtrArray             *own) G_GNUC_WARN_UNUSED_RESULT;
void            koyomi_alphabet_free          (KoyomiAlphabet        *self);

guint           koyomi_alphabet_get_n_letters (const KoyomiAlphabet  *self);
const char     *koyomi_alphabet_get_letter    (const KoyomiAlphabet  *self,
                                               guint                  index);
const char     *koyomi_alphabet_get_name      (const KoyomiAlphabet  *self,
                                               guint                  index,
                                               KoyomiLanguage         language);
const char     *koyomi_alphabet_get_meaning   (const KoyomiAlphabet  *self,
                                               guint                  index,
                                               KoyomiLanguage         language);

gboolean        koyomi_alphabet_parse         (const KoyomiAlphabet  *self,
                                               const char            *text,
                                               KoyomiLetters         *letters,
                                               GError               **error);
KoyomiLetters   koyomi_alphabet_read          (KoyomiAlphabet        *self,
                                               const char            *text);
char           *koyomi_alphabet_format        (const KoyomiAlphabet  *self,
                                               KoyomiLetters          letters) G_GNUC_WARN_UNUSED_RESULT;
char           *koyomi_alphabet_describe      (const KoyomiAlphabet  *self,
                                               KoyomiLetters          letters,
                                               KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
gboolean        koyomi_alphabet_type          (const KoyomiAlphabet  *self,
                                               KoyomiLetters          before,
                                               gunichar               key,
                                               KoyomiLetters         *after);
gboolean        koyomi_alphabet_check_new     (const KoyomiAlphabet  *self,
                                               const char            *letter,
                                               GError               **error);

KoyomiLetters   koyomi_letters_read_common    (const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiAlphabet, koyomi_alphabet_free)

G_END_DECLS
