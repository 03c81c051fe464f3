#include "koyomi-cric-cell-private.h"

#include "koyomi-cric-reference-private.h"
#include "koyomi-import-key-private.h"

#include <string.h>

/* What people put before the items of a list, and a state before a title. */
static const char * const bullets[] = {
  "・", "•", "‣", "◦", "※", "○", "〇", "●", "◎", "△", "▲", "■", "□", "★", "☆", "→", "－", "×", "◆", "◇",
};

/* Marks that say that something is planned, and those that may also say that it is done, late or off. */
static const char clear_marks[] = "○ 〇 ◯ △ ◎ ☆ ★ □ ◇ ◆ x X ✓ ✔ レ → ⇒ ";
static const char unclear_marks[] = "● ▲ ■ × ✕ ";

static gboolean
is_one_of (const char *marks,
           const char *begin,
           gsize       length)
{
  const char *found = memmem (marks, strlen (marks), begin, length);

  return found != NULL && found[length] == ' ';
}

/**
 * _koyomi_cric_cell_is_mark:
 * @is_clear: (out): whether it says no more than that something happens
 *
 * Returns: whether the cell of a month holds marks and no words. A number counts as a mark that is not clear.
 */
gboolean
_koyomi_cric_cell_is_mark (const char *text,
                           gboolean   *is_clear)
{
  *is_clear = TRUE;

  if (*text != '\0' && strspn (text, "0123456789.") == strlen (text))
    {
      *is_clear = FALSE;
      return TRUE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = g_utf8_next_char (p) - p;

      if (g_unichar_isspace (g_utf8_get_char (p)) || is_one_of (clear_marks, p, length))
        continue;

      if (!is_one_of (unclear_marks, p, length))
        return FALSE;

      *is_clear = FALSE;
    }

  return *text != '\0';
}

/* A dash in a cell says that there is nothing. */
gboolean
_koyomi_cric_cell_is_none (const char *text)
{
  static const char dashes[] = "- – — ― － ー ‐ − n/a N/A なし ";

  return *text == '\0' || is_one_of (dashes, text, strlen (text));
}

static const char *
skip_bullet (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i]);

      if (strncmp (text, bullets[i], length) == 0 && text[length] != '\0')
        return text + length + strspn (text + length, " ");
    }

  if ((*text == '-' || *text == '*') && text[1] == ' ')
    return text + 2;

  return text;
}

/* In our own calendar a meeting has its day behind its name; where a run was moved away, and how many more there are, is no item. */
static char *
dup_item (const char *begin,
          gsize       length)
{
  static GRegex *dated, *none;
  g_autofree char *item = g_strstrip (g_strndup (begin, length));
  const char *text = skip_bullet (item);

  if (none == NULL)
    {
      dated = g_regex_new (" [0-9]{1,2}/[0-9]{1,2}$", 0, 0, NULL);
      none = g_regex_new ("^⇒ .*[0-9]+/[0-9]+|^[^ ]* ?(?:[0-9]+ more|(?:ほか|他) ?[0-9]+ ?件)$", 0, 0, NULL);
    }

  if (g_regex_match (none, item, 0, NULL))
    return g_strdup ("");
  else if (strstr (item, "◆") != NULL || strstr (item, "◇") != NULL)
    {
      g_autofree char *undated = g_regex_replace_literal (dated, text, -1, 0, "", 0, NULL);

      return g_strdup (skip_bullet (undated));
    }

  return g_strdup (text);
}

/* Ends of lines and bars always part items. Returns: (element-type utf8) */
static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n|");
      char *line = dup_item (text, length);

      if (*line != '\0' && !_koyomi_cric_cell_is_none (line))
        g_ptr_array_add (lines, line);
      else
        g_free (line);

      text += length;
      text += strspn (text, "\n|");
    }

  return lines;
}

/* The Japanese comma parts items unless it stands in brackets or within a known item. */
static void
split_commas (const char *line,
              GPtrArray  *items)
{
  const char *begin = line;
  guint depth = 0;

  for (const char *p = line; !_koyomi_cric_knows (line) && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == 0xff08)
        depth++;
      else if ((c == ')' || c == 0xff09) && depth > 0)
        depth--;
      else if (c == 0x3001 && depth == 0)
        {
          if (p > begin)
            g_ptr_array_add (items, dup_item (begin, p - begin));
          begin = g_utf8_next_char (p);
        }
    }

  if (*begin != '\0')
    g_ptr_array_add (items, dup_item (begin, strlen (begin)));
}

/* In Japanese a blank rarely belongs to a name, but for one before a bracket. */
static gboolean
may_be_several (const char *item)
{
  if (!_koyomi_import_is_japanese (item) || _koyomi_cric_knows (item))
    return FALSE;

  for (const char *p = item; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        gunichar next = g_utf8_get_char (g_utf8_next_char (p));

        if (next != '(' && next != 0xff08)
          return TRUE;
      }

  return FALSE;
}

/**
 * _koyomi_cric_cell_split:
 * @text: of the cell
 *
 * The items of a cell. The source table parts them with blanks, which also stand within names: the function's known items
 * decide. Otherwise line ends, bars and Japanese commas part items.
 *
 * Returns: (transfer full) (element-type utf8)
 */
GPtrArray *
_koyomi_cric_cell_split (KoyomiCricTable    *table,
                         KoyomiCricFunction *function,
                         guint               row,
                         guint               column,
                         const char         *text)
{
  g_autoptr(GPtrArray) lines = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  char **known = function->reference >= 0 ? _koyomi_cric_split (function->reference, text) : NULL;

  if (known != NULL)
    {
      for (guint i = 0; known[i] != NULL; i++)
        g_ptr_array_add (items, known[i]);
      g_free (known);
      return items;
    }

  lines = split_lines (text);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      known = function->reference >= 0 ? _koyomi_cric_split (function->reference, line) : NULL;
      for (guint j = 0; known != NULL && known[j] != NULL; j++)
        g_ptr_array_add (items, known[j]);

      if (known == NULL)
        split_commas (line, items);
      g_free (known);
    }

  if (lines->len == 1 && items->len == 1 && may_be_several (g_ptr_array_index (items, 0)))
    _koyomi_import_note (table->import, KOYOMI_NOTE_ITEM_WITH_BLANKS, row, column, g_ptr_array_index (items, 0), NULL, NULL);

  return items;
}

/* Returns: (transfer full): the items of a cell of tasks or skills, each on a line of its own */
char *
_koyomi_cric_cell_list_lines (const char *text)
{
  g_autoptr(GPtrArray) lines = split_lines (text);

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Adds the names of teams that the cell holds and @names does not. */
void
_koyomi_cric_cell_add_names (GPtrArray  *names,
                             const char *text)
{
  g_autoptr(GRegex) gap = g_regex_new ("[\n|、,，;；]+", 0, 0, NULL);
  g_auto(GStrv) parts = g_regex_split (gap, text, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = dup_item (parts[i], strlen (parts[i]));

      if (*name != '\0' && !_koyomi_cric_cell_is_none (name) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
}
