#include "koyomi-team-edit.h"

#include "koyomi-assignment.h"
#include "koyomi-cell-edit-private.h"
#include "koyomi-crosswalk.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"

void
koyomi_uncovered_free (KoyomiUncovered *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->function);
  g_clear_object (&self->catalogue);
  g_free (self);
}

/* What the team and the others have of a function on the day. */
typedef struct
{
  KoyomiLetters its;
  KoyomiLetters others;
} Shares;

static GHashTable *
gather_shares (GPtrArray  *assignments,
               GHashTable *teams,
               gint64      team,
               guint32     day)
{
  GHashTable *shares = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      gint64 function = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION);
      gint64 whose = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM);
      KoyomiLetters letters = koyomi_letters_read_common (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
      Shares *share = g_hash_table_lookup (shares, &function);

      if (!koyomi_assignment_holds_on (assignment, day))
        continue;

      if (share == NULL)
        {
          share = g_new0 (Shares, 1);
          g_hash_table_insert (shares, g_memdup2 (&function, sizeof function), share);
        }

      if (whose == team)
        share->its |= letters;
      else if (koyomi_team_is_active_on (g_hash_table_lookup (teams, &whose), day))
        share->others |= letters;
    }

  return shares;
}

static GPtrArray *
list_lacking (const KoyomiCrosswalk *crosswalk,
              GHashTable            *catalogues,
              GHashTable            *shares)
{
  GPtrArray *functions = koyomi_crosswalk_get_functions (crosswalk);
  GPtrArray *lacking = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_uncovered_free);

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);
      gint64 id = koyomi_record_get_id (function);
      gint64 catalogue = koyomi_crosswalk_get_catalogue (crosswalk, function);
      Shares *share = g_hash_table_lookup (shares, &id);
      KoyomiLetters lost = share != NULL ? share->its & ~share->others : KOYOMI_LETTERS_NONE;
      KoyomiUncovered *uncovered;

      if ((lost & (KOYOMI_LETTERS_A | KOYOMI_LETTERS_R)) == 0)
        continue;

      uncovered = g_new0 (KoyomiUncovered, 1);
      g_set_object (&uncovered->function, function);
      g_set_object (&uncovered->catalogue, g_hash_table_lookup (catalogues, &catalogue));
      uncovered->without_accountable = (lost & KOYOMI_LETTERS_A) != 0;
      uncovered->without_responsible = (lost & KOYOMI_LETTERS_R) != 0;
      g_ptr_array_add (lacking, uncovered);
    }

  return lacking;
}

/**
 * koyomi_session_list_uncovered:
 * @day: the first day without the team
 *
 * Returns: (transfer full) (element-type KoyomiUncovered): the functions of all catalogues for which nobody else who is active has the A
 *   or the R that the team has then
 */
GPtrArray *
koyomi_session_list_uncovered (KoyomiSession   *session,
                               gint64           team,
                               guint32          day,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr(GPtrArray) assignments = NULL;
  g_autoptr(GHashTable) catalogues = NULL;
  g_autoptr(GHashTable) teams = NULL;
  g_autoptr(GHashTable) shares = NULL;
  g_autoptr(KoyomiCrosswalk) crosswalk = NULL;

  if ((groups = koyomi_session_list (session, KOYOMI_TABLE_GROUP, 0, 0, language, error)) == NULL ||
      (functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, language, error)) == NULL ||
      (assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, language, error)) == NULL ||
      (catalogues = koyomi_session_index (session, KOYOMI_TABLE_CATALOGUE, language, error)) == NULL ||
      (teams = koyomi_session_index (session, KOYOMI_TABLE_TEAM, language, error)) == NULL)
    return NULL;

  shares = gather_shares (assignments, teams, team, day);
  crosswalk = koyomi_crosswalk_new (groups, functions, pairs);

  return list_lacking (crosswalk, catalogues, shares);
}

/* The sentence of one line of the list. */
char *
koyomi_uncovered_describe (const KoyomiUncovered *self,
                           KoyomiLanguage         language)
{
  g_autofree char *function = g_strdup_printf ("%s %s", koyomi_record_get_text (self->function, KOYOMI_FUNCTION_CODE),
                                               koyomi_record_get_title (self->function));

  if (self->without_accountable && self->without_responsible)
    /* Translators: %s is a function */
    return g_strdup_printf (koyomi_tr (language, N_("%s would have neither A nor R")), function);

  if (self->without_accountable)
    /* Translators: %s is a function */
    return g_strdup_printf (koyomi_tr (language, N_("%s would have no A")), function);

  /* Translators: %s is a function */
  return g_strdup_printf (koyomi_tr (language, N_("%s would have no R")), function);
}

/* Ends at @last_day what goes on behind it. */
static gboolean
end_assignments_of (KoyomiSession  *session,
                    KoyomiEdit     *edit,
                    gint64          team,
                    guint32         last_day,
                    GError        **error)
{
  g_autoptr(GPtrArray) assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, team,
                                                          koyomi_session_get_own_language (session), error);

  if (assignments == NULL)
    return FALSE;

  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      guint32 to = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY);

      if (to != KOYOMI_DAY_NONE && to <= last_day)
        continue;

      if (koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY) > last_day)
        {
          if (!koyomi_edit_delete (edit, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), error))
            return FALSE;
          continue;
        }

      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, last_day);
      if (!koyomi_edit_update (edit, assignment, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_last_day (KoyomiSession  *session,
              KoyomiEdit     *edit,
              gint64          team,
              guint32         last_day,
              GError        **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_TEAM, team, koyomi_session_get_own_language (session),
                                                       error);

  if (record == NULL)
    return FALSE;

  if (koyomi_record_get_day (record, KOYOMI_TEAM_ACTIVE_FROM) > last_day)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the team “%s” would end before it begins",
                   koyomi_record_get_title (record));
      return FALSE;
    }

  koyomi_record_set_int (record, KOYOMI_TEAM_ACTIVE_TO, last_day);

  return koyomi_edit_update (edit, record, error);
}

/**
 * koyomi_team_retire:
 * @last_day: the last one on which the team is active
 * @end_assignments: end its assignments with it, and drop those that would have begun later; else they stay, as breaches of the rule
 *   that a retired team has no functions
 *
 * One edit. What it leaves uncovered, koyomi_session_list_uncovered() tells before.
 */
gboolean
koyomi_team_retire (KoyomiSession   *session,
                    gint64           team,
                    guint32          last_day,
                    gboolean         end_assignments,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *date = koyomi_day_format (last_day);
  g_autofree char *label = NULL;

  if (edit == NULL || !set_last_day (session, edit, team, last_day, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, team, language);
  /* Translators: a team, and its last day */
  label = g_strdup_printf (koyomi_tr (language, N_("Retire %s after %s")), name, date);

  return (!end_assignments || end_assignments_of (session, edit, team, last_day, error)) &&
         koyomi_edit_commit (edit, label, error);
}

/* What goes over from one team to another. */
typedef struct
{
  KoyomiEdit      *edit;
  KoyomiAlphabet  *alphabet;
  GPtrArray       *present;   /* (element-type KoyomiRecord): the assignments of the team that gets them */
  GHashTable      *people;    /* id -> record */
  gint64           to;
  gboolean         keep;
  KoyomiCellsTime  time;
  guint32          day;
} HandOver;

/* Returns: (transfer none) (nullable): an assignment of the other team's that holds as long, to which the letters can go */
static KoyomiRecord *
find_twin (HandOver     *self,
           KoyomiRecord *assignment)
{
  for (guint i = 0; i < self->present->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (self->present, i);

      if (koyomi_record_get_int (other, KOYOMI_ASSIGNMENT_FUNCTION) == koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION) &&
          koyomi_assignment_holds_on (other, self->day) == koyomi_assignment_holds_on (assignment, self->day) &&
          (koyomi_assignment_holds_on (other, self->day) ||
           koyomi_record_get_day (other, KOYOMI_ASSIGNMENT_FROM_DAY) == koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY)) &&
          koyomi_record_get_day (other, KOYOMI_ASSIGNMENT_TO_DAY) == koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY))
        return other;
    }

  return NULL;
}

/* A person stays behind with the team. */
static void
leave_people (HandOver     *self,
              KoyomiRecord *assignment)
{
  static const int fields[] = { KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_DEPUTY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 id = koyomi_record_get_int (assignment, fields[i]);
      KoyomiRecord *person = g_hash_table_lookup (self->people, &id);

      if (person != NULL && koyomi_record_get_int (person, KOYOMI_PERSON_TEAM) != self->to)
        koyomi_record_set_int (assignment, fields[i], 0);
    }
}

static gboolean
give_copy (HandOver      *self,
           KoyomiRecord  *assignment,
           GError       **error)
{
  g_autoptr(KoyomiRecord) copy = _koyomi_assignment_copy (assignment);

  koyomi_record_set_int (copy, KOYOMI_ASSIGNMENT_TEAM, self->to);
  if (self->time == KOYOMI_CELLS_FROM_DAY && koyomi_record_get_day (copy, KOYOMI_ASSIGNMENT_FROM_DAY) < self->day)
    koyomi_record_set_int (copy, KOYOMI_ASSIGNMENT_FROM_DAY, self->day);
  leave_people (self, copy);

  return _koyomi_assignment_insert_copy (self->edit, assignment, copy, error);
}

static gboolean
give_letters (HandOver      *self,
              KoyomiRecord  *assignment,
              KoyomiRecord  *twin,
              GError       **error)
{
  KoyomiLetters letters = koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS)) |
                          koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (twin, KOYOMI_ASSIGNMENT_LETTERS));
  g_autofree char *text = koyomi_alphabet_format (self->alphabet, letters);

  return letters == koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (twin, KOYOMI_ASSIGNMENT_LETTERS)) ||
         koyomi_assignment_rewrite (self->edit, twin, text, self->time, self->day, error);
}

/* What is neither kept nor to be ended on a day simply changes its team. */
static gboolean
hand_over_one (HandOver      *self,
               KoyomiRecord  *assignment,
               GError       **error)
{
  KoyomiRecord *twin = find_twin (self, assignment);
  gboolean begins_before = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY) < self->day;

  if (twin == NULL && !self->keep && (self->time == KOYOMI_CELLS_IN_PLACE || !begins_before))
    {
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, self->to);
      leave_people (self, assignment);
      return koyomi_edit_update (self->edit, assignment, error);
    }

  if (!(twin != NULL ? give_letters (self, assignment, twin, error) : give_copy (self, assignment, error)))
    return FALSE;

  return self->keep || koyomi_assignment_rewrite (self->edit, assignment, "", self->time, self->day, error);
}

static char *
label_hand_over (KoyomiSession   *session,
                 gint64           from,
                 gint64           to,
                 gboolean         keep,
                 KoyomiLanguage   language)
{
  g_autofree char *from_name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, from, language);
  g_autofree char *to_name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, to, language);

  if (keep)
    /* Translators: a team, and another team */
    return g_strdup_printf (koyomi_tr (language, N_("Copy the functions of %s to %s")), from_name, to_name);

  /* Translators: a team, and another team */
  return g_strdup_printf (koyomi_tr (language, N_("Move the functions of %s to %s")), from_name, to_name);
}

static gboolean
hand_over_all (KoyomiSession    *session,
               KoyomiEdit       *edit,
               gint64            from,
               gint64            to,
               gboolean          keep,
               KoyomiCellsTime   time,
               guint32           day,
               GError          **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  HandOver self = { .edit = edit, .to = to, .keep = keep, .time = time, .day = day };
  g_autoptr(KoyomiAlphabet) alphabet = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) given = NULL;
  g_autoptr(GPtrArray) present = NULL;
  g_autoptr(GHashTable) people = NULL;

  if ((letters = koyomi_session_list (session, KOYOMI_TABLE_LETTER, 0, 0, own, error)) == NULL ||
      (given = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, from, own, error)) == NULL ||
      (present = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, to, own, error)) == NULL ||
      (people = koyomi_session_index (session, KOYOMI_TABLE_PERSON, own, error)) == NULL)
    return FALSE;

  self.alphabet = alphabet = koyomi_alphabet_new (letters);
  self.present = present;
  self.people = people;
  for (guint i = 0; i < given->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (given, i);
      guint32 last_day = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY);

      if ((last_day == KOYOMI_DAY_NONE || last_day >= day) && !hand_over_one (&self, assignment, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_team_hand_over:
 * @keep: @from keeps what it has: a copy
 * @time: %KOYOMI_CELLS_FROM_DAY ends what @from has the day before @day
 * @day: what ended before it stays with @from
 *
 * Gives what a team has, in all catalogues, to another one, as one edit. Where that one has a part in the function already, the letters
 * come together. People named stay behind.
 */
gboolean
koyomi_team_hand_over (KoyomiSession    *session,
                       gint64            from,
                       gint64            to,
                       gboolean          keep,
                       KoyomiCellsTime   time,
                       guint32           day,
                       KoyomiLanguage    language,
                       GError          **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (from != to, FALSE);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !hand_over_all (session, edit, from, to, keep, time, day, error))
    return FALSE;

  label = label_hand_over (session, from, to, keep, language);
  label = _koyomi_label_add_day (g_steal_pointer (&label), time, day, language);

  return koyomi_edit_commit (edit, label, error);
}

/* Retires @from after @last_day and gives what it has from then on to @to, as one edit. */
gboolean
koyomi_team_succeed (KoyomiSession   *session,
                     gint64           from,
                     gint64           to,
                     guint32          last_day,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *from_name = NULL;
  g_autofree char *to_name = NULL;
  g_autofree char *date = koyomi_day_format (last_day);
  g_autofree char *label = NULL;

  g_return_val_if_fail (from != to, FALSE);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !set_last_day (session, edit, from, last_day, error) ||
      !hand_over_all (session, edit, from, to, FALSE, KOYOMI_CELLS_FROM_DAY, last_day + 1, error))
    return FALSE;

  from_name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, from, language);
  to_name = _koyomi_label_name_row (session, KOYOMI_TABLE_TEAM, to, language);
  /* Translators: a team, its last day, and another team */
  label = g_strdup_printf (koyomi_tr (language, N_("Retire %s after %s and move its functions to %s")), from_name, date, to_name);

  return koyomi_edit_commit (edit, label, error);
}
