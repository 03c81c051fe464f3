#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The two languages of the program, its catalogues and its reports. Stored and written as "ja" and "en". */
typedef enum
{
  KOYOMI_LANGUAGE_JA,
  KOYOMI_LANGUAGE_EN,
} KoyomiLanguage;

#define KOYOMI_N_LANGUAGES 2

/* Marks a text for translation where it stands; koyomi_tr() translates it where it is shown. */
#define N_(text) (text)

const char     *koyomi_language_get_code      (KoyomiLanguage   language);
gboolean        koyomi_language_from_code     (const char      *code,
                                               KoyomiLanguage  *language);
KoyomiLanguage  koyomi_language_from_locale   (void);

const char     *koyomi_tr                     (KoyomiLanguage   language,
                                               const char      *text) G_GNUC_FORMAT (2);
const char     *koyomi_trc                    (KoyomiLanguage   language,
                                               const char      *context,
                                               const char      *text) G_GNUC_FORMAT (3);
const char     *koyomi_ntr                    (KoyomiLanguage   language,
                                               const char      *one,
                                               const char      *many,
                                               guint64          n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
