#include "koyomi-search-query-private.h"

#include "koyomi-text-fold.h"

#include <string.h>

typedef enum
{
  LETTER_NONE,
  LETTER_DIGIT,
  LETTER_KANA,
  LETTER_HAN,
  LETTER_OTHER,
} LetterKind;

KoyomiSearchQuery *
_koyomi_search_query_new (const char *text)
{
  KoyomiSearchQuery *self = g_new0 (KoyomiSearchQuery, 1);
  g_autofree char *folded = koyomi_text_fold (text);
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  self->words = g_strv_builder_end (words);
  self->whole = g_strjoinv (" ", self->words);

  return self;
}

void
_koyomi_search_query_free (KoyomiSearchQuery *self)
{
  g_strfreev (self->words);
  g_free (self->whole);
  g_free (self);
}

static LetterKind
get_kind (gunichar c)
{
  if (g_unichar_isdigit (c))
    return LETTER_DIGIT;
  if (!g_unichar_isalnum (c))
    return LETTER_NONE;

  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
      return LETTER_HAN;
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_COMMON:   /* ー */
      return LETTER_KANA;
    default:
      return LETTER_OTHER;
    }
}

/* Japanese writes words without blanks; they begin where the script changes, if not inside. */
static gboolean
is_word_start (const char *text,
               const char *place)
{
  const char *before = g_utf8_find_prev_char (text, place);
  LetterKind kind = before != NULL ? get_kind (g_utf8_get_char (before)) : LETTER_NONE;

  return kind == LETTER_NONE || kind != get_kind (g_utf8_get_char (place));
}

static KoyomiSearchRank
match_word (const KoyomiSearchText *text,
            const char             *word)
{
  KoyomiSearchRank best = KOYOMI_SEARCH_RANK_NONE;

  for (const char *p = text->text; (p = strstr (p, word)) != NULL; p++)
    {
      if ((guint32) (p - text->text) >= text->notes)
        return MIN (best, KOYOMI_SEARCH_RANK_NOTE);
      if (is_word_start (text->text, p))
        return KOYOMI_SEARCH_RANK_WORD;
      best = KOYOMI_SEARCH_RANK_INSIDE;
    }

  return best;
}

/* Of the numbers each has a line. */
static KoyomiSearchRank
match_number (const KoyomiSearchText *text,
              const char             *whole)
{
  gsize length = strlen (whole);
  KoyomiSearchRank rank = KOYOMI_SEARCH_RANK_NONE;

  for (const char *line = text->text; line < text->text + text->title; line = strchr (line, '\n') + 1)
    if (strncmp (line, whole, length) == 0)
      rank = MIN (rank, line[length] == '\n' ? KOYOMI_SEARCH_RANK_NUMBER : KOYOMI_SEARCH_RANK_START);

  return rank;
}

static KoyomiSearchRank
match_whole (const KoyomiSearchText *text,
             const char             *whole)
{
  gsize length = strlen (whole);

  if (strncmp (text->text + text->title, whole, length) == 0 || strncmp (text->text + text->other_title, whole, length) == 0)
    return KOYOMI_SEARCH_RANK_START;

  return match_number (text, whole);
}

/* The worst word counts, unless number or title begin with the whole. */
KoyomiSearchRank
_koyomi_search_query_match (const KoyomiSearchQuery *self,
                            const KoyomiSearchText  *text)
{
  KoyomiSearchRank rank = KOYOMI_SEARCH_RANK_NUMBER;

  if (self->words[0] == NULL)
    return KOYOMI_SEARCH_RANK_NONE;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      KoyomiSearchRank one = match_word (text, self->words[i]);

      if (one == KOYOMI_SEARCH_RANK_NONE)
        return KOYOMI_SEARCH_RANK_NONE;
      rank = MAX (rank, one);
    }

  return MIN (rank, match_whole (text, self->whole));
}
