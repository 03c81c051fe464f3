#include "koyomi-calendar-filter.h"

#include "koyomi-day.h"
#include "koyomi-text-fold.h"

/* A group of the arranged calendar, with its rows. */
typedef struct
{
  KoyomiRecord *group;   /* NULL: each row stays in its own */
  GPtrArray    *rows;
} Bucket;

typedef struct
{
  KoyomiCalendar             *full;
  const KoyomiCalendarFilter *filter;
  KoyomiGrouping              grouping;
  guint32                     due_to;
  char                       *query;     /* folded; "" for none */
  GArray                     *buckets;   /* (element-type Bucket), in the order of the groups */
  GHashTable                 *places;    /* key of a group -> its number in buckets */
  GHashTable                 *teams;     /* key -> name */
} Arrangement;

static void
clear_bucket (gpointer data)
{
  Bucket *self = data;

  g_clear_object (&self->group);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
clear_arrangement (Arrangement *self)
{
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->buckets, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->teams, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrangement, clear_arrangement)

static void
add_bucket (Arrangement  *self,
            KoyomiRecord *group)
{
  Bucket bucket = { group, g_ptr_array_new_with_free_func (g_object_unref) };
  gint64 id = group != NULL ? koyomi_record_get_id (group) : 0;

  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->buckets->len));
  g_array_append_val (self->buckets, bucket);
}

static void
add_group (Arrangement    *self,
           gint64          id,
           const char     *code,
           const char     *name,
           KoyomiLanguage  language)
{
  KoyomiRecord *group = koyomi_record_new_empty (KOYOMI_TABLE_GROUP);

  koyomi_record_set_int (group, KOYOMI_GROUP_ID, id);
  koyomi_record_set_text (group, KOYOMI_GROUP_CODE, code);
  koyomi_record_set_text (group, KOYOMI_GROUP_NAME, name);
  koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, self->buckets->len + 1);
  koyomi_record_set_language (group, language);
  koyomi_record_mark_unchanged (group);

  add_bucket (self, group);
}

static void
add_team_groups (Arrangement    *self,
                 KoyomiLanguage  language)
{
  for (guint i = 0; i < self->full->teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (self->full->teams, i);

      add_group (self, koyomi_record_get_id (team), koyomi_record_get_text (team, KOYOMI_TEAM_CODE), koyomi_record_get_title (team),
                 language);
    }

  add_group (self, KOYOMI_GROUP_WITHOUT_TEAM, "", koyomi_tr (language, N_("No team")), language);
}

static void
add_state_groups (Arrangement    *self,
                  KoyomiLanguage  language)
{
  for (int priority = KOYOMI_N_STATES - 1; priority >= 0; priority--)
    for (guint state = 0; state < KOYOMI_N_STATES; state++)
      if (koyomi_state_get_priority (state) == priority)
        add_group (self, -1 - (gint64) state, koyomi_state_get_nick (state), koyomi_state_get_label (state, language), language);

  add_group (self, KOYOMI_GROUP_WITHOUT_RUNS, "", koyomi_tr (language, N_("No runs this year")), language);
}

static void
prepare (Arrangement    *self,
         KoyomiLanguage  language)
{
  self->query = koyomi_text_fold (self->filter->search != NULL ? self->filter->search : "");
  self->buckets = g_array_new (FALSE, FALSE, sizeof (Bucket));
  g_array_set_clear_func (self->buckets, clear_bucket);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->full->teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (self->full->teams, i);
      gint64 id = koyomi_record_get_id (team);

      g_hash_table_insert (self->teams, g_memdup2 (&id, sizeof id), (gpointer) koyomi_record_get_title (team));
    }

  self->due_to = self->filter->due_to;
  if (self->filter->due_this_week)
    {
      guint32 sunday = self->full->today + 7 - koyomi_day_get_weekday (self->full->today);

      self->due_to = self->due_to != KOYOMI_DAY_NONE ? MIN (self->due_to, sunday) : sunday;
    }

  if (self->grouping == KOYOMI_GROUPING_TEAM)
    add_team_groups (self, language);
  else if (self->grouping == KOYOMI_GROUPING_STATE)
    add_state_groups (self, language);
  else
    add_bucket (self, NULL);
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Returns: the first team that does the function and is asked for; 0 when there is none */
static gint64
find_home_team (Arrangement       *self,
                KoyomiCalendarRow *row)
{
  for (guint i = 0; i < row->team_ids->len; i++)
    {
      gint64 id = g_array_index (row->team_ids, gint64, i);

      if (self->filter->teams->len == 0 || has_id (self->filter->teams, id))
        return id;
    }

  return 0;
}

/* What the search does not find in the function itself must be found in its runs. */
static char *
find_missing_words (Arrangement       *self,
                    KoyomiCalendarRow *row)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *folded = NULL;

  if (*self->query == '\0')
    return g_strdup ("");

  text = g_string_new (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE));
  g_string_append_printf (text, "\n%s\n%s", koyomi_record_get_title (row->function), row->team);
  for (guint kind = 0; kind < G_N_ELEMENTS (row->duties); kind++)
    for (guint i = 0; i < row->duties[kind]->len; i++)
      g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (row->duties[kind], i));

  folded = koyomi_text_fold (text->str);

  return koyomi_text_find_missing (folded, self->query);
}

static gboolean
has_words (Arrangement     *self,
           const KoyomiBar *bar,
           const char      *words)
{
  const char *team = g_hash_table_lookup (self->teams, &bar->team_id);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (*words == '\0')
    return TRUE;

  text = g_strconcat (bar->title, "\n", team, NULL);
  folded = koyomi_text_fold (text);

  return koyomi_text_matches (folded, words);
}

static gboolean
is_wanted (Arrangement     *self,
           const KoyomiBar *bar,
           gint64           home_team,
           const char      *words)
{
  const KoyomiCalendarFilter *filter = self->filter;

  if (filter->states != 0 && !(filter->states & (1u << bar->state)))
    return FALSE;
  if (filter->due_from != KOYOMI_DAY_NONE && bar->last_day < filter->due_from)
    return FALSE;
  if (self->due_to != KOYOMI_DAY_NONE && bar->last_day > self->due_to)
    return FALSE;
  if (filter->teams->len > 0 && !has_id (filter->teams, bar->team_id != 0 ? bar->team_id : home_team))
    return FALSE;

  return has_words (self, bar, words);
}

static gint64
get_group_of_team (Arrangement *self,
                   gint64       team)
{
  return g_hash_table_contains (self->teams, &team) ? team : KOYOMI_GROUP_WITHOUT_TEAM;
}

static gint64
get_group_of_bar (Arrangement     *self,
                  const KoyomiBar *bar,
                  gint64           home_team)
{
  if (self->grouping == KOYOMI_GROUPING_STATE)
    return -1 - (gint64) bar->state;
  if (self->grouping == KOYOMI_GROUPING_TEAM)
    return get_group_of_team (self, bar->team_id != 0 ? bar->team_id : home_team);

  return 0;
}

/* Where a function stands that has no run. */
static gint64
get_home_group (Arrangement *self,
                gint64       home_team)
{
  if (self->grouping == KOYOMI_GROUPING_STATE)
    return KOYOMI_GROUP_WITHOUT_RUNS;
  if (self->grouping == KOYOMI_GROUPING_TEAM)
    return get_group_of_team (self, home_team);

  return 0;
}

static KoyomiCalendarRow *
copy_row (KoyomiCalendarRow *row,
          KoyomiRecord      *group)
{
  KoyomiCalendarRow *copy = koyomi_calendar_row_new (group != NULL ? group : row->group, row->function);

  g_free (copy->team);
  copy->team = g_strdup (row->team);
  g_array_append_vals (copy->team_ids, row->team_ids->data, row->team_ids->len);
  for (guint kind = 0; kind < G_N_ELEMENTS (copy->duties); kind++)
    {
      g_ptr_array_unref (copy->duties[kind]);
      copy->duties[kind] = g_ptr_array_ref (row->duties[kind]);
    }

  return copy;
}

/* Under a team that is none of its own, a function goes by that team. */
static void
name_other_team (Arrangement       *self,
                 KoyomiCalendarRow *piece,
                 gint64             team)
{
  const char *name = g_hash_table_lookup (self->teams, &team);

  if (self->grouping != KOYOMI_GROUPING_TEAM || name == NULL || has_id (piece->team_ids, team))
    return;

  g_free (piece->team);
  piece->team = g_strdup (name);
  g_array_set_size (piece->team_ids, 0);
  g_array_append_val (piece->team_ids, team);
}

/* Returns: (transfer none) (nullable): the function's row in the group, if it has one already */
static KoyomiCalendarRow *
find_piece (Arrangement       *self,
            gint64             group,
            KoyomiCalendarRow *row)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &group));
  GPtrArray *rows = g_array_index (self->buckets, Bucket, place).rows;
  KoyomiCalendarRow *last = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;

  return last != NULL && last->function == row->function ? last : NULL;
}

/* Returns: (transfer none): the function's row in the group, which is made when there is none yet */
static KoyomiCalendarRow *
ensure_piece (Arrangement       *self,
              gint64             group,
              KoyomiCalendarRow *row)
{
  KoyomiCalendarRow *piece = find_piece (self, group, row);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &group));
  Bucket *bucket = &g_array_index (self->buckets, Bucket, place);

  if (piece == NULL)
    {
      piece = copy_row (row, bucket->group);
      name_other_team (self, piece, group);
      g_ptr_array_add (bucket->rows, piece);
    }

  return piece;
}

static void
copy_bar (KoyomiCalendarRow *piece,
          const KoyomiBar   *bar)
{
  KoyomiBar *copy = koyomi_calendar_row_add (piece, bar->title);
  char *title = copy->title;

  *copy = *bar;
  copy->title = title;
}

/* Routines belong to whoever does the function; by state, to what is most urgent in it. */
static void
place_bands (Arrangement       *self,
             KoyomiCalendarRow *row,
             gint64             home)
{
  KoyomiCalendarRow *piece = find_piece (self, home, row);

  for (guint i = 0; piece == NULL && self->grouping == KOYOMI_GROUPING_STATE && i < self->buckets->len; i++)
    piece = find_piece (self, koyomi_record_get_id (g_array_index (self->buckets, Bucket, i).group), row);

  if (piece != NULL)
    {
      g_array_unref (piece->bands);
      piece->bands = g_array_ref (row->bands);
    }
}

static void
place_row (Arrangement       *self,
           KoyomiCalendarRow *row)
{
  const KoyomiCalendarFilter *filter = self->filter;
  gint64 team = find_home_team (self, row);
  gint64 home = get_home_group (self, team);
  g_autofree char *words = NULL;
  guint n_bars = 0;

  if (filter->groups->len > 0 && !has_id (filter->groups, koyomi_record_get_id (row->group)))
    return;

  words = find_missing_words (self, row);
  for (guint i = 0; i < row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);

      if (!is_wanted (self, bar, team, words))
        continue;

      copy_bar (ensure_piece (self, get_group_of_bar (self, bar, team), row), bar);
      n_bars++;
    }

  /* A function stays without runs as long as nothing is asked of them. */
  if (*words == '\0' && filter->states == 0 && filter->due_from == KOYOMI_DAY_NONE && self->due_to == KOYOMI_DAY_NONE &&
      (filter->teams->len == 0 || team != 0) && (n_bars == 0 || self->grouping != KOYOMI_GROUPING_STATE))
    ensure_piece (self, home, row);

  place_bands (self, row, home);
}

static KoyomiCalendar *
copy_frame (KoyomiCalendar *full)
{
  KoyomiCalendar *copy = koyomi_calendar_new (full->year, full->language);

  copy->today = full->today;
  copy->first_day = full->first_day;
  copy->last_day = full->last_day;
  copy->work_calendar = full->work_calendar != NULL ? g_object_ref (full->work_calendar) : NULL;
  g_free (copy->organisation);
  copy->organisation = g_strdup (full->organisation);
  g_free (copy->classification);
  copy->classification = g_strdup (full->classification);
  g_free (copy->watermark);
  copy->watermark = g_strdup (full->watermark);
  g_free (copy->as_of);
  copy->as_of = g_strdup (full->as_of);
  g_free (copy->journal_head);
  copy->journal_head = g_strdup (full->journal_head);
  g_ptr_array_unref (copy->teams);
  copy->teams = g_ptr_array_ref (full->teams);

  for (guint i = 0; i < full->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (full->milestones, KoyomiMilestone, i);
      KoyomiMilestone *place = koyomi_calendar_add_milestone (copy, milestone->meeting_id, milestone->title, milestone->day,
                                                              milestone->status);

      place->committee_id = milestone->committee_id;
      g_free (place->committee);
      place->committee = g_strdup (milestone->committee);
    }

  return copy;
}

/**
 * koyomi_calendar_arrange:
 * @full: with the bars of all rows
 * @filter: (nullable): NULL for everything
 * @language: of the names of groups that are made up
 *
 * The calendar again, with those of its rows and runs that the filter asks for, packed anew and counted, in the order of the
 * groups. By team, a function stands under the first team that does it and under each other team that has runs of it, with those
 * runs; by state, once for each state that it has runs in, the most urgent first. A run stands once. A group that was made up is a
 * record of the table of groups with the team's key, or with a negative one that is always the same.
 *
 * Returns: (transfer full): a calendar that shares no bars with @full
 */
KoyomiCalendar *
koyomi_calendar_arrange (KoyomiCalendar             *full,
                         const KoyomiCalendarFilter *filter,
                         KoyomiGrouping              grouping,
                         KoyomiLanguage              language)
{
  g_autoptr(KoyomiCalendarFilter) everything = koyomi_calendar_filter_new ();
  g_auto(Arrangement) self = { full, filter != NULL ? filter : everything, grouping };
  KoyomiCalendar *calendar;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (full), NULL);

  prepare (&self, language);
  for (guint i = 0; i < full->rows->len; i++)
    place_row (&self, g_ptr_array_index (full->rows, i));

  calendar = copy_frame (full);
  calendar->grouping = grouping;
  for (guint i = 0; i < self.buckets->len; i++)
    {
      GPtrArray *rows = g_array_index (self.buckets, Bucket, i).rows;

      for (guint j = 0; j < rows->len; j++)
        koyomi_calendar_take_row (calendar, g_object_ref (g_ptr_array_index (rows, j)));
    }

  return calendar;
}
