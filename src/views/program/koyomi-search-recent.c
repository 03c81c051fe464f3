#include "koyomi-search-recent.h"

#include <string.h>

#define SETTING "search-recent"
#define COMMAND_PREFIX "command "
#define MAX_RECENT 8

/* A line is "command NAME" or "TABLE ID".
 * Returns: (nullable): NULL for what another version wrote */
static KoyomiSearchRecent *
parse_line (const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 2);
  const KoyomiTable *table;
  KoyomiSearchRecent *recent;
  gint64 id = 0;

  if (g_strv_length (words) != 2)
    return NULL;

  table = koyomi_dictionary_find_table (words[0]);
  if (!g_str_has_prefix (line, COMMAND_PREFIX) &&
      (table == NULL || !g_ascii_string_to_signed (words[1], 10, G_MININT64, G_MAXINT64, &id, NULL)))
    return NULL;

  recent = g_new0 (KoyomiSearchRecent, 1);
  if (g_str_has_prefix (line, COMMAND_PREFIX))
    recent->command = g_strdup (words[1]);
  else
    {
      recent->table = koyomi_table_get_id (table);
      recent->id = id;
    }

  return recent;
}

static GStrv
read_lines (KoyomiSession *session)
{
  g_autofree char *setting = koyomi_session_get_setting (session, SETTING);

  return g_strsplit (setting != NULL ? setting : "", "\n", -1);
}

/* Returns: (transfer full) (element-type KoyomiSearchRecent): the last one first; the rows may be there no more */
GPtrArray *
koyomi_search_recent_list (KoyomiSession *session)
{
  g_auto(GStrv) lines = read_lines (session);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_search_recent_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      KoyomiSearchRecent *recent = parse_line (lines[i]);

      if (recent != NULL)
        g_ptr_array_add (list, recent);
    }

  return list;
}

/* A plan that can only be read forgets it. */
static void
add_line (KoyomiSession *session,
          const char    *line)
{
  g_auto(GStrv) lines = read_lines (session);
  GString *setting = g_string_new (line);
  guint n_lines = 1;

  for (guint i = 0; lines[i] != NULL && n_lines < MAX_RECENT; i++)
    if (*lines[i] != '\0' && strcmp (lines[i], line) != 0)
      {
        g_string_append_printf (setting, "\n%s", lines[i]);
        n_lines++;
      }

  if (!koyomi_session_is_read_only (session))
    koyomi_session_set_setting (session, SETTING, setting->str, NULL);
  g_string_free (setting, TRUE);
}

void
koyomi_search_recent_add_row (KoyomiSession *session,
                              KoyomiTableId  table,
                              gint64         id)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT, koyomi_dictionary_get_table (table)->name, id);

  add_line (session, line);
}

/* @command: by koyomi_search_command_dup_name() */
void
koyomi_search_recent_add_command (KoyomiSession *session,
                                  const char    *command)
{
  g_autofree char *line = g_strconcat (COMMAND_PREFIX, command, NULL);

  add_line (session, line);
}

void
koyomi_search_recent_free (KoyomiSearchRecent *self)
{
  g_free (self->command);
  g_free (self);
}
