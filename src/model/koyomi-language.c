#include "koyomi-language.h"

#include "koyomi-data.h"

#include <gio/gio.h>
#include <string.h>

/* Texts in the source are English; their Japanese stands in po/ja.po. The compiled catalogue is read from the program's own
 * resources and not through the C library, because a report is written in the language that was asked for, whatever the
 * language of the window is, from any thread, and on machines where no Japanese locale is installed. */

typedef struct
{
  GBytes     *bytes;
  const char *data;
  guint32     n_texts;
  guint32     texts;          /* offset of the table of originals, sorted */
  guint32     translations;   /* offset of the table of translations */
} Catalogue;

static guint32
read_word (const Catalogue *self,
           gsize            offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);

  return word;
}

static const Catalogue *
get_japanese (void)
{
  static gsize once;
  static Catalogue catalogue;

  if (g_once_init_enter (&once))
    {
      g_autoptr(GError) error = NULL;

      catalogue.bytes = g_resource_lookup_data (koyomi_data_get_resource (), "/koyomi/po/ja.mo",
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (catalogue.bytes == NULL)
        g_error ("%s", error->message);

      catalogue.data = g_bytes_get_data (catalogue.bytes, NULL);
      g_assert (read_word (&catalogue, 0) == 0x950412de);
      catalogue.n_texts = read_word (&catalogue, 8);
      catalogue.texts = read_word (&catalogue, 12);
      catalogue.translations = read_word (&catalogue, 16);

      g_once_init_leave (&once, 1);
    }

  return &catalogue;
}

static const char *
look_up (const Catalogue *self,
         const char      *key)
{
  guint32 low = 0;
  guint32 high = self->n_texts;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (key, self->data + read_word (self, self->texts + middle * 8 + 4));

      if (order == 0)
        return self->data + read_word (self, self->translations + middle * 8 + 4);
      else if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

const char *
koyomi_language_get_code (KoyomiLanguage language)
{
  return language == KOYOMI_LANGUAGE_JA ? "ja" : "en";
}

/* Returns: FALSE when @code is neither "ja" nor "en". */
gboolean
koyomi_language_from_code (const char     *code,
                           KoyomiLanguage *language)
{
  if (g_strcmp0 (code, "ja") == 0)
    *language = KOYOMI_LANGUAGE_JA;
  else if (g_strcmp0 (code, "en") == 0)
    *language = KOYOMI_LANGUAGE_EN;
  else
    return FALSE;

  return TRUE;
}

/* Japanese when the person's environment asks for it before any other language, else English. */
KoyomiLanguage
koyomi_language_from_locale (void)
{
  const char * const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "ja") ? KOYOMI_LANGUAGE_JA : KOYOMI_LANGUAGE_EN;
}

/* Returns: @text in @language; @text itself where no translation exists. Static. */
const char *
koyomi_tr (KoyomiLanguage  language,
           const char     *text)
{
  const char *translation = NULL;

  if (language == KOYOMI_LANGUAGE_JA && *text != '\0')
    translation = look_up (get_japanese (), text);

  return translation != NULL ? translation : text;
}

/* As koyomi_tr(), for a text that means different things in different places: @context says which. */
const char *
koyomi_trc (KoyomiLanguage  language,
            const char     *context,
            const char     *text)
{
  const char *translation = NULL;

  if (language == KOYOMI_LANGUAGE_JA)
    {
      g_autofree char *key = g_strconcat (context, "\004", text, NULL);

      translation = look_up (get_japanese (), key);
    }

  return translation != NULL ? translation : text;
}

/* As koyomi_tr(), for a text that depends on a number. Japanese has one form for all numbers. */
const char *
koyomi_ntr (KoyomiLanguage  language,
            const char     *one,
            const char     *many,
            guint64         n)
{
  const char *translation = NULL;

  if (language == KOYOMI_LANGUAGE_JA)
    translation = look_up (get_japanese (), one);

  return translation != NULL ? translation : n == 1 ? one : many;
}
