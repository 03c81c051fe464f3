#include "koyomi-calendar-filter.h"

#include "koyomi-day.h"
#include "koyomi-text.h"

#include <string.h>

static const char * const grouping_nicks[KOYOMI_N_GROUPINGS] = {
  [KOYOMI_GROUPING_FUNCTION_GROUP] = "function-group",
  [KOYOMI_GROUPING_TEAM] = "team",
  [KOYOMI_GROUPING_STATE] = "state",
};

/* A filter that asks for nothing. */
KoyomiCalendarFilter *
koyomi_calendar_filter_new (void)
{
  KoyomiCalendarFilter *self = g_new0 (KoyomiCalendarFilter, 1);

  self->groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->search = g_strdup ("");

  return self;
}

/* What somebody must look after now: whatever is late, and whatever is to be done this week. */
KoyomiCalendarFilter *
koyomi_calendar_filter_new_late_and_this_week (void)
{
  KoyomiCalendarFilter *self = koyomi_calendar_filter_new ();

  self->states = 1u << KOYOMI_STATE_LATE | 1u << KOYOMI_STATE_DUE_SOON | 1u << KOYOMI_STATE_DOING;
  self->due_this_week = TRUE;

  return self;
}

KoyomiCalendarFilter *
koyomi_calendar_filter_copy (const KoyomiCalendarFilter *self)
{
  KoyomiCalendarFilter *copy = g_memdup2 (self, sizeof *self);

  copy->groups = g_array_copy (self->groups);
  copy->teams = g_array_copy (self->teams);
  copy->search = g_strdup (self->search);

  return copy;
}

void
koyomi_calendar_filter_free (KoyomiCalendarFilter *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_array_unref (self->teams);
  g_free (self->search);
  g_free (self);
}

gboolean
koyomi_calendar_filter_is_empty (const KoyomiCalendarFilter *self)
{
  return self->groups->len == 0 && self->teams->len == 0 && self->states == 0 && self->due_from == KOYOMI_DAY_NONE &&
         self->due_to == KOYOMI_DAY_NONE && !self->due_this_week && koyomi_text_is_blank (self->search);
}

static void
append_word (GString    *text,
             const char *key,
             const char *value)
{
  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", key, value);
}

static void
append_ids (GString    *text,
            const char *key,
            GArray     *ids)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));

  if (ids->len > 0)
    append_word (text, key, list->str);
}

static void
append_states (GString *text,
               guint    states)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    if (states & (1u << i))
      g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", koyomi_state_get_nick (i));

  if (list->len > 0)
    append_word (text, "state", list->str);
}

static void
append_day (GString    *text,
            const char *key,
            guint32     day)
{
  g_autofree char *value = NULL;

  if (day == KOYOMI_DAY_NONE)
    return;

  value = koyomi_day_format (day);
  append_word (text, key, value);
}

/* Returns: (transfer full): one line of text */
char *
koyomi_calendar_filter_format (const KoyomiCalendarFilter *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *search = g_strdelimit (g_strdup (self->search), "\n\r\t", ' ');

  append_ids (text, "group", self->groups);
  append_ids (text, "team", self->teams);
  append_states (text, self->states);
  append_day (text, "due-from", self->due_from);
  append_day (text, "due-to", self->due_to);
  if (self->due_this_week)
    append_word (text, "due", "week");
  if (!koyomi_text_is_blank (search))
    append_word (text, "search", search);

  return g_string_free (text, FALSE);
}

static void
read_ids (GArray     *ids,
          const char *list)
{
  g_auto(GStrv) words = g_strsplit (list, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (g_ascii_string_to_signed (words[i], 10, G_MININT64, G_MAXINT64, &id, NULL))
        g_array_append_val (ids, id);
    }
}

static guint
read_states (const char *list)
{
  g_auto(GStrv) words = g_strsplit (list, ",", -1);
  guint states = 0;

  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    if (g_strv_contains ((const char * const *) words, koyomi_state_get_nick (i)))
      states |= 1u << i;

  return states;
}

static void
read_word (KoyomiCalendarFilter *self,
           const char           *word)
{
  const char *sign = strchr (word, '=');
  g_autofree char *key = sign != NULL ? g_strndup (word, sign - word) : g_strdup ("");
  const char *value = sign != NULL ? sign + 1 : "";

  if (g_str_equal (key, "group"))
    read_ids (self->groups, value);
  else if (g_str_equal (key, "team"))
    read_ids (self->teams, value);
  else if (g_str_equal (key, "state"))
    self->states |= read_states (value);
  else if (g_str_equal (key, "due-from"))
    self->due_from = koyomi_day_parse (value, NULL);
  else if (g_str_equal (key, "due-to"))
    self->due_to = koyomi_day_parse (value, NULL);
  else if (g_str_equal (key, "due"))
    self->due_this_week = g_str_equal (value, "week");
}

/* Returns: (transfer full): never NULL: words that are not understood, those of a later version among them, ask for nothing */
KoyomiCalendarFilter *
koyomi_calendar_filter_parse (const char *text)
{
  KoyomiCalendarFilter *self = koyomi_calendar_filter_new ();
  const char *search = g_str_has_prefix (text, "search=") ? text : strstr (text, " search=");
  g_autofree char *head = g_strndup (text, search != NULL ? (gsize) (search - text) : strlen (text));
  g_auto(GStrv) words = g_strsplit (head, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    read_word (self, words[i]);

  if (search != NULL)
    {
      g_free (self->search);
      self->search = g_strdup (strchr (search, '=') + 1);
    }

  return self;
}

const char *
koyomi_grouping_get_nick (KoyomiGrouping self)
{
  g_return_val_if_fail ((guint) self < KOYOMI_N_GROUPINGS, NULL);

  return grouping_nicks[self];
}

gboolean
koyomi_grouping_from_nick (const char     *nick,
                           KoyomiGrouping *self)
{
  for (guint i = 0; i < KOYOMI_N_GROUPINGS; i++)
    if (g_str_equal (grouping_nicks[i], nick))
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}
