#include "koyomi-team-edit.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-references.h"
#include "koyomi-session-matrix.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define DAY koyomi_day_new (2026, 12, 1)

typedef struct
{
  KoyomiSession *session;
  GPtrArray     *teams;
  GPtrArray     *catalogues;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  self->teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  self->catalogues = koyomi_session_list (self->session, KOYOMI_TABLE_CATALOGUE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_ptr_array_unref (self->teams);
  g_ptr_array_unref (self->catalogues);
  g_assert_finalize_object (self->session);
}

static gint64
get_team (Fixture *self,
          guint    index)
{
  return koyomi_record_get_id (g_ptr_array_index (self->teams, index));
}

static gint64
find_team (Fixture    *self,
           const char *code)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (self->teams, i), KOYOMI_TEAM_CODE), code))
      return get_team (self, i);

  g_assert_not_reached ();
}

static KoyomiMatrix *
load (Fixture *self,
      guint    catalogue,
      guint32  day)
{
  g_autoptr(GError) error = NULL;
  KoyomiMatrix *matrix = koyomi_session_load_matrix (self->session, koyomi_record_get_id (g_ptr_array_index (self->catalogues, catalogue)),
                                                     day, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);

  return matrix;
}

static KoyomiLetters
get_letters (KoyomiMatrix *matrix,
             guint         row,
             gint64        team)
{
  int column = koyomi_matrix_find_column (matrix, team);
  const KoyomiMatrixCell *cell = column >= 0 ? koyomi_matrix_get_cell (matrix, row, column) : NULL;

  return cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE;
}

/* What those who are active have together. */
static KoyomiLetters
get_covered (KoyomiMatrix *matrix,
             guint         row)
{
  KoyomiLetters letters = KOYOMI_LETTERS_NONE;

  for (guint i = 0; i < koyomi_matrix_get_n_columns (matrix); i++)
    if (koyomi_matrix_get_column (matrix, i)->is_active)
      letters |= get_letters (matrix, row, koyomi_record_get_id (koyomi_matrix_get_column (matrix, i)->team));

  return letters;
}

static KoyomiLetters
find_uncovered (GPtrArray *list,
                gint64     function)
{
  for (guint i = 0; i < list->len; i++)
    {
      const KoyomiUncovered *uncovered = g_ptr_array_index (list, i);

      if (koyomi_record_get_id (uncovered->function) == function)
        return (uncovered->without_accountable ? KOYOMI_LETTERS_A : 0) | (uncovered->without_responsible ? KOYOMI_LETTERS_R : 0);
    }

  return KOYOMI_LETTERS_NONE;
}

/* What the list foretells is what is missing once the team is gone, for each team of the sample. */
static void
test_retire (Fixture       *self,
             gconstpointer  data)
{
  guint n_listed = 0;

  for (guint i = 0; i < self->teams->len; i++)
    {
      gint64 team = get_team (self, i);
      g_autofree char *before = koyomi_test_content_hash (self->session);
      g_autofree char *undone = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) list = koyomi_session_list_uncovered (self->session, team, DAY, KOYOMI_LANGUAGE_JA, &error);
      g_autoptr(GPtrArray) matrices = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_matrix_unref);

      g_assert_no_error (error);
      n_listed += list->len;
      for (guint j = 0; j < self->catalogues->len; j++)
        g_ptr_array_add (matrices, load (self, j, DAY));

      koyomi_team_retire (self->session, team, DAY - 1, TRUE, KOYOMI_LANGUAGE_JA, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < self->catalogues->len; j++)
        {
          KoyomiMatrix *old = g_ptr_array_index (matrices, j);
          g_autoptr(KoyomiMatrix) new = load (self, j, DAY);

          g_assert_cmpint (koyomi_matrix_find_column (new, team), ==, -1);
          for (guint row = 0; row < koyomi_matrix_get_n_rows (old); row++)
            {
              KoyomiLetters lost = get_covered (old, row) & ~get_covered (new, row) & (KOYOMI_LETTERS_A | KOYOMI_LETTERS_R);
              gint64 function = koyomi_record_get_id (koyomi_matrix_get_row (old, row)->function);

              g_assert_cmpuint (find_uncovered (list, function), ==, lost);
            }
        }

      g_assert_true (koyomi_session_undo (self->session, NULL));
      undone = koyomi_test_content_hash (self->session);
      g_assert_cmpstr (undone, ==, before);
    }

  g_assert_cmpuint (n_listed, >, 50);
}

/* How many functions hang on one team alone. */
static guint
count_uncovered (Fixture *self)
{
  guint n = 0;

  for (guint i = 0; i < self->teams->len; i++)
    {
      g_autoptr(GPtrArray) list = koyomi_session_list_uncovered (self->session, get_team (self, i), DAY, KOYOMI_LANGUAGE_JA, NULL);

      n += list->len;
    }

  return n;
}

static void
test_retire_leaves_breaches (Fixture       *self,
                             gconstpointer  data)
{
  gint64 team = find_team (self, "SOC");
  guint n_uncovered = count_uncovered (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMatrix) matrix = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;
  int column;

  g_assert_true (koyomi_team_retire (self->session, team, DAY - 1, FALSE, KOYOMI_LANGUAGE_JA, &error));
  g_assert_no_error (error);
  entry = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (entry->label, ==, "2026-11-30で「架空セキュリティ監視 (SOC委託)」を廃止");
  matrix = load (self, 0, DAY);
  column = koyomi_matrix_find_column (matrix, team);
  g_assert_cmpint (column, >=, 0);
  g_assert_false (koyomi_matrix_get_column (matrix, column)->is_active);

  /* A team that is gone covers nothing, whatever is still assigned to it. */
  g_assert_cmpuint (count_uncovered (self), >, n_uncovered);

  /* Its first day is later. */
  g_assert_false (koyomi_team_retire (self->session, find_team (self, "SO"), koyomi_day_new (2020, 1, 1), TRUE, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_sentences (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) list = koyomi_session_list_uncovered (self->session, find_team (self, "SOC"), DAY, KOYOMI_LANGUAGE_EN, NULL);
  g_autofree char *english = NULL;
  g_autofree char *japanese = NULL;

  g_assert_cmpuint (list->len, >, 0);
  english = koyomi_uncovered_describe (g_ptr_array_index (list, 0), KOYOMI_LANGUAGE_EN);
  japanese = koyomi_uncovered_describe (g_ptr_array_index (list, 0), KOYOMI_LANGUAGE_JA);
  g_assert_true (g_str_has_suffix (english, " would have no R"));
  g_assert_true (g_str_has_suffix (japanese, "のRがいなくなります"));
}

static void
check_hand_over (Fixture         *self,
                 gint64           from,
                 gint64           to,
                 gboolean         keep,
                 KoyomiCellsTime  time)
{
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *undone = NULL;
  g_autoptr(GPtrArray) matrices = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_matrix_unref);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      g_ptr_array_add (matrices, load (self, i, DAY));
      g_ptr_array_add (matrices, load (self, i, DAY - 1));
    }

  g_assert_true (koyomi_team_hand_over (self->session, from, to, keep, time, DAY, KOYOMI_LANGUAGE_JA, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      KoyomiMatrix *old = g_ptr_array_index (matrices, 2 * i);
      KoyomiMatrix *old_eve = g_ptr_array_index (matrices, 2 * i + 1);
      g_autoptr(KoyomiMatrix) new = load (self, i, DAY);
      g_autoptr(KoyomiMatrix) new_eve = load (self, i, DAY - 1);

      for (guint row = 0; row < koyomi_matrix_get_n_rows (old); row++)
        {
          g_assert_cmpuint (get_letters (new, row, to), ==, get_letters (old, row, to) | get_letters (old, row, from));
          g_assert_cmpuint (get_letters (new, row, from), ==, keep ? get_letters (old, row, from) : KOYOMI_LETTERS_NONE);
          if (time == KOYOMI_CELLS_FROM_DAY)
            {
              g_assert_cmpuint (get_letters (new_eve, row, to), ==, get_letters (old_eve, row, to));
              g_assert_cmpuint (get_letters (new_eve, row, from), ==, get_letters (old_eve, row, from));
            }
        }
    }

  g_assert_true (koyomi_session_undo (self->session, NULL));
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_hand_over (Fixture       *self,
                gconstpointer  data)
{
  for (guint i = 0; i + 1 < self->teams->len; i += 3)
    for (int keep = 0; keep < 2; keep++)
      {
        check_hand_over (self, get_team (self, i), get_team (self, i + 1), keep, KOYOMI_CELLS_IN_PLACE);
        check_hand_over (self, get_team (self, i), get_team (self, i + 1), keep, KOYOMI_CELLS_FROM_DAY);
      }
}

static void
test_people_stay_behind (Fixture       *self,
                         gconstpointer  data)
{
  gint64 from = find_team (self, "CISO");
  gint64 to = find_team (self, "HR");
  g_autoptr(GHashTable) people = koyomi_session_index (self->session, KOYOMI_TABLE_PERSON, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;

  g_assert_true (koyomi_team_hand_over (self->session, from, to, FALSE, KOYOMI_CELLS_FROM_DAY, DAY, KOYOMI_LANGUAGE_EN, NULL));
  entry = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (entry->label, ==, "Move the functions of “CISO” to “HR and general affairs” from 2026-12-01");
  rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, to, KOYOMI_LANGUAGE_JA, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = koyomi_record_get_int (g_ptr_array_index (rows, i), KOYOMI_ASSIGNMENT_PERSON);
      KoyomiRecord *person = g_hash_table_lookup (people, &id);

      if (person != NULL)
        g_assert_cmpint (koyomi_record_get_int (person, KOYOMI_PERSON_TEAM), ==, to);
    }
}

/* Retired and handed over at once: nobody lacks anything, and one undo takes both back. */
static void
test_succeed (Fixture       *self,
              gconstpointer  data)
{
  gint64 from = find_team (self, "CISO");
  gint64 to = find_team (self, "HR");
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *undone = NULL;
  g_autoptr(KoyomiMatrix) old = load (self, 0, DAY);
  g_autoptr(KoyomiMatrix) new = NULL;
  g_autoptr(KoyomiRecord) team = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_team_succeed (self->session, from, to, DAY - 1, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  team = koyomi_session_get (self->session, KOYOMI_TABLE_TEAM, from, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_TO), ==, DAY - 1);
  new = load (self, 0, DAY);
  for (guint row = 0; row < koyomi_matrix_get_n_rows (new); row++)
    {
      g_assert_cmpuint (get_covered (new, row), ==, get_covered (old, row));
      g_assert_cmpuint (get_letters (new, row, from), ==, KOYOMI_LETTERS_NONE);
    }

  g_assert_true (koyomi_session_undo (self->session, NULL));
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, before);
}

/* Whatever holds a team is counted; what nothing refers to can go without a trace. */
static void
test_referring (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiRecord) fresh = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(GPtrArray) people = koyomi_session_list (self->session, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, find_team (self, "CISO"),
                                                     KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GArray) referring = koyomi_session_list_referring (self->session, KOYOMI_TABLE_TEAM, find_team (self, "CISO"), NULL);
  g_autoptr(GArray) none = NULL;
  g_autofree char *text = koyomi_referring_describe (referring, KOYOMI_LANGUAGE_EN);

  g_assert_cmpuint (referring->len, >=, 2);
  g_assert_nonnull (strstr (text, "Assignment: "));
  for (guint i = 0; i < referring->len; i++)
    if (g_array_index (referring, KoyomiReferring, i).table == KOYOMI_TABLE_PERSON)
      g_assert_cmpuint (g_array_index (referring, KoyomiReferring, i).n_rows, ==, people->len);

  koyomi_record_set_text (fresh, KOYOMI_TEAM_NAME, "New");
  none = koyomi_session_list_referring (self->session, KOYOMI_TABLE_TEAM,
                                        koyomi_session_add (self->session, fresh, KOYOMI_LANGUAGE_JA, NULL), NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) past = koyomi_session_open_as_of (self->session, koyomi_session_find_moment (self->session, "#1", NULL), NULL,
                                                             NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (koyomi_team_retire (past, get_team (self, 0), DAY, TRUE, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (koyomi_team_hand_over (past, get_team (self, 0), get_team (self, 1), TRUE, KOYOMI_CELLS_IN_PLACE, DAY,
                                         KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/team-edit/retiring-leaves-uncovered-what-was-told", Fixture, NULL, set_up, test_retire, tear_down);
  g_test_add ("/session/team-edit/retiring-can-leave-assignments", Fixture, NULL, set_up, test_retire_leaves_breaches, tear_down);
  g_test_add ("/session/team-edit/uncovered-in-words", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/session/team-edit/hand-over", Fixture, NULL, set_up, test_hand_over, tear_down);
  g_test_add ("/session/team-edit/people-stay-behind", Fixture, NULL, set_up, test_people_stay_behind, tear_down);
  g_test_add ("/session/team-edit/retiring-and-handing-over-are-one-edit", Fixture, NULL, set_up, test_succeed, tear_down);
  g_test_add ("/session/team-edit/what-refers-is-counted", Fixture, NULL, set_up, test_referring, tear_down);
  g_test_add ("/session/team-edit/past-is-read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
