#include "koyomi-saved-filters.h"

#include "koyomi-text.h"

/* One line each: the grouping's nick, the name, the filter, parted by tabs. */
#define KEY "calendar-filters"
#define N_PARTS 3

void
koyomi_saved_filter_free (KoyomiSavedFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->filter);
  g_free (self);
}

/* Returns: (nullable): NULL for a line that is none of ours */
static KoyomiSavedFilter *
read_line (const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, "\t", N_PARTS);
  KoyomiGrouping grouping;
  KoyomiSavedFilter *self;

  if (g_strv_length (parts) != N_PARTS || *parts[1] == '\0' || !koyomi_grouping_from_nick (parts[0], &grouping))
    return NULL;

  self = g_new0 (KoyomiSavedFilter, 1);
  self->name = g_strdup (parts[1]);
  self->filter = g_strdup (parts[2]);
  self->grouping = grouping;

  return self;
}

/* Returns: (transfer full) (element-type KoyomiSavedFilter): in the order in which they were first saved */
GPtrArray *
koyomi_session_list_saved_filters (KoyomiSession *session)
{
  GPtrArray *filters = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_saved_filter_free);
  g_autofree char *value = koyomi_session_get_setting (session, KEY);
  g_auto(GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      KoyomiSavedFilter *filter = read_line (lines[i]);

      if (filter != NULL)
        g_ptr_array_add (filters, filter);
    }

  return filters;
}

static gboolean
write_filters (KoyomiSession  *session,
               GPtrArray      *filters,
               GError        **error)
{
  g_autoptr(GString) value = g_string_new (NULL);

  for (guint i = 0; i < filters->len; i++)
    {
      KoyomiSavedFilter *filter = g_ptr_array_index (filters, i);

      g_string_append_printf (value, "%s\t%s\t%s\n", koyomi_grouping_get_nick (filter->grouping), filter->name, filter->filter);
    }

  return koyomi_session_set_setting (session, KEY, value->str, error);
}

static KoyomiSavedFilter *
find_filter (GPtrArray  *filters,
             const char *name)
{
  for (guint i = 0; i < filters->len; i++)
    {
      KoyomiSavedFilter *filter = g_ptr_array_index (filters, i);

      if (g_str_equal (filter->name, name))
        return filter;
    }

  return NULL;
}

/* One line of clean text; NULL with @error when it is none or empty. */
static char *
clean_name (const char  *name,
            GError     **error)
{
  g_autofree char *line = g_strdelimit (g_strdup (name), "\n\r\t", ' ');
  g_autofree char *clean = koyomi_text_clean (line, -1, NULL);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a saved filter needs a name");

  return NULL;
}

/**
 * koyomi_session_save_filter:
 * @name: how it is called; takes the place of the one that is called so, if there is one
 * @filter: as koyomi_calendar_filter_format() gives it
 */
gboolean
koyomi_session_save_filter (KoyomiSession   *session,
                            const char      *name,
                            const char      *filter,
                            KoyomiGrouping   grouping,
                            GError         **error)
{
  g_autoptr(GPtrArray) filters = koyomi_session_list_saved_filters (session);
  g_autofree char *clean = clean_name (name, error);
  KoyomiSavedFilter *saved;

  if (clean == NULL)
    return FALSE;

  if ((saved = find_filter (filters, clean)) == NULL)
    {
      saved = g_new0 (KoyomiSavedFilter, 1);
      saved->name = g_steal_pointer (&clean);
      g_ptr_array_add (filters, saved);
    }
  g_free (saved->filter);
  saved->filter = g_strdelimit (g_strdup (filter), "\n\r\t", ' ');
  saved->grouping = grouping;

  return write_filters (session, filters, error);
}

/* Forgets the filter; %KOYOMI_PLAN_ERROR_NOT_FOUND when none is called so. */
gboolean
koyomi_session_remove_saved_filter (KoyomiSession  *session,
                                    const char     *name,
                                    GError        **error)
{
  g_autoptr(GPtrArray) filters = koyomi_session_list_saved_filters (session);
  KoyomiSavedFilter *saved = find_filter (filters, name);

  if (saved == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no saved filter “%s”", name);
      return FALSE;
    }

  g_ptr_array_remove (filters, saved);

  return write_filters (session, filters, error);
}
