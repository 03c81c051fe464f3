#include "koyomi-cell-edit-private.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-order.h"
#include "koyomi-session-private.h"

/* Cells that are being written. */
typedef struct
{
  KoyomiSession    *session;
  KoyomiEdit       *edit;
  KoyomiAlphabet   *alphabet;      /* of the plan as it stands */
  GHashTable       *assignments;   /* function id -> (element-type KoyomiRecord): whenever they hold */
  KoyomiCellsTime   time;
  guint32           day;
  guint             n_changed;
  KoyomiCellChange  last;          /* the last cell that changed */
} CellEdit;

static void
clear_cell_edit (CellEdit *self)
{
  g_clear_pointer (&self->edit, koyomi_edit_free);
  g_clear_pointer (&self->alphabet, koyomi_alphabet_free);
  g_clear_pointer (&self->assignments, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CellEdit, clear_cell_edit)

/* Returns: (transfer full): a new row that says the same */
KoyomiRecord *
_koyomi_assignment_copy (KoyomiRecord *assignment)
{
  KoyomiRecord *copy = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  _koyomi_record_copy_fields (assignment, copy, FALSE);

  return copy;
}

/* Adds the copy, with the translations of its note. */
gboolean
_koyomi_assignment_insert_copy (KoyomiEdit    *edit,
                                KoyomiRecord  *original,
                                KoyomiRecord  *copy,
                                GError       **error)
{
  return koyomi_edit_insert (edit, copy, error) &&
         koyomi_edit_copy_translations (edit, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (original), koyomi_record_get_id (copy),
                                        error);
}

/* Ends the assignment the day before, and begins one with @letters in its place, unless these are none. */
static gboolean
succeed (KoyomiEdit    *edit,
         KoyomiRecord  *assignment,
         const char    *letters,
         guint32        day,
         GError       **error)
{
  g_autoptr(KoyomiRecord) successor = _koyomi_assignment_copy (assignment);

  koyomi_record_set_int (successor, KOYOMI_ASSIGNMENT_FROM_DAY, day);
  koyomi_record_set_text (successor, KOYOMI_ASSIGNMENT_LETTERS, letters);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, day - 1);

  return (*letters == '\0' || _koyomi_assignment_insert_copy (edit, assignment, successor, error)) &&
         koyomi_edit_update (edit, assignment, error);
}

/**
 * koyomi_assignment_rewrite:
 * @assignment: one that holds on @day; its texts in the plan's own language
 * @letters: "" for none
 *
 * Gives one assignment other letters, as a part of an edit.
 */
gboolean
koyomi_assignment_rewrite (KoyomiEdit       *edit,
                           KoyomiRecord     *assignment,
                           const char       *letters,
                           KoyomiCellsTime   time,
                           guint32           day,
                           GError          **error)
{
  if (time == KOYOMI_CELLS_FROM_DAY && koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY) < day)
    return succeed (edit, assignment, letters, day, error);

  if (*letters == '\0')
    return koyomi_edit_delete (edit, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), error);

  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);

  return koyomi_edit_update (edit, assignment, error);
}

/* Reads the assignments of the functions that are changed. */
static gboolean
load_assignments (CellEdit                *self,
                  const KoyomiCellChange  *changes,
                  guint                    n_changes,
                  GError                 **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (self->session);
  g_autoptr(GPtrArray) letters = koyomi_session_list (self->session, KOYOMI_TABLE_LETTER, 0, 0, own, error);

  if (letters == NULL)
    return FALSE;

  self->alphabet = koyomi_alphabet_new (letters);
  self->assignments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_changes; i++)
    {
      gint64 function = changes[i].function;
      GPtrArray *list;

      if (g_hash_table_contains (self->assignments, &function))
        continue;

      if ((list = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, function, own, error)) == NULL)
        return FALSE;

      g_hash_table_insert (self->assignments, g_memdup2 (&function, sizeof function), list);
    }

  return TRUE;
}

static KoyomiLetters
read_letters (CellEdit     *self,
              KoyomiRecord *assignment)
{
  return koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
}

/* Where nothing holds on the day, something new begins. It ends before what is planned for later in this cell and does not reach back
 * into what was there before. */
static gboolean
add_assignment (CellEdit                *self,
                const KoyomiCellChange  *change,
                KoyomiLetters            letters,
                GPtrArray               *others,
                GError                 **error)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  guint32 first_day = self->time == KOYOMI_CELLS_FROM_DAY ? self->day : KOYOMI_DAY_NONE;
  guint32 last_day = KOYOMI_DAY_NONE;

  for (guint i = 0; i < others->len; i++)
    {
      guint32 from = koyomi_record_get_day (g_ptr_array_index (others, i), KOYOMI_ASSIGNMENT_FROM_DAY);
      guint32 to = koyomi_record_get_day (g_ptr_array_index (others, i), KOYOMI_ASSIGNMENT_TO_DAY);

      if (from > self->day)
        last_day = last_day == KOYOMI_DAY_NONE ? from - 1 : MIN (last_day, from - 1);
      else
        first_day = MAX (first_day, to + 1);
    }

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, change->function);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, change->team);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, first_day);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, last_day);
  koyomi_record_take_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, koyomi_alphabet_format (self->alphabet, letters));

  return koyomi_edit_insert (self->edit, assignment, error);
}

/* Sorts the cell's assignments into those that hold on the day and others; returns what letters the former have together. */
static KoyomiLetters
sort_cell (CellEdit               *self,
           const KoyomiCellChange *change,
           GPtrArray              *holding,
           GPtrArray              *others)
{
  GPtrArray *list = g_hash_table_lookup (self->assignments, &change->function);
  KoyomiLetters letters = KOYOMI_LETTERS_NONE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (list, i);

      if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) != change->team)
        continue;

      if (!koyomi_assignment_holds_on (assignment, self->day))
        {
          g_ptr_array_add (others, assignment);
          continue;
        }

      letters |= read_letters (self, assignment);
      g_ptr_array_add (holding, assignment);
    }

  return letters;
}

/* What goes, goes from every assignment of the cell; what comes, comes to the first. */
static gboolean
write_cell (CellEdit                *self,
            const KoyomiCellChange  *change,
            KoyomiLetters            wanted,
            GError                 **error)
{
  g_autoptr(GPtrArray) holding = g_ptr_array_new ();
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  KoyomiLetters present = sort_cell (self, change, holding, others);

  if (present == wanted)
    return TRUE;

  self->n_changed++;
  self->last = *change;
  if (holding->len == 0)
    return add_assignment (self, change, wanted, others, error);

  for (guint i = 0; i < holding->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (holding, i);
      KoyomiLetters before = read_letters (self, assignment);
      KoyomiLetters after = (before & wanted) | (i == 0 ? wanted & ~present : KOYOMI_LETTERS_NONE);
      g_autofree char *text = koyomi_alphabet_format (self->alphabet, after);

      if (after != before && !koyomi_assignment_rewrite (self->edit, assignment, text, self->time, self->day, error))
        return FALSE;
    }

  return TRUE;
}

/* The label with the day from which it holds; takes @label. */
char *
_koyomi_label_add_day (char            *label,
                       KoyomiCellsTime  time,
                       guint32          day,
                       KoyomiLanguage   language)
{
  g_autofree char *date = NULL;
  g_autofree char *short_label = label;

  if (time == KOYOMI_CELLS_IN_PLACE)
    return g_steal_pointer (&short_label);

  date = koyomi_day_format (day);
  /* Translators: what is done, and from which day on it holds */
  return g_strdup_printf (koyomi_tr (language, N_("%s from %s")), short_label, date);
}

static char *
name_cell (CellEdit       *self,
           KoyomiLanguage  language)
{
  g_autofree char *team = _koyomi_session_dup_title (self->session, KOYOMI_TABLE_TEAM, self->last.team, language);
  g_autofree char *function = _koyomi_session_dup_title (self->session, KOYOMI_TABLE_FUNCTION, self->last.function, language);
  g_autofree char *name = g_strdup_printf ("%s · %s", team != NULL ? team : "", function != NULL ? function : "");

  return _koyomi_label_quote (name, language);
}

static char *
label_one (CellEdit       *self,
           KoyomiLetters   letters,
           KoyomiLanguage  language)
{
  g_autofree char *name = name_cell (self, language);
  g_autofree char *text = koyomi_alphabet_format (self->alphabet, letters);

  if (letters == KOYOMI_LETTERS_NONE)
    /* Translators: %s is a cell: team and function */
    return g_strdup_printf (koyomi_tr (language, N_("Clear %s")), name);

  /* Translators: a cell (team and function), and letters */
  return g_strdup_printf (koyomi_tr (language, N_("Set %s to %s")), name, text);
}

static char *
label_many (guint              n,
            KoyomiCellsAction  action,
            KoyomiLanguage     language)
{
  switch (action)
    {
    case KOYOMI_CELLS_FILL:
      return g_strdup_printf (koyomi_ntr (language, "Fill %u cell", "Fill %u cells", n), n);
    case KOYOMI_CELLS_PASTE:
      return g_strdup_printf (koyomi_ntr (language, "Paste %u cell", "Paste %u cells", n), n);
    case KOYOMI_CELLS_CLEAR:
      return g_strdup_printf (koyomi_ntr (language, "Clear %u cell", "Clear %u cells", n), n);
    case KOYOMI_CELLS_SET:
    default:
      return g_strdup_printf (koyomi_ntr (language, "Change %u cell", "Change %u cells", n), n);
    }
}

/**
 * koyomi_cells_set:
 * @alphabet: of the matrix that the letters of @changes come from
 * @day: the day that the matrix shows, or from which the change holds
 * @language: of the label in the change log
 *
 * Gives cells other letters, as one edit. Assignments that hold on another day are left alone. Cells that stand like that already are
 * no change, and an edit without any leaves no entry.
 */
gboolean
koyomi_cells_set (KoyomiSession           *session,
                  const KoyomiAlphabet    *alphabet,
                  const KoyomiCellChange  *changes,
                  guint                    n_changes,
                  KoyomiCellsAction        action,
                  KoyomiCellsTime          time,
                  guint32                  day,
                  KoyomiLanguage           language,
                  GError                 **error)
{
  g_auto(CellEdit) self = { .session = session, .time = time, .day = day };
  g_autofree char *label = NULL;
  KoyomiLetters last_letters = KOYOMI_LETTERS_NONE;

  g_return_val_if_fail (day != KOYOMI_DAY_NONE, FALSE);

  if ((self.edit = koyomi_session_begin_edit (session, error)) == NULL || !load_assignments (&self, changes, n_changes, error))
    return FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      g_autofree char *text = koyomi_alphabet_format (alphabet, changes[i].letters);
      KoyomiLetters letters = koyomi_alphabet_read (self.alphabet, text);
      guint n_before = self.n_changed;

      if (!write_cell (&self, &changes[i], letters, error))
        return FALSE;

      if (self.n_changed > n_before)
        last_letters = letters;
    }

  label = self.n_changed == 1 ? label_one (&self, last_letters, language) : label_many (self.n_changed, action, language);
  label = _koyomi_label_add_day (g_steal_pointer (&label), time, day, language);

  return koyomi_edit_commit (self.edit, label, error);
}

static gboolean
check_person (KoyomiSession  *session,
              KoyomiRecord   *assignment,
              GError        **error)
{
  gint64 id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON);
  g_autoptr(KoyomiRecord) person = NULL;

  if (id == 0)
    return TRUE;

  if ((person = koyomi_session_get (session, KOYOMI_TABLE_PERSON, id, koyomi_session_get_own_language (session), error)) == NULL)
    return FALSE;

  if (koyomi_record_get_int (person, KOYOMI_PERSON_TEAM) != koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM))
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "“%s” is not of this team", koyomi_record_get_title (person));
  else if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY) == id)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "“%s” cannot stand in for themselves",
                 koyomi_record_get_title (person));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_assignment (KoyomiSession  *session,
                  KoyomiRecord   *assignment,
                  GError        **error)
{
  guint32 from = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY);
  guint32 to = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY);

  if (to != KOYOMI_DAY_NONE && to < from)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the assignment would end before it begins");
      return FALSE;
    }

  return check_person (session, assignment, error);
}

/* Writes what was set in an assignment: person, deputy, note, days. The person must be of the team, and the deputy somebody else, who can
 * be of another team. */
gboolean
koyomi_assignment_save (KoyomiSession   *session,
                        KoyomiRecord    *assignment,
                        KoyomiLanguage   language,
                        GError         **error)
{
  return check_assignment (session, assignment, error) && koyomi_session_save (session, assignment, language, error);
}

/* A new row from @day on that is what @present becomes as @changed has it; its note is in the language of @changed. */
static KoyomiRecord *
make_successor (KoyomiRecord *present,
                KoyomiRecord *changed,
                guint32       day)
{
  static const int fields[] = { KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_DEPUTY, KOYOMI_ASSIGNMENT_TO_DAY };

  KoyomiRecord *successor = _koyomi_assignment_copy (present);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    koyomi_record_set_int (successor, fields[i], koyomi_record_get_int (changed, fields[i]));
  koyomi_record_set_int (successor, KOYOMI_ASSIGNMENT_FROM_DAY, day);
  koyomi_record_set_text (successor, KOYOMI_ASSIGNMENT_LETTERS, koyomi_record_get_text (changed, KOYOMI_ASSIGNMENT_LETTERS));

  return successor;
}

/* Adds what follows @present, unless it has no letters, with the note of @changed. */
static gboolean
insert_successor (KoyomiSession  *session,
                  KoyomiEdit     *edit,
                  KoyomiRecord   *present,
                  KoyomiRecord   *successor,
                  KoyomiRecord   *changed,
                  GError        **error)
{
  const char *note = koyomi_record_get_text (changed, KOYOMI_ASSIGNMENT_NOTE);
  gboolean is_own = koyomi_record_get_language (changed) == koyomi_session_get_own_language (session);
  gboolean is_changed = koyomi_record_is_changed (changed, KOYOMI_ASSIGNMENT_NOTE);

  if (*koyomi_record_get_text (successor, KOYOMI_ASSIGNMENT_LETTERS) == '\0')
    return TRUE;

  if (is_changed && is_own)
    koyomi_record_set_text (successor, KOYOMI_ASSIGNMENT_NOTE, note);

  return _koyomi_assignment_insert_copy (edit, present, successor, error) &&
         (!is_changed || is_own ||
          koyomi_edit_translate (edit, KOYOMI_ASSIGNMENT_NOTE, koyomi_record_get_id (successor), note, error));
}

static char *
label_change (KoyomiSession   *session,
              KoyomiRecord    *assignment,
              KoyomiCellsTime  time,
              guint32          day,
              KoyomiLanguage   language)
{
  CellEdit names = { .session = session };
  g_autofree char *cell = NULL;

  names.last.function = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION);
  names.last.team = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM);
  cell = name_cell (&names, language);

  return _koyomi_label_add_day (g_strdup_printf (koyomi_tr (language, N_("Change %s")), cell), time, day, language);
}

/* Ends the assignment as it stands the day before, and adds one as @changed has it. */
static gboolean
replace_from (KoyomiSession  *session,
              KoyomiEdit     *edit,
              KoyomiRecord   *changed,
              guint32         day,
              GError        **error)
{
  g_autoptr(KoyomiRecord) present = koyomi_session_get (session, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (changed),
                                                        koyomi_session_get_own_language (session), error);
  g_autoptr(KoyomiRecord) successor = NULL;

  if (present == NULL)
    return FALSE;

  successor = make_successor (present, changed, day);
  koyomi_record_set_int (present, KOYOMI_ASSIGNMENT_TO_DAY, day - 1);

  return check_assignment (session, successor, error) &&
         insert_successor (session, edit, present, successor, changed, error) &&
         koyomi_edit_update (edit, present, error);
}

/* Writes what was set in the assignment into the row as it now stands. */
static gboolean
correct (KoyomiSession  *session,
         KoyomiEdit     *edit,
         KoyomiRecord   *changed,
         GError        **error)
{
  g_autoptr(KoyomiRecord) fresh = NULL;

  return check_assignment (session, changed, error) &&
         (fresh = _koyomi_session_read_changed (session, changed, error)) != NULL && koyomi_edit_update (edit, fresh, error);
}

/* Adds a copy, so that the assignment still is a new one when the edit fails. */
static gboolean
add_copy (KoyomiSession  *session,
          KoyomiEdit     *edit,
          KoyomiRecord   *assignment,
          GError        **error)
{
  g_autoptr(KoyomiRecord) copy = _koyomi_assignment_copy (assignment);

  return check_assignment (session, assignment, error) && koyomi_edit_insert (edit, copy, error);
}

static gboolean
write_change (KoyomiSession    *session,
              KoyomiEdit       *edit,
              KoyomiRecord     *assignment,
              KoyomiCellsTime   time,
              guint32           day,
              GError          **error)
{
  gint64 id = koyomi_record_get_id (assignment);
  g_autoptr(KoyomiRecord) present = koyomi_session_get (session, KOYOMI_TABLE_ASSIGNMENT, id, koyomi_record_get_language (assignment),
                                                        NULL);

  if (present == NULL)
    return add_copy (session, edit, assignment, error);

  if (time == KOYOMI_CELLS_FROM_DAY && koyomi_record_get_day (present, KOYOMI_ASSIGNMENT_FROM_DAY) < day)
    return replace_from (session, edit, assignment, day, error);

  if (*koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS) == '\0')
    return koyomi_edit_delete (edit, KOYOMI_TABLE_ASSIGNMENT, id, error);

  return correct (session, edit, assignment, error);
}

/* One edit, under the name of the cell that the first assignment is of. */
static gboolean
write_changes (KoyomiSession    *session,
               GPtrArray        *assignments,
               KoyomiCellsTime   time,
               guint32           day,
               KoyomiLanguage    language,
               GError          **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *label = NULL;

  if (edit == NULL)
    return FALSE;

  label = label_change (session, g_ptr_array_index (assignments, 0), time, day, language);
  for (guint i = 0; i < assignments->len; i++)
    if (!write_change (session, edit, g_ptr_array_index (assignments, i), time, day, error))
      return FALSE;

  return koyomi_edit_commit (edit, label, error);
}

/**
 * koyomi_assignment_change:
 * @assignment: one of the plan with other letters, person, deputy, note or days, or a new one; without letters it goes
 * @day: of %KOYOMI_CELLS_FROM_DAY: the first on which it is as @assignment has it
 *
 * One edit. An assignment that begins on @day or later is corrected in place.
 */
gboolean
koyomi_assignment_change (KoyomiSession    *session,
                          KoyomiRecord     *assignment,
                          KoyomiCellsTime   time,
                          guint32           day,
                          KoyomiLanguage    language,
                          GError          **error)
{
  g_autoptr(KoyomiRecord) present = NULL;

  g_return_val_if_fail (KOYOMI_IS_RECORD (assignment), FALSE);

  present = koyomi_session_get (session, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), language, NULL);
  if (present == NULL)
    return check_assignment (session, assignment, error) && koyomi_session_add (session, assignment, language, error) != 0;

  if (time == KOYOMI_CELLS_FROM_DAY && koyomi_record_get_day (present, KOYOMI_ASSIGNMENT_FROM_DAY) < day)
    {
      g_autoptr(GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, assignment);
      return write_changes (session, one, time, day, language, error);
    }

  if (*koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS) == '\0')
    return koyomi_session_remove (session, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), language, error);

  return koyomi_assignment_save (session, assignment, language, error);
}

/* As koyomi_assignment_change() of each, together one edit. @assignments: (element-type KoyomiRecord): of one cell */
gboolean
koyomi_assignments_change (KoyomiSession    *session,
                           GPtrArray        *assignments,
                           KoyomiCellsTime   time,
                           guint32           day,
                           KoyomiLanguage    language,
                           GError          **error)
{
  if (assignments->len == 0)
    return TRUE;
  if (assignments->len == 1)
    return koyomi_assignment_change (session, g_ptr_array_index (assignments, 0), time, day, language, error);

  return write_changes (session, assignments, time, day, language, error);
}

/* Gives the plan a letter of its own, behind those that it has.
 * Returns: its key; 0 with an error when it is not one character, or a letter already */
gint64
koyomi_session_add_letter (KoyomiSession   *session,
                           const char      *letter,
                           const char      *name,
                           const char      *meaning,
                           KoyomiLanguage   language,
                           GError         **error)
{
  g_autoptr(GPtrArray) letters = koyomi_session_list (session, KOYOMI_TABLE_LETTER, 0, 0, koyomi_session_get_own_language (session),
                                                      error);
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_LETTER);
  g_autoptr(KoyomiAlphabet) alphabet = NULL;
  int position;

  if (letters == NULL)
    return 0;

  alphabet = koyomi_alphabet_new (letters);
  if (!koyomi_alphabet_check_new (alphabet, letter, error) ||
      (position = koyomi_session_find_last_position (session, KOYOMI_TABLE_LETTER, 0, 0, error)) < 0)
    return 0;

  koyomi_record_set_text (record, KOYOMI_LETTER_LETTER, letter);
  koyomi_record_set_text (record, KOYOMI_LETTER_NAME, name);
  koyomi_record_set_text (record, KOYOMI_LETTER_MEANING, meaning);
  koyomi_record_set_int (record, KOYOMI_LETTER_POSITION, position + 1);

  return koyomi_session_add (session, record, language, error);
}
