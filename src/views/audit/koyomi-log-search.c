#include "koyomi-log-search.h"

/* For so many microseconds the window may wait. */
#define CHUNK_TIME 8000

struct _KoyomiLogSearch
{
  KoyomiSession       *session;
  GPtrArray           *entries;
  GPtrArray           *found;
  KoyomiLogFilter      filter;
  char                *actor;
  char                *text;
  guint                position;
  guint                source;
  gboolean             was_shown;
  KoyomiLogSearchFunc  func;
  gpointer             data;
};

static gboolean
search_some (KoyomiLogSearch  *self,
             GError          **error)
{
  gint64 end = g_get_monotonic_time () + CHUNK_TIME;

  while (self->position < self->entries->len && g_get_monotonic_time () < end)
    {
      KoyomiEntry *entry = g_ptr_array_index (self->entries, self->position++);
      gboolean does_match;

      if (!koyomi_session_match_entry (self->session, &self->filter, entry, &does_match, error))
        return FALSE;
      if (does_match)
        g_ptr_array_add (self->found, entry);
    }

  return TRUE;
}

/* The first that are found are shown at once, the rest when all are there. */
static gboolean
search_cb (gpointer data)
{
  KoyomiLogSearch *self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_over = !search_some (self, &error) || self->position == self->entries->len;

  if (is_over)
    self->source = 0;
  if (is_over || (!self->was_shown && self->found->len > 0))
    {
      self->was_shown = TRUE;
      self->func (self->found, is_over, error, self->data);
    }

  return is_over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* @entries: (element-type KoyomiEntry): must not change meanwhile; @func: is not called after koyomi_log_search_cancel(), which it must not call */
KoyomiLogSearch *
koyomi_log_search_start (KoyomiSession          *session,
                         GPtrArray              *entries,
                         const KoyomiLogFilter  *filter,
                         KoyomiLogSearchFunc     func,
                         gpointer                data)
{
  KoyomiLogSearch *self = g_new0 (KoyomiLogSearch, 1);

  self->session = g_object_ref (session);
  self->entries = g_ptr_array_ref (entries);
  self->found = g_ptr_array_new ();
  self->filter = *filter;
  self->filter.actor = self->actor = g_strdup (filter->actor);
  self->filter.text = self->text = g_strdup (filter->text);
  self->func = func;
  self->data = data;
  self->source = g_idle_add (search_cb, self);

  return self;
}

/* Also lets a search go that is over. */
void
koyomi_log_search_cancel (KoyomiLogSearch *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_object_unref (self->session);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->found);
  g_free (self->actor);
  g_free (self->text);
  g_free (self);
}
