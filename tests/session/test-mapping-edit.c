#include "koyomi-mapping-edit.h"

#include "koyomi-crosswalk-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-session-matrix.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define TODAY koyomi_day_new (2026, 11, 22)

typedef struct
{
  KoyomiSession *session;
  gint64         cric;
  gint64         isogj;
  gint64         x1060;
} Fixture;

/* A plan that has assigned the functions of CRIC's list and no others. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (TODAY);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  self->cric = koyomi_session_find_catalogue (self->session, "cric", NULL);
  self->isogj = koyomi_session_find_catalogue (self->session, "isogj", NULL);
  self->x1060 = koyomi_session_find_catalogue (self->session, "x1060", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static void
assert_codes (GPtrArray  *functions,
              const char *expected)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < functions->len; i++)
    g_string_append_printf (codes, "%s ", koyomi_record_get_text (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_CODE));
  g_assert_cmpstr (codes->str, ==, expected);
}

static guint
count_assigned (KoyomiMatrix *matrix)
{
  guint n = 0;

  for (guint i = 0; i < koyomi_matrix_get_n_rows (matrix); i++)
    {
      const KoyomiMatrixRow *row = koyomi_matrix_get_row (matrix, i);

      n += koyomi_matrix_is_assigned (matrix, koyomi_record_get_id (row->function));
      g_assert_cmpuint (row->n_accountable, <=, 1);
    }

  return n;
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMappingPreview) preview = koyomi_session_preview_mapping (self->session, self->cric, self->isogj, TODAY,
                                                                            KOYOMI_LANGUAGE_JA, &error);
  gint64 n_before = koyomi_session_count (self->session, KOYOMI_TABLE_ASSIGNMENT, NULL);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *undone = NULL;
  g_autoptr(KoyomiMatrix) matrix = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_functions, ==, 53);
  g_assert_cmpuint (preview->n_kept, ==, 0);
  g_assert_cmpuint (preview->n_second, >, 0);
  assert_codes (preview->unmapped, "6 7 14 21 23 24 ");
  assert_codes (preview->unfilled, "G-10 ");

  g_assert_true (koyomi_session_apply_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, &error));
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_ASSIGNMENT, NULL), ==, n_before + preview->n_assignments);
  matrix = koyomi_session_load_matrix (self->session, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (count_assigned (matrix), ==, preview->n_functions);
  entry = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (entry->label, ==, "「CRIC CSF 機能定義」の割り当てを「ISOG-J 役割一覧」に写す");

  g_assert_true (koyomi_session_undo (self->session, NULL));
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, before);
}

/* What is there stays, and there is nothing more to do the second time. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiMappingPreview) preview = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (koyomi_session_apply_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL));
  before = koyomi_test_content_hash (self->session);
  preview = koyomi_session_preview_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (preview->n_functions, ==, 0);
  g_assert_cmpuint (preview->n_assignments, ==, 0);
  g_assert_cmpuint (preview->n_kept, ==, 53);

  g_assert_true (koyomi_session_apply_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL));
  g_assert_true (koyomi_session_apply_mapping (self->session, self->isogj, self->cric, TODAY, KOYOMI_LANGUAGE_JA, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

/* To X.1060 the way is over ISOG-J's list. */
static void
test_over_a_third (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiMappingPreview) preview = koyomi_session_preview_mapping (self->session, self->cric, self->x1060, TODAY,
                                                                            KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiMatrix) matrix = NULL;

  g_assert_cmpuint (preview->n_functions + preview->unfilled->len, ==, 64);
  g_assert_cmpuint (preview->n_functions, >, 40);
  assert_codes (preview->unmapped, "6 7 14 21 23 24 ");
  g_assert_true (koyomi_session_apply_mapping (self->session, self->cric, self->x1060, TODAY, KOYOMI_LANGUAGE_JA, NULL));
  matrix = koyomi_session_load_matrix (self->session, self->x1060, TODAY, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (count_assigned (matrix), ==, preview->n_functions);
}

/* As in plans that were made before there was this way. */
static void
forget_crosswalk (Fixture *self)
{
  g_autoptr(GPtrArray) pairs = koyomi_session_list (self->session, KOYOMI_TABLE_CROSSWALK, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiMatrix) matrix = koyomi_session_load_matrix (self->session, self->cric, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      KoyomiRecord *pair = g_ptr_array_index (pairs, i);

      if (koyomi_matrix_find_row (matrix, koyomi_record_get_int (pair, KOYOMI_CROSSWALK_FROM_FUNCTION)) >= 0)
        g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_CROSSWALK, koyomi_record_get_id (pair), NULL));
    }
  g_assert_true (koyomi_edit_commit (edit, "元に", NULL));
}

static gboolean
lacks_crosswalk (Fixture *self,
                 gint64   catalogue)
{
  g_autoptr(KoyomiMatrix) matrix = koyomi_session_load_matrix (self->session, catalogue, TODAY, KOYOMI_LANGUAGE_JA, NULL);

  return koyomi_matrix_lacks_crosswalk (matrix);
}

static void
test_complete_crosswalk (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(KoyomiMappingPreview) without = NULL;
  g_autoptr(KoyomiMappingPreview) with = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (lacks_crosswalk (self, self->cric));

  /* What is there is a person's own, even where it is not whole. */
  g_assert_cmpint (koyomi_session_complete_crosswalk (self->session, KOYOMI_LANGUAGE_EN, &error), ==, 0);
  g_assert_no_error (error);

  forget_crosswalk (self);
  without = koyomi_session_preview_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (without->n_functions, ==, 0);
  g_assert_cmpuint (without->unmapped->len, ==, 31);

  g_assert_true (lacks_crosswalk (self, self->cric));
  g_assert_true (lacks_crosswalk (self, self->isogj));
  g_assert_false (lacks_crosswalk (self, koyomi_session_find_catalogue (self->session, "x1060", NULL)));
  g_assert_cmpint (koyomi_session_complete_crosswalk (self->session, KOYOMI_LANGUAGE_EN, &error), ==, 72);
  g_assert_no_error (error);
  entry = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (entry->label, ==, "Add the cross-walk from CRIC functions to ISOG-J roles");
  with = koyomi_session_preview_mapping (self->session, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (with->n_functions, ==, 53);
  g_assert_cmpint (koyomi_session_complete_crosswalk (self->session, KOYOMI_LANGUAGE_EN, NULL), ==, 0);
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) past = koyomi_session_open_as_of (self->session, koyomi_session_find_moment (self->session, "#1", NULL), NULL,
                                                             NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (koyomi_session_apply_mapping (past, self->cric, self->isogj, TODAY, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/mapping-edit/does-what-it-told", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/session/mapping-edit/leaves-alone-what-is-there", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/session/mapping-edit/over-a-third-catalogue", Fixture, NULL, set_up, test_over_a_third, tear_down);
  g_test_add ("/session/mapping-edit/older-plans-get-the-cross-walk", Fixture, NULL, set_up, test_complete_crosswalk, tear_down);
  g_test_add ("/session/mapping-edit/past-is-read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
