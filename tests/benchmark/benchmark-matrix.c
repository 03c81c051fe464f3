/* Loading the matrix, and writing one cell of it: the sample's, and one of 64 functions and 40 teams in a plan with 10,000 assignments,
 * most of which are over. */

#include "koyomi-cell-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-session-matrix.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#define N_ROUNDS 40
#define N_TEAMS 40
#define N_ASSIGNMENTS 10000

static KoyomiSession *
make_plan (const char     *name,
           KoyomiTemplate  template)
{
  KoyomiPlanOptions options = { .template = template, .language = KOYOMI_LANGUAGE_JA };
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GError) error = NULL;
  KoyomiSession *session;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error) ||
      (session = koyomi_session_open (path, FALSE, NULL, &error)) == NULL)
    g_error ("%s", error->message);

  return session;
}

static void
add_teams (KoyomiEdit *edit,
           GPtrArray  *teams)
{
  while (teams->len < N_TEAMS)
    {
      KoyomiRecord *team = koyomi_record_new (KOYOMI_TABLE_TEAM);

      koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "架空の班");
      koyomi_record_set_int (team, KOYOMI_TEAM_POSITION, 100 + teams->len);
      if (!koyomi_edit_insert (edit, team, NULL))
        g_error ("no team was added");
      g_ptr_array_add (teams, team);
    }
}

/* Years of re-organisations. */
static void
fill (KoyomiSession *session)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);

  add_teams (edit, teams);
  for (guint i = 0; i < N_ASSIGNMENTS; i++)
    {
      g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
      guint age = i % 4;

      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION,
                             koyomi_record_get_id (g_ptr_array_index (functions, i / 16 % functions->len)));
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, koyomi_record_get_id (g_ptr_array_index (teams, i * 7 % N_TEAMS)));
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, i % 3 == 0 ? "RA" : "C");
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, koyomi_day_new (2026 - age, 4, 1));
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, age == 0 ? 0 : koyomi_day_new (2027 - age, 3, 31));
      if (!koyomi_edit_insert (edit, assignment, NULL))
        g_error ("no assignment was added");
    }

  if (!koyomi_edit_commit (edit, "割り当て", NULL))
    g_error ("the edit failed");
}

static void
measure (KoyomiSession  *session,
         const char     *code,
         KoyomiLanguage  language)
{
  gint64 catalogue = koyomi_session_find_catalogue (session, code, NULL);
  guint32 day = koyomi_day_new (2026, 11, 22);
  g_autoptr(KoyomiMatrix) matrix = koyomi_session_load_matrix (session, catalogue, day, language, NULL);
  gint64 least = G_MAXINT64;
  gint64 least_edit = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      KoyomiCellChange change = { 0 };

      koyomi_matrix_unref (matrix);
      matrix = koyomi_session_load_matrix (session, catalogue, day, language, NULL);
      least = MIN (least, g_get_monotonic_time () - start);

      change.function = koyomi_record_get_id (koyomi_matrix_get_row (matrix, i)->function);
      change.team = koyomi_record_get_id (koyomi_matrix_get_column (matrix, 0)->team);
      change.letters = (i + language) % 2 ? KOYOMI_LETTERS_R : KOYOMI_LETTERS_C | KOYOMI_LETTERS_S;
      start = g_get_monotonic_time ();
      if (!koyomi_cells_set (session, koyomi_matrix_get_alphabet (matrix), &change, 1, KOYOMI_CELLS_SET, KOYOMI_CELLS_IN_PLACE, day,
                             language, NULL))
        g_error ("the cell was not written");
      least_edit = MIN (least_edit, g_get_monotonic_time () - start);
    }

  g_print ("%s: %u functions, %u teams, %d assignments: load %.2f ms, write a cell %.2f ms\n", koyomi_language_get_code (language),
           koyomi_matrix_get_n_rows (matrix), koyomi_matrix_get_n_columns (matrix),
           (int) koyomi_session_count (session, KOYOMI_TABLE_ASSIGNMENT, NULL), least / 1000.0, least_edit / 1000.0);
}

int
main (void)
{
  g_autoptr(KoyomiSession) sample = NULL;
  g_autoptr(KoyomiSession) large = NULL;

  koyomi_test_folder_start ();
  sample = make_plan ("sample", KOYOMI_TEMPLATE_SAMPLE);
  large = make_plan ("large", KOYOMI_TEMPLATE_CRIC);
  fill (large);

  measure (sample, "isogj", KOYOMI_LANGUAGE_JA);
  measure (sample, "isogj", KOYOMI_LANGUAGE_EN);
  measure (large, "x1060", KOYOMI_LANGUAGE_JA);
  measure (large, "x1060", KOYOMI_LANGUAGE_EN);
  g_clear_object (&sample);
  g_clear_object (&large);

  return koyomi_test_folder_finish (0);
}
