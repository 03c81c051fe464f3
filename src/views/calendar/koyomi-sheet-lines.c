#include "koyomi-sheet-lines.h"

struct _KoyomiSheetLines
{
  KoyomiTimeline  *timeline;
  GArray          *lines;         /* (element-type KoyomiSheetLine) */
  GArray          *offsets;       /* (element-type double): the upper edge of each line, and the lower one of the last */
  gboolean         is_measured;   /* the offsets are those of the lines */
  GHashTable      *folded;        /* (element-type gint64): groups */
  gboolean         routines;
};

static KoyomiSheetLine *
get_line (KoyomiSheetLines *self,
          guint             index)
{
  return &g_array_index (self->lines, KoyomiSheetLine, index);
}

static double
get_line_height (KoyomiSheetLines      *self,
                 const KoyomiSheetLine *line)
{
  switch (line->kind)
    {
    case KOYOMI_SHEET_GROUP:
      return koyomi_timeline_get_group_height (self->timeline);
    case KOYOMI_SHEET_BAND:
      return koyomi_timeline_get_band_height (self->timeline);
    case KOYOMI_SHEET_FUNCTION:
    default:
      return koyomi_timeline_get_row_height (self->timeline, line->row->n_lanes);
    }
}

static void
measure (KoyomiSheetLines *self)
{
  double y = 0;

  if (self->is_measured)
    return;

  g_array_set_size (self->offsets, self->lines->len + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_array_index (self->offsets, double, i) = y;
      y += get_line_height (self, get_line (self, i));
    }
  g_array_index (self->offsets, double, self->lines->len) = y;
  self->is_measured = TRUE;
}

static void
add_line (KoyomiSheetLines  *self,
          KoyomiSheetKind    kind,
          KoyomiRecord      *group,
          KoyomiCalendarRow *row,
          guint              band)
{
  KoyomiSheetLine line = { kind, group, row, band };

  g_array_append_val (self->lines, line);
}

/* @timeline: must outlive the lines; gives them their heights */
KoyomiSheetLines *
koyomi_sheet_lines_new (KoyomiTimeline *timeline)
{
  KoyomiSheetLines *self = g_new0 (KoyomiSheetLines, 1);

  self->timeline = timeline;
  self->lines = g_array_new (FALSE, TRUE, sizeof (KoyomiSheetLine));
  self->offsets = g_array_new (FALSE, TRUE, sizeof (double));
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
koyomi_sheet_lines_free (KoyomiSheetLines *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->offsets);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/* Makes the lines anew. @calendar: (nullable): must outlive them */
void
koyomi_sheet_lines_make (KoyomiSheetLines *self,
                         KoyomiCalendar   *calendar)
{
  KoyomiRecord *group = NULL;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; calendar != NULL && i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      if (group == NULL || koyomi_record_get_id (group) != koyomi_record_get_id (row->group))
        add_line (self, KOYOMI_SHEET_GROUP, row->group, NULL, 0);
      group = row->group;
      if (koyomi_sheet_lines_is_folded (self, group))
        continue;

      add_line (self, KOYOMI_SHEET_FUNCTION, group, row, 0);
      for (guint j = 0; self->routines && j < row->bands->len; j++)
        add_line (self, KOYOMI_SHEET_BAND, group, row, j);
    }

  self->is_measured = FALSE;
}

/* To be called when lines may have become higher or lower. */
void
koyomi_sheet_lines_resize (KoyomiSheetLines *self)
{
  self->is_measured = FALSE;
}

gboolean
koyomi_sheet_lines_get_routines (KoyomiSheetLines *self)
{
  return self->routines;
}

/* Gives each function's routines lines below it when the lines are next made. */
void
koyomi_sheet_lines_set_routines (KoyomiSheetLines *self,
                                 gboolean          routines)
{
  self->routines = routines;
}

gboolean
koyomi_sheet_lines_is_folded (KoyomiSheetLines *self,
                              KoyomiRecord     *group)
{
  gint64 id = koyomi_record_get_id (group);

  return g_hash_table_contains (self->folded, &id);
}

/* Leaves the group's rows out, or not, when the lines are next made. */
void
koyomi_sheet_lines_set_folded (KoyomiSheetLines *self,
                               KoyomiRecord     *group,
                               gboolean          folded)
{
  gint64 id = koyomi_record_get_id (group);

  if (folded)
    g_hash_table_add (self->folded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->folded, &id);
}

/* Folds the groups that @other has folded, and no others, when the lines are next made. */
void
koyomi_sheet_lines_fold_as (KoyomiSheetLines *self,
                            KoyomiSheetLines *other)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_remove_all (self->folded);
  g_hash_table_iter_init (&iter, other->folded);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->folded, g_memdup2 (id, sizeof (gint64)));
}

guint
koyomi_sheet_lines_get_n_lines (KoyomiSheetLines *self)
{
  return self->lines->len;
}

/* Returns: (transfer none): valid until the lines change */
const KoyomiSheetLine *
koyomi_sheet_lines_get_line (KoyomiSheetLines *self,
                             guint             index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);

  return get_line (self, index);
}

/* The upper edge of the line, in pixels; that of the line after the last is the lower edge of all. */
double
koyomi_sheet_lines_get_y (KoyomiSheetLines *self,
                          guint             index)
{
  g_return_val_if_fail (index <= self->lines->len, 0);

  measure (self);

  return g_array_index (self->offsets, double, index);
}

/* Returns: the line that @y lies in, or the number of lines when it lies below them */
guint
koyomi_sheet_lines_find (KoyomiSheetLines *self,
                         double            y)
{
  guint low = 0;
  guint high = self->lines->len;

  measure (self);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->offsets, double, middle + 1) <= y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static const KoyomiBar *
find_bar (KoyomiCalendarRow *row,
          gint64             run)
{
  for (guint i = 0; i < row->bars->len; i++)
    if (g_array_index (row->bars, KoyomiBar, i).occurrence_id == run)
      return &g_array_index (row->bars, KoyomiBar, i);

  return NULL;
}

/**
 * koyomi_sheet_lines_find_run:
 * @index: (out) (optional): its line
 * @bar: (out) (optional): valid until the calendar is read anew
 *
 * Returns: whether one of the lines has the run
 */
gboolean
koyomi_sheet_lines_find_run (KoyomiSheetLines  *self,
                             gint64             run,
                             guint             *index,
                             const KoyomiBar  **bar)
{
  for (guint i = 0; run != 0 && i < self->lines->len; i++)
    {
      const KoyomiSheetLine *line = get_line (self, i);
      const KoyomiBar *found = line->kind == KOYOMI_SHEET_FUNCTION ? find_bar (line->row, run) : NULL;

      if (found == NULL)
        continue;

      if (index != NULL)
        *index = i;
      if (bar != NULL)
        *bar = found;
      return TRUE;
    }

  return FALSE;
}
