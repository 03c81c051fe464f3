#include "koyomi-letters.h"

#include "koyomi-model-error.h"
#include "koyomi-text.h"

#include <string.h>

/* As many as a set has bits. */
#define MAX_LETTERS 64

typedef struct
{
  gunichar  character;
  char     *text;
  char     *name;      /* NULL of a common letter, whose name is translated where it is shown */
  char     *meaning;
} Letter;

struct _KoyomiAlphabet
{
  GArray *letters;   /* (element-type Letter) */
};

static const struct
{
  gunichar    character;
  const char *name;
  const char *meaning;
} common[KOYOMI_N_COMMON_LETTERS] = {
  { 'R', N_("Responsible"), N_("Does the work") },
  { 'A', N_("Accountable"), N_("Answers for the result; one team a function") },
  { 'C', N_("Consulted"), N_("Is asked before a decision") },
  { 'I', N_("Informed"), N_("Is told about the result") },
  { 'S', N_("In support"), N_("Helps whoever does the work") },
};

static void
clear_letter (Letter *letter)
{
  g_free (letter->text);
  g_free (letter->name);
  g_free (letter->meaning);
}

/* Returns: the letter's place, or -1 */
static int
find_letter (const KoyomiAlphabet *self,
             gunichar              character)
{
  for (guint i = 0; i < self->letters->len; i++)
    if (g_array_index (self->letters, Letter, i).character == character)
      return i;

  return -1;
}

static void
add_letter (KoyomiAlphabet *self,
            gunichar        character,
            const char     *name,
            const char     *meaning)
{
  Letter letter = { .character = character, .name = g_strdup (name), .meaning = g_strdup (meaning) };
  char text[7] = { 0 };

  g_unichar_to_utf8 (character, text);
  letter.text = g_strdup (text);
  g_array_append_val (self->letters, letter);
}

/**
 * koyomi_alphabet_new:
 * @own: (nullable) (element-type KoyomiRecord): the rows of the table of letters in their order. One that is a common letter, is there
 *   twice or is no single character is passed over.
 */
KoyomiAlphabet *
koyomi_alphabet_new (GPtrArray *own)
{
  KoyomiAlphabet *self = g_new0 (KoyomiAlphabet, 1);

  self->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  g_array_set_clear_func (self->letters, (GDestroyNotify) clear_letter);

  for (guint i = 0; i < KOYOMI_N_COMMON_LETTERS; i++)
    add_letter (self, common[i].character, NULL, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (own, i);
      const char *letter = koyomi_record_get_text (record, KOYOMI_LETTER_LETTER);

      if (koyomi_alphabet_check_new (self, letter, NULL))
        add_letter (self, g_utf8_get_char (letter), koyomi_record_get_text (record, KOYOMI_LETTER_NAME),
                    koyomi_record_get_text (record, KOYOMI_LETTER_MEANING));
    }

  return self;
}

void
koyomi_alphabet_free (KoyomiAlphabet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->letters);
  g_free (self);
}

guint
koyomi_alphabet_get_n_letters (const KoyomiAlphabet *self)
{
  return self->letters->len;
}

const char *
koyomi_alphabet_get_letter (const KoyomiAlphabet *self,
                            guint                 index)
{
  g_return_val_if_fail (index < self->letters->len, NULL);

  return g_array_index (self->letters, Letter, index).text;
}

/* What the letter stands for, such as “Responsible”; "" of one that is in the plan but not among its letters. */
const char *
koyomi_alphabet_get_name (const KoyomiAlphabet *self,
                          guint                 index,
                          KoyomiLanguage        language)
{
  g_return_val_if_fail (index < self->letters->len, NULL);

  return index < KOYOMI_N_COMMON_LETTERS ? koyomi_tr (language, common[index].name) : g_array_index (self->letters, Letter, index).name;
}

/* What a team with that letter does, in a few words. */
const char *
koyomi_alphabet_get_meaning (const KoyomiAlphabet *self,
                             guint                 index,
                             KoyomiLanguage        language)
{
  g_return_val_if_fail (index < self->letters->len, NULL);

  return index < KOYOMI_N_COMMON_LETTERS ? koyomi_tr (language, common[index].meaning)
                                         : g_array_index (self->letters, Letter, index).meaning;
}

/* A set can be written with something between its letters, and a dash can stand where there are none. */
static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || (c < 0x80 && strchr (",;/+&|-.", (char) c) != NULL) ||
         c == 0x3001 || c == 0x30fb || c == 0x00b7 || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0xff65;
}

/* Small letters and wide ones mean the same, unless the plan has them as letters of their own. */
static int
match_letter (const KoyomiAlphabet *self,
              gunichar              c)
{
  int found = find_letter (self, c);

  if (found < 0 && c >= 0xff01 && c <= 0xff5e)
    found = find_letter (self, c -= 0xff01 - '!');

  return found >= 0 ? found : find_letter (self, g_unichar_toupper (c));
}

/**
 * koyomi_alphabet_parse:
 * @text: such as "RA", "r, a", "Ｒ・Ａ"; "" and "-" are no letters
 * @letters: (out): untouched on error
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_SYNTAX, which names the letter, when one is none of this plan's
 */
gboolean
koyomi_alphabet_parse (const KoyomiAlphabet  *self,
                       const char            *text,
                       KoyomiLetters         *letters,
                       GError               **error)
{
  KoyomiLetters found = KOYOMI_LETTERS_NONE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int index = match_letter (self, g_utf8_get_char (c));

      if (index < 0 && !is_separator (g_utf8_get_char (c)))
        {
          g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%.*s” is no letter of this plan",
                       (int) (g_utf8_next_char (c) - c), c);
          return FALSE;
        }

      if (index >= 0)
        found |= G_GUINT64_CONSTANT (1) << index;
    }

  *letters = found;

  return TRUE;
}

/* What an assignment of the plan says. A letter that was once the organisation's own, or came from elsewhere, is made known, so that
 * nothing is lost when the cell is written again. */
KoyomiLetters
koyomi_alphabet_read (KoyomiAlphabet *self,
                      const char     *text)
{
  KoyomiLetters found = KOYOMI_LETTERS_NONE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int index = match_letter (self, g_utf8_get_char (c));

      if (index < 0 && !is_separator (g_utf8_get_char (c)) && self->letters->len < MAX_LETTERS)
        {
          index = self->letters->len;
          add_letter (self, g_utf8_get_char (c), "", "");
        }

      if (index >= 0)
        found |= G_GUINT64_CONSTANT (1) << index;
    }

  return found;
}

/* Returns: (transfer full): the letters in their order, such as "RA" */
char *
koyomi_alphabet_format (const KoyomiAlphabet *self,
                        KoyomiLetters         letters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->letters->len; i++)
    if (letters & G_GUINT64_CONSTANT (1) << i)
      g_string_append (text, g_array_index (self->letters, Letter, i).text);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the names behind the letters, such as “Responsible, Accountable”; "" when there are none */
char *
koyomi_alphabet_describe (const KoyomiAlphabet *self,
                          KoyomiLetters         letters,
                          KoyomiLanguage        language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->letters->len; i++)
    {
      const char *name = koyomi_alphabet_get_name (self, i, language);

      if (!(letters & G_GUINT64_CONSTANT (1) << i))
        continue;

      if (text->len > 0)
        g_string_append (text, language == KOYOMI_LANGUAGE_JA ? "、" : ", ");
      g_string_append (text, *name != '\0' ? name : g_array_index (self->letters, Letter, i).text);
    }

  return g_string_free (text, FALSE);
}

/**
 * koyomi_alphabet_type:
 * @before: what a cell holds
 * @key: what was typed in it
 * @after: (out): what it then holds: a letter that it has goes, one that it lacks comes in
 *
 * Returns: FALSE when the key is no letter of the plan
 */
gboolean
koyomi_alphabet_type (const KoyomiAlphabet *self,
                      KoyomiLetters         before,
                      gunichar              key,
                      KoyomiLetters        *after)
{
  int index = match_letter (self, key);

  if (index < 0)
    return FALSE;

  *after = before ^ G_GUINT64_CONSTANT (1) << index;

  return TRUE;
}

/* Whether @letter can be added: one visible character that is not among the letters yet and not one that can stand between them. */
gboolean
koyomi_alphabet_check_new (const KoyomiAlphabet  *self,
                           const char            *letter,
                           GError               **error)
{
  const char *fault = NULL;

  if (g_utf8_strlen (letter, -1) != 1 || !g_unichar_isgraph (g_utf8_get_char (letter)) || is_separator (g_utf8_get_char (letter)))
    fault = "is not one letter";
  else if (match_letter (self, g_utf8_get_char (letter)) >= 0)
    fault = "is a letter of this plan already";
  else if (self->letters->len == MAX_LETTERS)
    fault = "would be one letter too many";

  if (fault == NULL)
    return TRUE;

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID, "“%s” %s", letter, fault);

  return FALSE;
}

/* Those of R A C I S that the text of an assignment holds, for whoever does not ask about others. */
KoyomiLetters
koyomi_letters_read_common (const char *text)
{
  KoyomiLetters found = KOYOMI_LETTERS_NONE;

  for (guint i = 0; i < KOYOMI_N_COMMON_LETTERS; i++)
    if (strchr (text, (int) common[i].character) != NULL)
      found |= G_GUINT64_CONSTANT (1) << i;

  return found;
}
