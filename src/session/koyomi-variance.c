#include "koyomi-variance.h"

#include "koyomi-day.h"
#include "koyomi-session-private.h"

#include <string.h>

#define WINDOW \
  " t.first_day BETWEEN :first_day - (SELECT ifnull (max (last_day - first_day), 0) FROM occurrence) AND :last_day" \
  " AND t.last_day >= :first_day"

/* Where a function stands in the order of the calendar, and its name. */
typedef struct
{
  guint  rank;
  char  *name;
} Place;

typedef struct
{
  KoyomiSession  *now;
  KoyomiSession  *then;
  KoyomiLanguage  language;
  GHashTable     *places;   /* function id -> Place */
  KoyomiVariance *variance;
} Comparison;

static void
free_place (gpointer data)
{
  g_free (((Place *) data)->name);
  g_free (data);
}

static void
clear_side (KoyomiVarianceSide *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->team, g_free);
}

static void
free_side (gpointer data)
{
  clear_side (data);
  g_free (data);
}

static void
free_item (gpointer data)
{
  KoyomiVarianceItem *self = data;

  clear_side (&self->before);
  clear_side (&self->after);
  g_free (self->function);
  g_free (self);
}

void
koyomi_variance_free (KoyomiVariance *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

const char *
koyomi_variance_kind_get_label (KoyomiVarianceKind kind,
                                KoyomiLanguage     language)
{
  switch (kind)
    {
    case KOYOMI_VARIANCE_ADDED:
      return koyomi_trc (language, "against a baseline", "Added");
    case KOYOMI_VARIANCE_DELETED:
      return koyomi_trc (language, "against a baseline", "Deleted");
    case KOYOMI_VARIANCE_MOVED:
      return koyomi_trc (language, "against a baseline", "Moved");
    case KOYOMI_VARIANCE_CHANGED:
      return koyomi_trc (language, "against a baseline", "Changed");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The functions of one side behind those that are known already. */
static gboolean
add_places (GHashTable      *places,
            KoyomiSession   *session,
            KoyomiLanguage   language,
            GError         **error)
{
  static const char tail[] =
    "JOIN function_group AS g ON g.id = t.group_id JOIN catalogue AS c ON c.id = g.catalogue_id"
    " ORDER BY c.position, g.position, g.id, t.position, t.id";

  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_record_store_select (_koyomi_session_get_store (session), KOYOMI_TABLE_FUNCTION, language, NULL, tail, error);
  if (statement == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiRecord) function = koyomi_record_store_read (statement, KOYOMI_TABLE_FUNCTION, language);
      gint64 id = koyomi_record_get_id (function);
      Place *place;

      if (g_hash_table_contains (places, &id))
        continue;

      place = g_new0 (Place, 1);
      place->rank = g_hash_table_size (places);
      place->name = g_strdup (koyomi_record_get_title (function));
      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), place);
    }

  return step == KOYOMI_STEP_DONE;
}

static KoyomiStatement *
select_runs (KoyomiSession   *session,
             const char      *condition,
             KoyomiLanguage   language,
             GError         **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (session);
  g_autofree char *own_title = koyomi_record_store_get_text_column (store, "t", KOYOMI_OCCURRENCE_TITLE, language);
  g_autofree char *title = koyomi_record_store_get_text_column (store, "a", KOYOMI_ACTIVITY_TITLE, language);
  g_autofree char *team = koyomi_record_store_get_text_column (store, "m", KOYOMI_TEAM_NAME, language);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT t.id, t.function_id, t.first_day, t.last_day, t.status, coalesce (t.team_id, a.team_id, 0),"
                         " coalesce (nullif (%s, ''), %s), %s"
                         "  FROM occurrence AS t"
                         "  JOIN activity AS a ON a.id = t.activity_id"
                         "  LEFT JOIN team AS m ON m.id = coalesce (t.team_id, a.team_id)"
                         " WHERE %s", own_title, title, team, condition);

  return koyomi_database_prepare (store->db, sql, error);
}

static KoyomiVarianceSide *
read_side (KoyomiStatement *statement)
{
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  KoyomiVarianceSide *side = g_new0 (KoyomiVarianceSide, 1);

  side->function_id = koyomi_statement_get_int (statement, 1);
  side->first_day = koyomi_statement_get_int (statement, 2);
  side->last_day = koyomi_statement_get_int (statement, 3);
  side->status = koyomi_field_find_word (status, koyomi_statement_get_text (statement, 4));
  side->team_id = koyomi_statement_get_int (statement, 5);
  side->title = g_strdup (koyomi_statement_get_text (statement, 6));
  side->team = g_strdup (koyomi_statement_get_text (statement, 7));

  return side;
}

/* Returns: (element-type gint64 KoyomiVarianceSide): the runs that touch the window */
static GHashTable *
load_window (KoyomiSession   *session,
             guint32          first_day,
             guint32          last_day,
             KoyomiLanguage   language,
             GError         **error)
{
  g_autoptr(GHashTable) runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_side);
  g_autoptr(KoyomiStatement) statement = select_runs (session, WINDOW, language, error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":first_day", first_day);
  koyomi_statement_bind_int (statement, ":last_day", last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      gint64 id = koyomi_statement_get_int (statement, 0);

      g_hash_table_insert (runs, g_memdup2 (&id, sizeof id), read_side (statement));
    }

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&runs) : NULL;
}

/* A run that touches the window on one side only may stand outside it on the other. @side stays as it is when there is none. */
static gboolean
load_run (KoyomiSession       *session,
          gint64               id,
          KoyomiLanguage       language,
          KoyomiVarianceSide  *side,
          GError             **error)
{
  g_autoptr(KoyomiStatement) statement = select_runs (session, "t.id = :id", language, error);
  KoyomiStep step;

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);
  if ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autofree KoyomiVarianceSide *found = read_side (statement);

      *side = *found;
    }

  return step != KOYOMI_STEP_FAILED;
}

static KoyomiVarianceFields
find_differences (const KoyomiVarianceSide *before,
                  const KoyomiVarianceSide *after)
{
  KoyomiVarianceFields fields = 0;

  if (before->first_day != after->first_day || before->last_day != after->last_day)
    fields |= KOYOMI_VARIANCE_DAYS;
  if (strcmp (before->title, after->title) != 0)
    fields |= KOYOMI_VARIANCE_TITLE;
  if (before->status != after->status)
    fields |= KOYOMI_VARIANCE_STATUS;
  if (before->team_id != after->team_id)
    fields |= KOYOMI_VARIANCE_TEAM;
  if (before->function_id != after->function_id)
    fields |= KOYOMI_VARIANCE_FUNCTION;

  return fields;
}

/* Takes over both sides. */
static void
add_item (Comparison         *self,
          gint64              id,
          KoyomiVarianceSide *before,
          KoyomiVarianceSide *after)
{
  KoyomiVarianceItem *item = g_new0 (KoyomiVarianceItem, 1);
  const KoyomiVarianceSide *present = after->first_day != KOYOMI_DAY_NONE ? after : before;
  const Place *place = g_hash_table_lookup (self->places, &present->function_id);

  item->occurrence_id = id;
  item->before = *before;
  item->after = *after;
  item->title = present->title;
  item->function_id = present->function_id;
  item->function = g_strdup (place != NULL ? place->name : "");

  if (before->first_day == KOYOMI_DAY_NONE)
    item->kind = KOYOMI_VARIANCE_ADDED;
  else if (after->first_day == KOYOMI_DAY_NONE)
    item->kind = KOYOMI_VARIANCE_DELETED;
  else
    {
      item->fields = find_differences (before, after);
      item->kind = item->fields & KOYOMI_VARIANCE_DAYS ? KOYOMI_VARIANCE_MOVED : KOYOMI_VARIANCE_CHANGED;
      item->days_moved = (int) after->last_day - (int) before->last_day;
      if (item->days_moved == 0)
        item->days_moved = (int) after->first_day - (int) before->first_day;
    }

  if (item->kind == KOYOMI_VARIANCE_CHANGED && item->fields == 0)
    {
      free_item (item);
      return;
    }

  self->variance->counts[item->kind]++;
  g_ptr_array_add (self->variance->items, item);
}

/* Empties @side. */
static KoyomiVarianceSide
take_side (KoyomiVarianceSide *side)
{
  KoyomiVarianceSide taken = { 0 };

  if (side != NULL)
    {
      taken = *side;
      *side = (KoyomiVarianceSide) { 0 };
    }

  return taken;
}

static gboolean
compare_run (Comparison   *self,
             GHashTable   *before,
             GHashTable   *after,
             gint64        id,
             GError      **error)
{
  KoyomiVarianceSide old = take_side (g_hash_table_lookup (before, &id));
  KoyomiVarianceSide new = take_side (g_hash_table_lookup (after, &id));

  if ((old.first_day == KOYOMI_DAY_NONE && !load_run (self->then, id, self->language, &old, error)) ||
      (new.first_day == KOYOMI_DAY_NONE && !load_run (self->now, id, self->language, &new, error)))
    {
      clear_side (&old);
      clear_side (&new);
      return FALSE;
    }

  add_item (self, id, &old, &new);

  return TRUE;
}

static gboolean
compare_windows (Comparison   *self,
                 GHashTable   *before,
                 GHashTable   *after,
                 GError      **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!compare_run (self, before, after, *(gint64 *) id, error))
      return FALSE;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (after, id) && !compare_run (self, before, after, *(gint64 *) id, error))
      return FALSE;

  return TRUE;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static guint32
get_day (const KoyomiVarianceItem *item)
{
  return item->after.first_day != KOYOMI_DAY_NONE ? item->after.first_day : item->before.first_day;
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const KoyomiVarianceItem *left = *(KoyomiVarianceItem * const *) a;
  const KoyomiVarianceItem *right = *(KoyomiVarianceItem * const *) b;
  const Place *left_place = g_hash_table_lookup (data, &left->function_id);
  const Place *right_place = g_hash_table_lookup (data, &right->function_id);
  int order = compare_numbers (left_place != NULL ? left_place->rank : G_MAXUINT, right_place != NULL ? right_place->rank : G_MAXUINT);

  if (order == 0)
    order = compare_numbers (get_day (left), get_day (right));

  return order != 0 ? order : compare_numbers (left->occurrence_id, right->occurrence_id);
}

/**
 * koyomi_session_compare:
 * @then: the same plan at an earlier moment, by koyomi_session_open_as_of()
 * @first_day: of the days that are looked at
 * @last_day: counted in
 *
 * What became of the runs that touch these days in either plan. One that was moved in or out of them is moved, not added or deleted.
 *
 * Returns: (transfer full): texts in @language
 */
KoyomiVariance *
koyomi_session_compare (KoyomiSession   *now,
                        KoyomiSession   *then,
                        guint32          first_day,
                        guint32          last_day,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_place);
  g_autoptr(GHashTable) before = NULL;
  g_autoptr(GHashTable) after = NULL;
  g_autoptr(KoyomiVariance) variance = g_new0 (KoyomiVariance, 1);
  Comparison comparison = { now, then, language, places, variance };

  g_return_val_if_fail (KOYOMI_IS_SESSION (now) && KOYOMI_IS_SESSION (then), NULL);

  variance->items = g_ptr_array_new_with_free_func (free_item);
  if (!add_places (places, now, language, error) ||
      !add_places (places, then, language, error) ||
      (before = load_window (then, first_day, last_day, language, error)) == NULL ||
      (after = load_window (now, first_day, last_day, language, error)) == NULL ||
      !compare_windows (&comparison, before, after, error))
    return NULL;

  g_ptr_array_sort_with_data (variance->items, compare_items, places);

  return g_steal_pointer (&variance);
}
