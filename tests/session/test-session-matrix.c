#include "koyomi-session-matrix.h"

#include "koyomi-cell-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-last-meeting.h"
#include "koyomi-matrix-difference.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-matrix.h"

#define TODAY koyomi_day_new (2026, 11, 22)

typedef struct
{
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (TODAY);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static KoyomiMatrix *
load (KoyomiSession  *session,
      const char     *code,
      guint32         day,
      KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiMatrix *matrix = koyomi_session_load_matrix (session, koyomi_session_find_catalogue (session, code, NULL), day, language, &error);

  g_assert_no_error (error);

  return matrix;
}

static void
test_catalogues (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *code;
    guint       n_rows;
    const char *first;
  } cases[] = {
    { "cric", 31, "サイバーセキュリティ統括" },
    { "isogj", 54, "全体方針管理" },
    { "x1060", 64, NULL },
    { "own", 0, NULL },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiMatrix) matrix = load (self->session, cases[i].code, TODAY, KOYOMI_LANGUAGE_JA);

      g_assert_cmpuint (koyomi_matrix_get_n_rows (matrix), ==, cases[i].n_rows);
      g_assert_cmpstr (koyomi_record_get_text (koyomi_matrix_get_catalogue (matrix), KOYOMI_CATALOGUE_CODE), ==, cases[i].code);
      if (cases[i].first != NULL)
        g_assert_cmpstr (koyomi_record_get_title (koyomi_matrix_get_row (matrix, 0)->function), ==, cases[i].first);
    }

  g_assert_cmpint (koyomi_session_find_catalogue (self->session, "nist", &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
}

/* The statement leaves out what does not hold; the model would do so itself. */
static void
test_as_from_all_rows (Fixture       *self,
                       gconstpointer  data)
{
  static const char * const codes[] = { "cric", "isogj", "x1060" };
  guint32 reorganisation = koyomi_day_new (2026, 5, 6);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint32 day = reorganisation - 2; day <= reorganisation + 1; day++)
      {
        KoyomiMatrixSource source = { .catalogue = koyomi_session_find_catalogue (self->session, codes[i], NULL), .day = day };
        GPtrArray ** const lists[] = {
          &source.catalogues, &source.groups, &source.functions, &source.crosswalk, &source.teams, &source.people,
          &source.assignments, &source.letters,
        };
        static const KoyomiTableId tables[] = {
          KOYOMI_TABLE_CATALOGUE, KOYOMI_TABLE_GROUP, KOYOMI_TABLE_FUNCTION, KOYOMI_TABLE_CROSSWALK, KOYOMI_TABLE_TEAM,
          KOYOMI_TABLE_PERSON, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_TABLE_LETTER,
        };
        g_autoptr(KoyomiMatrix) loaded = load (self->session, codes[i], day, KOYOMI_LANGUAGE_EN);
        g_autoptr(KoyomiMatrix) made = NULL;
        g_autofree char *loaded_text = koyomi_test_matrix_print (loaded);
        g_autofree char *made_text = NULL;

        for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
          *lists[j] = koyomi_session_list (self->session, tables[j], 0, 0, KOYOMI_LANGUAGE_EN, NULL);
        made = koyomi_matrix_new (&source);
        for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
          g_ptr_array_unref (*lists[j]);

        made_text = koyomi_test_matrix_print (made);
        g_assert_cmpstr (loaded_text, ==, made_text);
      }
}

static void
assert_sentences (KoyomiMatrix       *before,
                  KoyomiMatrix       *after,
                  const char * const *sentences,
                  const char         *summary)
{
  g_autoptr(GPtrArray) changes = koyomi_matrix_compare (before, after);
  g_autofree char *numbers = koyomi_matrix_changes_summarise (changes, KOYOMI_LANGUAGE_JA);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_cmpuint (changes->len, >, i);
      sentence = koyomi_matrix_change_explain (g_ptr_array_index (changes, i), KOYOMI_LANGUAGE_JA);
      g_assert_cmpstr (sentence, ==, sentences[i]);
    }
  g_assert_cmpstr (numbers, ==, summary);
}

/* The sample's own re-organisation. */
static void
test_two_days (Fixture       *self,
               gconstpointer  data)
{
  static const char * const sentences[] = {
    "サイバーセキュリティ統括室は新しいチームです", "旧 情報セキュリティ推進課は活動を終えました",
    "Rが旧 情報セキュリティ推進課からサイバーセキュリティ統括室に移りました",
    "Aが旧 情報セキュリティ推進課からサイバーセキュリティ統括室に移りました", NULL
  };
  guint32 day = koyomi_day_new (2026, 5, 6);
  g_autoptr(KoyomiMatrix) before = load (self->session, "isogj", day - 1, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiMatrix) after = load (self->session, "isogj", day, KOYOMI_LANGUAGE_JA);

  assert_sentences (before, after, sentences, "Aの移動1件、Rの移動2件、チームの追加1件、チームの廃止1件");
}

static void
add_team (Fixture    *self,
          const char *name,
          guint32     from_day)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_set_int (team, KOYOMI_TEAM_ACTIVE_FROM, from_day);
  g_assert_true (koyomi_edit_insert (edit, team, NULL));
  g_assert_true (koyomi_edit_commit (edit, name, NULL));
}

/* A team that is not there is shown beside what it is compared with, and left out else. */
static void
test_difference (Fixture       *self,
                 gconstpointer  data)
{
  gint64 catalogue = koyomi_session_find_catalogue (self->session, "isogj", NULL);
  g_autoptr(KoyomiMatrix) before = NULL;
  g_autoptr(KoyomiMatrix) alone = NULL;
  g_autoptr(KoyomiMatrix) after = NULL;
  g_autoptr(KoyomiMatrixDifference) difference = NULL;
  guint n_columns;

  add_team (self, "新設の班", TODAY);
  before = load (self->session, "isogj", TODAY, KOYOMI_LANGUAGE_JA);
  alone = load (self->session, "isogj", TODAY - 1, KOYOMI_LANGUAGE_JA);
  after = koyomi_session_load_matrix_after (self->session, catalogue, TODAY - 1, before, KOYOMI_LANGUAGE_JA, NULL);
  difference = koyomi_matrix_difference_new (before, after);
  n_columns = koyomi_matrix_get_n_columns (after);

  g_assert_cmpuint (n_columns, ==, koyomi_matrix_get_n_columns (alone) + 1);
  g_assert_cmpuint (koyomi_matrix_difference_get_changes (difference)->len, ==, 1);
  g_assert_cmpint (koyomi_matrix_difference_get_column (difference, 0), ==, KOYOMI_MATRIX_CHANGE_TEAM_RETIRED);
  g_assert_cmpint (koyomi_matrix_difference_get_column (difference, n_columns - 1), ==, KOYOMI_N_MATRIX_CHANGES);
}

/* Of each committee the last meeting that was not cancelled. */
static void
test_last_meetings (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list_last_meetings (self->session, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) none = koyomi_session_list_last_meetings (self->session, koyomi_day_new (2020, 1, 1), KOYOMI_LANGUAGE_JA, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (meetings->len, >, 1);
  for (guint i = 0; i < meetings->len; i++)
    {
      const KoyomiLastMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_MEETING, meeting->meeting_id,
                                                           KOYOMI_LANGUAGE_JA, NULL);

      g_assert_cmpuint (meeting->day, <, TODAY);
      g_assert_cmpuint (meeting->day, ==, koyomi_record_get_day (record, KOYOMI_MEETING_DAY));
      g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_MEETING_STATUS), !=, KOYOMI_MEETING_STATUS_CANCELLED);
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (((KoyomiLastMeeting *) g_ptr_array_index (meetings, j))->committee_id, !=, meeting->committee_id);
    }
}

/* A plan now, and as it stood when a bookmark was made. */
static void
test_since_a_bookmark (Fixture       *self,
                       gconstpointer  data)
{
  static const char * const sentences[] = { "AがCISOからCIOに移りました", NULL };
  g_autoptr(KoyomiMatrix) before = NULL;
  g_autoptr(KoyomiMatrix) after = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiCellChange changes[2] = { 0 };

  koyomi_session_add_bookmark (self->session, "前回の委員会", "しおり", &error);
  g_assert_no_error (error);
  after = load (self->session, "isogj", TODAY, KOYOMI_LANGUAGE_JA);
  for (guint i = 0; i < 2; i++)
    {
      changes[i].function = koyomi_record_get_id (koyomi_matrix_get_row (after, 0)->function);
      changes[i].team = koyomi_record_get_id (koyomi_matrix_get_column (after, i)->team);
      changes[i].letters = i == 0 ? KOYOMI_LETTERS_NONE : KOYOMI_LETTERS_A;
    }
  koyomi_cells_set (self->session, koyomi_matrix_get_alphabet (after), changes, 2, KOYOMI_CELLS_SET, KOYOMI_CELLS_IN_PLACE, TODAY,
                    KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);

  g_clear_pointer (&after, koyomi_matrix_unref);
  after = load (self->session, "isogj", TODAY, KOYOMI_LANGUAGE_JA);
  past = koyomi_session_open_as_of (self->session, koyomi_session_find_moment (self->session, "前回の委員会", NULL), NULL, NULL, NULL,
                                    &error);
  g_assert_no_error (error);
  before = load (past, "isogj", TODAY, KOYOMI_LANGUAGE_JA);
  assert_sentences (before, after, sentences, "Aの移動1件");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/matrix/every-catalogue", Fixture, NULL, set_up, test_catalogues, tear_down);
  g_test_add ("/session/matrix/is-as-if-made-from-all-rows", Fixture, NULL, set_up, test_as_from_all_rows, tear_down);
  g_test_add ("/session/matrix/what-changed-between-two-days", Fixture, NULL, set_up, test_two_days, tear_down);
  g_test_add ("/session/matrix/what-changed-since-a-bookmark", Fixture, NULL, set_up, test_since_a_bookmark, tear_down);
  g_test_add ("/session/matrix/what-is-over-is-shown-to-be-compared", Fixture, NULL, set_up, test_difference, tear_down);
  g_test_add ("/session/matrix/last-meeting-of-each-committee", Fixture, NULL, set_up, test_last_meetings, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
