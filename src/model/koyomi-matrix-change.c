#include "koyomi-matrix-change.h"

#include <string.h>

/* Two matrices, and what differs so far. */
typedef struct
{
  const KoyomiMatrix *before;
  const KoyomiMatrix *after;
  GPtrArray          *teams;     /* (element-type KoyomiRecord): of both, those of the later one first */
  GPtrArray          *changes;
} Comparison;

void
koyomi_matrix_change_free (KoyomiMatrixChange *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->function);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_free (self->letter);
  g_free (self);
}

static void
add_change (Comparison             *self,
            KoyomiMatrixChangeKind  kind,
            KoyomiRecord           *function,
            KoyomiRecord           *from,
            KoyomiRecord           *to,
            const char             *letter)
{
  KoyomiMatrixChange *change = g_new0 (KoyomiMatrixChange, 1);

  change->kind = kind;
  g_set_object (&change->function, function);
  g_set_object (&change->from, from);
  g_set_object (&change->to, to);
  change->letter = g_strdup (letter);
  g_ptr_array_add (self->changes, change);
}

static const KoyomiMatrixColumn *
find_column (const KoyomiMatrix *matrix,
             KoyomiRecord       *team)
{
  int place = koyomi_matrix_find_column (matrix, koyomi_record_get_id (team));

  return place >= 0 ? koyomi_matrix_get_column (matrix, place) : NULL;
}

static void
list_teams (Comparison *self)
{
  for (guint i = 0; i < koyomi_matrix_get_n_columns (self->after); i++)
    g_ptr_array_add (self->teams, koyomi_matrix_get_column (self->after, i)->team);

  for (guint i = 0; i < koyomi_matrix_get_n_columns (self->before); i++)
    {
      KoyomiRecord *team = koyomi_matrix_get_column (self->before, i)->team;

      if (find_column (self->after, team) == NULL)
        g_ptr_array_add (self->teams, team);
    }
}

static gboolean
is_outsourced (KoyomiRecord *team)
{
  return koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED;
}

static void
compare_team (Comparison   *self,
              KoyomiRecord *team)
{
  const KoyomiMatrixColumn *before = find_column (self->before, team);
  const KoyomiMatrixColumn *after = find_column (self->after, team);
  gboolean was_active = before != NULL && before->is_active;
  gboolean is_active = after != NULL && after->is_active;

  if (is_active && is_outsourced (after->team) && (!was_active || !is_outsourced (before->team)))
    add_change (self, KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED, NULL, NULL, team, NULL);
  else if (is_active && !was_active)
    add_change (self, KOYOMI_MATRIX_CHANGE_TEAM_ADDED, NULL, NULL, team, NULL);
  else if (was_active && !is_active)
    add_change (self, KOYOMI_MATRIX_CHANGE_TEAM_RETIRED, NULL, NULL, team, NULL);
}

static gboolean
has_letter (const KoyomiMatrix *matrix,
            KoyomiRecord       *function,
            KoyomiRecord       *team,
            const char         *letter)
{
  int row = koyomi_matrix_find_row (matrix, koyomi_record_get_id (function));
  int column = koyomi_matrix_find_column (matrix, koyomi_record_get_id (team));
  const KoyomiMatrixCell *cell = row >= 0 && column >= 0 ? koyomi_matrix_get_cell (matrix, row, column) : NULL;
  g_autofree char *letters = cell != NULL ? koyomi_alphabet_format (koyomi_matrix_get_alphabet (matrix), cell->letters) : NULL;

  return letters != NULL && strstr (letters, letter) != NULL;
}

/* Only of A, which one team should have, and of R is it worth saying that it went from here to there. */
static gboolean
can_move (const char *letter)
{
  return strcmp (letter, "A") == 0 || strcmp (letter, "R") == 0;
}

/* A letter that one team lost and one team got moved; whatever is left over was added or removed. */
static void
compare_letter (Comparison   *self,
                KoyomiRecord *function,
                const char   *letter)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new ();
  g_autoptr(GPtrArray) got = g_ptr_array_new ();
  guint n_moved;

  for (guint i = 0; i < self->teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (self->teams, i);
      gboolean had = has_letter (self->before, function, team, letter);
      gboolean has = has_letter (self->after, function, team, letter);

      if (had != has)
        g_ptr_array_add (has ? got : lost, team);
    }

  n_moved = can_move (letter) && lost->len == 1 && got->len == 1 ? 1 : 0;
  if (n_moved == 1)
    add_change (self, KOYOMI_MATRIX_CHANGE_MOVED, function, g_ptr_array_index (lost, 0), g_ptr_array_index (got, 0), letter);

  for (guint i = n_moved; i < got->len; i++)
    add_change (self, KOYOMI_MATRIX_CHANGE_ADDED, function, NULL, g_ptr_array_index (got, i), letter);
  for (guint i = n_moved; i < lost->len; i++)
    add_change (self, KOYOMI_MATRIX_CHANGE_REMOVED, function, g_ptr_array_index (lost, i), NULL, letter);
}

/* Returns: (element-type utf8): the letters of both, A first: what moved of it matters most */
static GPtrArray *
list_letters (Comparison *self)
{
  const KoyomiMatrix *matrices[] = { self->after, self->before };
  GPtrArray *letters = g_ptr_array_new ();

  g_ptr_array_add (letters, (gpointer) "A");
  for (guint i = 0; i < G_N_ELEMENTS (matrices); i++)
    {
      KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (matrices[i]);

      for (guint j = 0; j < koyomi_alphabet_get_n_letters (alphabet); j++)
        {
          gpointer letter = (gpointer) koyomi_alphabet_get_letter (alphabet, j);

          if (!g_ptr_array_find_with_equal_func (letters, letter, g_str_equal, NULL))
            g_ptr_array_add (letters, letter);
        }
    }

  return letters;
}

/* One that is only shown because it is compared is not there. */
static gboolean
is_used (const KoyomiMatrix *matrix,
         gint64              function)
{
  int row = koyomi_matrix_find_row (matrix, function);

  return row >= 0 && (!koyomi_record_get_int (koyomi_matrix_get_row (matrix, row)->function, KOYOMI_FUNCTION_RETIRED) ||
                      koyomi_matrix_is_assigned (matrix, function));
}

static void
compare_functions (Comparison         *self,
                   const KoyomiMatrix *matrix,
                   const KoyomiMatrix *other,
                   gboolean            is_later)
{
  g_autoptr(GPtrArray) letters = list_letters (self);

  for (guint i = 0; i < koyomi_matrix_get_n_rows (matrix); i++)
    {
      KoyomiRecord *function = koyomi_matrix_get_row (matrix, i)->function;
      gint64 id = koyomi_record_get_id (function);
      gboolean is_in_both = koyomi_matrix_find_row (other, id) >= 0;

      if (is_used (matrix, id) && !is_used (other, id))
        add_change (self, is_later ? KOYOMI_MATRIX_CHANGE_FUNCTION_ADDED : KOYOMI_MATRIX_CHANGE_FUNCTION_RETIRED, function, NULL, NULL,
                    NULL);

      for (guint j = 0; (is_later || !is_in_both) && j < letters->len; j++)
        compare_letter (self, function, g_ptr_array_index (letters, j));
    }
}

/**
 * koyomi_matrix_compare:
 * @before: a catalogue's matrix as of one day, or of a plan as it once was
 * @after: the same catalogue's, later
 *
 * Returns: (transfer full) (element-type KoyomiMatrixChange): what changed: teams first, then function by function
 */
GPtrArray *
koyomi_matrix_compare (const KoyomiMatrix *before,
                       const KoyomiMatrix *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_matrix_change_free);
  g_autoptr(GPtrArray) teams = g_ptr_array_new ();
  Comparison self = { before, after, teams, changes };

  list_teams (&self);
  for (guint i = 0; i < teams->len; i++)
    compare_team (&self, g_ptr_array_index (teams, i));

  compare_functions (&self, after, before, TRUE);
  compare_functions (&self, before, after, FALSE);

  return changes;
}

/* Whether something has come; else it has gone, or something moved. */
gboolean
koyomi_matrix_change_is_gain (KoyomiMatrixChangeKind kind)
{
  return kind == KOYOMI_MATRIX_CHANGE_ADDED || kind == KOYOMI_MATRIX_CHANGE_TEAM_ADDED ||
         kind == KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED || kind == KOYOMI_MATRIX_CHANGE_FUNCTION_ADDED;
}

/* What happened, in a sentence that does not name the function. */
char *
koyomi_matrix_change_explain (const KoyomiMatrixChange *self,
                              KoyomiLanguage            language)
{
  const char *from = self->from != NULL ? koyomi_record_get_title (self->from) : NULL;
  const char *to = self->to != NULL ? koyomi_record_get_title (self->to) : NULL;

  switch (self->kind)
    {
    case KOYOMI_MATRIX_CHANGE_MOVED:
      /* Translators: letter, team, team */
      return g_strdup_printf (koyomi_tr (language, N_("%1$s moved from %2$s to %3$s")), self->letter, from, to);
    case KOYOMI_MATRIX_CHANGE_ADDED:
      /* Translators: team, letter */
      return g_strdup_printf (koyomi_tr (language, N_("%1$s got %2$s")), to, self->letter);
    case KOYOMI_MATRIX_CHANGE_REMOVED:
      /* Translators: team, letter */
      return g_strdup_printf (koyomi_tr (language, N_("%1$s no longer has %2$s")), from, self->letter);
    case KOYOMI_MATRIX_CHANGE_TEAM_ADDED:
      /* Translators: %s is a team */
      return g_strdup_printf (koyomi_tr (language, N_("%s is a new team")), to);
    case KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED:
      /* Translators: %s is a team */
      return g_strdup_printf (koyomi_tr (language, N_("%s is a new outsourcer")), to);
    case KOYOMI_MATRIX_CHANGE_TEAM_RETIRED:
      /* Translators: %s is a team */
      return g_strdup_printf (koyomi_tr (language, N_("%s is no longer active")), to);
    case KOYOMI_MATRIX_CHANGE_FUNCTION_ADDED:
      return g_strdup (koyomi_tr (language, N_("New function")));
    case KOYOMI_MATRIX_CHANGE_FUNCTION_RETIRED:
      return g_strdup (koyomi_tr (language, N_("No longer used")));
    case KOYOMI_N_MATRIX_CHANGES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* @letter: (nullable): only changes of this letter */
guint
koyomi_matrix_changes_count (GPtrArray              *changes,
                             KoyomiMatrixChangeKind  kind,
                             const char             *letter)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const KoyomiMatrixChange *change = g_ptr_array_index (changes, i);

      n += change->kind == kind && (letter == NULL || g_strcmp0 (change->letter, letter) == 0);
    }

  return n;
}

static void
take_part (GString        *text,
           char           *part,
           KoyomiLanguage  language)
{
  g_string_append_printf (text, "%s%s", text->len == 0 ? "" : language == KOYOMI_LANGUAGE_JA ? "、" : ", ", part);
  g_free (part);
}

/* The numbers behind the list, such as “3 A moved, 1 outsourcer added”. */
char *
koyomi_matrix_changes_summarise (GPtrArray      *changes,
                                 KoyomiLanguage  language)
{
  GString *text = g_string_new (NULL);
  guint n;

  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_MOVED, "A")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u A moved", "%u A moved", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_ADDED, "A")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u A added", "%u A added", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_REMOVED, "A")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u A removed", "%u A removed", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_MOVED, "R")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u R moved", "%u R moved", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_ADDED, "R")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u R added", "%u R added", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_REMOVED, "R")) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u R removed", "%u R removed", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_TEAM_ADDED, NULL)) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u team added", "%u teams added", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED, NULL)) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u outsourcer added", "%u outsourcers added", n), n), language);
  if ((n = koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_TEAM_RETIRED, NULL)) > 0)
    take_part (text, g_strdup_printf (koyomi_ntr (language, "%u team retired", "%u teams retired", n), n), language);

  if (text->len == 0)
    g_string_append (text, changes->len == 0 ? koyomi_tr (language, N_("Nothing changed"))
                                             : koyomi_tr (language, N_("Only other letters changed")));

  return g_string_free (text, FALSE);
}
