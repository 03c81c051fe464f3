#include "koyomi-csv.h"

#include <string.h>

/* Returns: whether @text is a number such as -12.5, and nothing else */
static gboolean
is_negative_number (const char *text)
{
  const char *p = text + 1;
  gboolean digits = FALSE;

  if (*text != '-')
    return FALSE;

  for (; g_ascii_isdigit (*p); p++)
    digits = TRUE;
  if (*p == '.' && digits)
    for (p++; g_ascii_isdigit (*p); p++)
      ;

  return digits && *p == '\0';
}

/* The full-width forms count: an Excel with a Japanese keyboard takes them for the same. */
static gboolean
needs_escape (const char *text)
{
  static const char * const starts[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  text += strspn (text, "'");

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return !is_negative_number (text);

  return FALSE;
}

void
koyomi_csv_begin (GString *csv)
{
  g_string_append (csv, "\xef\xbb\xbf");
}

/* @text: clean as of koyomi_text_clean(); NULL is an empty cell */
void
koyomi_csv_append_cell (GString    *csv,
                        guint       column,
                        const char *text)
{
  gboolean quoted = text != NULL && strpbrk (text, "\",;\t\r\n") != NULL;

  if (column > 0)
    g_string_append_c (csv, ',');
  if (text == NULL)
    return;

  if (quoted)
    g_string_append_c (csv, '"');
  if (needs_escape (text))
    g_string_append_c (csv, '\'');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }

  if (quoted)
    g_string_append_c (csv, '"');
}

void
koyomi_csv_end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}

/* Returns: @text, or what follows its first apostrophe when koyomi_csv_append_cell() put that there */
const char *
koyomi_csv_unescape (const char *text)
{
  return *text == '\'' && needs_escape (text + 1) ? text + 1 : text;
}
